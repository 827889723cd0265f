// The first painting, which says the level before the panel's WebAssembly is there: it says what the whole one says, where
// that says it, and nothing where the whole one would show something else. The panel is held back here, so that the first
// painting can be looked at, and comes when a test asks for it.

import assert from "node:assert/strict";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { deskOf } from "./desk-page.js";
import { start, until } from "./driver.js";
import { github, linkedin } from "./pages.js";

const auto = { read: "auto", badge: true };
const SETTINGS = { platforms: { linkedin: auto, github: auto, upwork: auto }, corners: {}, off: [], asked: true };

const sample = (name) => readFileSync(`tests/pages/samples/${name}.html`, "utf8");
/** An invented candidate with several lines. */
const PAGE = { url: "https://www.upwork.com/freelancers/~01tarnwick", html: sample("contradictions") };
const OTHERS = [
  { url: "https://github.com/hanneke-vos", html: sample("ordinary") },
  { url: "https://github.com/mira-okonedo-first", html: github() },
  { url: "https://www.linkedin.com/in/tobias-fernlund-first", html: linkedin({ slug: "tobias-fernlund-first", roles: [["Engineer", "Norrsken Data", "Mar 2009", "Apr 2012", "Ran the build farm on Kubernetes"], ["Engineer", "Lathe Works", "May 2012", "Present", "Runs the presses"]] }) },
];

/** A copy that says when the first painting is done with, and whose panel comes later, or with `?early` before it. */
function heldBack(folder) {
  const first = join(folder, "first.js");
  const code = readFileSync(first, "utf8");
  const [begin, both] = ['void import("./panel.js");', "void sayLevel().finally(startPanel);"];
  assert.ok(code.includes(begin) && code.includes(both));
  writeFileSync(first, code.replace(begin, 'return import("./panel.js");').replace(both, "globalThis.first = startPanel().then(sayLevel);"));
  renameSync(join(folder, "panel.js"), join(folder, "whole.js"));
  writeFileSync(join(folder, "panel.js"), 'if (new URLSearchParams(location.search).has("early")) document.getElementById("panel").textContent = "Painted";\n');
}

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(`first painting in ${name}`, { timeout: 240_000 }, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;
    before(async () => {
      // Firefox's worker goes to sleep between some of the tests, so that both ways to the level are gone.
      browser = await start(name, { change: heldBack, prefs: { "extensions.background.idle.timeout": 4000 } });
      await browser.settings(SETTINGS);
    });
    after(() => browser?.close());

    const { openTab } = deskOf(() => browser);

    /** The panel with its first painting, if there is one. */
    async function panelAt(query) {
      const panel = await browser.openOwn(`panel.html?${query}`);
      await panel.evaluate(() => globalThis.first);
      return panel;
    }

    /** What stands in the panel, and where. */
    const seen = (panel) =>
      panel.evaluate(() => {
        const [line, title] = ["p.page", "h1"].map((selector) => document.querySelector(`#panel > main > header.verdict > ${selector}`));
        const { x, y, width, height } = title.getBoundingClientRect();
        const words = title.querySelector("span").getBoundingClientRect();
        const { lang, dataset } = { lang: document.documentElement.lang, dataset: title.parentElement.dataset };
        return { line: line?.outerHTML, title: title.outerHTML, level: dataset.level, lang, place: [x, y, width, height, words.x, words.width], scrolled: scrollY };
      });

    /** Has the panel paint, and counts what a screen reader is told. */
    async function whole(panel) {
      await panel.evaluate(() => {
        globalThis.told = [];
        const live = document.getElementById("live");
        new MutationObserver(() => globalThis.told.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
        void import(chrome.runtime.getURL("whole.js"));
      });
      await until(() => panel.evaluate(() => performance.getEntriesByName("touchstone:painted").length === 1 && !document.getElementById("bar").inert), "the whole panel");
    }

    const put = async (entries) => (await browser.desk()).evaluate((given) => chrome.storage.session.set(JSON.parse(given)), JSON.stringify(entries));
    const remove = async (...keys) => (await browser.desk()).evaluate((given) => chrome.storage.session.remove(given), keys);

    async function judged(candidate = PAGE) {
      const { page, tab } = await openTab(candidate);
      // A tab of an earlier test may have had the same address.
      const { tab: _, ...entry } = await until(async () => (await browser.states()).find((one) => one.tab === tab && one.state !== "reading"), candidate.url);
      return { page, tab, entry };
    }

    test("says what the whole painting says, where that says it, in every language and at every level that there is", async () => {
      const levels = new Set();
      for (const [number, candidate] of [PAGE, ...OTHERS].entries()) {
        const { page, tab, entry } = await judged(candidate);
        assert.equal(entry.state, "judged", candidate.url);
        for (const [lang, width] of number === 0 ? [["en", 320], ["fr-CA", 1280], ["de", 240], ["es", 400], ["xx", 320]] : [["en", 320]]) {
          const panel = await panelAt(`tab=${tab}&lang=${lang}`);
          await panel.setViewport({ width, height: 700 });
          const first = await seen(panel);
          const bar = () => panel.evaluate(() => getComputedStyle(document.getElementById("bar")).visibility);
          assert.equal(await bar(), "hidden", "controls without names");
          assert.equal(await panel.evaluate(() => document.getElementById("live").textContent), "");
          assert.equal(await panel.evaluate(() => performance.getEntriesByName("touchstone:level").length), 1);
          await whole(panel);
          assert.deepEqual(await seen(panel), first, `${candidate.url} in ${lang}`);
          assert.equal(await bar(), "visible");
          assert.equal(await panel.evaluate(() => document.querySelectorAll("main, h1").length), 2);
          const words = await panel.evaluate(() => document.querySelector("h1").innerText);
          assert.deepEqual(await panel.evaluate(() => globalThis.told), [words]);
          levels.add(first.level);
          await panel.close();
        }
        await page.close();
      }
      assert.ok(levels.size >= 3, [...levels].join());
    });

    test("asks the storage where no worker has it at hand, and says the same", async () => {
      const { page, tab } = await judged();
      const said = async () => {
        const panel = await panelAt(`tab=${tab}`);
        const found = { ...(await seen(panel)), from: await panel.evaluate(() => performance.getEntriesByName("touchstone:level")[0].detail) };
        await panel.close();
        return found;
      };
      // Chromium's worker is no page.
      const best = name === "firefox" ? "near" : "stored";
      const awake = await until(async () => {
        const found = await said();
        return found.from === best && found;
      }, best);
      await browser.killWorker();
      const desk = await browser.desk();
      await until(() => desk.evaluate(() => !chrome.extension?.getBackgroundPage?.()), "the worker's sleep", 20_000);
      assert.deepEqual(await said(), { ...awake, from: "stored" });
      await page.close();
    });

    test("follows the tab in front and the language of the settings", async () => {
      const { page, entry } = await judged();
      const panel = await panelAt("");
      assert.equal(await panel.evaluate(() => document.getElementById("panel").childElementCount), 0);
      await browser.settings({ ...SETTINGS, language: "de" });
      await panel.bringToFront();
      // Again in the same document: the worker forgets a tab whose page comes anew and is no candidate's.
      const said = await panel.evaluate(async (found) => {
        const key = `tab:${(await chrome.tabs.getCurrent()).id}`;
        await chrome.storage.session.set({ [key]: found });
        await import(chrome.runtime.getURL("first.js"));
        await globalThis.first;
        await chrome.storage.session.remove(key);
        return document.querySelector("h1")?.innerText;
      }, entry);
      assert.equal(said, entry.verdict.words.de);
      await browser.settings(SETTINGS);
      await panel.close();
      await page.close();
    });

    test("is silent with a candidate on the desk, and where the entry is no whole verdict or the work could change it", async () => {
      const { page, tab, entry } = await judged();
      const { verdict } = entry;
      const key = `tab:${tab}`;
      const failures = [];
      const silent = async (query = "") => {
        const panel = await browser.browser.newPage();
        panel.on("pageerror", (error) => failures.push(String(error.message ?? error)));
        panel.goto(`${browser.base}panel.html?tab=${tab}${query}`).catch(() => undefined);
        await until(() => panel.evaluate(() => globalThis.first?.then(() => true)), "the first painting");
        const said = await panel.evaluate(() => document.getElementById("panel").textContent);
        await panel.close();
        return said;
      };
      const check = async (change, words, query) => {
        await put(change);
        assert.equal(await silent(query), words ?? "", JSON.stringify(change).slice(0, 300));
      };
      const shown = entry.title + verdict.words.en;
      await check({}, shown);
      await check({}, "", "&practice=early-cluster");
      await check({}, "Painted", "&early");

      for (const desk of ["case", "case-inbox", "case-said"]) {
        await check({ [desk]: desk === "case-said" ? "added" : [] });
        await remove(desk);
      }

      const of = (change) => ({ ...entry, verdict: { ...verdict, ...change } });
      const { work: _, ...older } = verdict;
      const other = verdict.level === "verify-first" ? "worth-checking" : "verify-first";
      const entries = [
        ...[null, -1.5, "spoiled", [1, null, "x"], {}],
        ...["reading", "not-a-candidate", "failed", "off", undefined, 3].map((state) => ({ ...entry, state })),
        ...[null, 3, "text", [], { level: "verify-first" }, { level: "verify-first", words: { en: "x" }, open: 1 }, older].map((found) => ({ ...entry, verdict: found })),
        ...[undefined, 3, null, ["x"], "A\u00a0title", "A \u202etitle", "x".repeat(321)].map((title) => ({ ...entry, title })),
        ...[null, other, "unknown", "toString", { toString: 1 }].map((level) => of({ level })),
        ...[{ level: "constructor", assessment: { ...verdict.assessment, level: "constructor" } }, { assessment: 3 }, { assessment: { hits: [{ id: "x" }] } }, { assessment: { ...verdict.assessment, hits: 3 } }, { open: verdict.open + 1 }].map(of),
        ...[null, "text", [], {}, { en: 3 }, { en: null, fr: "x" }].map((words) => of({ words })),
        ...[3, null, {}, { toString: 1 }].map((found) => of({ work: found })),
      ];
      for (const spoiled of entries) await check({ [key]: spoiled });
      await check({ [key]: { ...entry, title: "" } }, verdict.words.en);
      await check({ [key]: entry }, shown);

      for (const marks of [3, null, "text", [], { "work of another page": true }]) await check({ worked: marks }, shown);
      // What is written and ticked changes no level; what is set aside and what was observed may, here and where it was
      // kept elsewhere, until it is deleted.
      const now = (board) => JSON.stringify({ now: board });
      const doWork = async (...done) =>
        (await browser.desk()).evaluate(
          async (name, does, given) => {
            const { deleteAll, keepAll, workStore } = await import(chrome.runtime.getURL("work-store.js"));
            const act = { save: (work) => workStore.save(name, work, {}), keep: (work) => keepAll({ [name]: { work } }), forget: () => workStore.forget(name), "delete-all": deleteAll };
            await act[does](given);
          },
          verdict.work,
          ...done,
        );
      const after = async (does, work, words) => {
        await doWork(does, work);
        await check({}, words);
      };
      const decided = [now({ aside: { "a/b": { why: "trying" } } }), now({ observed: ["a/b"] })];
      for (const does of ["save", "keep"]) {
        for (const work of decided) {
          await after(does, now({ note: '"aside":{', steps: { "a/b": {} } }), shown);
          await after(does, work, "");
          // The page was judged before; what is taken back is judged with it the next time.
          await after(does, now({}), "");
          await after("forget", "", shown);
        }
        await after(does, decided[0], "");
        await after("delete-all", "", shown);
      }
      assert.deepEqual(failures, []);
      await page.close();
    });

    test("never says another level than the whole painting after lines were unticked, nor after the page was read again", async () => {
      const { page, tab, entry } = await judged();
      const panel = await panelAt(`tab=${tab}&lang=en`);
      await whole(panel);
      const title = () => panel.evaluate(() => document.querySelector("h1").innerText);
      const before = await title();
      await panel.evaluate(() => document.querySelector("input[data-act=count]").click());
      await until(async () => (await title()) !== before, "another count");
      const first = async () => {
        const again = await panelAt(`tab=${tab}&lang=en`);
        const said = await again.evaluate(() => document.getElementById("panel").textContent);
        await again.close();
        return said;
      };
      assert.equal(await first(), "");
      await page.bringToFront();
      await page.reload();
      const fresh = await until(async () => {
        const found = (await browser.states()).find((one) => one.tab === tab);
        return found?.state === "judged" && found.at !== entry.at && found;
      }, "a new reading");
      assert.equal(fresh.verdict.work, undefined);
      assert.equal(await first(), "");
      await panel.close();
      await page.close();
    });
  });
}
