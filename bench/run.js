// Times Touchstone beside its peers and writes docs/bench.md. Started by `./build.sh bench`, which builds what is timed.
//
//   node bench/run.js NATIVE MATCHER.wasm EXTENSION [--rounds 11] [--without-browsers] [--out docs/bench.md]

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { measure } from "./browsers.js";
import { atLeast, atMost, digits, median, ms, quantile, ratio, table } from "./figures.js";
import { write } from "./inputs.js";
import { Racer, race } from "./racers.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "11" }, "without-browsers": { type: "boolean", default: false }, out: { type: "string", default: "docs/bench.md" }, folder: { type: "string", default: "target/bench-inputs" } },
});
const [nativePath, matcherPath, extension] = positionals;
const ROUNDS = Number(values.rounds);
const READER = `${extension}/chromium/wasm/reader`;

/** Sets of phrases as bench/native numbers them. */
const OWN = 0;
const MADE = new Map([[1, 1], [10, 2], [100, 3], [400, 4], [1000, 5]]);
const TEXTS = [1_000, 20_000, 300_000, 1_200_000, 8_000_000, 50_000_000];

const racers = { native: new Racer(nativePath, ["serve", values.folder]), node: new Racer("node", ["bench/peer.js", values.folder, READER, matcherPath]) };
const { pages, batch } = write(values.folder, nativePath);
const hasYara = execFileSync(nativePath, ["features"], { encoding: "utf8" }).includes("yara");
const job = (key, where, name, input) => ({ key, racer: racers[where], name, input });
const say = (text) => console.log(`  ${text}`);

/** Readers of one page, ours first. */
async function reading(at) {
  const input = `page-${at}`;
  const slow = [job("Readability on jsdom", "node", "readability-jsdom", input), job("Readability on linkedom", "node", "readability-linkedom", input)];
  const times = await race(
    [
      job("ours", "native", "touchstone", input),
      job("wasm", "node", "touchstone-wasm", input),
      job("our parser alone", "native", "touchstone-parse", input),
      job("html5ever, bare parse", "native", "html5ever", input),
      job("lol-html, every element", "native", "lol-html", input),
      job("astral-tl, bare parse", "native", "tl", input),
      job("a pass over the bytes", "native", "bytes", input),
      ...slow,
    ],
    ROUNDS,
  );
  const row = (key, aim = "", of = "ours") => [key, ms(median(times[key].list)), ratio(times.ours.list, times[key].list).text, ratio(times.wasm.list, times[key].list).text, aim && atLeast(ratio(times[of].list, times[key].list).median, aim)];
  return table(
    [`${pages[at].label}, ${pages[at].kind}`, "time", "times our native reading", "times our reading in WASM", "to reach"],
    [
      ["Touchstone, native: HTML to profile", ms(median(times.ours.list)), "1", "", ""],
      ["Touchstone, WASM as shipped: HTML to verdict", ms(median(times.wasm.list)), ratio(times.ours.list, times.wasm.list).text, "1", ""],
      row("our parser alone"),
      row("html5ever, bare parse", 3),
      row("lol-html, every element"),
      row("astral-tl, bare parse"),
      row("a pass over the bytes"),
      row("Readability on linkedom", 20, "wasm"),
      row("Readability on jsdom"),
    ],
  );
}

const MATCHERS = [
  ["YARA-X, npm package in WASM", "node", "yara-x-wasm"],
  ["YARA-X, native crate", "native", "yara-x"],
  ["JavaScript, one RegExp each", "node", "regexps"],
  ["JavaScript, one combined RegExp", "node", "regexp"],
  ["regex crate, RegexSet, native", "native", "rust-regex"],
].filter(([, , name]) => hasYara || name !== "yara-x");

/** Matchers of one set in one text; all must find the same phrases. */
async function matching(title, set, text) {
  const input = `${set},${text}`;
  const [found] = await Promise.all([racers.native.ask("touchstone-found", input)]);
  const times = await race([job("ours", "native", "touchstone-match", input), job("wasm", "node", "touchstone-match-wasm", input), ...MATCHERS.map(([key, where, name]) => job(key, where, name, input))], ROUNDS);
  for (const [key, , name] of MATCHERS) {
    // The combined one tells matches and not phrases.
    if (name !== "regexp" && times[key].found !== found.found) throw new Error(`${title}: ${key} finds ${times[key].found} phrases, ours ${found.found}`);
  }
  const aims = { "yara-x-wasm": 50, regexps: 50, regexp: 1 };
  const rows = MATCHERS.map(([key, , name]) => {
    const [native, wasm] = [ratio(times.ours.list, times[key].list), ratio(times.wasm.list, times[key].list)];
    return [key, ms(median(times[key].list)), native.text, wasm.text, aims[name] ? atLeast(wasm.median, aims[name]) : ""];
  });
  return table(
    [`${title}, ${found.found} of them found`, "time", "times ours native", "times ours in WASM", "to reach"],
    [["Touchstone, native", ms(median(times.ours.list)), "1", "", ""], ["Touchstone, WASM", ms(median(times.wasm.list)), ratio(times.ours.list, times.wasm.list).text, "1", ""], ...rows],
  );
}

/** Time by number of phrases, in one text. */
async function byPhrases() {
  const columns = [["Touchstone, native", "native", "touchstone-match"], ["Touchstone, WASM", "node", "touchstone-match-wasm"], ["YARA-X in WASM", "node", "yara-x-wasm"], ["RegExp each", "node", "regexps"], ["RegExp combined", "node", "regexp"]];
  const all = [...MADE].flatMap(([count, set]) => columns.map(([title, where, name]) => job(`${count} ${title}`, where, name, `${set},text-20000`)));
  const times = await race(all, ROUNDS);
  const rows = [...MADE.keys()].map((count) => [`${count}`, ...columns.map(([title]) => ms(median(times[`${count} ${title}`].list)))]);
  const growth = columns.map(([title]) => `${digits(ratio(times[`1 ${title}`].list, times[`1000 ${title}`].list).median)} ×`);
  return table(["phrases, in 20 KB", ...columns.map(([title]) => title)], [...rows, ["1,000 to 1", ...growth]]);
}

/** Time by length of the text, 400 phrases. */
async function byText() {
  const set = MADE.get(400);
  const columns = [["Touchstone, native", "native", "touchstone-match"], ["Touchstone, WASM", "node", "touchstone-match-wasm"], ["RegExp combined", "node", "regexp"]];
  const rows = [];
  for (const bytes of TEXTS) {
    const times = await race(columns.map(([title, where, name]) => job(title, where, name, `${set},text-${bytes}`)), bytes > 2e6 ? 3 : ROUNDS);
    rows.push([bytes < 1e6 ? `${bytes / 1000} KB` : `${bytes / 1e6} MB`, ...columns.map(([title]) => `${ms(median(times[title].list))}, ${digits(median(times[title].list) / bytes)} ns a byte`)]);
  }
  return table(["text, 400 phrases", ...columns.map(([title]) => title)], rows);
}

async function batches() {
  const peers = [["html5ever and one regex of all phrases, native", "native", "html5ever-regex-batch"], ["Readability on linkedom and one RegExp of all phrases", "node", "readability-regexp-batch"]];
  const times = await race([job("ours", "native", "touchstone-batch", "batch.json"), ...peers.map(([key, where, name]) => job(key, where, name, "batch.json"))], ROUNDS);
  const rate = (list) => `${digits((batch * 1e9) / median(list))} a second`;
  return table(
    [`${batch} invented pages, one core`, "candidates", "times the time of ours"],
    [["Touchstone, native: read and judged", rate(times.ours.list), "1"], ...peers.map(([key]) => [key, rate(times[key].list), ratio(times.ours.list, times[key].list).text])],
  );
}

// --- in the browsers ---------------------------------------------------------------------------

const spread = (list) => `${digits(median(list))} (${digits(quantile(list, 0.25))}–${digits(quantile(list, 0.75))})`;

function ofBrowser(name, found) {
  const rows = [];
  for (const [label, page] of Object.entries(found.pages)) {
    const above = (list) => list.map(({ ours, empty }) => ours.ms - empty.ms);
    const [warm, cold] = [above(page.warm), above(page.cold)];
    rows.push([`${label}: first verdict after the browser's start`, `${digits(page.first.ms)} ms`, "", ""]);
    rows.push([`${label}: warm verdict, page to badge`, `${spread(page.warm.map(({ ours }) => ours.ms))} ms`, `${spread(page.warm.map(({ empty }) => empty.ms))} ms (empty message)`, `${spread(warm)} ms above: ${atMost(median(warm), 15, "ms")}`]);
    rows.push([`${label}: verdict after the worker was ended`, `${spread(page.cold.map(({ ours }) => ours.ms))} ms`, `${spread(page.cold.map(({ empty }) => empty.ms))} ms (empty worker)`, `${spread(cold)} ms above: ${atMost(median(cold), 15, "ms")}`]);
    const opened = above(page.opened);
    rows.push([`${label}: the same for a page that was just opened: the worker is told, and the page waits 800 ms for quiet`, `${spread(page.opened.map(({ ours }) => ours.ms))} ms`, `${spread(page.opened.map(({ empty }) => empty.ms))} ms (empty worker)`, `${spread(opened)} ms above: ${atMost(median(opened), 15, "ms")}`]);
    const threads = page.warm.map(({ ours }) => ours.thread);
    rows.push([`${label}: page's thread, capture and badge by the page's clock`, `${spread(threads)} ms`, `Readability ${spread(page.peers.map(({ readability }) => readability))} ms, innerText ${spread(page.peers.map(({ innerText }) => innerText))} ms`, atMost(median(threads), 8, "ms")]);
    if (page.trace) {
      const own = page.trace.map(({ thread }) => thread);
      const longest = Math.max(...page.trace.map((one) => one.longest));
      rows.push([`${label}: page's thread, all scripts of the extension by the browser's trace`, `${spread(own)} ms`, "", atMost(median(own), 8, "ms")]);
      rows.push([`${label}: longest task with a script of the extension`, `${digits(longest)} ms`, "", atMost(longest, 50, "ms")]);
    }
    const memory = Math.max(...page.cold.map(({ ours }) => ours.memory)) / 1e6;
    rows.push([`${label}: linear memory of the reader's WASM, message of ${digits(page.first.letters / 1000)} KB`, `${digits(memory)} MB`, "", atMost(memory, 8, "MB")]);
  }
  if (found.memory.worker) {
    const mb = (bytes) => `${digits(bytes / 1e6)} MB`;
    rows.push(["heap of the worker after a verdict", mb(found.memory.worker), `${mb(found.memory.empty)} (empty worker)`, ""]);
    rows.push(["heap of the page, more after a verdict than before", mb(found.memory.page), "", ""]);
  }
  return [`### ${found.version}`, "", table([name, "Touchstone", "beside it", "to reach"], rows)].join("\n");
}

async function inBrowsers() {
  if (values["without-browsers"]) return "Not measured in this run.";
  const parts = [];
  for (const name of ["chromium", "firefox"]) {
    say(name);
    parts.push(ofBrowser(name, await measure(name, pages, { extension: `${extension}/${name}`, rounds: Math.max(9, ROUNDS) })));
  }
  return parts.join("\n\n");
}

// --- the document ------------------------------------------------------------------------------

const version = (path) => JSON.parse(readFileSync(path, "utf8")).version;
const peerVersions = ["@mozilla/readability", "jsdom", "linkedom", "@virustotal/yara-x"].map((name) => `${name} ${version(`bench/node_modules/${name}/package.json`)}`);
const crates = readFileSync("bench/native/Cargo.lock", "utf8");
const crate = (name) => `${name} ${new RegExp(`name = "${name}"\nversion = "([^"+]*)`).exec(crates)?.[1]}`;

async function parts() {
  say("reading");
  const read = [await reading(0), await reading(1)];
  say("matching");
  const match = [await matching("400 made-up phrases in 20 KB", MADE.get(400), "text-20000"), await matching("the product's own phrases in 20 KB", OWN, "own-20000")];
  say("growth");
  const growth = [await byPhrases(), await byText()];
  say("batch");
  const many = await batches();
  const { found: memory } = await racers.node.ask("touchstone-memory", "page-1");
  const linear = `Linear memory of the reader's WASM after the whole page of ${pages[1].label}, which no capture is as large as: ${digits(memory / 1e6)} MB (${atMost(memory / 1e6, 8, "MB")}).`;
  for (const racer of Object.values(racers)) racer.close();
  say("browsers");
  return { read, match, growth, many, linear, browsers: await inBrowsers() };
}

const started = loadavg()[0];
const all = await parts();
const load = Math.max(started, loadavg()[0]);
const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${digits(totalmem() / 2 ** 30)} GB`;
const text = `# How fast it is, beside others

Written by \`./build.sh bench\` on ${new Date().toISOString().slice(0, 10)}; not by hand. Machine: ${machine}; load while measuring up to ${digits(load)}.
node ${process.version.slice(1)}, ${execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim().split(" (")[0]}; ${peerVersions.join(", ")}; crates ${["html5ever", "lol_html", "astral-tl", "regex", "yara-x"].map(crate).join(", ")}${hasYara ? "" : " (yara-x not built in this run)"}.

All programs get the same input in the same run and are asked in turns, ${ROUNDS} rounds each after one that is not counted. Outside the browsers, times
are times on the processor. A ratio is taken within a round; the table has its median and, in brackets, the middle half. Peers and how they are asked: \`bench/\`.

## Reading a page

"Saved" pages are real ones that stay outside the repository; "made" ones have the same size and shape (\`bench/inputs.js\`).

${all.read.join("\n\n")}

${all.linear}

## Matching phrases

The matcher is compiled from the product's own source, with the index that the product's build makes. The same phrases as regular expressions for the others;
a run fails when they find other phrases. Time grows with the text; of the phrases only those cost that begin with a word of the text.

${all.match.join("\n\n")}

${all.growth.join("\n\n")}

## Many candidates

No peer does the same work: they get the text of the page and look for the same phrases; ours reads the profile and judges it by all indicators.

${all.many}

## In the browsers

The extension and an empty one in the same browser, asked from the same page in turns. A worker is ended as the browser ends idle ones.

${all.browsers}
`;
writeFileSync(values.out, text);
say(values.out);
