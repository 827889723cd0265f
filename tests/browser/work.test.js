// The work on a candidate, in real browsers: lines are unticked and set aside, the sum follows at
// once, badge and toolbar say what the panel says, and what was ticked and written is still there
// after the worker was killed and the browser closed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { deskOf } from "./desk-page.js";
import { start, until } from "./driver.js";

const SETTINGS = {
  platforms: { linkedin: { read: "auto", badge: true }, github: { read: "auto", badge: true }, upwork: { read: "auto", badge: true } },
  corners: {},
  off: [],
  asked: true,
};

/** An invented candidate with six lines to verify and three corrections of the sum. */
const PAGE = { url: "https://www.upwork.com/freelancers/~01tarnwick", html: readFileSync("tests/pages/samples/contradictions.html", "utf8") };

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

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(name, { timeout: 240_000 }, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;

    before(async () => {
      browser = await start(name);
      await browser.settings(SETTINGS);
    });
    after(() => browser?.close());

    const { openTab, panelOf } = deskOf(() => browser);

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
  });
}
