// The work on a candidate, in real browsers: lines are unticked and set aside, the sum follows at
// once, badge and toolbar say what the panel says, and what was ticked and written is still there
// after the worker was killed and the browser closed.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { axe } from "./axe.js";
import { after, before, describe, test } from "node:test";
import { deskOf, drop, fixture } from "./desk-page.js";
import { start, themed, until } from "./driver.js";
import { ANSELM, list } from "./pages.js";

const SETTINGS = {
  platforms: { linkedin: { read: "auto", badge: true }, github: { read: "auto", badge: true }, upwork: { read: "auto", badge: true } },
  corners: {},
  off: [],
  asked: true,
};

const sample = (file) => readFileSync(`tests/pages/samples/${file}.html`, "utf8");

/** An invented candidate with six lines to verify and three corrections of the sum. */
const PAGE = { url: "https://www.upwork.com/freelancers/~01tarnwick", html: sample("contradictions") };

/** Anselm Brandt's page with a technology in a role that ended before its release, where the platform looks for extensions. */
const EARLY = {
  url: ANSELM.linkedin.url,
  html: ANSELM.linkedin.html.replace("Dec 2016", "Dec 2012").replace("Kept the harbour's machines running", "Ran the harbour on Kubernetes"),
};

/** A page at each of the other levels. */
const LEVELS = {
  "not-enough": { url: "https://github.com/juno-marlowe", html: sample("too-little") },
  "nothing-stood-out": { url: "https://github.com/hanneke-vos", html: sample("ordinary") },
  "worth-checking": EARLY,
};

/** What is stored about a tab without a verdict, and what the panel calls it. */
const STATES = [
  ["reading", "Reading this page"],
  ["failed", "This page could not be read", "This page is too long to be read."],
  ["off", "Off on this site", "Touchstone is off on this site. You can switch it on again in the settings."],
];

/** What the panel shows of the sum, in tenths: the lines that count, the corrections, and the total. */
const sumOf = (panel) =>
  panel.evaluate(() => {
    const tenths = (text) => Math.round(Number(text.replace("−", "-").replace(",", ".").match(/-?\d+[.]\d/)[0]) * 10);
    const points = (selector) => [...document.querySelectorAll(selector)].map((one) => tenths(one.innerText));
    const lines = points(".card:not(.off)[data-line] .points");
    const total = document.querySelector(".sum .number").innerText.split("=").at(-1);
    return { lines, off: points(".card.off .points"), corrections: points(".corrections .points"), total: tenths(total) };
  });

const sum = ({ lines, corrections }) => [...lines, ...corrections].reduce((all, one) => all + one, 0);
const level = (panel) => panel.evaluate(() => document.querySelector(".verdict").dataset.level);

describe("where the work lies", () => {
  const areas = { session: {}, local: {} };
  const area = (name) => ({
    get: async (keys) => Object.fromEntries(Object.entries(areas[name]).filter(([key]) => keys === null || [keys].flat().includes(key))),
    set: async (entries) => void Object.assign(areas[name], entries),
    remove: async (keys) => [keys].flat().forEach((key) => delete areas[name][key]),
  });
  let store;

  before(async () => {
    globalThis.chrome = { storage: { session: area("session"), local: area("local") } };
    store = await import("../../extension/work-store.js");
  });
  after(() => delete globalThis.chrome);

  test("nothing is kept before that is switched on, and nothing of a private window ever", async () => {
    const about = { title: "Jo Doe", url: "https://example.com/jo", level: "worth-checking", at: "2026-11-26T10:00:00.000Z" };
    const kept = () => Object.keys(areas.local).filter((key) => key.startsWith("kept:"));
    await store.workStore.save("one", "{}", about);
    assert.deepEqual(kept(), []);
    areas.local.inForce = { keep_days: 7 };
    await store.workStore.save(store.nameOf("two", "private:"), "{}", about);
    assert.deepEqual(kept(), []);
    await store.workStore.save(store.nameOf("two", ""), "{}", about);
    assert.deepEqual(kept(), ["kept:two"]);
    assert.equal(areas.local["kept:two"].until, "2026-12-03T10:00:00.000Z");
    assert.equal(await store.workStore.load("two"), "{}");
  });

  const DAY = 86_400_000;
  const begun = Date.now();
  const at = (days) => new Date(begun + days * DAY).toISOString();
  const entry = (more) => ({ work: "{}", title: "Jo", url: "https://example.com/jo", level: "worth-checking", at: at(-3), until: at(4), ...more });
  /** What becomes of kept work when what is over is dropped, or at most so many days are wanted. */
  const limited = async (given, days) => {
    areas.local = { inForce: { keep_days: 7 }, "kept:x": given };
    await (days === undefined ? store.purge() : store.limit(days));
    return areas.local["kept:x"];
  };

  test("work whose moments are damaged stays, and gets an end", async () => {
    const { at: done, until } = entry();
    for (const damaged of ["damaged", undefined, null, 7, {}]) {
      assert.deepEqual(await limited(entry({ until: damaged })), entry({ at: done, until: new Date(Date.parse(done) + 7 * DAY).toISOString() }), String(damaged));
      assert.deepEqual(await limited(entry({ until, at: damaged })), entry({ until, at: damaged }), String(damaged));
      const { until: end } = await limited(entry({ until: damaged, at: damaged }), 5);
      assert.ok(Math.abs(Date.parse(end) - Date.parse(at(5))) < 60_000, end);
    }
    assert.deepEqual(await limited(entry({ until: "+200000-01-01T00:00:00.000Z" })), entry({ until: new Date(Date.parse(done) + 7 * DAY).toISOString() }));
    assert.deepEqual(await limited(entry()), entry(), "what is whole stays as it is");
    assert.deepEqual(await limited(entry(), 5), entry({ until: new Date(Date.parse(done) + 5 * DAY).toISOString() }));
    for (const gone of [entry({ until: at(-0.01) }), entry({ at: at(-8), until: "damaged" }), entry({ work: 7 }), null, "spoiled", []]) assert.equal(await limited(gone), undefined, JSON.stringify(gone));
    assert.equal(await limited(entry(), 0), undefined);
  });

  test("a clock that was wrong deletes nothing of what was done, as far as one can tell", async () => {
    const year = 365;
    const until = (given) => Math.round((Date.parse(given.until) - Date.now()) / DAY);
    const anew = async (given, days) => {
      const now = await limited(given, days);
      assert.ok(Math.abs(Date.parse(now.at) - Date.now()) < 60_000, now.at);
      assert.deepEqual({ ...now, at: given.at, until: given.until }, given);
      return until(now);
    };
    const old = entry({ at: at(-26 * year), until: at(-26 * year + 30) });
    const ahead = entry({ at: at(70 * year), until: at(70 * year + 30) });
    const soon = entry({ at: at(100), until: at(130) });
    const over = entry({ at: at(-40), until: at(-10) });
    // Done before there was this program.
    assert.equal(await anew(old), 30);
    assert.equal(await anew(old, 5), 5);
    assert.equal(await limited(old, 0), undefined);
    // Of another session.
    for (const stays of [ahead, soon]) assert.deepEqual(await limited(stays), stays);
    assert.equal(await limited(over), undefined);
    // Of this session.
    areas.session["work:x"] = "{}";
    const long = entry({ at: at(-3 * year), until: at(-3 * year + 30) });
    for (const given of [old, ahead, soon, long]) assert.equal(await anew(given), 30);
    assert.equal(await anew(long, 5), 5);
    // A session may well last for the days that were chosen: then they are over.
    assert.equal(await limited(over), undefined);
    for (const given of [over, ahead, long]) assert.equal(await limited(given, 0), undefined);
    assert.deepEqual(await limited(entry()), entry());
    delete areas.session["work:x"];
  });

  test("where the session's work is damaged, that which is kept counts", async () => {
    const whole = '{"now":{"note":"Precious"}}';
    areas.local["kept:page"] = entry({ work: whole });
    for (const damaged of [7, null, {}, "", "spoiled", '{"now":{"note":"Prec', "[]", "null"]) {
      areas.session["work:page"] = damaged;
      assert.equal(await store.workStore.load("page"), whole, JSON.stringify(damaged));
    }
    areas.session["work:page"] = "{}";
    assert.equal(await store.workStore.load("page"), "{}");
    areas.session["work:page"] = "spoiled";
    for (const kept of [undefined, null, 7, {}, { work: 7 }, { work: "spoiled too" }]) {
      areas.local["kept:page"] = kept;
      assert.equal(await store.workStore.load("page"), "spoiled", JSON.stringify(kept));
    }
    delete areas.local["kept:page"];
  });

  test("what is set aside holds through its last day, and what is damaged sets nothing aside", async () => {
    const check = async (work, today, lines, quiet, { bare = false, observed = [] } = {}) => {
      areas.session["work:page"] = work;
      assert.deepEqual(await store.decidedOf("page", today), { lines, observed, quiet, bare, work: "page" }, String(work));
    };
    const work = '{"now":{"aside":{"a/b":{"why":"explained","until":"2026-12-01"},"c/d":{"why":"trying"}},"quiet":{"why":"other","until":"2026-11-30"}}}';
    await check(work, "2026-11-30", ["a/b", "c/d"], true);
    await check(work, "2026-12-01", ["a/b", "c/d"], false);
    await check(work, "2026-12-02", ["c/d"], false);
    await check('{"now":{"observed":["interview/a","offer/b"]}}', "2026-12-02", [], false, { observed: ["interview/a", "offer/b"] });
    await check('{"now":{"observed":"interview/a"}}', "2026-12-02", [], false);
    const damaged = [undefined, "", "null", "[]", "{", '{"now":3}', '{"now":{"aside":null,"observed":null,"quiet":null}}'];
    for (const work of damaged) await check(work, "2026-12-02", [], false, { bare: true });
  });

  test("work is bare while nothing in it could make the level another one", async () => {
    const check = async (now, bare) => {
      areas.session["work:page"] = JSON.stringify({ now });
      assert.equal((await store.decidedOf("page", "2026-12-02")).bare, bare, JSON.stringify(now));
    };
    await check({ note: "\"aside\":{\"a/b\":{}}", steps: { "a/b": {} }, quiet: { why: "other" } }, true);
    await check({ observed: [] }, true);
    await check({ observed: null }, true);
    await check({ observed: ["interview/a"] }, false);
    // Its last day is over, but the clock may go back.
    await check({ aside: { "a/b": { why: "explained", until: "2026-12-01" } } }, false);
  });
});

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(name, { timeout: 240_000 }, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;

    before(async () => {
      browser = await start(name, { prefs: themed("light") });
      await browser.settings(SETTINGS);
    });
    after(() => browser?.close());

    const { openTab, panelOf, click, withSources, afresh } = deskOf(() => browser);

    async function judged() {
      const { page, tab } = await openTab(PAGE);
      await browser.verdictOn(PAGE.url);
      const panel = await panelOf(tab);
      await until(() => panel.evaluate(() => document.querySelectorAll(".card[data-line]").length > 1), "a verdict with lines");
      return { page, tab, panel };
    }

    /** Ticks or unticks a line, and waits for the new painting. */
    async function count(panel, id, wanted) {
      await panel.evaluate((line) => document.querySelector(`input[data-act=count][data-id="${line}"]`).click(), id);
      await until(() => panel.evaluate(([line, off]) => document.querySelector(`.card[data-line="${line}"]`)?.classList.contains("off") === off, [id, !wanted]), id);
    }

    test("the total is exactly the visible sum, whatever is unticked", async () => {
      const { page, panel } = await judged();
      const whole = await sumOf(panel);
      assert.equal(sum(whole), whole.total);
      const ids = await panel.evaluate(() => [...document.querySelectorAll(".card[data-line]")].map((one) => one.dataset.line));
      const before = await level(panel);
      for (const id of ids) {
        await count(panel, id, false);
        const now = await sumOf(panel);
        assert.equal(sum(now), now.total, `without ${id}`);
        assert.deepEqual(now.off.at(-1), 0, "what does not count shows no points");
      }
      assert.notEqual(await level(panel), before);
      for (const id of ids) await count(panel, id, true);
      assert.deepEqual(await sumOf(panel), whole);
      assert.equal(await level(panel), before);
      await panel.close();
      await page.close();
    });

    test("a line leads to its words in the page, and not where the platform looks for extensions", async () => {
      const { page, panel } = await judged();
      const selected = () => page.evaluate(() => String(getSelection()).replace(/\s+/g, " "));
      assert.equal(await selected(), "");
      const show = (words) =>
        panel.evaluate((other) => {
          const button = document.querySelector(".card button[data-do=show][data-in-page]");
          button.dataset.words = other ?? button.dataset.words;
          button.click();
          return button.dataset.words.replace(/\s+/g, " ");
        }, words);
      // Who is quick clicks before the modules behind the buttons are there.
      const words = await until(() => show(), "the button");
      await until(async () => (await selected()) === words || (await show(), false), `the words in the page: ${words}`);
      await show("words that are not there");
      await until(() => panel.evaluate(() => /no longer on the page/.test(document.querySelector("#said").textContent)), "that they are gone");
      await panel.close();
      await page.close();
      await browser.settings({ ...SETTINGS, platforms: { ...SETTINGS.platforms, linkedin: { read: "auto", badge: true } } });
      const other = await openTab(EARLY);
      await browser.verdictOn(EARLY.url);
      const quiet = await panelOf(other.tab);
      await until(() => quiet.evaluate(() => document.querySelector(".card[data-line] figure") !== null), "words");
      assert.equal(await quiet.evaluate(() => document.querySelectorAll("button[data-do=show]").length), 0);
      await quiet.close();
      await other.page.close();
      await browser.settings(SETTINGS);
    });

    const ids = (panel, selector = ".card[data-line]") => panel.evaluate((found) => [...document.querySelectorAll(found)].map((one) => one.dataset.line), selector);

    /** Sets a line aside by its form. */
    async function dismiss(panel, id, why, days) {
      await panel.evaluate(
        ([line, reason, time]) => {
          const form = document.querySelector(`form[data-act=dismiss][data-id="${line}"]`);
          form.closest("details").open = true;
          form.elements.namedItem("why").value = reason;
          form.elements.namedItem("days").value = time;
          form.requestSubmit();
        },
        [id, why, days],
      );
      await until(async () => !(await ids(panel)).includes(id), `${id} set aside`);
    }

    test("a line is set aside with a reason and a last day, counted, taken back, and back by itself", async () => {
      const { page, tab, panel } = await judged();
      const [line] = await ids(panel);
      const before = await browser.toolbar(tab);
      await dismiss(panel, line, "explained", "7");
      const aside = await panel.evaluate(() => document.querySelector(".aside-list").innerText);
      assert.match(aside, /The candidate explained it/);
      assert.match(aside, /Until .*20\d\d/);
      assert.match(aside, /0\.0 points/);
      const toolbar = await until(async () => {
        const now = await browser.toolbar(tab);
        return now.text !== before.text && now;
      }, "the toolbar to follow");
      const words = await panel.evaluate(() => document.querySelector(".verdict h1").innerText);
      assert.ok(toolbar.title.endsWith(words), `${toolbar.title} says ${words}`);

      // Counted on this machine, without anything of the candidate.
      const local = await panel.evaluate(() => chrome.storage.local.get(null));
      assert.deepEqual(JSON.parse(local.common).feedback[line], { seen: 1, false_alarms: 1 });
      assert.deepEqual(Object.keys(local).filter((key) => key.startsWith("kept:")), []);
      assert.doesNotMatch(JSON.stringify(local), /calder|tarnwick/i);

      // The page is read again: what is set aside stays so.
      await page.bringToFront();
      await page.reload();
      await until(async () => (await browser.toolbar(tab)).text === toolbar.text, "the same toolbar after a new reading");
      await panel.bringToFront();

      // The toolbar may say it before the panel has painted the new reading.
      await until(() => panel.evaluate(() => document.querySelector("button[data-act=undo]") !== null), "the way back");
      await panel.evaluate(() => document.querySelector("button[data-act=undo]").click());
      await until(async () => (await ids(panel)).includes(line), "the line back");
      await until(async () => (await browser.toolbar(tab)).text === before.text, "the toolbar back");
      const taken = await panel.evaluate(() => chrome.storage.local.get("common"));
      assert.equal(JSON.parse(taken.common).feedback[line].false_alarms, 0);

      // Its last day is over: it counts again without anybody doing anything.
      await dismiss(panel, line, "explained", "7");
      await panel.evaluate(async () => {
        const all = await chrome.storage.session.get(null);
        const [key, work] = Object.entries(all).find(([name, value]) => name.startsWith("work:") && value.includes('"until"'));
        await chrome.storage.session.set({ [key]: work.replace(/"until":"[^"]+"/, '"until":"2026-01-01"') });
      });
      await until(async () => (await ids(panel)).includes(line), "the line after its last day");
      await panel.close();
      await page.close();
    });

    test("what was observed in the interview counts in the badge too, also when the page is read again", async () => {
      const { page, tab, panel } = await judged();
      const before = await browser.toolbar(tab);
      await panel.evaluate(() => {
        const stage = document.querySelector("select[data-act=stage]");
        stage.value = "interview";
        stage.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await until(() => panel.evaluate(() => document.querySelector("input[data-act=observe]") !== null), "what can be observed");
      await panel.evaluate(() => document.querySelector("input[data-act=observe]").click());
      const seen = await until(async () => {
        const now = await browser.toolbar(tab);
        return now.text !== before.text && now;
      }, "the toolbar to follow");
      const words = await panel.evaluate(() => document.querySelector(".verdict h1").innerText);
      await panel.close();

      // No panel is open that could tell it.
      const of = async () => (await browser.states()).find((one) => one.tab === tab);
      const { at } = await of();
      await page.bringToFront();
      await page.reload();
      const again = await until(async () => {
        const now = await of();
        return now?.state === "judged" && now.at !== at && now;
      }, "a new reading");
      assert.equal(again.verdict.open, Number(seen.text.replace(/\D/g, "")));
      await until(async () => (await browser.toolbar(tab)).text === seen.text, "the same toolbar");
      assert.equal((await browser.toolbar(tab)).title, seen.title);

      const fresh = await panelOf(tab);
      await until(() => fresh.evaluate(() => document.querySelectorAll(".card[data-line]").length > 1), "a verdict with lines");
      assert.equal(await fresh.evaluate(() => document.querySelector(".verdict h1").innerText), words);
      await fresh.evaluate(() => document.querySelector("input[data-act=observe]").click());
      await until(async () => (await browser.toolbar(tab)).text === before.text, "the toolbar back");
      await fresh.close();
      await page.close();
    });

    test("searches elsewhere go when they are switched off, at once, and come back", async () => {
      const { page, panel } = await judged();
      const links = () => panel.evaluate(() => document.querySelectorAll(".links a[href^=https]").length);
      const before = await links();
      assert.ok(before > 0);
      await browser.settings({ ...SETTINGS, links: false });
      await until(async () => (await links()) === 0, "no searches");
      await browser.settings(SETTINGS);
      await until(async () => (await links()) === before, "the searches");
      await panel.close();
      await page.close();
    });

    test("a page that is left alone has no badge, and keeps its lines in the panel", async () => {
      const { page, tab, panel } = await judged();
      assert.notEqual((await browser.toolbar(tab)).text, "");
      await panel.evaluate(() => document.querySelector("form[data-act=quiet]").requestSubmit());
      await until(async () => (await browser.toolbar(tab)).text === "", "a silent toolbar");
      assert.ok((await ids(panel)).length > 0);
      await page.bringToFront();
      await page.reload();
      await until(async () => (await browser.stateOf(PAGE.url))?.state === "judged", "a new reading");
      assert.equal((await browser.toolbar(tab)).text, "");
      await until(() => panel.evaluate(() => document.querySelector("button[data-act=unquiet]") !== null), "the way back");
      await panel.bringToFront();
      await panel.evaluate(() => document.querySelector("button[data-act=unquiet]").click());
      await until(async () => (await browser.toolbar(tab)).text !== "", "the toolbar again");
      await panel.close();
      await page.close();
    });

    test("the foot leaves a site alone and takes it up again, gives an hour's quiet, and leads to the settings", async () => {
      const { page, tab, panel } = await judged();
      await panel.bringToFront();
      const site = new URL(PAGE.url).hostname;
      const button = (act) => panel.evaluate((does) => document.querySelector(`footer button[data-act=${does}]`)?.innerText, act);
      const press = async (act, next) => {
        await panel.evaluate((does) => document.querySelector(`footer button[data-act=${does}]`).focus(), act);
        await panel.keyboard.press("Enter");
        await until(async () => (await button(act)) === next, next);
        assert.equal(await panel.evaluate(() => document.activeElement.dataset.act), act, "the focus stays");
      };
      const inForce = () => panel.evaluate(async () => (await chrome.storage.local.get("inForce")).inForce);
      assert.equal(await button("off"), `Off on ${site}`);
      await press("off", `On again on ${site}`);
      assert.deepEqual((await inForce()).off, [site]);
      await until(async () => (await browser.toolbar(tab)).text === "", "the toolbar is empty");
      await press("off", `Off on ${site}`);
      assert.deepEqual((await inForce()).off, []);
      await page.bringToFront();
      await until(async () => (await browser.toolbar(tab)).text !== "", "it is read again");
      await panel.bringToFront();
      await press("quiet-hour", "Read again now");
      const minutes = (Date.parse((await inForce()).snooze_until) - Date.now()) / 60_000;
      assert.ok(minutes > 58 && minutes < 61, String(minutes));
      await press("quiet-hour", "Quiet for an hour");
      assert.equal((await inForce()).snooze_until, null);
      const inFront = () => panel.evaluate(() => chrome.extension.getViews({ type: "tab" }).some((view) => view.location.pathname === "/options.html" && view.document.visibilityState === "visible"));
      assert.equal(await inFront(), false);
      await panel.evaluate(() => document.querySelector("footer button[data-act=settings]").click());
      await until(inFront, "the settings");
      await panel.close();
      await page.close();
    });

    test("papers say what the panel says, and no more than they should", async () => {
      const { page, panel } = await judged();
      await panel.bringToFront();
      await panel.evaluate(() => {
        window.copied = [];
        // What the browser is given to copy: reading the clipboard would ask for a permission.
        navigator.clipboard.writeText = async (text) => void window.copied.push(text);
        window.print = () => (window.printed = { ...document.body.dataset, folded: document.querySelectorAll(".cards > .card > details:not([open])").length });
      });
      const copy = async (kind) => {
        await panel.evaluate((id) => document.querySelector(`button[data-act=copy][data-id=${id}]`).click(), kind);
        return until(() => panel.evaluate(() => window.copied.pop()), kind);
      };
      const [line, ats, security, letter, whole, json] = [await copy("line"), await copy("ats"), await copy("security"), await copy("letter"), await copy("copy"), JSON.parse(await copy("json"))];
      const words = await panel.evaluate(() => document.querySelector(".verdict h1").innerText);
      assert.ok(line.startsWith(words) && line.trim().split("\n").length === 1, line);
      assert.ok(ats.includes(`## ${words}`) && !ats.includes("history/"), ats);
      assert.match(security, /history\/technology-before-release/);
      assert.ok(ats.includes(new Date().getFullYear()), "the day");
      assert.match(whole, /Why it matters: /);
      assert.match(whole, /it will be looked at again by a person/);
      assert.doesNotMatch(letter, /Verify first|points|verif/i);
      assert.match(letter, /^- .+\?$/m);
      assert.equal(json.schema, "touchstone-assessment-1");
      assert.equal(Math.round(json.assessment.bits * 10), (await sumOf(panel)).total);
      assert.equal(await panel.evaluate(() => document.querySelector(".papers .status").textContent), "Copied");

      await panel.evaluate(() => document.querySelector("button[data-act=print][data-id=report]").click());
      assert.deepEqual(await panel.evaluate(() => window.printed), { print: "report", folded: 0 });
      await panel.close();
      await page.close();
    });

    for (const theme of ["light", "dark"]) {
      describe(`axe finds nothing, ${theme}`, () => {
        let other;
        before(async () => {
          if (browser.isChromium || theme === "light") return;
          // The browser of these tests alone, and back after them.
          const own = await start(name, { prefs: themed(theme) });
          [other, browser] = [browser, own];
          await browser.settings(SETTINGS);
        });
        after(async () => {
          if (!other) return;
          await browser.close();
          browser = other;
        });

        /** Has axe look at a panel, unfolded or not. */
        async function inspect(panel, what, open = true) {
          await panel.bringToFront();
          await browser.dress(panel, theme);
          await panel.evaluate((unfold) => document.querySelectorAll("details").forEach((one) => (one.open = unfold)), open);
          await axe(panel, what);
        }

        test("in the panel, whatever is unfolded", async () => {
          const { page, panel } = await judged();
          for (const open of [false, true]) await inspect(panel, open ? "unfolded" : "folded", open);
          await panel.close();
          await page.close();
        });

        test("on the screens without a verdict, nor on a candidate with several sources", async () => {
          const empty = await browser.openOwn("panel.html?tab=0&lang=de");
          await until(() => empty.evaluate(() => document.querySelector(".notice h1") !== null), "the empty panel");
          await inspect(empty, "empty");
          await empty.close();
          const nobody = await openTab({ url: "https://github.com/explore-nothing", html: list });
          const { tab } = await browser.verdictOn("https://github.com/explore-nothing");
          const screen = await panelOf(tab, "es");
          await until(() => screen.evaluate(() => document.querySelector("main h1") !== null), "the notice");
          await inspect(screen, "not a candidate");
          await screen.close();
          await nobody.page.close();
          await afresh();
          const one = await openTab(ANSELM.linkedin);
          const panel = await panelOf(one.tab, "fr");
          await click(panel, "#add-tab");
          await withSources(panel, 1);
          await drop(panel, fixture("pdf-platform-export", "profile.pdf"), fixture("pdf-unseen", "cv.pdf"), fixture("pdf-password", "letter.pdf"));
          await withSources(panel, 4);
          await inspect(panel, "several sources");
          await panel.close();
          await one.page.close();
          await afresh();
        });

        test("on a page that is being read, could not be read, or is off", async () => {
          const tab = 990001;
          const desk = await browser.desk();
          for (const [state, says, why] of STATES) {
            const entry = { state, url: "https://github.com/mira-okonedo", title: "Mira Okonedo", ...(why && { why }), at: new Date().toISOString() };
            await desk.evaluate((all) => chrome.storage.session.set(all), { [`tab:${tab}`]: entry });
            const panel = await panelOf(tab);
            await until(() => panel.evaluate((found) => document.querySelector(".notice h1")?.textContent === found, says), says);
            await inspect(panel, state);
            await panel.close();
          }
          await desk.evaluate((key) => chrome.storage.session.remove(key), `tab:${tab}`);
        });

        test("on any level", async () => {
          for (const [wanted, at] of Object.entries(LEVELS)) {
            const { page, tab } = await openTab(at);
            await browser.verdictOn(at.url);
            const panel = await panelOf(tab);
            await until(async () => (await level(panel)) === wanted, wanted);
            await inspect(panel, wanted);
            await panel.close();
            await page.close();
          }
        });

        test("on a line that does not count", async () => {
          const { page, panel } = await judged();
          const [line] = await ids(panel);
          try {
            await count(panel, line, false);
            await inspect(panel, "unticked");
          } finally {
            await count(panel, line, true);
            await panel.close();
            await page.close();
          }
        });

        test("on what is set aside with a reason, nor on a page that is left alone", async () => {
          const { page, panel } = await judged();
          const [line] = await ids(panel);
          await dismiss(panel, line, "explained", "7");
          await until(() => panel.evaluate(() => document.querySelector(".aside-list") !== null), "what is set aside");
          await inspect(panel, "set aside");
          await panel.evaluate(() => document.querySelector("form[data-act=quiet]").requestSubmit());
          await until(() => panel.evaluate(() => document.querySelector("button[data-act=unquiet]") !== null), "a page that is left alone");
          await inspect(panel, "left alone");
          await panel.evaluate(() => document.querySelector("button[data-act=forget]").click());
          await until(async () => (await ids(panel)).includes(line), "everything as it was");
          await panel.close();
          await page.close();
        });
      });
    }

    if (name === "chromium") {
      describe("on paper", () => {
        const note = Array.from({ length: 12 }, (_, at) => `Spoke on day ${at + 1}.`).join("\n");
        let page, panel;
        /** What each sheet shows, by its name. */
        const sheets = {};
        const kept = async () => /The camera stayed off.*Spoke on day 12/s.test(JSON.stringify(await panel.evaluate(() => chrome.storage.session.get(null))));

        before(async () => {
          ({ page, panel } = await judged());
          await panel.bringToFront();
          await panel.evaluate(() => {
            const stage = document.querySelector("select[data-act=stage]");
            stage.value = "interview";
            stage.dispatchEvent(new Event("change", { bubbles: true }));
          });
          await until(() => panel.evaluate(() => document.querySelector("[data-id=camera-on]") !== null), "the steps of the interview");
          await panel.evaluate((words) => {
            for (const [selector, text] of Object.entries(words)) {
              const field = document.querySelector(selector);
              field.value = text;
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }
          }, { "textarea[data-act=step-note]": "The camera stayed off", "textarea[data-act=note]": note });
          await until(kept, "the notes kept");
          await until(() => panel.evaluate((words) => document.querySelector("textarea[data-act=note]").value === words && [...document.querySelectorAll("textarea[data-act=step-note]")].some((one) => one.value), note), "the notes painted");
          await panel.emulateMediaType("print");
          for (const sheet of ["report", "kit"]) sheets[sheet] = await printed(sheet);
        });
        after(async () => {
          await panel.evaluate(() => document.querySelector("button[data-act=forget]").click());
          await until(async () => !(await kept()), "nothing kept");
          await panel.close();
          await page.close();
        });

        /** Prints a sheet, and looks at it at the moment when the browser would: its words, what was written and chosen on it, and what can be pressed. */
        async function printed(sheet) {
          await panel.evaluate(() => {
            window.sheet = undefined;
            const texts = (node) => {
              if (node.nodeType === Node.TEXT_NODE) return [node.data.trim().replace(/\s+/g, " ")];
              if (!(node instanceof Element) || !node.checkVisibility()) return [];
              if (node instanceof HTMLTextAreaElement) return [node.value];
              if (node instanceof HTMLSelectElement) return [node.selectedOptions[0].text];
              return [...node.childNodes].flatMap(texts);
            };
            const isSeen = (one) => one.checkVisibility();
            window.print = () => {
              window.sheet = {
                isPaper: matchMedia("print").matches,
                text: texts(document.body).filter(Boolean).join("\n"),
                buttons: [...document.querySelectorAll("button, form")].filter(isSeen).length,
                cut: [...document.querySelectorAll("#panel *")].filter((one) => isSeen(one) && one.clientHeight > 0 && one.scrollHeight > one.clientHeight + 1).map((one) => one.outerHTML.slice(0, 120)),
              };
            };
          });
          return until(
            () => panel.evaluate((id) => (window.sheet ?? void document.querySelector(`button[data-act=print][data-id=${id}]`).click()), sheet),
            sheet,
          );
        }
        /** Whole lines, or what is found in them. */
        function has(sheet, ...wanted) {
          const lines = sheets[sheet].text.split("\n");
          const isThere = (one) => (one instanceof RegExp ? one.test(sheets[sheet].text) : lines.includes(one));
          assert.deepEqual(wanted.filter((one) => !isThere(one)), [], `missing on the ${sheet}`);
        }
        const lacks = (sheet, ...unwanted) => assert.deepEqual(unwanted.filter((one) => one.test(sheets[sheet].text)), []);

        test("the report has the verdict, its lines unfolded, and what is to do, and nothing to press", () => {
          assert.ok(sheets.report.isPaper);
          has("report", /^Verify first · \d+$/m, "To verify", "Throw-away e-mail address", "Why it matters", "Innocent reasons", "Not checked", "Cheapest next check", "Next steps");
          lacks("report", /^Look elsewhere$/m, /^Kept$/m, /Leave this page alone/, /Delete this candidate/, /For the security team/, /^On camera, for everybody$/m, /^Set aside$/m);
          assert.equal(sheets.report.buttons, 0);
        });

        test("the report says whose it is, where that was read, and when", () => {
          const today = new Date();
          const styles = ["en-US", "en-GB"].flatMap((lang) => ["long", "medium"].map((dateStyle) => today.toLocaleDateString(lang, { dateStyle })));
          has("report", /Calder T\./, new RegExp(PAGE.url.replaceAll(".", "\\.")), new RegExp([today.toISOString().slice(0, 10), ...styles].join("|")));
        });

        test("the report has the stage, and what came of its steps", () => has("report", /^Stage:?\s+Interview$/m, /The camera stayed off/));

        test("the report has the user's note, and nothing on it is cut off", () => {
          has("report", "Your note", note.replaceAll("\n", " "));
          assert.deepEqual(sheets.report.cut, []);
        });

        test("what is unfolded on the report stands under its heading", () => has("report", "What would change this", "Came close"));

        test("the kit has its questions and what is asked of everybody, and neither level nor points", () => {
          assert.ok(sheets.kit.isPaper);
          has("kit", "Questions", "When did you first put Kubernetes into production, and for which project?", "On camera, for everybody");
          lacks("kit", /Verify first/, /\bpoints\b/, /^To verify$/m, /^Your note$/m, /The camera stayed off/);
          assert.equal(sheets.kit.buttons, 0);
        });

        test("the kit says what it is and whose", () => has("kit", "Interview kit", /Calder T\./));
      });

      for (const theme of ["light", "dark"]) {
        test(`in forced colours, ${theme}, the level's mark, the focus and the edges of what can be pressed are drawn`, async () => {
          const { page, panel } = await judged();
          await panel.bringToFront();
          await browser.prefer(panel, { "forced-colors": "active", "prefers-color-scheme": theme });
          await panel.keyboard.press("Tab");
          const undrawn = await panel.evaluate(() => {
            const canvas = Object.assign(document.createElement("p"), { style: "background: Canvas" });
            document.body.append(canvas);
            const ground = getComputedStyle(canvas).backgroundColor;
            canvas.remove();
            const isSeen = (colour) => colour !== ground && colour !== "none" && !/^rgba\(.*, 0\)$/.test(colour);
            const hasEdge = (element, kind) => {
              const { [`${kind}Style`]: style, [`${kind}Width`]: width, [`${kind}Color`]: colour } = getComputedStyle(element);
              return style !== "none" && parseFloat(width) > 0 && isSeen(colour);
            };
            const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
            return [
              ...all(".mark").filter((one) => !isSeen(getComputedStyle(one).stroke) || !(parseFloat(getComputedStyle(one).strokeWidth) > 0)),
              ...all(":focus").filter((one) => !hasEdge(one, "outline")),
              ...all(".verdict, .card, button, select, textarea").filter((one) => !["Top", "Right", "Bottom", "Left"].every((side) => hasEdge(one, `border${side}`))),
              ...[".mark", ":focus", ".verdict", ".card", "button"].filter((selector) => all(selector).length === 0),
            ].map((one) => one.outerHTML?.slice(0, 120) ?? `no ${one}`);
          });
          assert.deepEqual(undrawn, []);
          await panel.close();
          await page.close();
        });
      }

      test("nothing moves for who wants less motion", async () => {
        const { page, panel } = await judged();
        await panel.bringToFront();
        await browser.prefer(panel, { "prefers-reduced-motion": "reduce" });
        await panel.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
        const [line] = await ids(panel);
        await count(panel, line, false);
        const moving = await panel.evaluate(() => {
          const styles = [...document.querySelectorAll("*")].flatMap((one) => ["", "::before", "::after"].map((part) => [one, getComputedStyle(one, part)]));
          const isMoving = ({ transitionDuration, animationName, scrollBehavior }) => /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior !== "auto";
          return [...document.getAnimations().map((one) => one.constructor.name), ...styles.filter(([, style]) => isMoving(style)).map(([one]) => one.outerHTML.slice(0, 120))];
        });
        assert.deepEqual(moving, []);
        await count(panel, line, true);
        await panel.close();
        await page.close();
      });
    }

    test("nothing is cut off at 320 pixels, nor with text twice as large", async () => {
      const { page, panel } = await judged();
      await panel.bringToFront();
      await panel.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      for (const width of [320, 640, 1280]) {
        await panel.setViewport({ width, height: 800 });
        for (const size of ["100%", "200%"]) {
          if (width === 320 && size === "200%") continue; // 160 pixels' worth: less than any panel has
          const cut = await panel.evaluate((scale) => {
            document.documentElement.style.fontSize = scale;
            const wide = document.documentElement.clientWidth;
            const over = [...document.querySelectorAll("#panel *, #bar *")].filter((one) => one.getBoundingClientRect().right > wide + 1 && one.getClientRects().length > 0);
            return over.slice(0, 3).map((one) => one.outerHTML.slice(0, 120));
          }, size);
          assert.deepEqual(cut, [], `${width} at ${size}`);
        }
      }
      await panel.close();
      await page.close();
    });

    test("everything can be done with the keyboard, and the focus stays where it was", async () => {
      const { page, panel } = await judged();
      await panel.bringToFront();
      const focused = () => panel.evaluate(() => ({ ...document.activeElement?.dataset, tag: document.activeElement?.tagName, checked: document.activeElement?.checked }));
      /** Goes on with Tab until the control is there. */
      async function tabTo(act, id) {
        for (let step = 0; step < 250; step += 1) {
          await panel.keyboard.press("Tab");
          const now = await focused();
          if (now.act === act && (!id || now.id === id)) return now;
        }
        throw new Error(`Tab never reaches ${act} ${id ?? ""}`);
      }
      await tabTo("count");
      const { id } = await focused();
      await panel.keyboard.press(" ");
      await until(async () => (await focused()).checked === false && (await focused()).id === id, "the same box, unticked");
      assert.notEqual(await panel.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none", "a focus that can be seen");
      await panel.keyboard.press(" ");
      await until(async () => (await focused()).checked === true, "ticked again");
      // The fold that sets aside: reached, opened, chosen from, sent.
      await panel.keyboard.press("Tab");
      await panel.keyboard.press("Enter");
      await panel.keyboard.press("Tab");
      await panel.keyboard.press("ArrowDown");
      await panel.keyboard.press("Tab");
      await panel.keyboard.press("Tab");
      await panel.keyboard.press("Enter");
      await until(async () => !(await ids(panel)).includes(id), "set aside by keyboard");
      await until(async () => (await focused()).act === "undo", "the focus at what takes it back");
      await panel.keyboard.press("Enter");
      await until(async () => (await ids(panel)).includes(id), "taken back by keyboard");
      await tabTo("stage");
      await tabTo("step");
      await panel.keyboard.press(" ");
      await until(async () => (await focused()).checked === true, "a step ticked");
      await tabTo("copy", "line");
      await tabTo("note");
      await panel.keyboard.type("Spoke on Monday");
      await until(async () => /Spoke on Monday/.test(JSON.stringify(await panel.evaluate(() => chrome.storage.session.get(null)))), "the note kept");
      await panel.close();
      await page.close();
    });

    test("a press counts, also where the panel has something new to paint before it is over", async () => {
      const { page, tab, panel } = await judged();
      await panel.bringToFront();
      const box = await panel.$("input[data-act=count]");
      const id = await box.evaluate((one) => one.dataset.id);
      const at = () => panel.evaluate((key) => chrome.storage.session.get(key).then((all) => all[key].at), `tab:${tab}`);
      /** Something new to paint while something is held down. */
      async function paintedAnew() {
        const before = await at();
        await panel.evaluate(async (key) => {
          const { [key]: entry } = await chrome.storage.session.get(key);
          await chrome.storage.session.set({ [key]: { ...entry, at: new Date(Date.parse(entry.at) + 1000).toISOString() } });
          await new Promise((done) => setTimeout(done, 300));
        }, `tab:${tab}`);
        assert.notEqual(await at(), before);
      }
      const isOff = (off) =>
        until(() => panel.evaluate(([line, wanted]) => document.querySelector(`.card[data-line="${line}"]`).classList.contains("off") === wanted, [id, off]), `off: ${off}`);
      await box.focus();
      await panel.keyboard.down(" ");
      await paintedAnew();
      await panel.keyboard.up(" ");
      await isOff(true);
      const again = await (await panel.$(`input[data-act=count][data-id="${id}"]`)).clickablePoint();
      await panel.mouse.move(again.x, again.y);
      await panel.mouse.down();
      await paintedAnew();
      await panel.mouse.up();
      await isOff(false);
      await panel.close();
      await page.close();
    });

    test("what becomes of a page while its first painting waits is painted after it", async () => {
      const { page, tab, panel } = await judged();
      const entry = await panel.evaluate(async (name) => (await chrome.storage.session.get(name))[name], `tab:${tab}`);
      await panel.close();
      const alone = await browser.openOwn("panel.html");
      await alone.bringToFront();
      await until(() => alone.evaluate(() => !document.getElementById("bar").inert), "the whole panel");
      await alone.keyboard.down("Shift");
      await alone.evaluate(async (judgedEntry) => {
        const own = (await chrome.tabs.getCurrent()).id;
        const soon = () => new Promise((done) => setTimeout(done, 150));
        // Another tab comes to the front: here its number alone, because this panel is a tab itself.
        chrome.tabs.query = async () => [{ id: 990001 }];
        await chrome.storage.session.set({ "tab:990001": { ...judgedEntry, state: "reading", verdict: undefined }, [`tab:${own}`]: { state: "reading" } });
        await soon();
        await chrome.storage.session.set({ "tab:990001": judgedEntry });
        await soon();
      }, entry);
      await alone.keyboard.up("Shift");
      await until(() => alone.evaluate(() => document.querySelector("header.verdict[data-level]") !== null), "the verdict");
      await alone.evaluate(() => chrome.storage.session.remove("tab:990001"));
      await alone.close();
      await page.close();
    });

    test("what is written while a painting waits is not painted over", async () => {
      const { page, tab, panel } = await judged();
      await panel.bringToFront();
      const key = `tab:${tab}`;
      const entry = await panel.evaluate(async (name) => (await chrome.storage.session.get(name))[name], key);
      const noted = () => panel.evaluate(() => document.querySelector("textarea[data-act=note]").value);
      await panel.keyboard.down("Shift");
      await panel.evaluate(async (all) => {
        await chrome.storage.session.set(all);
        await new Promise((done) => setTimeout(done, 250));
        // The field is left at once, as with the Tab key.
        const field = document.querySelector("textarea[data-act=note]");
        Object.assign(field, { value: "Asked on Monday" }).dispatchEvent(new Event("input", { bubbles: true }));
      }, { [key]: { ...entry, title: "Read anew", at: new Date(Date.parse(entry.at) + 1000).toISOString() } });
      await panel.keyboard.up("Shift");
      await until(() => panel.evaluate(() => document.querySelector("header .page").textContent === "Read anew"), "the new painting");
      await until(async () => (await noted()) === "Asked on Monday", "the note");
      await panel.evaluate(() => document.querySelector("button[data-act=forget]").click());
      await until(async () => (await noted()) === "", "nothing kept");
      await panel.close();
      await page.close();
    });

    test("while something is held, a control speaks of the candidate beside whom it stands", async () => {
      const { page, tab, panel } = await judged();
      await panel.bringToFront();
      const key = `tab:${tab}`;
      const entry = await panel.evaluate(async (name) => (await chrome.storage.session.get(name))[name], key);
      const store = (one) => panel.evaluate((all) => chrome.storage.session.set(all), { [key]: one });
      const shows = (title, off) =>
        until(
          () => panel.evaluate((wanted) => document.querySelector("header .page").textContent === wanted[0] && document.querySelectorAll(".card.off").length === wanted[1], [title, off]),
          `${title} with ${off} lines put aside`,
        );
      const other = { ...entry, url: `${entry.url}-other`, title: "Somebody else", at: new Date(Date.parse(entry.at) + 1000).toISOString() };
      await panel.keyboard.down("Shift");
      await panel.evaluate(async (all) => {
        await chrome.storage.session.set(all);
        await new Promise((done) => setTimeout(done, 250));
        document.querySelector("input[data-act=count]").click();
      }, { [key]: other });
      await panel.keyboard.up("Shift");
      await shows("Somebody else", 0);
      await store({ ...entry, at: new Date(Date.parse(entry.at) + 2000).toISOString() });
      await shows(entry.title, 1);
      await panel.close();
      await page.close();
    });

    test("what another panel puts aside of a candidate whose painting waits is painted with it", async () => {
      const { page, tab, panel } = await judged();
      const key = `tab:${tab}`;
      const entry = await panel.evaluate(async (name) => (await chrome.storage.session.get(name))[name], key);
      const later = { ...entry, url: `${entry.url}-later`, title: "Somebody later", at: new Date(Date.parse(entry.at) + 1000).toISOString() };
      const titleOf = (one) => one.evaluate(() => document.querySelector("header .page").textContent);
      const another = await panelOf(tab);
      await until(() => another.evaluate(() => document.querySelectorAll(".card[data-line]").length > 1), "the other panel");
      // Held by an event of the test's, because the other panel comes to the front meanwhile; for less than the second that a painting waits.
      await panel.evaluate(async (all) => {
        const press = (kind) => document.dispatchEvent(new KeyboardEvent(kind, { key: "Shift", code: "ShiftLeft" }));
        press("keydown");
        setTimeout(press, 700, "keyup");
        await chrome.storage.session.set(all);
      }, { [key]: later });
      await until(async () => (await titleOf(another)) === later.title, "the candidate in the other panel");
      await another.evaluate(() => document.querySelector("input[data-act=count]").click());
      await until(() => another.evaluate(() => document.querySelectorAll(".card.off").length === 1), "a line put aside");
      await until(async () => (await titleOf(panel)) === later.title, "the candidate here");
      await until(() => panel.evaluate(() => document.querySelectorAll(".card.off").length === 1), "the line put aside here too");
      for (const one of [another, panel, page]) await one.close();
    });
  });

  test(`${name}: what was ticked and written survives a killed worker and a closed browser, and goes when it is told to`, { timeout: 120_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), "touchstone-profile-"));
    const opened = async () => {
      const browser = await start(name, { profile });
      const { openTab, panelOf } = deskOf(() => browser);
      await browser.settings({ ...SETTINGS, keep_days: 30 });
      const { tab } = await openTab(PAGE);
      await browser.verdictOn(PAGE.url);
      const panel = await panelOf(tab);
      await until(() => panel.evaluate(() => document.querySelectorAll(".card[data-line]").length > 1), "a verdict with lines");
      return { browser, panel };
    };
    const look = (panel) =>
      panel.evaluate(() => ({
        stage: document.querySelector("select[data-act=stage]").value,
        step: document.querySelector(".steps-list input").checked,
        note: document.querySelector(".steps-list textarea").value,
        off: document.querySelectorAll(".card.off").length,
      }));
    const wanted = { stage: "interview", step: true, note: "Met on Tuesday", off: 1 };
    try {
      const first = await opened();
      await first.panel.evaluate(() => {
        const stage = document.querySelector("select[data-act=stage]");
        stage.value = "interview";
        stage.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await until(() => first.panel.evaluate(() => document.querySelector("[data-id=camera-on]") !== null), "the steps of the interview");
      await first.panel.evaluate(() => document.querySelector(".steps-list input").click());
      await until(async () => (await look(first.panel)).step, "the step");
      await first.panel.evaluate(() => {
        const note = document.querySelector(".steps-list textarea");
        note.value = "Met on Tuesday";
        note.dispatchEvent(new Event("input", { bubbles: true }));
        document.querySelector("input[data-act=count]").click();
      });
      await until(async () => (await look(first.panel)).off === 1, "the line");
      assert.deepEqual(await look(first.panel), wanted);
      if (first.browser.isChromium) await first.browser.killWorker();
      // Firefox never says that a page of the extension arrived.
      await first.panel.evaluate(() => void setTimeout(() => location.reload(), 0));
      await until(() => first.panel.evaluate(() => performance.getEntriesByType("navigation")[0].type === "reload"), "the panel reloaded");
      await until(() => first.panel.evaluate(() => document.querySelectorAll(".card[data-line]").length > 1), "the panel again");
      assert.deepEqual(await look(first.panel), wanted, "after the worker was killed");
      await first.browser.close();

      const second = await opened();
      assert.deepEqual(await look(second.panel), wanted, "after the browser was closed");
      const kept = await second.panel.evaluate(() => chrome.storage.local.get(null));
      assert.equal(Object.keys(kept).filter((key) => key.startsWith("kept:")).length, 1);
      assert.doesNotMatch(JSON.stringify(kept), /mailinator/, "no words of the page are kept");
      await second.panel.evaluate(() => document.querySelector("button[data-act=forget]").click());
      await until(async () => !(await look(second.panel)).step, "nothing ticked");
      const left = JSON.stringify([await second.panel.evaluate(() => chrome.storage.local.get(null)), await second.panel.evaluate(() => chrome.storage.session.get(null))]);
      assert.doesNotMatch(left, /Met on Tuesday/);
      await second.browser.close();
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  });
}
