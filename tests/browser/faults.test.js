// What goes wrong around the extension: a worker that is killed in the middle, storage that is full
// or spoiled, entries and messages of another version, an update, an end and another clock under
// open pages, and no WebAssembly. Nothing that was written is lost, no page is touched, and the
// screen says what happened.

import assert from "node:assert/strict";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { filesIn } from "../../build/files-in.js";
import { deskOf } from "./desk-page.js";
import { start, until as untilSoon } from "./driver.js";
import { github } from "./pages.js";

const SETTINGS = {
  platforms: { linkedin: { read: "unset", badge: false }, github: { read: "auto", badge: true }, upwork: { read: "auto", badge: true } },
  corners: {},
  off: [],
  asked: true,
  keep_days: 30,
};

/** An invented candidate with several lines. */
const PAGE = { url: "https://www.upwork.com/freelancers/~01tarnwick", html: readFileSync("tests/pages/samples/contradictions.html", "utf8") };
/** Much happens at once here. @param {() => any} look @param {string} what @param {number} [ms] */
const until = (look, what, ms = 20_000) => untilSoon(look, what, ms);

const FULL = /storage in this browser is full/;
const NO_WASM = /WebAssembly is switched off/;

/** Puts text before or behind what stands in a file of a copy. */
const prepend = (path, text) => writeFileSync(path, text + readFileSync(path, "utf8"));
function insert(path, behind, text) {
  const code = readFileSync(path, "utf8");
  assert.ok(code.includes(behind), behind);
  writeFileSync(path, code.replace(behind, `${behind}${text}`));
}

/**
 * A copy whose worker waits while the test says `hang` and counts how often it began, and which has a clock that is
 * off by `shift` and no room in the areas that are `full`: all under names of the local storage that are not its own.
 */
function faulty(folder) {
  const wait = ' while ((await chrome.storage.local.get("test-hang"))["test-hang"]) await new Promise((done) => setTimeout(done, 20));';
  const path = join(folder, "background.js");
  insert(path, "async function verdictOn({ url, html }, known, { lines, observed, quiet, bare, work }) {", wait);
  insert(path, '"https://www.linkedin.com/in/ada-bellweather", INVENTED, today(), false, "", "");', ' await chrome.storage.local.set({ "test-ready": Date.now() });');
  insert(path, "async function onCounted(tabId, url, said) {", wait);
  appendFileSync(path, '\nvoid chrome.storage.local.get("test-born").then((found) => chrome.storage.local.set({ "test-born": (found["test-born"] ?? 0) + 1 }));');
  prepend(path, 'import "./test-faults.js";\n');
  // A page's script has the same storage, and a badge that the test can look into.
  insert(join(folder, "settings.js"), "    change(user);", ' if ((await chrome.storage.local.get("test-full"))["test-full"]?.includes("local")) throw new Error("full");');
  const badge = join(folder, "badge.js");
  writeFileSync(badge, readFileSync(badge, "utf8").replace('mode: "closed"', 'mode: "open"'));
  // A page waits for its clock; a worker may not.
  for (const page of ["panel.js", "options.js"]) prepend(join(folder, page), 'import "./test-faults.js";\nawait globalThis.shifted;\n');
  writeFileSync(
    join(folder, "test-faults.js"),
    `const Real = Date;
    let shift = 0;
    globalThis.Date = class extends Real {
      constructor(...given) { given.length ? super(...given) : super(Real.now() + shift); }
      static now() { return Real.now() + shift; }
    };
    for (const area of ["session", "local"]) {
      const set = chrome.storage[area].set.bind(chrome.storage[area]);
      const fits = async (entries) => Object.keys(entries).every((key) => key.startsWith("test-")) || !(await chrome.storage.local.get("test-full"))["test-full"]?.includes(area);
      Object.defineProperty(chrome.storage[area], "set", { value: async (entries) => ((await fits(entries)) ? set(entries) : Promise.reject(new Error("full"))) });
    }
    globalThis.shifted = chrome.storage.local.get("test-shift").then((found) => (shift = found["test-shift"] ?? 0));
    chrome.storage.local.onChanged.addListener((changes) => { if (changes["test-shift"]) shift = changes["test-shift"].newValue ?? 0; });`,
  );
}

/** What may stand where something else should: each kind of JSON, and shapes that are nearly right. */
const SPOILED = [
  null,
  -1.5,
  "spoiled",
  [1, null, "x"],
  { now: 3, off: 3, platforms: null, allowed: {}, keep_days: "x", snooze_until: 7, language: [] },
  { state: "judged", url: PAGE.url, title: "x", verdict: { level: "verify-first", assessment: 3 }, platforms: { github: 1, upwork: null }, off: [{}] },
];

let serial = 0;
const fresh = () => `https://github.com/tamsin-faultless-${(serial += 1)}`;

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(`faults in ${name}`, { timeout: 240_000 }, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;

    before(async () => {
      // In Firefox nobody can kill the worker; there it ends by itself after every second without work.
      browser = await start(name, { change: faulty, prefs: { "extensions.background.idle.timeout": 1000 } });
      await throughPanel();
      await browser.settings(SETTINGS);
    });
    after(() => browser?.close());
    afterEach(async () => {
      if (browser.deskPage) await local({ "test-hang": false, "test-full": [], "test-shift": 0 });
    });

    const { openTab, panelOf } = deskOf(() => browser);
    /** Storage is read through a page that is not one of those under test. */
    const throughPanel = async () => (browser.deskPage = await browser.openOwn("panel.html?tab=0&lang=en"));
    const local = async (entries) => (await browser.desk()).evaluate((given) => chrome.storage.local.set(given), entries);
    const read = async (area, key) => (await browser.desk()).evaluate((one, wanted) => chrome.storage[one].get(wanted), area, key);
    const textOf = (page, selector = "body") => page.evaluate((found) => document.querySelector(found)?.innerText ?? "", selector);
    const says = (page, words) => until(async () => words.test(await textOf(page)) && textOf(page), `${words}`);
    const drawn = (page) => page.evaluate(() => [...document.documentElement.children].filter(({ localName }) => !["head", "body"].includes(localName)).length);
    const more = (page) => page.evaluate(() => document.querySelector("main").append("One more line."));

    /** Opens a page, and gives what says at the end that nobody touched it. */
    async function watched(url, html = github()) {
      const errors = [];
      const page = await browser.newPage();
      page.on("pageerror", (error) => errors.push(String(error)));
      browser.pages.set(url, html.replace("<head>", '<head><link rel="icon" href="data:,">'));
      await page.goto(url, { waitUntil: "load" });
      const html0 = await page.evaluate(() => document.head.outerHTML + document.body.outerHTML);
      return {
        page,
        async untouched() {
          assert.deepEqual(errors, []);
          assert.equal((await page.evaluate(() => document.head.outerHTML + document.body.outerHTML)).replaceAll("One more line.", ""), html0);
        },
      };
    }

    /** The candidate with lines, judged, and the panel that shows it. */
    async function judged() {
      const { page, tab } = await openTab(PAGE);
      await browser.verdictOn(PAGE.url);
      const panel = await panelOf(tab);
      await until(() => panel.evaluate(() => document.querySelectorAll(".card[data-line]").length > 1), "the lines");
      return { page, tab, panel };
    }
    const write = (panel, note) =>
      panel.evaluate((text) => {
        const field = document.querySelector(".steps-list textarea");
        field.focus();
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }, note);
    const noteIn = (panel) => panel.evaluate(() => document.querySelector(".steps-list textarea")?.value);
    /** Has the first line not counted, or what is not counted again. @param {any} panel @param {boolean} on */
    async function count(panel, on) {
      await panel.evaluate((off) => document.querySelector(`.card${off} input[data-act=count]`).click(), on ? ".off" : "");
      await until(() => panel.evaluate((counts) => (document.querySelector(".card.off") === null) === counts, on), "the line");
    }
    const workIn = async (area) => JSON.stringify(Object.entries(await read(area, null)).filter(([key]) => /^(?:work|kept):/.test(key)));

    if (name === "chromium") {
      test("a worker that is killed while it judges is asked again", async () => {
        const url = fresh();
        await local({ "test-hang": true });
        const { page, untouched } = await watched(url);
        await until(async () => (await browser.stateOf(url))?.state === "reading", "the question");
        await browser.killWorker();
        await local({ "test-hang": false });
        assert.equal((await browser.verdictOn(url)).state, "judged");
        await untouched();
        await page.close();
      });

      test("a page that kills its worker each time is not read for ever, and the panel says so", async () => {
        const url = fresh();
        await local({ "test-hang": true });
        const { page, untouched } = await watched(url);
        const { tab } = await until(async () => (await browser.stateOf(url))?.state === "reading" && browser.stateOf(url), "the question");
        const panel = await panelOf(tab);
        await says(panel, /Reading this page/);
        await page.bringToFront();
        const before = await born();
        await browser.killWorker();
        await until(async () => (await born()) > before, "the second worker");
        await browser.killWorker();
        await says(panel, /could not be read|Nothing read/);
        await local({ "test-hang": false });
        assert.equal(await drawn(page), 0);
        await untouched();
        // When the page changes it is asked again.
        await more(page);
        assert.equal((await until(async () => (await browser.stateOf(url))?.state === "judged" && browser.stateOf(url), "a verdict")).state, "judged");
        await panel.close();
        await page.close();
      });

      test("a worker that is killed before it painted what the panel says is told again", async () => {
        const { page, tab, panel } = await judged();
        const before = await browser.toolbar(tab);
        await local({ "test-hang": true });
        await count(panel, false);
        await until(() => browser.workerTarget(), "the worker");
        await new Promise((done) => setTimeout(done, 300));
        await browser.killWorker();
        await local({ "test-hang": false });
        await until(async () => (await browser.toolbar(tab)).text !== before.text, "the toolbar to follow");
        await count(panel, true);
        await until(async () => (await browser.toolbar(tab)).text === before.text, "the toolbar again");
        await panel.close();
        await page.close();
      });
    }

    const born = async () => (await read("local", "test-born"))["test-born"];
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    const endWorker = () => (browser.isChromium ? browser.killWorker() : pause(2500));

    test("the worker gets ready before a page that is read alone has come to rest, and not where none is", async () => {
      const { platforms } = SETTINGS;
      const ready = async () => (await read("local", "test-ready"))["test-ready"] ?? 0;
      // Without a text there is nothing to read.
      const open = async () => (await watched(fresh(), "<!doctype html><head></head><main></main>")).page;
      await browser.settings({ ...SETTINGS, platforms: { ...platforms, github: { ...platforms.github, read: "click" } } });
      await endWorker();
      const before = await ready();
      const click = await open();
      await pause(1500);
      assert.equal(await ready(), before);
      await click.close();

      await browser.settings(SETTINGS);
      await endWorker();
      const alone = await open();
      await until(async () => (await ready()) > before, "the worker");
      assert.equal(await browser.stateOf(alone.url()), undefined);
      await alone.close();
    });

    test("a worker that ends by itself loses nothing", async () => {
      const { page, panel } = await judged();
      const before = await born();
      await endWorker();
      await count(panel, false);
      await until(async () => (await born()) > before, "another worker");
      await count(panel, true);
      await panel.close();
      await page.close();
    });

    /** From now on there is no room in these areas of the storage, for the worker and the pages alike. */
    const full = (...areas) => local({ "test-full": areas });

    test("the browser refuses what is too much for its storage of a session", async () => {
      const refused = await (await browser.desk()).evaluate(() => chrome.storage.session.set({ "test-junk": "x".repeat(11_000_000) }).then(() => "", String));
      assert.match(refused, /quota/i);
    });

    test("storage of the session that is full: what is written stays on the screen, with a sentence, and is kept when there is room", async () => {
      const { page, panel } = await judged();
      await page.bringToFront();
      await full("session");
      const note = "Met on Monday. ".repeat(40);
      await write(panel, note);
      await says(panel, FULL);
      assert.equal(await noteIn(panel), note);
      // The toolbar alone can say why a page is not judged.
      const { page: unread, untouched } = await watched(fresh());
      const titles = async () => (await (await browser.desk()).evaluate(async () => Promise.all((await chrome.tabs.query({})).map(({ id }) => chrome.action.getTitle({ tabId: id }))))).join();
      await until(async () => FULL.test(await titles()), "the sentence in the toolbar");
      await untouched();
      await unread.close();
      await page.bringToFront();
      await full();
      await page.reload();
      await until(async () => (await noteIn(panel)) !== undefined, "the verdict again");
      await write(panel, `${note}Again.`);
      await until(async () => (await workIn("session")).includes("Again."), "the note");
      await panel.close();
      await page.close();
    });

    test("storage beyond the session that is full: the session has what was done, and a sentence says that it is not kept", async () => {
      const { page, panel } = await judged();
      await full("local");
      await write(panel, "Met on Tuesday");
      await says(panel, FULL);
      await until(async () => (await workIn("session")).includes("Met on Tuesday"), "the note in the session");
      const [line] = await panel.evaluate(() => [...document.querySelectorAll(".card[data-line]")].map((one) => one.dataset.line));
      // Setting aside is counted in the same storage: what cannot be counted holds all the same.
      await panel.evaluate((id) => document.querySelector(`form[data-act=dismiss][data-id="${id}"]`).requestSubmit(), line);
      await until(async () => JSON.parse(await workIn("session")).some(([, work]) => JSON.parse(work).now.aside?.[line]), "the line set aside");
      const options = await browser.openOwn("options.html");
      await until(() => options.evaluate(() => document.getElementById("known-choice") !== null), "the settings");
      await options.evaluate(() => document.getElementById("known-choice").click());
      await says(options, FULL);
      assert.equal(await options.evaluate(() => document.getElementById("known-choice").checked), true, "the box shows what holds");
      await options.close();
      await full();
      await panel.evaluate(() => document.querySelector("button[data-act=undo]").click());
      await write(panel, "Met on Wednesday");
      await until(async () => (await workIn("local")).includes("Met on Wednesday"), "the note, kept");
      await panel.close();
      await page.close();
    });

    test("storage beyond the session that is full: what the badge's menu cannot store is said in the badge, and holds when there is room", async () => {
      const { page, untouched } = await watched(fresh());
      const choose = (label) => page.evaluate((given) => [...document.documentElement.lastElementChild.shadowRoot.querySelectorAll("[role=menuitem]")].find((item) => item.textContent === given).click(), label);
      const said = () => page.evaluate(() => {
        const status = document.documentElement.lastElementChild.shadowRoot.querySelector("[role=status]");
        return { words: status.innerText, height: status.getBoundingClientRect().height };
      });
      const chosen = async () => (await read("local", "settings")).settings;
      await until(async () => (await drawn(page)) === 1, "the badge");
      await full("local");
      await choose("Move to the next corner");
      await choose("Off on this site");
      await until(async () => FULL.test((await said()).words), "the sentence");
      assert.ok((await said()).height > 20, "it can be seen");
      assert.equal(await drawn(page), 1);
      assert.deepEqual(await chosen(), SETTINGS);
      await full();
      await choose("Off on this site");
      await until(async () => (await drawn(page)) === 0, "the badge to go");
      assert.deepEqual((await chosen()).off, ["github.com"]);
      await untouched();
      await browser.settings(SETTINGS);
      await page.close();
    });

    test("spoiled storage: whatever stands there, pages are read, the panel and the settings open, and other work stays", async () => {
      const keys = {
        local: ["settings", "inForce", "policy", "common", "welcomed", `kept:${PAGE.url}`],
        session: ["case", "case-inbox", "case-said", `work:${PAGE.url}`, "policy-settled"],
      };
      const good = { work: '{"now":{"note":"Precious"}}', title: "Ada", url: "https://github.com/ada-oakhurst", level: "worth-checking", at: new Date().toISOString(), until: new Date(Date.now() + 9e8).toISOString() };
      await local({ "kept:https://github.com/ada-oakhurst": good });
      const { page, untouched } = await watched(PAGE.url, PAGE.html);
      const { tab } = await browser.verdictOn(PAGE.url);
      const failures = [];
      for (const garbage of SPOILED) {
        const said = JSON.stringify(garbage);
        await (await browser.desk()).evaluate(
          async ([local, session], value) => {
            await chrome.storage.local.set(Object.fromEntries(local.map((key) => [key, value])));
            await chrome.storage.session.set(Object.fromEntries(session.map((key) => [key, value])));
          },
          [keys.local, [...keys.session, `tab:${tab}`]],
          garbage,
        );
        if (browser.isChromium) await browser.killWorker();
        await more(page);
        for (const [path, selector] of [[`panel.html?tab=${tab}&lang=en`, "#panel main h1"], ["options.html", "#title"]]) {
          const own = await browser.browser.newPage();
          own.on("pageerror", (error) => failures.push(`${said} ${path}: ${error.message ?? error}`));
          own.goto(browser.base + path).catch(() => undefined);
          await until(() => own.evaluate((found) => document.querySelector(found)?.textContent, selector), path).catch(async (error) => failures.push(`${said}: ${error.message} ${await textOf(own)}`));
          await own.close();
        }
      }
      await untouched();
      await page.close();
      const kept = (await read("local", null))["kept:https://github.com/ada-oakhurst"];
      await (await browser.desk()).evaluate(async () => {
        await chrome.storage.session.clear();
        await chrome.storage.local.remove(["settings", "inForce", "policy", "common"]);
      });
      await browser.settings(SETTINGS);
      assert.deepEqual(failures, []);
      assert.deepEqual(kept, good);
      const url = fresh();
      const next = await watched(url);
      assert.equal((await browser.verdictOn(url)).state, "judged");
      await next.page.close();
    });

    test("entries and messages of another version: what is not understood is one sentence, and what was written stays", async () => {
      const { page, tab, panel } = await judged();
      await write(panel, "Met on Thursday");
      await until(async () => (await workIn("session")).includes("Met on Thursday"), "the note");
      const desk = await browser.desk();
      const now = (await browser.stateOf(PAGE.url)).verdict;
      const older = [{ level: "verify-first" }, { level: "verify-first", words: { en: "x" }, open: 1 }, { ...now, assessment: { hits: [{ id: "x" }] } }, "text", null];
      const show = (verdict) => desk.evaluate((id, url, found) => chrome.storage.session.set({ [`tab:${id}`]: { state: "judged", url, title: "x", at: String(Math.random()), verdict: found } }), tab, PAGE.url, verdict);
      for (const verdict of older) {
        await show(verdict);
        await says(panel, /could not be read[^]*Reload the page/);
        await show(now);
        await until(async () => (await noteIn(panel)) === "Met on Thursday", "the verdict of this version");
      }
      // From a tab, as a content script of another version would send it; the worker answers, or leaves it.
      const messages = [null, 3, "page", [], {}, { kind: "page" }, { kind: "page", url: PAGE.url, title: "x" }, { kind: "page", url: "no address", title: "x", html: "" }, { kind: "page", url: 1, title: 2, html: 3 }, { kind: "verdict", words: "x" }, { kind: "counted", tab }, { kind: "counted" }];
      const answers = await desk.evaluate((list) => Promise.all(list.map((one) => Promise.race([chrome.runtime.sendMessage(one).then(() => "answered", () => "left"), new Promise((done) => setTimeout(() => done("silent"), 4000))]))), messages);
      assert.deepEqual(answers.filter((answer) => answer === "silent"), []);
      // To the page, as a worker or a panel of another version would.
      await desk.evaluate((id, list) => Promise.all(list.filter(Boolean).map((one) => chrome.tabs.sendMessage(id, one, { frameId: 0 }).catch(() => undefined))), tab, [{}, { kind: "unknown" }, { kind: "show" }, { kind: "badge" }, { kind: "badge", url: PAGE.url, badge: {} }]);
      await page.bringToFront();
      await page.reload();
      await until(async () => (await noteIn(panel)) === "Met on Thursday", "the note again");
      await panel.close();
      await page.close();
    });

    test("another clock, far behind or ahead: pages are judged, nothing odd is said, and what was written stays", async () => {
      const year = 365 * 86_400_000;
      const other = "kept:https://github.com/bo-oakhurst";
      await local({ [other]: { work: "{}", title: "Bo", url: other.slice(5), level: "verify-first", at: new Date().toISOString(), until: new Date(Date.now() + year / 12).toISOString() } });
      const { page, panel } = await judged();
      await write(panel, "Met on Friday");
      await until(async () => (await workIn("local")).includes("Met on Friday"), "the note, kept");
      const isKept = async () => (await workIn("local")).includes("Met on Friday");
      /** The page of the settings drops what is over before it shows anything. */
      const dropped = async () => {
        const options = await browser.openOwn("options.html");
        await until(() => options.evaluate(() => document.getElementById("title") !== null), "the settings");
        await options.close();
      };
      for (const shift of [-26 * year, 70 * year]) {
        await local({ "test-shift": shift });
        const url = fresh();
        await page.bringToFront();
        await page.reload();
        await browser.verdictOn(PAGE.url);
        const stranger = await watched(url);
        assert.equal((await browser.verdictOn(url)).state, "judged");
        await stranger.untouched();
        await stranger.page.close();
        const { tab } = await browser.stateOf(PAGE.url);
        const shown = await panelOf(tab);
        await until(async () => (await noteIn(shown)) === "Met on Friday", `the note at ${shift}`);
        assert.doesNotMatch(await textOf(shown), /Invalid|NaN|undefined|null/);
        await dropped();
        assert.ok(await isKept(), `the note, kept, at ${shift}`);
        await count(shown, false);
        await count(shown, true);
        await shown.close();
        // What was done by that clock, and what was there before, stays when the clock is right again. By one that is
        // ahead what another session kept is over, and nothing can tell that from a right one.
        await local({ "test-shift": 0 });
        await dropped();
        assert.ok(await isKept(), `the note, kept, after ${shift}`);
        const { until: end } = Object.values(await read("local", null)).find((one) => one?.work?.includes?.("Met on Friday"));
        assert.ok(Date.parse(end) < Date.now() + year / 12, `kept until ${end}, after ${shift}`);
        if (shift < 0) assert.ok(other in (await read("local", null)));
      }
      assert.ok((await workIn("session")).includes("Met on Friday"));
      await write(panel, "Met on Friday again");
      await until(async () => (await workIn("local")).includes("Met on Friday again"), "the note, kept again");
      await panel.close();
      await page.close();
    });

    /** Pages and settings that tests hold go with the extension. */
    const again = async () => {
      await until(throughPanel, "the extension again", 20_000);
      await browser.settings(SETTINGS);
    };

    test("an update under an open page and an open panel: the badge goes, the page stays, and what was written is there again", async () => {
      const { page, panel, tab } = await judged();
      const errors = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      await until(async () => (await drawn(page)) === 1, "the badge");
      await write(panel, "Met on Saturday");
      await until(async () => (await workIn("local")).includes("Met on Saturday"), "the note, kept");
      if (browser.isChromium) {
        // Elsewhere what is not from the store stays off once it was unloaded.
        const extensions = await browser.browser.newPage();
        await extensions.goto("chrome://extensions/");
        await extensions.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
        await extensions.close();
      }
      await panel.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 0)).catch(() => undefined);
      // The tab of the panel goes at the same moment.
      await until(() => page.bringToFront().then(() => true), "the page in front");
      const gone = async () => {
        await more(page);
        return (await drawn(page)) === 0;
      };
      if (browser.isChromium) await until(gone, "the badge of the old version to go");
      await again();
      await page.bringToFront();
      // Firefox starts the new version in the open page; the old one's badge makes room for its own.
      if (!browser.isChromium) await until(async () => (await more(page), await browser.stateOf(PAGE.url))?.state === "judged" && (await drawn(page)) === 1, "one badge, the new version's");
      assert.deepEqual(errors, []);
      await page.bringToFront();
      await page.reload();
      await browser.verdictOn(PAGE.url);
      const shown = await panelOf(tab);
      await until(async () => (await noteIn(shown)) === "Met on Saturday", "the note");
      await shown.close();
      await page.close();
    });

    test("without WebAssembly, or with a damaged file of it, every screen says so and no page is touched", async () => {
      for (const path of filesIn(browser.folder).filter((one) => one.endsWith(".wasm"))) writeFileSync(path, readFileSync(path).subarray(0, 5000));
      if (browser.isChromium) await browser.killWorker();
      const url = fresh();
      const { page, untouched } = await watched(url);
      if (browser.isChromium) assert.match((await browser.verdictOn(url)).why, NO_WASM);
      for (const path of ["panel.html?tab=0", "options.html"]) {
        const own = await browser.openOwn(path);
        await says(own, NO_WASM);
        await own.close();
      }
      await untouched();
      await page.close();
    });

    test("an end under an open page: nothing of the extension answers, and the page stays", async () => {
      for (const path of filesIn(browser.folder).filter((one) => one.endsWith(".wasm"))) writeFileSync(path, readFileSync(join("dist", name, path.slice(browser.folder.length))));
      const url = fresh();
      if (browser.isChromium) await browser.killWorker();
      const { page, untouched } = await watched(url);
      await until(async () => (await drawn(page)) === 1, "the badge");
      await browser.browser.uninstallExtension(name === "chromium" ? new URL(browser.base).hostname : "touchstone@touchstone.invalid");
      browser.deskPage = undefined;
      const gone = async () => {
        await more(page);
        return (await drawn(page)) === 0;
      };
      // Firefox ends a script without a word to it: there the badge stays until the page is loaded again.
      if (browser.isChromium) await until(gone, "the badge to go");
      await untouched();
      await page.reload();
      assert.equal(await drawn(page), 0);
      await page.close();
    });
  });

  test(`${name} with WebAssembly switched off: every screen says so, and pages stay as they are`, { timeout: 60_000 }, async () => {
    const browser = await start(name, { args: name === "chromium" ? ["--js-flags=--jitless"] : [], prefs: { "javascript.options.wasm": false, "javascript.options.wasm_trustedprincipals": false } });
    try {
      for (const path of ["panel.html?tab=0", "options.html"]) {
        const own = await browser.openOwn(path);
        await until(async () => NO_WASM.test(await own.evaluate(() => document.body.innerText)), path);
        await own.close();
      }
      const errors = [];
      const page = await browser.newPage();
      page.on("pageerror", (error) => errors.push(String(error)));
      browser.pages.set("https://github.com/tamsin-without", github().replace("<head>", '<head><link rel="icon" href="data:,">'));
      await page.goto("https://github.com/tamsin-without", { waitUntil: "load" });
      await page.bringToFront();
      const own = await browser.openOwn("options.html");
      await page.bringToFront();
      await own.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        await chrome.tabs.sendMessage(tab.id, { kind: "read" }, { frameId: 0 });
      });
      const failed = () => own.evaluate(async () => Object.values(await chrome.storage.session.get(null)).find((one) => one?.state === "failed")?.why);
      assert.match(await until(failed, "the sentence"), NO_WASM);
      assert.deepEqual(errors, []);
      assert.equal(await page.evaluate(() => [...document.documentElement.children].length), 2);
    } finally {
      await browser.close();
    }
  });
}
