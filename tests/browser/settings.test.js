// The settings in real browsers: what a policy sets holds, also before anybody opened a page of the
// extension; what is chosen is stored and holds; every page is worked by keyboard and passes axe.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { axe } from "./axe.js";
import { after, before, describe, test } from "node:test";
import vm from "node:vm";
import { start, themed, until } from "./driver.js";
import { startManaged, unmanaged } from "./managed.js";
import { github } from "./pages.js";

describe("what scripts in pages ask the settings", () => {
  const world = vm.createContext({ URL, URLSearchParams, Date });
  for (const name of ["platforms.js", "settings.js"]) vm.runInContext(readFileSync(`extension/${name}`, "utf8"), world, { filename: name });
  const { isOff, readsAlone, drawsBadge } = world.touchstoneSettings;
  const holds = (more) => ({ platforms: { github: { read: "auto", badge: true } }, allowed: null, off: [], snooze_until: null, ...more });

  test("where nothing is read at all", () => {
    const check = (more, address, expect) => assert.equal(isOff(holds(more), new URL(address)), expect, `${JSON.stringify(more)} ${address}`);
    const person = "https://github.com/mira-okonedo";
    check({}, person, false);
    check({ off: ["github.com"] }, person, true);
    check({ allowed: ["github"] }, person, false);
    check({ allowed: ["github"] }, "https://github.com/explore", false);
    check({ allowed: ["linkedin"] }, person, true);
    check({ allowed: [] }, person, true);
    check({ allowed: ["github"] }, "https://mira.example/about", true);
    check({ allowed: ["github", "other"] }, "https://mira.example/about", false);
    check({ allowed: ["linkedin"] }, "https://www.linkedin.com/talent/profile/x1", true);
    check({ allowed: ["linkedin-hiring"] }, "https://www.linkedin.com/talent/profile/x1", false);
  });

  test("where the badge is drawn; on a page of no platform, where it is on for any", () => {
    const pages = ["https://github.com/mira-okonedo", "https://www.linkedin.com/talent/profile/x1", "https://mira.example/about"];
    const check = (platforms, more, ...expect) => assert.deepEqual(pages.map((address) => drawsBadge(holds({ platforms, ...more }), new URL(address))), expect, JSON.stringify({ platforms, more }));
    const [on, off, asked] = [{ read: "click", badge: true }, { read: "auto", badge: false }, { read: "auto", badge: true }];
    check({ github: on, linkedin: off }, {}, true, false, true);
    check({ github: off, linkedin: on }, {}, false, false, true);
    check({ github: off, linkedin: off, upwork: off }, {}, false, false, false);
    // Before it is asked for, a platform has the badge on without anybody's word.
    check({ github: off, gitlab: on, "linkedin-hiring": on }, {}, false, true, false);
    check({ github: off, gitlab: asked }, {}, false, false, true);
    check({ github: on }, { off: ["mira.example"] }, true, false, false);
    check({ github: on }, { allowed: ["github"] }, true, false, false);
    check({ github: on }, { allowed: ["github", "other"] }, true, false, true);
    check({ github: on }, { snooze_until: new Date(Date.now() + 60_000).toISOString() }, false, false, false);
  });

  test("in a quiet while nothing is read alone and nothing is drawn", () => {
    const person = new URL("https://github.com/mira-okonedo");
    const check = (snooze_until, expect) => {
      assert.equal(readsAlone(holds({ snooze_until }), person), expect, snooze_until);
      assert.equal(drawsBadge(holds({ snooze_until }), person), expect, snooze_until);
      assert.equal(isOff(holds({ snooze_until }), person), false);
    };
    check(null, true);
    check("2001-01-01T00:00:00.000Z", true);
    check(new Date(Date.now() + 60_000).toISOString(), false);
  });
});

/** How many elements hang under <html> beside head and body: the badge is the only one. */
const drawn = (page) => page.evaluate(() => [...document.documentElement.children].filter((child) => !["HEAD", "BODY"].includes(child.tagName)).length);

let serial = 0;
const fresh = () => `https://github.com/tamsin-oakhurst-${(serial += 1)}`;

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  /** A page of the settings, painted. */
  const openSettings = async (browser, hash = "") => {
    const page = await browser.openOwn(`options.html${hash}`);
    await until(() => page.evaluate(() => document.getElementById("title") !== null), `options.html${hash}`);
    return page;
  };
  /** Through which storage is read where no page of the settings may be open. */
  const throughPanel = async (browser) => void (browser.deskPage = await browser.openOwn("panel.html?tab=0&lang=en"));
  const local = async (browser, key) => (await browser.desk()).evaluate(async (wanted) => (await chrome.storage.local.get(wanted))[wanted], key);
  const views = async (browser) => (await browser.desk()).evaluate(() => chrome.extension.getViews({ type: "tab" }).map((view) => view.location.href));
  const welcomes = async (browser) => (await views(browser)).filter((address) => address.endsWith("options.html#welcome")).length;
  const rowsOf = (page) => page.evaluate(() => [...document.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent)));
  const focused = (page) => page.evaluate(() => document.activeElement?.id);

  describe(`settings in ${name}`, { timeout: 240_000 }, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;
    let page;

    before(async () => {
      browser = await start(name, { firstRun: true, prefs: themed("light") });
      await throughPanel(browser);
      await until(async () => (await welcomes(browser)) === 1, "the page of the first run", 15_000);
      page = await openSettings(browser);
      await page.bringToFront();
    });
    after(() => browser?.close());

    const chosen = () => local(browser, "settings");
    const holds = async (key, expect) => until(async () => JSON.stringify((await local(browser, "inForce"))?.[key]) === JSON.stringify(expect), `${key} to be ${JSON.stringify(expect)}`);
    /** Types into a field and leaves it. */
    const type = async (id, text) => {
      await page.bringToFront();
      await page.focus(`#${id}`);
      await page.evaluate((field) => document.getElementById(field).select(), id);
      await page.keyboard.press("Backspace");
      if (text) await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    };

    test("a choice is stored by itself, holds, and is said", async () => {
      await page.click("#known-choice");
      await holds("known", false);
      assert.deepEqual(await chosen(), { known: false });
      await until(() => page.evaluate(() => document.getElementById("live").textContent === "Saved."), "the word");
      await page.click("#known-choice");
      await holds("known", true);
      await page.click("#links-choice");
      await holds("links", false);
    });

    test("another language changes the settings at once, and the panel", async () => {
      const panel = await browser.openOwn("panel.html?tab=0");
      const said = () => panel.evaluate(() => document.getElementById("add-tab")?.textContent);
      await until(async () => (await said()) === "Add this tab", "the panel in English");
      await page.bringToFront();
      await page.select("#language-choice", "fr");
      await until(() => page.evaluate(() => document.documentElement.lang === "fr" && document.querySelector("h1").textContent === "Réglages"), "the settings in French");
      await until(async () => (await said()) === "Ajouter cet onglet", "the panel in French");
      await page.select("#language-choice", "browser");
      await until(async () => (await said()) === "Add this tab", "the panel in English again");
      await panel.close();
    });

    test("a number is stored when it is one, and otherwise stays to be put right", async () => {
      await type("one-in", "200");
      await holds("one_in", 200);
      await type("one-in", "1");
      await until(() => page.evaluate(() => document.getElementById("one-in").getAttribute("aria-invalid") === "true"), "the refusal");
      assert.equal(await page.evaluate(() => document.getElementById("one-in").value), "1");
      assert.equal((await chosen()).one_in, 200);
      await type("one-in", "");
      await holds("one_in", null);
      await until(() => page.evaluate(() => !document.getElementById("one-in").hasAttribute("aria-invalid")), "nothing is refused");
    });

    test("nothing is kept before that is switched on; then thirty days, or as many as one types", async () => {
      assert.equal((await local(browser, "inForce")).keep_days, null);
      assert.match(await page.evaluate(() => document.getElementById("keep").innerText), /not encrypted/);
      await page.click("#keep-choice");
      await holds("keep_days", 30);
      await until(() => page.evaluate(() => document.getElementById("keep-days")?.value === "30"), "the field");
      assert.equal(await focused(page), "keep-choice");
      await type("keep-days", "7");
      await holds("keep_days", 7);
      await page.click("#keep-choice");
      await holds("keep_days", null);
    });

    test("everything is deleted after a second click only, by keyboard", async () => {
      // Where nothing is to be kept the worker deletes what is put there, as soon as it comes to it.
      await page.click("#keep-choice");
      await holds("keep_days", 30);
      await page.evaluate(async () => {
        // Both whole: what is not, or is over, a panel that was opened just before may still delete.
        const at = new Date().toISOString();
        const whole = { work: "{}", title: "x", url: "https://x.example/", at, until: new Date(Date.now() + 9e8).toISOString() };
        await chrome.storage.local.set({ "kept:1": whole, "kept:2": whole, "keptless": 1 });
        await chrome.storage.session.set({ "work:1": 1, "workshop": 1, "case": {}, "private:case": {}, "practice:case-inbox": [], "tab:999001": { state: "reading", url: "https://x.example/" } });
      });
      const keys = () => page.evaluate(async () => [...Object.keys(await chrome.storage.local.get(null)), ...Object.keys(await chrome.storage.session.get(null))].filter((key) => /^(?:kept|work|case|private|practice|tab:999)/.test(key)).sort());
      const press = async (expect) => {
        await page.keyboard.press("Enter");
        await until(async () => (await focused(page)) === expect, `the focus on ${expect}`);
      };
      // What changes in the storage is painted anew.
      await until(() => page.evaluate(() => document.querySelectorAll("#kept-list li").length === 2), "the list");
      await page.bringToFront();
      await page.focus("#delete");
      await press("delete-no");
      assert.equal((await keys()).length, 9);
      await press("delete");
      assert.equal((await keys()).length, 9);
      await press("delete-no");
      await axe(page, "the question");
      await page.keyboard.press("Tab");
      assert.equal(await focused(page), "delete-yes");
      await press("delete");
      assert.deepEqual(await keys(), ["keptless", "workshop"]);
      assert.equal(await page.evaluate(() => document.getElementById("live").textContent), "Deleted.");
      await page.click("#keep-choice");
      await holds("keep_days", null);
    });

    describe("kept candidates", () => {
      const ADA = "https://github.com/ada-oakhurst";
      const BO = "https://github.com/bo-oakhurst";
      const DAY = 86_400_000;
      const at = (days) => new Date(Date.now() + days * DAY).toISOString();
      const dayOf = (moment) => page.evaluate((text) => { const day = new Date(text); return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-"); }, moment);
      const entry = (more) => ({ work: '{"now":{"note":"Met on Tuesday"}}', title: "Ada", url: ADA, level: "worth-checking", at: at(-1), until: at(20), ...more });
      const two = () => ({ [`kept:${BO}`]: entry({ title: "Bo \u202eOakhurst", url: BO, level: "verify-first" }), [`kept:${ADA}`]: entry({}) });
      const folder = mkdtempSync(join(tmpdir(), "touchstone-kept-"));
      after(() => rmSync(folder, { recursive: true, force: true }));

      /** All that is kept, and the work of the session. */
      const keptNow = () => page.evaluate(async () => {
        const all = { ...(await chrome.storage.local.get(null)), ...(await chrome.storage.session.get(null)) };
        return Object.fromEntries(Object.entries(all).filter(([key]) => /^(?:kept|work):/.test(key)).sort());
      });
      const keep = (local, session = {}) => page.evaluate(async (one, other) => void (await chrome.storage.local.set(one), await chrome.storage.session.set(other)), local, session);
      const empty = () => page.evaluate(async () => {
        for (const area of [chrome.storage.local, chrome.storage.session]) await area.remove(Object.keys(await area.get(null)).filter((key) => /^(?:kept|work):/.test(key)));
      });
      const lines = () => page.evaluate(() => [...document.querySelectorAll("#kept-list li")].map((item) => [...item.children].slice(0, 2).map((cell) => cell.textContent)));
      const listed = (count) => until(async () => (await lines()).length === count, `${count} in the list`);
      const said = (what) => until(async () => (await page.evaluate(() => document.getElementById("live").textContent)) === what, what);
      const shown = () => page.evaluate(() => document.getElementById("kept-said")?.textContent);
      const press = async (id, expect) => {
        await page.focus(`#${id}`);
        await page.keyboard.press("Enter");
        await until(async () => (await focused(page)) === expect, `the focus on ${expect}`);
      };
      const read = async (text) => {
        const path = join(folder, "kept.json");
        writeFileSync(path, text);
        await (await page.$("#kept-read")).uploadFile(path);
      };
      /** The text that is handed to the user as a file; nothing is downloaded, because Firefox would give the focus to its list of downloads. */
      const save = async () => {
        await page.evaluate(() => {
          const [make, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
          URL.createObjectURL = (blob) => {
            window.blob = blob;
            return make.call(URL, blob);
          };
          HTMLAnchorElement.prototype.click = function () {
            window.saved = [this.download, this.href.startsWith("blob:")];
            Object.assign(URL, { createObjectURL: make });
            Object.assign(HTMLAnchorElement.prototype, { click });
          };
        });
        await page.click("#kept-save");
        await until(() => page.evaluate(() => window.saved !== undefined), "the file");
        const [file, isBlob] = await page.evaluate(() => window.saved);
        assert.match(file, /^touchstone-kept-\d{4}-\d\d-\d\d\.json$/);
        assert.ok(isBlob);
        return page.evaluate(() => window.blob.text());
      };

      test("are not spoken of where there are none, and no file is read where none are kept", async () => {
        await page.bringToFront();
        assert.equal((await local(browser, "inForce")).keep_days, null);
        const there = await page.evaluate(() => ["kept-list", "kept-count", "kept-save", "kept-read", "counts-fold"].filter((id) => document.getElementById(id)));
        assert.deepEqual(there, []);
        assert.match(await page.evaluate(() => document.getElementById("keep").innerText), /can be read once candidates are kept/);
        await page.click("#keep-choice");
        await holds("keep_days", 30);
        await until(() => page.evaluate(() => document.getElementById("kept-read") !== null), "the way to read a file");
      });

      test("are listed by title and deleted one by one, by keyboard", async () => {
        const entries = two();
        await keep(entries, { [`work:${ADA}`]: "{}", [`work:${BO}`]: "{}" });
        await listed(2);
        const day = await dayOf(entries[`kept:${ADA}`].until);
        assert.deepEqual(await lines(), [["Ada", `Worth checking · kept until ${day}`], ["Bo Oakhurst", `Verify first · kept until ${day}`]]);
        assert.equal(await page.evaluate(() => document.getElementById("kept-count").textContent), "2 candidates are kept.");
        assert.equal(await page.evaluate(() => document.querySelector("#kept-list bdi").dir), "auto");
        assert.equal(await page.evaluate(() => document.getElementById("kept-1").getAttribute("aria-label")), "Delete: Bo Oakhurst");
        await axe(page, "with kept candidates");
        const viewport = page.viewport();
        await page.setViewport({ width: 320, height: 800 });
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, "at 320");
        await page.setViewport(viewport);
        await press("kept-0", "kept-0-no");
        await axe(page, "the question about one");
        await press("kept-0-no", "kept-0");
        assert.equal(Object.keys(await keptNow()).length, 4);
        await press("kept-0", "kept-0-no");
        await press("kept-0-yes", "kept-0");
        assert.deepEqual(Object.keys(await keptNow()), [`kept:${BO}`, `work:${BO}`]);
        assert.deepEqual((await lines()).map(([title]) => title), ["Bo Oakhurst"]);
        await press("kept-0", "kept-0-no");
        await press("kept-0-yes", "kept-read");
        assert.deepEqual(await keptNow(), {});
        await said("Deleted.");
        assert.equal(await page.evaluate(() => document.getElementById("kept-count")), null);
      });

      test("are saved as a file and read from it; what is newer stays", async () => {
        const entries = two();
        await keep(entries);
        await listed(2);
        const file = JSON.parse(await save());
        assert.equal(file.schema, "touchstone-kept-1");
        assert.match(file.date, /^\d{4}-\d\d-\d\d$/);
        assert.deepEqual(Object.keys(file.candidates), [ADA, BO]);
        await empty();
        await listed(0);
        await read(JSON.stringify(file));
        await said("2 candidates were read from the file.");
        assert.equal(await shown(), "2 candidates were read from the file.");
        await listed(2);
        await axe(page, "after a file was read");
        assert.deepEqual(await keptNow(), entries);

        const newer = structuredClone(file);
        newer.candidates[ADA].at = at(-0.5);
        newer.candidates[ADA].work = '{"now":{"note":"Met on Friday"}}';
        newer.candidates["https://github.com/cy-oakhurst"] = entry({ title: "Cy" });
        const session = { [`work:${ADA}`]: "{}", "work:https://github.com/cy-oakhurst": "{}" };
        await keep({}, session);
        await read(JSON.stringify(newer));
        await said("1 candidate was read from the file. 2 were left out: what is here is as new, the time is over, or it is too long.");
        const now = await keptNow();
        assert.equal(now[`kept:${ADA}`].work, newer.candidates[ADA].work);
        assert.equal(now[`work:${ADA}`], newer.candidates[ADA].work, "the session goes on with it");
        assert.deepEqual(now[`kept:${BO}`], entries[`kept:${BO}`]);
        assert.equal(now["kept:https://github.com/cy-oakhurst"], undefined, "the work of this session stays");
        await empty();
        await listed(0);
      });

      test("a spoiled file is refused with a sentence and changes nothing", async () => {
        const entries = two();
        await keep(entries);
        await listed(2);
        const file = { schema: "touchstone-kept-1", date: "2026-11-24", candidates: { one: entry({ title: "Dee" }), two: entry({ title: 7 }) } };
        const whole = JSON.stringify(file);
        const wrong = "Nothing was read: this is not a file of kept candidates, or it was changed.";
        for (const [text, what] of [[whole.slice(0, -9), wrong], [whole, wrong], ["{}", wrong], [" ".repeat(8_000_001), "Nothing was read: the file is too large."]]) {
          await page.evaluate(() => document.getElementById("kept-said")?.remove());
          await read(text);
          await until(async () => (await shown()) === what, what);
          await said(what);
          assert.deepEqual(await keptNow(), entries);
        }
        await axe(page, "a refused file");
      });

      test("fewer days hold for those that are kept, and it is said how many are gone", async () => {
        const entries = { ...two(), "kept:old": entry({ title: "Old", at: at(-10), until: at(20) }) };
        await keep(entries);
        await listed(3);
        await type("keep-days", "7");
        await said("Saved. 1 kept candidate was deleted.");
        await holds("keep_days", 7);
        const now = await keptNow();
        assert.deepEqual(Object.keys(now), [`kept:${ADA}`, `kept:${BO}`]);
        const { at: done, ...rest } = entries[`kept:${ADA}`];
        assert.deepEqual(now[`kept:${ADA}`], { ...rest, at: done, until: new Date(Date.parse(done) + 7 * DAY).toISOString() });
        await page.click("#keep-choice");
        await said("Saved. 2 kept candidates were deleted.");
        await holds("keep_days", null);
        assert.deepEqual(await keptNow(), {});
      });

      test("what is over is gone when the page opens", async () => {
        await keep({ "kept:over": entry({ until: at(-0.01) }), [`kept:${ADA}`]: entry({}) });
        const other = await openSettings(browser);
        assert.deepEqual(Object.keys(await keptNow()), [`kept:${ADA}`]);
        await other.close();
        await empty();
      });

      // Firefox starts no worker for an add-on that is there for a while only; a driver installs nothing else.
      test("what is over is gone when the browser starts, though nothing is opened", { skip: name !== "chromium" }, async () => {
        const profile = mkdtempSync(join(tmpdir(), "touchstone-profile-"));
        try {
          const first = await start(name, { profile });
          await (await first.desk()).evaluate((entries) => chrome.storage.local.set(entries), { "kept:over": entry({ until: at(-0.01) }), "kept:ada": entry({}) });
          await first.close();
          const second = await start(name, { profile });
          const kept = async () => (await second.workerTarget().worker()).evaluate(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith("kept:")));
          await until(async () => JSON.stringify(await kept()) === '["kept:ada"]', "what is over to be gone");
          await second.close();
        } finally {
          rmSync(profile, { recursive: true, force: true });
        }
      });

      test("the counts of this machine start again after a second click; the role stays", async () => {
        const common = { feedback: { "account/skill-sprawl": { seen: 3, false_alarms: 1 }, "no/such-line": { seen: 1, false_alarms: 0 } }, role: { remote: true }, stage: "interview" };
        await page.bringToFront();
        await page.evaluate((text) => chrome.storage.local.set({ common: text }), JSON.stringify(common));
        await until(() => page.evaluate(() => document.getElementById("counts-fold") !== null), "the counts");
        await page.click("#counts-fold");
        const rows = await page.evaluate(() => [...document.querySelectorAll("#keep tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent)));
        assert.deepEqual(rows.map(([, ...counts]) => counts), [["3", "1"], ["1", "0"]]);
        assert.doesNotMatch(rows[0][0], /skill-sprawl/, "a line is called by its title");
        assert.equal(rows[1][0], "no/such-line");
        await axe(page, "the counts");
        await press("counts-reset", "counts-reset-no");
        await axe(page, "the question about the counts");
        await press("counts-reset-yes", "keep-choice");
        await said("The counts start again at zero.");
        const after = JSON.parse(await local(browser, "common"));
        assert.deepEqual(after, { feedback: {}, role: { remote: true }, stage: "interview" });
        assert.equal(await page.evaluate(() => document.getElementById("counts-fold")), null);
      });
    });

    test("every control is reached by keyboard, and the ways between the pages work", async () => {
      await page.bringToFront();
      await page.focus("#to-settings");
      const all = await page.evaluate(() => [...document.querySelectorAll("#settings a, #settings button, #settings select, #settings input:not([type=radio])")].map((one) => one.id));
      const reached = new Set();
      // Not beyond the last: the focus would go to the browser's own controls.
      for (let step = 0; step < 60 && !reached.has(all.at(-1)); step += 1) {
        if (step > 0) await page.keyboard.press("Tab");
        reached.add(await focused(page));
      }
      assert.deepEqual(all.filter((id) => !reached.has(id)), []);
      for (const [way, title] of [["policy", "Policy in force"], ["reads", "What is read where"], ["settings", "Settings"]]) {
        await page.focus(`#to-${way}`);
        await page.keyboard.press("Enter");
        await until(async () => (await page.evaluate(() => document.getElementById("title").textContent)) === title, title);
        assert.equal(await focused(page), "title");
      }
    });

    test("a site that is off is on again after a click", async () => {
      await page.evaluate(async () => {
        const { settings } = await chrome.storage.local.get("settings");
        await chrome.storage.local.set({ settings: { ...settings, off: ["a.example", "b.example"] } });
      });
      await until(() => page.evaluate(() => document.querySelectorAll("#off-list button").length === 2), "the list");
      await page.focus('[data-of="a.example"]');
      await page.keyboard.press("Enter");
      await holds("off", ["b.example"]);
      await until(async () => (await focused(page)) === "off-b.example", "the focus on the next");
      await page.keyboard.press("Enter");
      await holds("off", []);
    });

    test("in a quiet while nothing is read, and then again", async () => {
      await page.click("#silence-hour");
      await until(() => page.evaluate(() => /Quiet until/.test(document.getElementById("silence").innerText)), "the quiet");
      await until(async () => (await local(browser, "inForce")).snooze_until !== null, "the moment");
      const quiet = fresh();
      const tab = await browser.open(quiet, github());
      await new Promise((done) => setTimeout(done, 2500));
      assert.equal(await browser.stateOf(quiet), undefined);
      assert.equal(await drawn(tab), 0);
      await page.bringToFront();
      await page.click("#silence-end");
      await until(async () => (await local(browser, "inForce")).snooze_until === null, "the end of it");
      await tab.bringToFront();
      await tab.evaluate(() => document.querySelector("main").append("One more line."));
      assert.equal((await browser.verdictOn(quiet)).state, "judged");
      await tab.close();
    });

    test("what a button changes is not painted while another one is held down", async () => {
      await page.bringToFront();
      await page.focus("#silence-hour");
      await page.keyboard.down("Shift");
      await page.evaluate(() => {
        const moments = (globalThis.moments = { down: performance.now() });
        addEventListener("keyup", () => (moments.up = performance.now()), { once: true });
        new MutationObserver((_, observer) => {
          moments.painted = performance.now();
          observer.disconnect();
        }).observe(document.getElementById("settings"), { childList: true });
        document.getElementById("silence-hour").click();
      });
      await until(async () => (await local(browser, "inForce")).snooze_until !== null, "the moment");
      await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
      await page.keyboard.up("Shift");
      await until(() => page.evaluate(() => document.activeElement.id === "silence-end"), "the quiet");
      const { down, up, painted } = await page.evaluate(() => globalThis.moments);
      // On a slow machine a second may pass, and then nothing waits any longer.
      assert.ok(painted >= Math.min(up, down + 1000), `down ${down}, up ${up}, painted ${painted}`);
      await page.click("#silence-end");
      await until(async () => (await local(browser, "inForce")).snooze_until === null, "the end of it");
    });

    test("the practice candidate is judged in the panel", async () => {
      const welcome = await openSettings(browser, "#welcome");
      await welcome.bringToFront();
      const counted = await local(browser, "common");
      await welcome.click("#practice-open");
      const own = async () => (await browser.browser.pages()).find((one) => one.url().includes("panel.html?practice="));
      const panel = browser.isChromium ? await until(own, "the panel") : undefined;
      const opened = async () => (await views(browser)).some((address) => address.endsWith("panel.html?practice=early-cluster"));
      await until(opened, "the panel's tab");
      const text = () => (panel ?? browser.deskPage).evaluate(() => (chrome.extension.getViews({ type: "tab" }).find((view) => view.location.search.startsWith("?practice"))?.document.getElementById("panel").innerText ?? ""));
      await until(async () => /Kubernetes/.test(await text()), "the evidence", 20_000);
      // Nobody's: it lies apart, and what it shows is not counted.
      const stored = () => welcome.evaluate(() => chrome.storage.session.get(null).then(Object.keys));
      await until(async () => (await stored()).some((key) => key.startsWith("work:practice:")), "the work on it");
      assert.ok((await stored()).includes("practice:case") && !(await stored()).includes("case"));
      assert.deepEqual(await local(browser, "common"), counted);
      await welcome.close();
    });

    test("the first run is one screen in every language, and grows with the user's text", async () => {
      for (const language of ["en", "fr", "de", "es"]) {
        await browser.settings({ platforms: {}, language });
        const welcome = await openSettings(browser, "#welcome");
        await until(() => welcome.evaluate((lang) => document.documentElement.lang === lang && document.getElementById("practice-open") !== null, language), language);
        await welcome.setViewport({ width: 1280, height: 800 });
        const tall = () => welcome.evaluate(() => document.body.getBoundingClientRect().height);
        const before = await tall();
        assert.ok(before <= 800, `${language}: ${before}`);
        // As with a text of 200 % in the browser's settings.
        await welcome.evaluate(() => (document.documentElement.style.fontSize = "200%"));
        assert.ok((await tall()) > before * 1.4, "the words grow");
        assert.equal(await welcome.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, language);
        await welcome.close();
      }
      await browser.settings({ platforms: {} });
    });

    for (const theme of ["light", "dark"]) {
      test(`axe finds nothing, ${theme}`, async () => {
        const own = browser.isChromium || theme === "light" ? browser : await start(name, { prefs: themed(theme) });
        try {
          for (const hash of ["", "#welcome", "#policy", "#reads"]) {
            const shown = await openSettings(own, hash);
            await own.dress(shown, theme);
            await axe(shown, `${hash} ${theme}`);
            for (const width of [320, 1280]) {
              await shown.setViewport({ width, height: 800 });
              const wide = await shown.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
              assert.equal(wide, 0, `${hash} at ${width}`);
            }
            await shown.close();
          }
        } finally {
          if (own !== browser) await own.close();
        }
      });
    }
  });

  const skip = unmanaged(name);
  if (skip) console.error(`\n!!! ${skip}\n`);

  describe(`a policy in ${name}`, { timeout: 240_000, skip }, () => {
    test("holds though no page of the settings was ever opened, and opens no first run", async () => {
      const policy = { platforms: { github: "click" }, platformsAllowed: ["github", "upwork"], known: false, locked: ["platforms.github", "known", "off"], firstRun: false };
      const browser = await startManaged(name, policy);
      try {
        await throughPanel(browser);
        await until(async () => (await local(browser, "inForce"))?.allowed?.length === 2, "the policy", 15_000);
        // The user's own choices are of no use against what is locked.
        await browser.desk().then((desk) => desk.evaluate(() => chrome.storage.local.set({ settings: { known: true, platforms: { github: { read: "auto", badge: true }, linkedin: { read: "auto", badge: true } } } })));
        const locked = fresh();
        const one = await browser.open(locked, github());
        const forbidden = "https://www.linkedin.com/in/tamsin-oakhurst-0000/";
        const two = await browser.open(forbidden, github());
        const read = "https://www.upwork.com/freelancers/~0123456789abcdef01";
        const three = await browser.open(read, github());
        const state = await browser.verdictOn(read);
        assert.equal(state.state, "judged");
        assert.ok(state.verdict.assessment.not_checked.some((row) => row.reason === "list-off"), "the list is not consulted");
        assert.equal(await browser.stateOf(locked), undefined);
        assert.equal(await drawn(one), 0);
        // Not even by a click: the message that a click sends.
        await two.bringToFront();
        await (await browser.desk()).evaluate(async () => {
          const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
          await chrome.tabs.sendMessage(tab.id, { kind: "read" }).catch(() => undefined);
        });
        await new Promise((done) => setTimeout(done, 1500));
        assert.equal(await browser.stateOf(forbidden), undefined);
        // What is allowed is read by a click.
        await one.bringToFront();
        await (await browser.desk()).evaluate(async () => {
          const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
          await chrome.tabs.sendMessage(tab.id, { kind: "read" });
        });
        assert.equal((await browser.verdictOn(locked)).state, "judged");
        // The panel's foot offers no choice that is not the user's.
        const panel = await browser.openOwn(`panel.html?tab=${state.tab}`);
        const foot = () => panel.evaluate(() => [...document.querySelectorAll("footer button")].map((button) => button.dataset.act));
        await until(async () => (await foot()).length > 0, "the foot");
        assert.deepEqual(await foot(), ["quiet-hour", "settings"]);
        await panel.close();
        await three.close();
        assert.equal(await welcomes(browser), 0);
      } finally {
        await browser.close();
      }
    });

    test("has a platform read by itself only once the user and the browser agree, and says so", async () => {
      const browser = await startManaged(name, { platforms: { gitlab: "auto" }, locked: ["platforms.gitlab"], firstRun: false });
      try {
        await browser.allow("https://gitlab.com/*");
        await browser.withdraw("https://gitlab.com/*");
        const page = await openSettings(browser, "");
        const box = () => page.evaluate(() => [document.getElementById("read-gitlab")?.checked, document.getElementById("read-gitlab")?.disabled, /until then only when you click/.test(document.getElementById("more").innerText)]);
        await until(async () => (await local(browser, "inForce"))?.platforms.gitlab.read === "auto", "the policy", 15_000);
        await until(async () => JSON.stringify(await box()) === "[false,false,true]", "the box waits");
        const reads = await openSettings(browser, "#reads");
        assert.match(await reads.evaluate(() => document.getElementById("settings").innerText), /Read automatically once you tick it/);
        await reads.close();
        await browser.allow("https://gitlab.com/*");
        await page.bringToFront();
        if (browser.isChromium) await page.evaluate(() => document.getElementById("read-gitlab").scrollIntoView());
        await page.click("#read-gitlab");
        await until(async () => JSON.stringify(await box()) === "[true,true,false]", "the box is ticked and locked");
        await until(async () => (await (await browser.desk()).evaluate(() => chrome.scripting.getRegisteredContentScripts())).some(({ id }) => id === "gitlab"), "its pages are read");
      } finally {
        await browser.close();
      }
    });

    test("is listed with where each value comes from and what was refused, and its controls are locked", async () => {
      const policy = { known: false, keepDays: 30, oneIn: 1, language: "fr", offAdd: ["a.example"], locked: ["known", "everything"], firstRun: false, ...(name === "firefox" && { links: "false", later: 1 }) };
      const browser = await startManaged(name, policy);
      try {
        const page = await openSettings(browser, "#policy");
        await until(async () => (await rowsOf(page)).some(([, , from]) => from === "Votre organisation, verrouillé"), "the policy", 15_000);
        const rows = await rowsOf(page);
        const has = (...row) => assert.ok(rows.some((one) => row.every((cell, at) => one[at] === cell)), `${JSON.stringify(row)} in ${JSON.stringify(rows)}`);
        has("Enquêtes publiées", "Non", "Votre organisation, verrouillé");
        has("Données conservées", "30", "Votre organisation\u00a0; vous pouvez la changer");
        has("Sites ajoutés aux vôtres", "a.example", "Votre organisation, ajouté aux vôtres");
        has("oneIn", "1", "Le nombre est trop petit ou trop grand.");
        has("locked", "everything", "Aucun réglage ne porte ce nom.");
        if (name === "firefox") {
          has("Liens de recherche", "Non");
          has("later", "1", "Aucun réglage ne porte ce nom.");
        }
        await axe(page, "a policy");
        await page.evaluate(() => (location.hash = "#settings"));
        await until(() => page.evaluate(() => document.getElementById("known-choice") !== null), "the settings");
        const state = await page.evaluate(() => ["known-choice", "keep-choice"].map((id) => [document.getElementById(id).checked, document.getElementById(id).disabled]));
        assert.deepEqual(state, [[false, true], [true, false]]);
        assert.equal(await page.evaluate(() => document.querySelectorAll("#off-list button").length), 0);
        await axe(page, "settings under a policy");
        await page.click("#keep-choice");
        await until(async () => (await page.evaluate(async () => (await chrome.storage.local.get("inForce")).inForce.keep_days)) === null, "the user's own choice");
      } finally {
        await browser.close();
      }
    });

    if (name === "chromium") {
      test("that changes while the browser runs holds at once", async () => {
        const browser = await startManaged(name, { known: false, keepDays: 30, firstRun: false });
        try {
          await throughPanel(browser);
          await until(async () => (await local(browser, "inForce"))?.known === false, "the policy", 15_000);
          const at = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
          const kept = { work: "{}", title: "Ada", url: "https://github.com/ada-oakhurst", at: at(-10), until: at(20) };
          await (await browser.desk()).evaluate((one) => chrome.storage.local.set({ "kept:ada": one }), kept);
          browser.setPolicy({ known: true, links: false, keepDays: 14, firstRun: false });
          await until(async () => (await local(browser, "inForce")).links === false, "the change", 30_000);
          assert.equal((await local(browser, "inForce")).known, true);
          await until(async () => Date.parse((await local(browser, "kept:ada")).until) === Date.parse(kept.at) + 14 * 86_400_000, "fewer days");
          browser.setPolicy({ known: true, links: false, keepDays: 7, firstRun: false });
          await until(async () => (await local(browser, "kept:ada")) === undefined, "nothing for longer than that", 30_000);
        } finally {
          await browser.close();
        }
      });
    }
  });
}
