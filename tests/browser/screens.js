// Every screen in both browsers, both languages, light and dark: pictures to look at, and one
// contact sheet of them, in target/screens/. The people are the invented ones of the samples.
//
//   node tests/browser/screens.js [chromium|firefox]

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { start, STRICT, until } from "./driver.js";

const SAMPLES = "tests/pages/samples";
const OUT = join("target", "screens");
const WIDTHS = [240, 320, 1280];
const named = process.argv.slice(2);

const [, ...lines] = readFileSync(join(SAMPLES, "samples.tsv"), "utf8").trimEnd().split("\n");
const pages = lines.map((line) => {
  const [file = "", url = ""] = line.split("\t");
  return { name: file.replace(/\.html$/, ""), url, body: readFileSync(join(SAMPLES, file)) };
});

/** @type {string[]} */
const taken = [];

async function shoot(tab, name, fullPage) {
  const path = join(OUT, `${name}.png`);
  await tab.screenshot({ path, fullPage });
  taken.push(`${name}.png`);
}

async function dress(tab, theme) {
  await tab.emulateMediaFeatures?.([{ name: "prefers-color-scheme", value: theme }]).catch(() => undefined);
}

/** Panel and own pages: at both widths, all folds open in the wide one. */
async function panel(browser, prefix, path, theme) {
  const tab = await browser.openOwn(path);
  await dress(tab, theme);
  await until(() => tab.evaluate(() => document.body.textContent?.trim().length), path);
  for (const width of WIDTHS) {
    await tab.setViewport({ width, height: 800 });
    await tab.evaluate((open) => document.querySelectorAll("details").forEach((fold) => (fold.open = open)), width > 400);
    await shoot(tab, `${prefix}-${width}`, true);
  }
  await tab.close();
}

async function judged(browser, page) {
  browser.pages.set(page.url, { body: page.body, headers: STRICT });
  const tab = await browser.open(page.url);
  await tab.bringToFront();
  const state = await browser.verdictOn(page.url);
  return { tab, state };
}

for (const name of named.length ? named : ["chromium", "firefox"]) {
  for (const [lang, theme] of [["en-US", "light"], ["en-US", "dark"], ["fr", "light"], ["fr", "dark"]]) {
    const dark = { "ui.systemUsesDarkTheme": theme === "dark" ? 1 : 0, "layout.css.prefers-color-scheme.content-override": theme === "dark" ? 0 : 1 };
    const browser = await start(name, { lang, prefs: { ...dark, "intl.locale.requested": lang } });
    const key = `${name}-${lang.slice(0, 2)}-${theme}`;
    mkdirSync(OUT, { recursive: true });
    try {
      const auto = { read: "auto", badge: true };
      await browser.settings({ platforms: { linkedin: auto, github: auto, upwork: auto }, corners: {}, off: [], asked: true });
      for (const page of pages.filter(({ url }) => !url.includes(".example"))) {
        const { tab, state } = await judged(browser, page);
        await dress(tab, theme);
        await shoot(tab, `${key}-badge-${page.name}`, false);
        await panel(browser, `${key}-panel-${page.name}`, `panel.html?tab=${state.tab}&lang=${lang.slice(0, 2)}`, theme);
        await tab.close();
      }
      await panel(browser, `${key}-panel-empty`, `panel.html?tab=0&lang=${lang.slice(0, 2)}`, theme);
      await panel(browser, `${key}-settings`, "options.html", theme);
      console.log(`  ${key}: done`);
    } finally {
      await browser.close();
    }
  }
}

const cells = taken.map((file) => `<figure><img src="${file}"><figcaption>${file}</figcaption></figure>`).join("\n");
writeFileSync(
  join(OUT, "index.html"),
  `<!doctype html><meta charset="utf-8"><title>Screens</title><style>body{display:flex;flex-wrap:wrap;gap:12px;align-items:start;font:12px system-ui}` +
    `figure{margin:0;max-width:300px}img{max-width:300px;border:1px solid #888}</style>\n${cells}\n`,
);
console.log(`  ${taken.length} pictures; contact sheet: ${join(OUT, "index.html")}`);
