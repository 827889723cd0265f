// The pictures of the store listings, 1280 x 800, in English and French, into target/store/<language>/.
// The people are the invented ones of the samples. The panel stands beside the page as the browser
// puts it there; a driver sees the two as tabs, so they are put together here.
//
//   node tests/browser/store-shots.js

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deskOf, drop, fixture } from "./desk-page.js";
import { start, STRICT, until } from "./driver.js";
import { ANSELM } from "./pages.js";

/** The pictures in the order of the listing. */
export const SHOTS = ["1-page", "2-evidence", "3-sources", "4-file", "5-settings"];

const SIZE = { width: 1280, height: 800 };
const PANEL = 440;
const LANGUAGES = { en: "en-US", fr: "fr" };

const [row = ""] = readFileSync("tests/pages/samples/samples.tsv", "utf8").split("\n").filter((line) => line.startsWith("contradictions"));
const [file = "", url = ""] = row.split("\t");

const settled = (tab) => tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** A picture of a tab as it is, at a width. @returns {Promise<string>} base64 */
async function taken(tab, width) {
  await tab.bringToFront();
  await tab.setViewport({ width, height: SIZE.height });
  await settled(tab);
  const inSight = await tab.evaluate(() =>
    [...document.querySelectorAll(".card li:has(a[href])")].some((source) => source.checkVisibility() && source.getBoundingClientRect().top < innerHeight && source.getBoundingClientRect().bottom > 0),
  );
  if (inSight) throw new Error("the sources of a line are in sight: their titles are others' words");
  return tab.screenshot({ encoding: "base64" });
}

/** Two pictures side by side, as one. */
async function beside(browser, left, right) {
  const tab = await browser.browser.newPage();
  await tab.setViewport(SIZE);
  const picture = (data) => `<img src="data:image/png;base64,${data}">`;
  await tab.setContent(
    `<style>body{margin:0;display:flex;background:#c3ccd6;gap:1px}img{display:block;height:${SIZE.height}px}</style>${picture(left)}${picture(right)}`,
  );
  await until(() => tab.evaluate(() => [...document.images].every((image) => image.complete)), "the pictures");
  const whole = await tab.screenshot({ encoding: "base64" });
  await tab.close();
  return whole;
}

const besidePanel = async (browser, page, panel) => beside(browser, await taken(page, SIZE.width - PANEL - 1), await taken(panel, PANEL));

/**
 * Unfolds what is named, at the width of the picture, and scrolls it to some way below the top. What stands above
 * it stays in sight, and the sources of a line, whose titles are others' words, stay out of it.
 */
async function show(tab, width, selector, below) {
  await tab.setViewport({ width, height: SIZE.height });
  await tab.evaluate((found) => {
    const element = document.querySelector(found);
    if (!element) throw new Error(`nothing is ${found}`);
    for (const fold of [element.closest("details"), element.querySelector("details")]) fold?.setAttribute("open", "");
  }, selector);
  await settled(tab);
  await tab.evaluate((found, space) => scrollTo(0, scrollY + document.querySelector(found).getBoundingClientRect().top - space), selector, below);
}

/** The page with its badge, and the evidence beside it. */
async function judged(browser, lang) {
  browser.pages.set(url, { body: readFileSync(join("tests/pages/samples", file)), headers: STRICT });
  const page = await browser.open(url);
  await page.bringToFront();
  const { tab } = await browser.verdictOn(url);
  const panel = await browser.openOwn(`panel.html?tab=${tab}&lang=${lang}`);
  await until(() => panel.evaluate(() => document.querySelector("details[data-card]") !== null), "the evidence");
  const first = await besidePanel(browser, page, panel);
  await show(panel, PANEL, ".card:has(details[data-card])", 215);
  const evidence = await besidePanel(browser, page, panel);
  await page.close();
  await panel.close();
  return { first, evidence };
}

/** One candidate with two pages and a file, and a file with text that cannot be seen. */
async function candidate(browser, lang) {
  const { openTab, panelOf, click, withSources, afresh } = deskOf(() => browser);
  const one = await openTab(ANSELM.linkedin);
  const two = await openTab(ANSELM.github);
  const first = await panelOf(one.tab, lang);
  await click(first, "#add-tab");
  await withSources(first, 1);
  const panel = await panelOf(two.tab, lang);
  await click(panel, "#add-tab");
  await withSources(panel, 2);
  await drop(panel, fixture("pdf-platform-export", "profile.pdf"));
  await withSources(panel, 3);
  await until(() => panel.evaluate(() => document.querySelector(".side") !== null), "what does not fit");
  await show(panel, SIZE.width, ".card:has(.side)", 215);
  const sources = await taken(panel, SIZE.width);
  await afresh();
  await drop(panel, fixture("pdf-unseen", "cv.pdf"));
  await withSources(panel, 1);
  await show(panel, SIZE.width, "details.copy", 60);
  const unseen = await taken(panel, SIZE.width);
  for (const tab of [first, panel, one.page, two.page]) await tab.close();
  await afresh();
  return { sources, unseen };
}

async function settings(browser) {
  const tab = await browser.openOwn("options.html");
  await until(() => tab.evaluate(() => document.querySelector("#platforms fieldset") !== null), "the settings");
  await show(tab, SIZE.width, "#tracking", 80);
  const shot = await taken(tab, SIZE.width);
  await tab.close();
  return shot;
}

/** All pictures of a language. @param {keyof typeof LANGUAGES} lang */
async function shoot(lang) {
  const browser = await start("chromium", { lang: LANGUAGES[lang] });
  try {
    const auto = { read: "auto", badge: true };
    await browser.settings({ platforms: { linkedin: auto, github: auto, upwork: auto }, corners: {}, off: [], asked: true, language: lang });
    const { first, evidence } = await judged(browser, lang);
    const { sources, unseen } = await candidate(browser, lang);
    return { "1-page": first, "2-evidence": evidence, "3-sources": sources, "4-file": unseen, "5-settings": await settings(browser) };
  } finally {
    await browser.close();
  }
}

/** Width and height of a PNG. @param {Buffer} bytes */
const sizeOf = (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });

export async function storeShots() {
  for (const lang of /** @type {(keyof typeof LANGUAGES)[]} */ (Object.keys(LANGUAGES))) {
    const folder = join("target", "store", lang);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const shots = await shoot(lang);
    for (const name of SHOTS) {
      const bytes = Buffer.from(shots[name], "base64");
      const { width, height } = sizeOf(bytes);
      if (width !== SIZE.width || height !== SIZE.height) throw new Error(`${name}: ${width} x ${height}`);
      writeFileSync(join(folder, `${name}.png`), bytes);
    }
    console.log(`  ${folder}: ${SHOTS.length} pictures, ${SIZE.width} x ${SIZE.height}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await storeShots();
