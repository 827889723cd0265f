// Pages that look for extensions, under platforms' real addresses: they ask for every file of the
// extension, hook what a script of theirs would call, and watch the document from its first element
// on. Where no badge is drawn they must find nothing; with the badge, one closed element.

import assert from "node:assert/strict";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { filesIn } from "../../build/files-in.js";
import { start, until } from "./driver.js";
import { github, linkedin, script } from "./pages.js";
import { PROBER } from "./prober.js";

const SETTINGS = {
  platforms: { linkedin: { read: "unset", badge: false }, github: { read: "auto", badge: false }, upwork: { read: "auto", badge: true } },
  corners: {},
  off: [],
  asked: true,
};

const NOTHING = { calls: [], changes: [], events: [], changed: [], addresses: [], messaging: ["undefined", "undefined"], entries: [] };

/** Without a policy of its own, so that no probe fails for another reason than the extension. */
const OPEN = { "content-type": "text/html; charset=utf-8" };
const probing = (html) => ({ headers: OPEN, body: html.replace("<head>", `<head><link rel="icon" href="data:,">${script(PROBER)}`).replace("</main>", '<p style="height: 3000px">Long</p></main>') });
/** What the page noticed, beside that its tab came to the front. */
async function report(page) {
  const seen = await page.evaluate(() => window.prober.report());
  return { ...seen, events: seen.events.filter((event) => !/^focus of (?:window|#document)$/.test(event)) };
}

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(`a page that probes, in ${name}`, { timeout: 120_000 }, () => {
    const files = filesIn(join("dist", name)).map((path) => relative(join("dist", name), path));
    const answered = (page, browser) => page.evaluate((base, list) => window.prober.probe(base, list), browser.base, files);
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;

    before(async () => {
      browser = await start(name);
      await browser.settings(SETTINGS);
    });
    after(() => browser?.close());

    /** Long enough for what comes after a verdict. */
    const settled = () => new Promise((done) => setTimeout(done, 500));

    test("finds nothing where pages are read and no badge is drawn, and no file answers", async () => {
      const url = "https://github.com/mira-okonedo-quiet";
      const page = await browser.open(url, probing(github()));
      assert.equal((await browser.verdictOn(url)).state, "judged");
      await page.evaluate(() => window.prober.grow());
      await settled();
      // The page's own new line, and nothing beside it.
      assert.deepEqual(await report(page), { ...NOTHING, changes: ["childList main #text"], changed: ["html"] });
      assert.ok(files.length > 40 && files.includes("manifest.json"));
      assert.deepEqual(await answered(page, browser), []);
      await page.close();
    });

    test("finds nothing on LinkedIn, before the click and after it", async () => {
      const url = `https://www.linkedin.com/in/tobias-fernlund-${name}/`;
      const page = await browser.open(url, probing(linkedin()));
      await settled();
      await settled();
      assert.equal(await browser.stateOf(url), undefined);
      assert.deepEqual(await report(page), NOTHING);
      // What the toolbar button's click sends; the click itself opens the panel, which makes the page's window smaller.
      const asked = () => chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.tabs.sendMessage(tab.id, { kind: "read" }, { frameId: 0 }));
      await (await browser.desk()).evaluate(asked);
      assert.equal((await browser.verdictOn(url)).state, "judged");
      await settled();
      assert.deepEqual(await report(page), NOTHING);
      assert.deepEqual(await answered(page, browser), []);
      await page.close();
    });

    test("finds one closed element where the badge is drawn, and no word or address in it", async () => {
      const url = "https://www.upwork.com/freelancers/~01quillfeather";
      const page = await browser.open(url, probing(readFileSync("tests/pages/samples/contradictions.html", "utf8")));
      assert.equal((await browser.verdictOn(url)).state, "judged");
      await until(async () => (await report(page)).changed.includes("html"), "the badge");
      await settled();
      const seen = await report(page);
      // The element comes, and says with its style where it stands: four sides, perhaps tried corner by corner.
      const [added, ...styled] = seen.changes;
      assert.equal(added, "childList html div");
      assert.ok(styled.length <= 16 && styled.every((change) => change === "attributes div style"), seen.changes.join("; "));
      assert.deepEqual({ ...seen, changes: [] }, { ...NOTHING, changed: ["html"] });
      assert.deepEqual(await page.evaluate(() => window.prober.hosts()), [{ name: "div", attributes: ["style"], children: 0, closed: true }]);
      assert.deepEqual(await answered(page, browser), []);
      await page.close();
    });

    if (name === "chromium") {
      test("sees of a click on the toolbar button that its window is smaller, and nothing else", async () => {
        const url = "https://www.linkedin.com/in/tobias-fernlund-clicked/";
        const page = await browser.open(url, probing(linkedin()));
        await page.bringToFront();
        await settled();
        await browser.clickToolbar(page);
        assert.equal((await browser.verdictOn(url)).state, "judged");
        await settled();
        const { events, changed, ...rest } = await report(page);
        assert.deepEqual([...new Set(events)].filter((event) => !/^(?:blur|resize) of (?:window|#document)$/.test(event)), []);
        // Widths are others in a narrower window.
        assert.deepEqual(changed.filter((key) => key !== "style"), []);
        assert.deepEqual({ ...rest, events: [], changed: [] }, NOTHING);
        await page.close();
      });
    }

    test("finds a copy of the extension that leaves traces, by each of its ways", async () => {
      const copy = await start(name, {
        change(folder) {
          const path = join(folder, "manifest.json");
          const manifest = JSON.parse(readFileSync(path, "utf8"));
          manifest.web_accessible_resources = [{ resources: ["icons/16.png"], matches: ["https://*/*"] }];
          manifest.content_scripts.push({ matches: ["https://github.com/*"], js: ["loud.js"], world: "MAIN" });
          writeFileSync(path, JSON.stringify(manifest));
          writeFileSync(join(folder, "loud.js"), "window.leak = 1; document.querySelectorAll('main'); getComputedStyle(document.body).color; history.pushState({}, '', location.href);");
          appendFileSync(
            join(folder, "capture.js"),
            `;(() => {
              document.documentElement.dataset.of = chrome.runtime.getURL("icons/16.png");
              document.head.append(document.createElement("style"));
              document.body.append(Object.assign(document.createElement("img"), { src: chrome.runtime.getURL("icons/16.png") }));
              document.body.append(document.createElement("touch-stone"));
              window.postMessage("here", "*");
              window.scrollTo(0, 40);
              document.dispatchEvent(new Event("click"));
              getSelection().selectAllChildren(document.querySelector("h1"));
            })();`,
          );
        },
      });
      try {
        await copy.settings(SETTINGS);
        const url = "https://github.com/mira-okonedo-loud";
        const page = await copy.open(url, probing(github()));
        await copy.verdictOn(url);
        await settled();
        const { calls, changes, events, changed, addresses } = await report(page);
        const has = (list, ...expect) => assert.deepEqual(expect.filter((one) => !list.includes(one)), [], list.join("; "));
        has(calls, "Document.querySelectorAll", "window.getComputedStyle", "History.pushState");
        has(changes, "attributes html data-of", "childList head style", "childList body img", "childList body touch-stone");
        has(events, "message of window", "scroll of #document", "click of #document (made)", "selectionchange of #document");
        has(changed, "html", "globals", "sheets", "custom", "scroll", "selection", "history");
        has(addresses, "html data-of", "img src");
        has(await answered(page, copy), "fetch icons/16.png", "img icons/16.png");
      } finally {
        await copy.close();
      }
    });
  });
}
