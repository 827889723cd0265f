// The main job, seen: serves pages under their real addresses with the strictest policy, judges
// them in Chromium with the extension loaded, prints level and evidence, and leaves pictures of
// page and panel in target/run/.
//
//   node tests/browser/run.js                          the bundled sample pages (invented people)
//   node tests/browser/run.js FILE.html --url ADDRESS  a page that you saved
// With a display the window stays open until you close it (not with --headless).

import { mkdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { start, STRICT, until } from "./driver.js";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: "string" }, headless: { type: "boolean" } } });
const SAMPLES = "tests/pages/samples";
const OUT = join("target", "run");
const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) && !values.headless && !process.env.CI;

function pagesToJudge() {
  const [file] = positionals;
  if (!file) {
    const [, ...lines] = readFileSync(join(SAMPLES, "samples.tsv"), "utf8").trimEnd().split("\n");
    return lines.map((line) => {
      const [name = "", url = "", shows = "", expected = ""] = line.split("\t");
      return { file: join(SAMPLES, name), url, shows, expected };
    });
  }
  if (!values.url || !URL.canParse(values.url)) throw new Error("Say where the page was saved from: run FILE.html --url https://…");
  return [{ file, url: new URL(values.url).href.replace(/#.*/, ""), shows: "your saved page", expected: "" }];
}

const points = (value) => (value > 0 ? `+${value.toFixed(1)}` : value.toFixed(1));

function print(page, state) {
  const { verdict } = state;
  console.log(`\n${page.url}\n  ${page.shows} (${relative(".", page.file)})`);
  if (!verdict?.level) {
    console.log(`  ${state.state}${verdict ? `: ${verdict.gate}` : ""}${state.why ? `: ${state.why}` : ""}`);
    return;
  }
  const found = verdict.assessment;
  console.log(`  ${verdict.words.en} [${verdict.level}]${found ? `, ${points(found.bits)} points, ${found.coverage.join(" of ")} fields read` : ""}`);
  for (const [sign, hits] of [["verify", found?.hits ?? []], ["fits", found?.for_the_person ?? []]]) {
    for (const hit of hits) {
      console.log(`  ${sign.padEnd(6)} ${points(hit.bits).padStart(5)}  ${hit.id}`);
      for (const span of hit.evidence) console.log(`                 “${span.words.slice(0, 160)}”`);
    }
  }
}

/** A click where the page allows it; the message of that click elsewhere. */
async function judge(browser, page, body) {
  browser.pages.set(page.url, { body, headers: { ...STRICT, "content-security-policy": `${STRICT["content-security-policy"]}; form-action 'none'` } });
  const tab = await browser.newPage();
  await tab.goto(page.url, { waitUntil: "load" });
  await tab.bringToFront();
  await browser.clickToolbar(tab);
  const state = await browser.verdictOn(page.url);
  return { tab, state };
}

async function picture(browser, page, tab, state) {
  const name = basename(page.file, ".html");
  await tab.bringToFront();
  if (state.verdict?.level) {
    const hosts = () => tab.evaluate(() => [...document.documentElement.children].filter((child) => child.shadowRoot === null && !["HEAD", "BODY"].includes(child.tagName)).length);
    await until(hosts, "the badge");
  }
  await tab.screenshot({ path: join(OUT, `${name}-page.png`) });
  const panel = await browser.openOwn(`panel.html?tab=${state.tab}`);
  await panel.setViewport({ width: 400, height: 900 });
  await until(() => panel.evaluate(() => document.querySelector("#panel")?.textContent?.length), "the panel");
  await panel.screenshot({ path: join(OUT, `${name}-panel.png`), fullPage: true });
  await panel.close();
  console.log(`  pictures: ${join(OUT, `${name}-{page,panel}.png`)}`);
}

const pages = pagesToJudge();
mkdirSync(OUT, { recursive: true });
const browser = await start("chromium", { headless: !display });
let wrong = 0;
try {
  await browser.settings({
    platforms: { linkedin: { read: "auto", badge: true }, github: { read: "auto", badge: true }, upwork: { read: "auto", badge: true } },
    corners: {},
    off: [],
    asked: true,
  });
  for (const page of pages) {
    const { tab, state } = await judge(browser, page, readFileSync(page.file));
    print(page, state);
    await picture(browser, page, tab, state);
    if (page.expected && page.expected !== state.verdict?.level) {
      wrong += 1;
      console.log(`  expected ${page.expected}`);
    }
    if (!display) await tab.close();
  }
  if (display) {
    console.log("\nThe window stays open; close it to end.");
    await new Promise((done) => browser.browser.once("disconnected", done));
  }
} finally {
  await browser.close();
}
if (wrong) {
  console.error(`\n${wrong} of ${pages.length} pages did not get the level that is expected of them.`);
  process.exit(1);
}
