// Private windows, in the real browsers: what is done there is done as anywhere else, and nothing of it is kept, shown
// elsewhere or left behind.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { deskOf } from "./desk-page.js";
import { until } from "./driver.js";
import { startInPrivate } from "./managed.js";

const PAGE = { url: "https://www.upwork.com/freelancers/~01tarnwick", html: readFileSync("tests/pages/samples/contradictions.html", "utf8") };
const SETTINGS = { platforms: { upwork: { read: "auto", badge: true } }, corners: {}, off: [], asked: true, keep_days: 30 };

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(name, { timeout: 240_000 }, () => {
    /** @type {Awaited<ReturnType<typeof startInPrivate>>} */
    let browser;
    const { panelOf, sources, withSources } = deskOf(() => browser);

    before(async () => {
      browser = await startInPrivate(name);
      browser.pages.set(PAGE.url, PAGE.html);
      await browser.settings(SETTINGS);
    });
    after(() => browser?.close());

    /** The names of what lies in a storage. */
    const stored = async (area) => (await browser.desk()).evaluate((of) => chrome.storage[of].get(null).then(Object.keys), area);
    const ofPrivate = async () => (await stored("session")).filter((key) => key.includes("private:"));
    const marks = async () => Object.keys((await (await browser.desk()).evaluate(() => chrome.storage.session.get("worked"))).worked ?? {});
    const close = async (window) => (await browser.desk()).evaluate((id) => chrome.windows.remove(id), window);
    const off = (panel) => panel.evaluate(() => document.querySelectorAll(".card.off").length);
    const cards = (panel) => until(() => panel.evaluate(() => document.querySelectorAll(".card[data-line]").length > 1), "a verdict with lines");

    /** The panel of a page in a private window: the side panel itself in Chromium, its document in a tab of the window in Firefox. */
    async function privatePanel(page, tab) {
      if (!browser.isChromium) {
        const { page: panel } = await browser.openPrivate();
        await browser.goToOwn(panel, `panel.html?tab=${tab}&lang=en`);
        return panel;
      }
      const known = browser.browser.targets();
      await browser.clickToolbar(page);
      const isNew = (target) => !known.includes(target) && target.url().startsWith(`${browser.base}panel.html`);
      return (await until(() => browser.browser.targets().find(isNew), "the side panel")).asPage();
    }

    /** Waits for the verdict on the page that has just been opened; the number of its tab. @param {number[]} others tabs with the same page */
    const judged = (...others) =>
      until(async () => (await browser.states()).find(({ tab, url, state }) => url === PAGE.url && state === "judged" && !others.includes(tab))?.tab, "a verdict");

    /** A page that is judged in a private window. */
    async function hidden() {
      const { page, window } = await browser.openPrivate();
      await page.goto(PAGE.url, { waitUntil: "load" });
      return { page, window, tab: await judged() };
    }

    /** And a line of it put aside. */
    async function worked() {
      const { page, tab, window } = await hidden();
      const panel = await privatePanel(page, tab);
      await cards(panel);
      assert.equal(await panel.evaluate(async () => (await chrome.windows.getCurrent()).incognito), true);
      await panel.evaluate(() => document.querySelector("input[data-act=count]").click());
      await until(async () => (await off(panel)) === 1, "a line put aside");
      return { panel, tab, window };
    }

    /** The same page in another window, and its panel. @param {number} hiddenTab */
    async function elsewhere(hiddenTab) {
      // A new tab comes into the window in front.
      await (await browser.desk()).bringToFront();
      const page = await browser.open(PAGE.url);
      const other = await panelOf(await judged(hiddenTab));
      assert.equal(await other.evaluate(async () => (await chrome.windows.getCurrent()).incognito), false);
      return { page, other };
    }

    /** The windows that are private. */
    const privateWindows = async () => (await browser.desk()).evaluate(async () => (await chrome.windows.getAll()).filter((one) => one.incognito).map((one) => one.id));
    async function closeAll() {
      for (const window of await privateWindows()) await close(window);
      await until(async () => (await ofPrivate()).length === 0, "nothing of them is left");
    }

    test("work on a page in a private window is done there, is not kept, and is unknown to other windows", async () => {
      const { panel, tab: hiddenTab } = await worked();
      assert.deepEqual(await ofPrivate(), [`work:private:${PAGE.url}`]);
      assert.deepEqual((await stored("local")).sort(), ["inForce", "settings", "welcomed"], "neither the candidate nor a count");
      await panel.close();
      const { page, other } = await elsewhere(hiddenTab);
      await cards(other);
      assert.equal(await off(other), 0);
      await other.close();
      await page.close();
      await closeAll();
    });

    test("what was done goes with the last private window, and not before", async () => {
      const first = await worked();
      const { window } = await browser.openPrivate();
      await close(first.window);
      await until(async () => !(await privateWindows()).includes(first.window), "the first window is gone");
      // The worker has heard of it by the time that it has read another page.
      const page = await browser.open(PAGE.url);
      await judged();
      await page.close();
      assert.equal((await ofPrivate()).length, 1, "another one is open");
      assert.deepEqual(await marks(), [`private:${PAGE.url}`]);
      await close(window);
      await closeAll();
      await until(async () => (await marks()).length === 0, "no mark is left");
    });

    test("private windows have a desk of their own, which goes with them", async () => {
      const { page: hiddenPage, tab } = await hidden();
      const panel = await privatePanel(hiddenPage, tab);
      const { page, other } = await elsewhere(tab);
      await until(() => panel.evaluate(() => !document.getElementById("bar").inert), "the whole panel");
      await panel.evaluate(() => document.getElementById("add-tab").click());
      await withSources(panel, 1);
      if (browser.isChromium) {
        // A menu of the browser cannot be clicked by a driver: the worker gets the event that a click makes.
        const worker = await (await until(() => browser.workerTarget(), "the worker")).worker();
        const info = { menuItemId: "selection-to-candidate", selectionText: "Somebody else, cook", frameId: 0, pageUrl: PAGE.url };
        await worker.evaluate((clicked, id) => chrome.contextMenus.onClicked.dispatch(clicked, { id, incognito: true }), info, tab);
        await withSources(panel, 2);
      }
      assert.ok((await ofPrivate()).includes("private:case"));
      assert.deepEqual(await sources(other), []);
      assert.equal(await other.evaluate(() => document.getElementById("view").hidden), true, "there is no candidate here");
      await closeAll();
      await other.close();
      await page.close();
    });
  });
}
