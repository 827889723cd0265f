// One candidate seen through several sources, in real browsers: tabs, texts and files become one
// case, contradictions stand on two sides, and nothing is merged, scrolled or lost unasked.
// The panel's document stands in a tab of its own here and is told which tab it speaks of.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { copyOf, deskOf } from "./desk-page.js";
import { start, until } from "./driver.js";
import { github } from "./pages.js";

const SETTINGS = {
  platforms: { linkedin: { read: "unset", badge: false }, github: { read: "auto", badge: true }, upwork: { read: "auto", badge: true } },
  corners: {},
  off: [],
  asked: true,
};

const PAIRS = JSON.parse(readFileSync("tests/data/pairs.json", "utf8"));
const pair = (line) => PAIRS.find((one) => one.line === line && one.fires).sources;

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(name, { timeout: 240_000 }, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;

    before(async () => {
      browser = await start(name);
      await browser.settings(SETTINGS);
    });
    after(() => browser?.close());

    const { openTab, panelOf, click, textOf, sources, withSources, paste, drop, afresh, cardOf } = deskOf(() => browser);

    test("two tabs and a text become one candidate, and what does not fit stands on two sides", async () => {
      await afresh();
      const [linkedin, account] = pair("identity/account-conflict-between-sources");
      const resume = pair("history/employment-conflict-between-sources")[1];
      const one = await openTab(linkedin);
      const two = await openTab(account);
      const first = await panelOf(one.tab);
      await click(first, "#add-tab");
      await withSources(first, 1);
      const second = await panelOf(two.tab);
      await click(second, "#add-tab");
      await withSources(second, 2);
      await paste(second, resume.text);
      const listed = await withSources(second, 3);
      assert.equal(listed[2], "Pasted text");
      assert.match(listed[0], /Aino Westgard/);
      // The other panel shows the same, without being asked.
      await withSources(first, 3);

      const accounts = await cardOf(second, "identity/account-conflict-between-sources");
      assert.equal(accounts.length, 2);
      assert.match(accounts[0].join(), /quietharbour/);
      assert.match(accounts[1].join(), /corin-valdeby/);
      const dates = await cardOf(second, "history/employment-conflict-between-sources");
      assert.deepEqual(dates.map((side) => side.length), [2, 2]);
      assert.match(dates[0][0], /Mar 2017 - Jun 2020/);
      assert.match(dates[1][0], /Jan 2019 – Jun 2020/);
      assert.match(dates[1][0], /Pasted text/);

      // Nothing was scrolled or selected before it was asked for.
      const selected = (page) => page.evaluate(() => String(getSelection()));
      assert.deepEqual([await selected(one.page), await selected(two.page)], ["", ""]);
      await second.evaluate(() => [...document.querySelectorAll("button[data-do=show][data-in-page]")].find((one) => /corin/.test(one.dataset.words)).click());
      await until(async () => /corin-valdeby/.test(await selected(two.page)), "the words selected in the page");

      // On the platform that looks for extensions the words are shown in the panel's own copy.
      await second.bringToFront();
      await second.evaluate(() => [...document.querySelectorAll("button[data-do=show]")].find((one) => /Mar 2017/.test(one.dataset.words)).click());
      const shown = await until(() => second.evaluate(() => document.activeElement?.classList.contains("found") && document.activeElement.innerText), "the words in the copy");
      assert.match(shown, /Mar 2017/);
      assert.equal(await selected(one.page), "");

      // A dead worker and a new panel: everything is still there.
      if (browser.isChromium) await browser.killWorker();
      await first.close();
      const third = await panelOf(two.tab);
      await withSources(third, 3);
      for (const page of [second, third, one.page, two.page]) await page.close();
    });

    test("remove, undo, a candidate of its own, put together, a new candidate", async () => {
      await afresh();
      const { page, tab } = await openTab({ url: `https://github.com/mira-okonedo-${name}`, html: github() });
      const panel = await panelOf(tab);
      await click(panel, "#add-tab");
      await withSources(panel, 1);
      await paste(panel, "Mira Okonedo\nCompiler engineer\n\nExperience\nEngineer, Lathe Works\n2019 – 2022\nWrote parsers.");
      await withSources(panel, 2);
      await click(panel, ".source button[data-do=remove]");
      assert.deepEqual(await withSources(panel, 1), ["Pasted text"]);
      await click(panel, "button[data-do=undo]");
      await withSources(panel, 2);
      await panel.evaluate(() => [...document.querySelectorAll(".source button[data-do=split]")].at(-1).click());
      assert.deepEqual(await withSources(panel, 1), ["Pasted text"]);
      // What was written about one goes with it.
      const note = (text) => panel.evaluate((words) => {
        const field = document.querySelector("textarea[data-act=note]");
        if (words) Object.assign(field, { value: words }).dispatchEvent(new Event("input", { bubbles: true }));
        return field?.value;
      }, text);
      await until(() => note("Asked on Monday"), "the note");
      const written = async () => Object.values(await panel.evaluate(() => chrome.storage.session.get(null))).some((one) => typeof one === "string" && one.includes("Asked on Monday"));
      await until(written, "the note is stored");
      await click(panel, "button[data-do=open]");
      await until(async () => /okonedo/.test((await sources(panel)).join()), "the other one");
      assert.equal(await note(), "");
      await click(panel, "button[data-do=join]");
      await withSources(panel, 2);
      await until(async () => (await note()) === "Asked on Monday", "the note here too");
      await click(panel, "button[data-do=clear]");
      await until(async () => /No source yet/.test(await textOf(panel, "main")), "the empty candidate");
      await click(panel, "button[data-do=undo]");
      await withSources(panel, 2);
      await click(panel, "#view-tab");
      await until(async () => (await sources(panel)).length === 0, "the tab instead of the candidate");
      assert.equal(await panel.evaluate(() => document.getElementById("view-tab").getAttribute("aria-pressed")), "true");
      await panel.close();
      await page.close();
    });

    test("names that do not agree are asked about first", async () => {
      await afresh();
      const panel = await panelOf(999_999);
      await paste(panel, "Mira Okonedo\nCompiler engineer\n\nExperience\nEngineer, Lathe Works\n2019 – 2022");
      await withSources(panel, 1);
      await paste(panel, "Tobias Fernlund\nPlatform engineer\n\nExperience\nEngineer, Norrsken Data\n2018 – 2021");
      await withSources(panel, 2);
      assert.match(await textOf(panel, ".question"), /These two may be different people/);
      assert.match(await textOf(panel, ".sources-list > ul"), /Not judged together with the others yet/);
      await click(panel, ".question button[data-do=same]");
      await until(async () => (await textOf(panel, ".question")) === "", "the answer");
      assert.doesNotMatch(await textOf(panel, ".sources-list > ul"), /Not judged/);
      await panel.close();
    });

    test("a dropped file is a source; one that cannot be opened is one sentence and the others are judged", async () => {
      await afresh();
      const panel = await panelOf(999_999);
      await drop(panel, ["cv.md", "# Mira Okonedo\n\n## Experience\nEngineer, Lathe Works\n2019 – 2022\n"]);
      assert.deepEqual(await withSources(panel, 1), ["cv.md"]);
      await drop(panel, ["broken.pdf", "%PDF-1.7 and nothing else"]);
      await withSources(panel, 2);
      const problem = await textOf(panel, ".sources-list > ul > .source:nth-child(2) .problem");
      assert.match(problem, /\.$/);
      assert.doesNotMatch(await textOf(panel, ".sources-list > ul > .source:nth-child(1)"), /Not judged/);
      assert.ok(await panel.evaluate(() => document.querySelector(".verdict") !== null));
      await drop(panel, ["empty.txt", "  \n"]);
      await withSources(panel, 3);
      assert.match(await textOf(panel, ".sources-list > ul > .source:nth-child(3)"), /There is no text in it\./);
      await panel.close();
    });

    const said = (panel) => textOf(panel, "#said");
    const pasted = (panel) => panel.evaluate(() => document.getElementById("paste").value);
    /** What the worker hands to the panel. */
    const hand = async (...waiting) => (await browser.desk()).evaluate((inbox) => chrome.storage.session.set({ "case-inbox": inbox }), waiting);
    const text = (number, words = `Mira Okonedo\nEngineer number ${number}`) => ({ do: "add", at: new Date(number).toISOString(), name: `text ${number}`, kind: "text", content: { text: words } });
    const emptied = () => until(async () => (await (await browser.desk()).evaluate(async () => (await chrome.storage.session.get("case-inbox"))["case-inbox"].length)) === 0, "the empty inbox");
    const REFUSED = "That is as many sources as can be compared. Remove one first.";

    test("a text that is refused stays in the field until it is added, and a refusal on the screen", async () => {
      await afresh();
      const page = { do: "add", at: new Date(99).toISOString(), name: "Mira", kind: "page", content: { page: { url: "https://github.com/mira-twice", html: github(), truncated: false } } };
      const panel = await panelOf(999_999);
      // The last one takes the place of the first, for which there is room.
      await hand(page, ...Array.from({ length: 12 }, (_, number) => text(number)), { ...page, name: "Mira again" });
      await emptied();
      await withSources(panel, 12);
      await until(async () => (await sources(panel))[0] === "Mira again", "the page in the place of the older one");
      assert.equal((await sources(panel))[11], "text 10");
      assert.equal(await said(panel), REFUSED);

      const words = "Mira Okonedo\nWhat was written by hand";
      await panel.evaluate(() => (document.getElementById("said").textContent = ""));
      await paste(panel, words);
      await until(async () => (await said(panel)) === REFUSED, "the refusal");
      assert.equal(await pasted(panel), words);
      await click(panel, ".source button[data-do=remove]");
      await withSources(panel, 11);
      await click(panel, "#paste-add");
      await withSources(panel, 12);
      await until(async () => (await pasted(panel)) === "" && (await said(panel)) === "Added.", "the empty field");
      await panel.close();
    });

    test("who stops what is handed over means all of it; a text that is stopped stays in the field", async () => {
      await afresh();
      const panel = await panelOf(999_999);
      // A desk that never answers.
      await panel.evaluate(() => {
        const Real = Worker;
        globalThis.Worker = function (address, options) {
          return Object.assign(new Real(address, options), { postMessage: () => undefined });
        };
      });
      await hand(text(1), text(2), text(3));
      await until(() => panel.evaluate(() => !document.getElementById("busy").hidden), "the progress");
      await click(panel, "#stop");
      await emptied();
      assert.equal(await said(panel), "Stopped. Nothing was added.");
      assert.deepEqual(await sources(panel), []);
      await paste(panel, "Mira Okonedo");
      await until(() => panel.evaluate(() => !document.getElementById("busy").hidden), "the progress again");
      await click(panel, "#stop");
      await until(() => panel.evaluate(() => document.getElementById("busy").hidden), "the end");
      assert.equal(await pasted(panel), "Mira Okonedo");
      await panel.close();
    });

    test("where no new candidate begins, what was for it is not added to the one that is there", async () => {
      await afresh();
      const panel = await panelOf(999_999);
      await hand(text(1));
      await withSources(panel, 1);
      // No room for the next state of the desk, also when it is tried again.
      await panel.evaluate(() => {
        const set = chrome.storage.session.set.bind(chrome.storage.session);
        let left = 2;
        const full = (entries) => "case" in entries && (left -= 1) >= 0;
        Object.defineProperty(chrome.storage.session, "set", { value: (entries) => (full(entries) ? Promise.reject(new Error("full")) : set(entries)) });
      });
      await hand({ do: "clear", at: new Date(2).toISOString(), name: "" }, text(2));
      await emptied();
      await until(async () => /no room for another source/.test(await said(panel)), "the refusal");
      assert.deepEqual(await sources(panel), ["text 1"]);
      await hand(text(3));
      assert.deepEqual(await withSources(panel, 2), ["text 1", "text 3"]);
      await panel.close();
    });

    test("what takes over a second says so and can be stopped", async () => {
      await afresh();
      const panel = await panelOf(999_999);
      await panel.evaluate(() => {
        const Real = Worker;
        // A file that is never done: the worker that opens files does not answer.
        globalThis.Worker = function (address, options) {
          const made = new Real(address, options);
          if (String(address).endsWith("files-worker.js")) {
            made.postMessage = () => undefined;
            const end = made.terminate.bind(made);
            made.terminate = () => {
              globalThis.ended = true;
              end();
            };
            Object.defineProperty(made, "onerror", { set: () => undefined });
          }
          return made;
        };
      });
      await drop(panel, ["slow.pdf", "%PDF-1.7"], ["behind.txt", "Mira Okonedo\nEngineer"]);
      assert.equal(await panel.evaluate(() => document.getElementById("busy").hidden), true);
      await until(() => panel.evaluate(() => !document.getElementById("busy").hidden), "the progress");
      assert.match(await textOf(panel, "#busy"), /Opening slow\.pdf/);
      await click(panel, "#stop");
      await until(async () => (await textOf(panel, "#said")) === "Stopped. Nothing was added.", "the end");
      assert.equal(await panel.evaluate(() => globalThis.ended), true);
      // Nor is the file behind it.
      await new Promise((done) => setTimeout(done, 300));
      assert.deepEqual(await sources(panel), []);
      assert.equal(await panel.evaluate(() => document.getElementById("busy").hidden), true);
      // The next file is opened as if nothing had been.
      await drop(panel, ["cv.txt", "Mira Okonedo\nEngineer"]);
      await withSources(panel, 1);
      await panel.close();
    });

    test("a tab that Touchstone is not in: the panel says how to add it", async () => {
      const panel = await panelOf(999_999);
      await click(panel, "#add-tab");
      await until(async () => /context menu/.test(await textOf(panel, "#said")), "the sentence");
      await panel.close();
    });

    test("a site that is switched off stays unread", async () => {
      await afresh();
      const { page, tab } = await openTab({ url: `https://github.com/mira-off-${name}`, html: github() });
      await browser.settings({ ...SETTINGS, off: ["github.com"] });
      const panel = await panelOf(tab);
      await click(panel, "#add-tab");
      await until(async () => /off on this site/.test(await textOf(panel, "#said")), "the sentence");
      assert.deepEqual(await sources(panel), []);
      await browser.settings(SETTINGS);
      await panel.close();
      await page.close();
    });

    test("a page with an address that is too long to be kept is not added, which is said", async () => {
      await afresh();
      const { page, tab } = await openTab({ url: `https://github.com/mira-long-${name}?${"x".repeat(9000)}`, html: github() });
      const panel = await panelOf(tab);
      await click(panel, "#add-tab");
      await until(async () => /could not be done/.test(await textOf(panel, "#said")), "the sentence");
      assert.deepEqual(await sources(panel), []);
      await panel.close();
      await page.close();
    });

    test("every contradiction fires on its pair and stays silent on its twins", async () => {
      const panel = await panelOf(999_999);
      const found = await panel.evaluate(async (pairs) => {
        const { openDesk } = await import(chrome.runtime.getURL("desk.js"));
        const out = [];
        for (const { line, because, fires, sources } of pairs) {
          let kept;
          const store = { load: async () => kept, save: async (value) => void (kept = value) };
          const desk = openDesk({ store, settings: async () => ({ known: true }) });
          for (const { name, url, html, text } of sources) {
            if (text) await desk.addText(name, text);
            else await desk.addPage({ url, title: name, html });
          }
          const { hits, for_the_person: fits } = (await desk.record()).verdict.assessment;
          const fired = [...hits, ...fits].some((hit) => hit.id === line);
          if (fired !== fires) out.push(`${line}: ${because}`);
          desk.stop();
        }
        return out;
      }, PAIRS);
      assert.deepEqual(found, []);
      assert.ok(PAIRS.length > 20);
      await panel.close();
    });

    test("the menu entries and the shortcut are there", async () => {
      const desk = await browser.desk();
      const commands = await desk.evaluate(() => chrome.commands.getAll());
      assert.ok(commands.some((one) => one.name === "add-to-candidate" && one.shortcut !== ""), JSON.stringify(commands));
      // An entry that is not there cannot be changed.
      const change = (id) => new Promise((done, fail) => chrome.contextMenus.update(id, {}, () => (chrome.runtime.lastError ? fail(new Error(chrome.runtime.lastError.message)) : done())));
      for (const id of ["add-to-candidate", "selection-to-candidate"]) await desk.evaluate(change, id);
    });

    if (name === "chromium") {
      test("the shortcut's event adds the page through the worker, and the panel says so", async () => {
        await afresh();
        const { page, tab } = await openTab({ url: "https://github.com/mira-by-key", html: github() });
        const panel = await panelOf(tab);
        const worker = await (await until(() => browser.workerTarget(), "the worker")).worker();
        await worker.evaluate((id) => chrome.commands.onCommand.dispatch("add-to-candidate", { id }), tab);
        assert.match((await withSources(panel, 1))[0], /mira-okonedo/);
        await until(async () => (await textOf(panel, "#said")) === "Added.", "the word");
        // A page with an address that is too long to be kept.
        await page.evaluate(() => history.replaceState({}, "", `?${"x".repeat(9000)}`));
        await worker.evaluate((id) => chrome.commands.onCommand.dispatch("add-to-candidate", { id }), tab);
        await until(async () => /could not be done/.test(await textOf(panel, "#said")), "the sentence");
        assert.equal((await sources(panel)).length, 1);
        await panel.close();
        await page.close();
      });

      // A menu of the browser cannot be clicked by a driver: the worker gets the event that a click makes.
      test("the menu entry on a selection adds the selected text with its lines, of any page, but not where Touchstone is off", async () => {
        await afresh();
        const address = "https://talks.example/notes";
        const page = await browser.open(address, "<title>Notes</title><main><p>Aside</p><div id=cv><h2>Mira Okonedo</h2><p>Compiler engineer</p><h3>Experience</h3><p>Engineer, Lathe Works</p><p>2019 – 2022</p></div></main>");
        await page.bringToFront();
        const desk = await browser.desk();
        const tab = await until(async () => (await desk.evaluate(() => chrome.tabs.query({ active: true, lastFocusedWindow: true })))[0]?.id, "the tab");
        // Permission for this tab, which a click on the entry gives as one on the icon does; the panel of this test
        // shall be the only one.
        await desk.evaluate((id) => chrome.sidePanel.setOptions({ tabId: id, enabled: false }), tab);
        await browser.clickToolbar(page);
        await page.evaluate(() => getSelection().selectAllChildren(document.getElementById("cv")));
        const panel = await panelOf(tab);
        // As Chromium hands it over: in one line.
        const selectionText = (await page.evaluate(() => String(getSelection()))).replace(/\s+/g, " ");
        const choose = async (pageUrl, selectionText) => {
          const worker = await (await until(() => browser.workerTarget(), "the worker")).worker();
          const info = { menuItemId: "selection-to-candidate", selectionText, frameId: 0, pageUrl };
          await worker.evaluate((clicked, id) => chrome.contextMenus.onClicked.dispatch(clicked, { id }), info, tab);
        };
        await choose(address, selectionText);
        assert.deepEqual(await withSources(panel, 1), ["Selected text"]);
        assert.deepEqual((await copyOf(panel, 0)).filter(Boolean), ["Mira Okonedo", "Compiler engineer", "Experience", "Engineer, Lathe Works", "2019 – 2022"]);
        // Where the page's own selection is another one by now, the words that were clicked on count.
        await choose(address, "Somebody else, cook");
        await withSources(panel, 2);
        assert.deepEqual(await copyOf(panel, 1), ["Somebody else, cook"]);
        await browser.settings({ ...SETTINGS, off: ["talks.example"] });
        await choose(address, selectionText);
        await until(async () => /off on this site/.test(await textOf(panel, "#said")), "the sentence");
        assert.equal((await sources(panel)).length, 2);
        await browser.settings(SETTINGS);
        await panel.close();
        await page.close();
      });
    }

    test("the workers asked for nothing", () => {
      assert.deepEqual(browser.proxy.asked.filter((address) => /extension|touchstone|mira|aino/.test(address)), []);
    });
  });
}
