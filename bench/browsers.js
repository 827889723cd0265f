// What the extension costs in a browser, beside an empty extension in the same browser and on the same page, and
// beside Readability and innerText on the same live document.
//
// The extension is a copy with two additions: a script that takes the very steps of a reading when the page is told to,
// and a line of the worker that says when it started and how large the reader's memory is.

import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start, until } from "../tests/browser/driver.js";

const EMPTY = new URL("empty/", import.meta.url).pathname;
const READABILITY = new URL("node_modules/@mozilla/readability/Readability.js", import.meta.url).pathname;
const auto = { read: "auto", badge: true };
const SETTINGS = { platforms: { linkedin: auto, github: auto, upwork: auto }, corners: {}, off: [], asked: true };
/** After how long without events Firefox ends a worker in this run. */
const IDLE_MS = 1500;
const PREFS = { "extensions.background.idle.timeout": IDLE_MS, "privacy.reduceTimerPrecision": false };

/** Runs beside the content scripts: the steps of a reading that `capture.js` takes when the page is quiet. */
function probe() {
  touchstoneSettings.readsAlone = () => false;
  const holds = touchstoneSettings.load();
  const spoken = (badge) => ({ level: badge.level, words: badge.words.en });
  document.addEventListener("ask-touchstone", async () => {
    touchstoneBadge.remove();
    touchstoneCapture.prepare();
    // A page that was just opened is announced to the worker, and read when it was quiet for this long (capture.js).
    const opened = document.documentElement.hasAttribute("opened");
    if (opened) void chrome.runtime.sendMessage({ kind: "soon" });
    await new Promise((done) => setTimeout(done, opened ? 800 : 50));
    const begin = performance.now();
    const page = touchstoneCapture.capture();
    const captured = performance.now();
    const answer = await chrome.runtime.sendMessage({ kind: "page", ...page });
    const settings = await holds;
    const answered = performance.now();
    if (answer.badge && touchstoneSettings.drawsBadge(settings, location)) touchstoneBadge.show(spoken(answer.badge), undefined, { open: () => undefined, settings: () => undefined });
    const shown = performance.now();
    const worker = await chrome.runtime.sendMessage({ kind: "born" });
    const said = { ms: shown - begin, thread: captured - begin + (shown - answered), drawn: Boolean(answer.badge), letters: page.html.length, ...worker };
    document.documentElement.setAttribute("answer-touchstone", JSON.stringify(said));
  });
}

const WORKER = `
chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (message?.kind !== "born") return undefined;
  Promise.resolve(ready).then((wasm) => reply({ born: performance.timeOrigin, memory: wasm?.memory?.buffer.byteLength ?? 0 }));
  return true;
});
`;

function withProbe(folder) {
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.content_scripts[0].js.push("probe.js");
  writeFileSync(join(folder, "probe.js"), `(${probe})();\n`);
  writeFileSync(path, JSON.stringify(manifest));
  appendFileSync(join(folder, "background.js"), WORKER);
}

/** The empty extension as this browser wants it. */
function emptyFor(name) {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-empty-"));
  cpSync(EMPTY, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  delete manifest.background[name === "chromium" ? "scripts" : "service_worker"];
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Tells the page to ask, and waits for what came of it. */
async function ask(tab, whom) {
  await tab.evaluate((name) => {
    document.documentElement.removeAttribute(`answer-${name}`);
    document.dispatchEvent(new CustomEvent(`ask-${name}`));
  }, whom);
  const answer = () => tab.evaluate((name) => document.documentElement.getAttribute(`answer-${name}`), whom);
  return JSON.parse(await until(answer, `an answer of ${whom}`, 20_000));
}

/** Both workers end: as the browser ends them when they are idle. */
async function endWorkers(browser) {
  if (!browser.isChromium) return new Promise((done) => setTimeout(done, 2 * IDLE_MS + 500));
  const workers = () => browser.browser.targets().filter((target) => target.type() === "service_worker");
  const session = await browser.browser.target().createCDPSession();
  for (const { _targetId: targetId } of workers()) await session.send("Target.closeTarget", { targetId }).catch(() => undefined);
  await until(() => workers().length === 0, "the end of the workers");
  await session.detach();
}

/** Readability and innerText on the live document. */
function peersOnPage(source) {
  return `(() => {
    ${source}
    const timed = (work) => { const start = performance.now(); work(); return performance.now() - start; };
    return { innerText: timed(() => document.body.innerText.length), readability: timed(() => new Readability(document.cloneNode(true)).parse()) };
  })()`;
}

/** Asks both after their workers were ended; `opened`: as of a page that was just opened. */
async function askCold(browser, tab, round, before, opened) {
  await endWorkers(browser);
  await tab.evaluate((is) => document.documentElement.toggleAttribute("opened", is), opened);
  // In turns: who is asked first finds the machine colder.
  const order = round % 2 ? ["empty", "touchstone"] : ["touchstone", "empty"];
  const answers = {};
  for (const whom of order) answers[whom] = await ask(tab, whom);
  const now = { empty: answers.empty, ours: answers.touchstone };
  for (const whom of ["empty", "ours"]) if (now[whom].born === before[whom].born) throw new Error(`${browser.name}: the worker of ${whom} was not ended`);
  return now;
}

/** One page: rounds with warm and with ended workers, and the peers. */
async function onPage(browser, page, rounds) {
  browser.pages.set(page.url, { body: page.html, headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" } });
  const tab = await browser.open(page.url);
  await tab.bringToFront();
  await new Promise((done) => setTimeout(done, 1500));
  const source = readFileSync(READABILITY, "utf8");
  const found = { first: await ask(tab, "touchstone"), warm: [], opened: [], cold: [], peers: [] };
  await ask(tab, "empty");
  for (let round = 0; round < rounds; round += 1) {
    const [empty, ours] = [await ask(tab, "empty"), await ask(tab, "touchstone")];
    found.warm.push({ empty, ours });
    found.peers.push(await tab.evaluate(peersOnPage(source)));
  }
  let before = found.warm.at(-1);
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ["opened", "cold"]) {
      before = await askCold(browser, tab, round, before, kind === "opened");
      found[kind].push(before);
    }
  }
  await tab.close();
  return found;
}

/** Heap of a worker after its first verdict, or of the empty one, in bytes (Chromium). */
async function heapOfWorker(browser, origin) {
  const target = browser.browser.targets().find((one) => one.type() === "service_worker" && one.url().startsWith(origin));
  const session = await target.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

async function heapOfPage(tab) {
  const session = await tab.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0 } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize + embedderHeapUsedSize;
}

/** Time of a tab's thread in scripts of an extension, and its longest task, from the trace of a reading (Chromium). */
function fromTrace(trace, origin) {
  const events = JSON.parse(Buffer.from(trace).toString()).traceEvents.filter((event) => event.ph === "X" && event.dur);
  // Time on the processor, where the browser tells it.
  const cost = (event) => event.tdur ?? event.dur;
  const ours = events.filter((event) => JSON.stringify(event.args ?? {}).includes(origin));
  const outermost = ours.filter((event) => !ours.some((other) => other !== event && other.tid === event.tid && other.pid === event.pid && other.ts <= event.ts && other.ts + other.dur >= event.ts + event.dur));
  const threads = new Map();
  for (const event of outermost) threads.set(`${event.pid}:${event.tid}`, (threads.get(`${event.pid}:${event.tid}`) ?? 0) + cost(event));
  // The page's thread and no worker's: only there a content script runs.
  const inPage = outermost.filter((event) => /capture\.js|badge\.js/.test(JSON.stringify(event.args)));
  const thread = inPage[0] && `${inPage[0].pid}:${inPage[0].tid}`;
  const tasks = events.filter((event) => event.name.endsWith("RunTask") && `${event.pid}:${event.tid}` === thread);
  const longest = tasks.filter((task) => inPage.some((event) => event.ts >= task.ts && event.ts < task.ts + task.dur)).map((task) => cost(task) / 1000);
  return { thread: (threads.get(thread) ?? 0) / 1000, longest: Math.max(0, ...longest) };
}

/** The extension as it is: the page is opened, becomes quiet, is read and gets its badge. */
async function traced(page, extension, rounds) {
  const browser = await start("chromium", { extension });
  const found = [];
  try {
    await browser.settings(SETTINGS);
    browser.pages.set(page.url, { body: page.html, headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" } });
    for (let round = 0; round < rounds; round += 1) {
      const tab = await browser.newPage();
      await tab.bringToFront();
      await tab.tracing.start({ categories: ["toplevel", "devtools.timeline", "v8.execute", "disabled-by-default-devtools.timeline"] });
      await tab.goto(page.url, { waitUntil: "load" });
      await until(() => tab.evaluate(() => [...document.documentElement.children].some((child) => !["HEAD", "BODY"].includes(child.tagName))), "the badge", 20_000);
      found.push(fromTrace(await tab.tracing.stop(), browser.base));
      await tab.close();
    }
  } finally {
    await browser.close();
  }
  return found;
}

/** Everything for one browser. */
export async function measure(name, pages, { extension, rounds }) {
  const browser = await start(name, { extension, change: withProbe, prefs: PREFS });
  const empty = emptyFor(name);
  const found = { version: await browser.browser.version(), pages: {}, memory: {} };
  try {
    const emptyId = await browser.browser.installExtension(empty);
    await browser.settings(SETTINGS);
    // An own page that is open keeps the worker of Firefox alive.
    await browser.deskPage.close();
    browser.deskPage = undefined;
    for (const page of pages) found.pages[page.label] = await onPage(browser, page, rounds);
    if (browser.isChromium) found.memory = await memoryOf(browser, pages.at(-1), `chrome-extension://${emptyId}/`);
  } finally {
    await browser.close();
    rmSync(empty, { recursive: true, force: true });
  }
  if (name === "chromium") for (const page of pages) found.pages[page.label].trace = await traced(page, extension, rounds);
  return found;
}

async function memoryOf(browser, page, emptyBase) {
  const tab = await browser.open(page.url);
  await tab.bringToFront();
  await ask(tab, "empty");
  const before = await heapOfPage(tab);
  await ask(tab, "touchstone");
  await ask(tab, "empty");
  const found = { page: (await heapOfPage(tab)) - before, worker: await heapOfWorker(browser, browser.base), empty: await heapOfWorker(browser, emptyBase) };
  await tab.close();
  return found;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [name, extension, url, file] = process.argv.slice(2);
  const page = { label: "page", url, html: readFileSync(file, "utf8") };
  const found = await measure(name, [page], { extension, rounds: 3 });
  console.log(JSON.stringify(found, null, 1));
  const { warm, opened, cold } = found.pages.page;
  for (const [kind, list] of Object.entries({ warm, opened, cold })) console.log(kind, median(list.map(({ ours }) => ours.ms)), median(list.map(({ empty }) => empty.ms)));
}
