// Programs that run in node: one line in, one line out, as bench/native has them.
//
//   node bench/peer.js FOLDER READER_FOLDER MATCHER.wasm
//
// Each is loaded when it is first asked for, so that a process has only what it times.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [folder, readerFolder, matcherPath] = process.argv.slice(2);
const text = (name) => readFileSync(join(folder, name), "utf8");

/** A round is long enough for the clock. */
const ROUND_MS = 20;

/** The day as of which is judged. */
const TODAY = "2026-11-24";

const page = (input) => [text(`${input}.url`).trim(), text(`${input}.html`)];

/** The reader as it is shipped; it judges as well. */
async function reader() {
  const { initSync, judge } = await import(pathToFileURL(resolve(readerFolder, "touchstone.js")));
  const wasm = initSync({ module: readFileSync(join(readerFolder, "touchstone_bg.wasm")) });
  return { wasm, judge: (url, html) => judge(url, html, TODAY, true, "", "") };
}

async function judging(input) {
  const { judge } = await reader();
  const [url, html] = page(input);
  if (judge(url, html).gate !== "person") throw new Error(`${input} is not read as a candidate's page`);
  return () => judge(url, html).open;
}

/** Bytes of the reader's memory when it has read the page once. */
async function memory(input) {
  const { wasm, judge } = await reader();
  judge(...page(input));
  return () => wasm.memory.buffer.byteLength;
}

async function readability(input, parse) {
  const { Readability } = await import("@mozilla/readability");
  const [url, html] = page(input);
  return () => new Readability(parse(html, url)).parse()?.textContent.length ?? 0;
}

async function onJsdom(input) {
  const { JSDOM, VirtualConsole } = await import("jsdom");
  // Of styles that it cannot read jsdom would tell.
  const virtualConsole = new VirtualConsole();
  return readability(input, (html, url) => new JSDOM(html, { url, virtualConsole }).window.document);
}

async function onLinkedom(input) {
  const { parseHTML } = await import("linkedom");
  return readability(input, (html) => parseHTML(html).document);
}

/** `3,text-20000`: the patterns of a set, and a text. */
function matching(input) {
  const [set, name] = input.split(",");
  return [JSON.parse(text(`set-${set}.json`)).patterns, text(name)];
}

function loop(input) {
  const [patterns, words] = matching(input);
  const all = patterns.map((one) => new RegExp(`\\b(?:${one})\\b`, "i"));
  return () => all.filter((one) => one.test(words)).length;
}

function combined(input) {
  const [patterns, words] = matching(input);
  const one = new RegExp(`\\b(?:${patterns.join("|")})\\b`, "gi");
  return () => words.match(one)?.length ?? 0;
}

async function yara(input) {
  const { initSync, Compiler } = await import("@virustotal/yara-x");
  const [patterns, words] = matching(input);
  initSync({ module: readFileSync(new URL(import.meta.resolve("@virustotal/yara-x").replace("yara_x_js.js", "yara_x_js_bg.wasm"))) });
  const compiler = new Compiler();
  const string = (one) => (/^[a-z ]+$/.test(one) ? `"${one}" nocase fullword` : `/\\b(${one})\\b/ nocase`);
  compiler.addSource(`rule phrases { strings: ${patterns.map((one, at) => `$p${at} = ${string(one)}`).join("\n")} condition: any of them }`);
  const scanner = compiler.build().scanner();
  const bytes = new TextEncoder().encode(words);
  return () => found(scanner.scan(bytes));
}

/** How many patterns YARA-X found. */
function found(result) {
  const rules = result.matches ?? [];
  return rules.flatMap((rule) => rule.patterns ?? []).filter((pattern) => pattern.matches?.length).length;
}

/** `[[address, html], …]`: Readability on linkedom, and one regular expression over its text. */
async function batch(input) {
  const { Readability } = await import("@mozilla/readability");
  const { parseHTML } = await import("linkedom");
  const one = new RegExp(`\\b(?:${JSON.parse(text("set-0.json")).patterns.join("|")})\\b`, "gi");
  const pages = JSON.parse(text(input));
  const words = (html) => new Readability(parseHTML(html).document).parse()?.textContent ?? "";
  return () => pages.reduce((sum, [, html]) => sum + (words(html).match(one)?.length ?? 0), 0);
}

function matcher(input) {
  const [set, name] = input.split(",");
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(matcherPath)));
  const words = new TextEncoder().encode(text(name));
  const room = exports.room(words.length);
  // In the reader the texts are there already: they come with the page.
  new Uint8Array(exports.memory.buffer, room, words.length).set(words);
  return () => exports.matches(Number(set), room, words.length);
}

const JOBS = {
  "touchstone-wasm": judging,
  "touchstone-memory": memory,
  "readability-jsdom": onJsdom,
  "readability-linkedom": onLinkedom,
  "touchstone-match-wasm": matcher,
  "regexps": loop,
  "regexp": combined,
  "yara-x-wasm": yara,
  "readability-regexp-batch": batch,
};

/** How long this process was on the processor, in milliseconds: what else the machine does is not counted. */
function onProcessor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** @type {Map<string, () => number>} */
const made = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const [name, input] = line.split(" ");
  if (!made.has(line)) made.set(line, await JOBS[name](input));
  const job = made.get(line);
  const start = onProcessor();
  let runs = 0;
  let result = 0;
  while (runs === 0 || onProcessor() - start < ROUND_MS) {
    result = job();
    runs += 1;
  }
  console.log(`${((onProcessor() - start) * 1e6) / runs} ${runs} ${result}`);
}
