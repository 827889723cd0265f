// Counts the instructions that fixed inputs take, under valgrind's callgrind: however busy the machine is, two runs differ by
// a thousandth (maps with keys of chance). Fails above the limits of tests/budgets.json, 5 % above what was measured.
//
//   node build/budgets.js PROGRAM [--write]     (PROGRAM is the release build; --write sets the limits anew)

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const FILE = "tests/budgets.json";
const ABOVE = 1.05;

const [program, write] = process.argv.slice(2);
if (!program) throw new Error("usage: node build/budgets.js PROGRAM [--write]");

/** A `*` in a path stands for every folder there, in the order of their names. @param {string} word */
function paths(word) {
  const [before = "", after] = word.split("*");
  return after === undefined ? [word] : readdirSync(before).sort().map((name) => `${before}${name}${after}`).filter((path) => existsSync(path));
}

/** A page of the tests, behind the address that its first line names. @param {string} path */
function addressed(path) {
  const [, url] = (path.endsWith(".html") && /^<!-- url: (.*) -->/.exec(readFileSync(path, "utf8"))) || [];
  return url ? ["--url", url, path] : [path];
}

/** How many instructions a command takes, in thousands. */
function count(command) {
  const { stderr, status } = spawnSync("valgrind", ["--tool=callgrind", "--callgrind-out-file=/dev/null", program, ...command.split(" ").flatMap(paths).flatMap(addressed)], { encoding: "utf8" });
  const found = /Collected : (\d+)/.exec(stderr);
  if (status !== 0 || !found) throw new Error(`${command}: ${stderr}`);
  return Math.round(Number(found[1]) / 1000);
}

/** @type {Record<string, number>} */
const limits = JSON.parse(readFileSync(FILE, "utf8"));
const counts = Object.fromEntries(Object.keys(limits).map((command) => [command, count(command)]));
const above = Object.keys(limits).filter((command) => counts[command] > limits[command]);

for (const [command, thousands] of Object.entries(counts)) {
  console.log(`  ${command}: ${thousands} thousand (limit ${limits[command]})`);
}
if (write === "--write") {
  const anew = Object.entries(counts).map(([command, thousands]) => [command, Math.round(thousands * ABOVE)]);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(anew), null, 2)}\n`);
} else if (above.length) {
  console.error(`  More instructions than allowed: ${above.join("; ")}. Find out why with callgrind_annotate; --write sets the limits anew.`);
  process.exit(1);
}
