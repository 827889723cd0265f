// Every screen in both browsers, four languages, light and dark: pictures to look at, and one
// contact sheet of them, in target/screens/. The people are the invented ones of the samples.
//
//   node tests/browser/screens.js [chromium|firefox] [en-US|fr|de|es …]

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../build/serve.js";
import { deskOf, drop, fixture } from "./desk-page.js";
import { start, STRICT, themed, until } from "./driver.js";
import { ANSELM } from "./pages.js";

const SAMPLES = "tests/pages/samples";
const OUT = join("target", "screens");
const WIDTHS = [240, 320, 1280];
const named = process.argv.slice(2).filter((word) => ["chromium", "firefox"].includes(word));
const spoken = process.argv.slice(2).filter((word) => !named.includes(word));
const LANGUAGES = spoken.length ? spoken : ["en-US", "fr", "de", "es"];

const [, ...lines] = readFileSync(join(SAMPLES, "samples.tsv"), "utf8").trimEnd().split("\n");
const pages = lines.map((line) => {
  const [file = "", url = ""] = line.split("\t");
  return { name: file.replace(/\.html$/, ""), url, body: readFileSync(join(SAMPLES, file)) };
});

/** @type {string[]} */
const taken = [];
/** Screens that have to be scrolled to the side. @type {string[]} */
const wide = [];

/** Width and height of the pictures, by their names. @type {Map<string, string>} */
const sizes = new Map();

async function shoot(tab, name, fullPage) {
  const path = join(OUT, `${name}.png`);
  // What was unfolded must have been laid out.
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const picture = Buffer.from(await tab.screenshot({ path, fullPage }));
  // As a PNG begins: eight bytes of a mark, length and name of the first part, width, height.
  sizes.set(name, `${picture.readUInt32BE(16)} × ${picture.readUInt32BE(20)}`);
  taken.push(`${name}.png`);
}

/** A page at all widths, all folds open in the wide one. */
async function widths(tab, prefix, widths = WIDTHS) {
  for (const width of widths) {
    await tab.setViewport({ width, height: 800 });
    await tab.evaluate((open) => document.querySelectorAll("details").forEach((fold) => (fold.open = open)), width > 400);
    const tooWide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (tooWide > 0) wide.push(`${prefix}-${width}: ${tooWide} px`);
    await shoot(tab, `${prefix}-${width}`, true);
  }
}

/** Panel and own pages. */
async function panel(browser, prefix, path, theme) {
  const tab = await browser.openOwn(path);
  await browser.dress(tab, theme);
  // The first painting of the panel (extension/first.js) is not the whole one.
  const isWhole = () => (document.getElementById("bar") ? !document.getElementById("bar").inert : document.getElementById("settings")?.textContent?.trim().length);
  await until(() => tab.evaluate(isWhole), path);
  await widths(tab, prefix);
  await tab.close();
}

/** The report and the interview kit as they are printed; Firefox does not show how paper looks. */
async function sheets(browser, key, path) {
  if (!browser.isChromium) return;
  const tab = await browser.openOwn(path);
  await until(() => tab.evaluate(() => document.querySelector(".kit") !== null), "the kit");
  await tab.setViewport({ width: 794, height: 1123 });
  await tab.emulateMediaType("print");
  for (const sheet of ["report", "kit"]) {
    await tab.evaluate((name) => {
      document.body.dataset.print = name;
      document.querySelectorAll("details:not(.copy)").forEach((fold) => (fold.open = true));
    }, sheet);
    await shoot(tab, `${key}-print-${sheet}`, true);
  }
  await tab.close();
}

/** The candidate on the desk: sources that do not fit together, and a file with text that cannot be seen. */
async function candidate(browser, key, lang, theme) {
  const { openTab, panelOf, click, withSources, afresh } = deskOf(() => browser);
  const one = await openTab(ANSELM.linkedin);
  const two = await openTab(ANSELM.github);
  const first = await panelOf(one.tab, lang);
  await click(first, "#add-tab");
  await withSources(first, 1);
  const tab = await panelOf(two.tab, lang);
  await browser.dress(tab, theme);
  await click(tab, "#add-tab");
  await withSources(tab, 2);
  await drop(tab, fixture("pdf-platform-export", "profile.pdf"), fixture("pdf-password", "letter.pdf"));
  await withSources(tab, 4);
  await widths(tab, `${key}-case`);
  await afresh();
  await drop(tab, fixture("pdf-unseen", "cv.pdf"));
  await withSources(tab, 1);
  for (const width of WIDTHS) {
    await tab.setViewport({ width, height: 800 });
    await tab.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = fold.classList.contains("copy"))));
    await shoot(tab, `${key}-xray-${width}`, true);
  }
  await click(tab, "button[data-do=clear]");
  await until(() => tab.evaluate(() => document.querySelector(".notice") !== null), "the empty candidate");
  await widths(tab, `${key}-case-empty`, [320]);
  for (const page of [first, tab, one.page, two.page]) await page.close();
  await afresh();
}

/** The page at www: as it opens, a practice candidate, the briefing. */
async function site(address, name, key, lang, theme) {
  const { host } = new URL(address);
  const browser = await start(name, {
    extension: null,
    lang,
    args: name === "chromium" ? [`--proxy-bypass-list=<-loopback>;${host}`, `--accept-lang=${lang}`] : [],
    prefs: { ...themed(theme), "network.proxy.no_proxies_on": host, "intl.accept_languages": lang, "intl.locale.requested": lang },
  });
  try {
    const tab = await browser.browser.newPage();
    await browser.dress(tab, theme);
    await tab.goto(address, { waitUntil: "load" });
    await until(() => tab.evaluate(() => document.body.dataset.ready !== undefined), "www", 30_000);
    await widths(tab, `${key}-www`, [320, 1280]);
    await tab.click('[data-practice="two-histories"]');
    await until(() => tab.evaluate(() => document.querySelectorAll(".source").length === 2), "the practice candidate", 30_000);
    await widths(tab, `${key}-www-practice`, [320, 1280]);
    await tab.goto(`${address}${lang === "fr" ? "fr/" : ""}briefing.html`, { waitUntil: "load" });
    await widths(tab, `${key}-briefing`, [320, 1280]);
  } finally {
    await browser.close();
  }
}

async function judged(browser, page) {
  browser.pages.set(page.url, { body: page.body, headers: STRICT });
  const tab = await browser.open(page.url);
  await tab.bringToFront();
  const state = await browser.verdictOn(page.url);
  return { tab, state };
}

if (!existsSync("dist/www/index.html")) throw new Error("dist/www is missing: run ./build.sh www --no-serve first");
const server = await serve("dist/www", 0);

for (const name of named.length ? named : ["chromium", "firefox"]) {
  for (const [lang, theme] of LANGUAGES.flatMap((lang) => [[lang, "light"], [lang, "dark"]])) {
    const browser = await start(name, { lang, prefs: { ...themed(theme), "intl.locale.requested": lang } });
    const key = `${name}-${lang.slice(0, 2)}-${theme}`;
    mkdirSync(OUT, { recursive: true });
    try {
      const auto = { read: "auto", badge: true };
      await browser.settings({ platforms: { linkedin: auto, github: auto, upwork: auto }, corners: {}, off: [], asked: true, language: lang.slice(0, 2) });
      for (const page of pages.filter(({ url }) => !url.includes(".example"))) {
        const { tab, state } = await judged(browser, page);
        await browser.dress(tab, theme);
        await shoot(tab, `${key}-badge-${page.name}`, false);
        await panel(browser, `${key}-panel-${page.name}`, `panel.html?tab=${state.tab}&lang=${lang.slice(0, 2)}`, theme);
        if (theme === "light" && page.name === "contradictions") await sheets(browser, key, `panel.html?tab=${state.tab}&lang=${lang.slice(0, 2)}`);
        await tab.close();
      }
      await panel(browser, `${key}-panel-empty`, `panel.html?tab=0&lang=${lang.slice(0, 2)}`, theme);
      await panel(browser, `${key}-settings`, "options.html", theme);
      for (const hash of ["welcome", "policy", "reads"]) await panel(browser, `${key}-${hash}`, `options.html#${hash}`, theme);
      await candidate(browser, key, lang.slice(0, 2), theme);
      await site(server.address, name, key, lang, theme);
      console.log(`  ${key}: done`);
    } finally {
      await browser.close();
    }
  }
}

await server.close();

const cells = taken.map((file) => `<figure><img src="${file}"><figcaption>${file}</figcaption></figure>`).join("\n");
writeFileSync(
  join(OUT, "index.html"),
  `<!doctype html><meta charset="utf-8"><title>Screens</title><style>body{display:flex;flex-wrap:wrap;gap:12px;align-items:start;font:12px system-ui}` +
    `figure{margin:0;max-width:300px}img{max-width:300px;border:1px solid #888}</style>\n${cells}\n`,
);
console.log(`  ${taken.length} pictures; contact sheet: ${join(OUT, "index.html")}`);
const uneven = [...sizes].filter(([name, size]) => sizes.has(name.replace("-light-", "-dark-")) && sizes.get(name.replace("-light-", "-dark-")) !== size);
if (uneven.length > 0) {
  console.error(`  not as large in the dark:\n    ${uneven.map(([name, size]) => `${name}: ${size}`).join("\n    ")}`);
  process.exitCode = 1;
}
if (wide.length > 0) {
  console.error(`  to be scrolled to the side:\n    ${wide.join("\n    ")}`);
  process.exitCode = 1;
}
