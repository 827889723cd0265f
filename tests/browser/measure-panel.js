// How long the panel of a judged page takes to say the level (extension/first.js) and to paint the whole, beside an empty
// panel of the same extension in the same run: medians, from the beginning of the navigation, in milliseconds.
//
//   node tests/browser/measure-panel.js [chromium|firefox] [--loads 20]

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { start, until } from "./driver.js";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { loads: { type: "string", default: "20" } } });
const PAGE = { url: "https://www.upwork.com/freelancers/~01tarnwick", html: readFileSync("tests/pages/samples/contradictions.html", "utf8") };
const auto = { read: "auto", badge: true };

/** A panel that has nothing to show but that it is there. */
function withEmptyPanel(folder) {
  writeFileSync(join(folder, "empty.html"), '<!doctype html><html lang="en"><title>Empty</title><script type="module" src="empty.js"></script><body><p id="panel">Empty</p></body></html>');
  writeFileSync(join(folder, "empty.js"), 'performance.mark("touchstone:painted");\n');
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const spread = (list) => `${median(list).toFixed(0)} (${Math.min(...list).toFixed(0)}–${Math.max(...list).toFixed(0)})`;

/** What is asked of a page that is being built makes it wait: nothing is, for so many milliseconds. */
const UNDISTURBED = 1000;

/** When a page set its marks. */
async function load(browser, path, ...marks) {
  const page = await browser.browser.newPage();
  page.goto(browser.base + path).catch(() => undefined);
  await new Promise((done) => setTimeout(done, UNDISTURBED));
  const at = (mark) => page.evaluate((name) => performance.getEntriesByName(`touchstone:${name}`)[0]?.startTime, mark);
  const times = [];
  for (const mark of marks) times.push(await until(() => at(mark), `${mark} of ${path}`));
  const isNear = await page.evaluate(() => performance.getEntriesByName("touchstone:level")[0]?.detail === "near");
  await page.close();
  return { times, isNear };
}

for (const name of positionals.length ? positionals : ["chromium", "firefox"]) {
  const browser = await start(name, { change: withEmptyPanel });
  try {
    await browser.settings({ platforms: { linkedin: auto, github: auto, upwork: auto }, corners: {}, off: [], asked: true });
    const page = await browser.open(PAGE.url, PAGE.html);
    await page.bringToFront();
    const { tab } = await browser.verdictOn(PAGE.url);
    const times = { empty: [], level: [], panel: [] };
    let near = 0;
    for (let round = 0; round < Number(values.loads); round += 1) {
      times.empty.push(...(await load(browser, "empty.html", "painted")).times);
      const { times: [level, painted], isNear } = await load(browser, `panel.html?tab=${tab}`, "level", "painted");
      times.level.push(level);
      times.panel.push(painted);
      near += Number(isNear);
    }
    console.log(`  ${name}: level ${spread(times.level)} ms, whole panel ${spread(times.panel)} ms, empty panel ${spread(times.empty)} ms, ${values.loads} loads each, ${near} beside a worker that had the level at hand`);
  } finally {
    await browser.close();
  }
}
