// Puts the extension together: extension/ and the WASM packages become dist/chromium and
// dist/firefox, from one manifest, and a zip of each with the same bytes on every machine.
//
//   node build/extension.js WASM_DIR [--check]     (WASM_DIR one folder a package, from wasm-pack;
//                                                   --check fails when a module is above its limit)

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { filesIn } from "./files-in.js";

/** Keys that the other browser alone knows. */
const FOREIGN = {
  chromium: [["sidebar_action"], ["browser_specific_settings"], ["background", "scripts"], ["action", "default_area"]],
  firefox: [["side_panel"], ["storage"], ["minimum_chrome_version"], ["background", "service_worker"]],
};
const FOREIGN_PERMISSIONS = { chromium: [], firefox: ["sidePanel"] };

/**
 * Largest WASM after gzip, in bytes. A reader that grows beyond it slows the first badge of the day; the desk is
 * loaded when somebody puts sources together, the opener of files when somebody opens one, the settings when they or a
 * policy change. The panel has the texts of all lines and steps in every language, some 30 KB each; the settings have
 * their own words and the titles of all lines in each, and check the work on candidates before a file of it is read in.
 */
const LIMITS = { reader: 250 * 1024, desk: 400 * 1024, panel: 336 * 1024, settings: 176 * 1024, files: 1600 * 1024 };

const wasmDir = process.argv[2];
if (!wasmDir) throw new Error("usage: node build/extension.js WASM_DIR [--check]");

function manifestFor(browser) {
  const manifest = JSON.parse(readFileSync("extension/manifest.json", "utf8"));
  for (const path of FOREIGN[browser]) {
    const holder = path.slice(0, -1).reduce((at, key) => at[key], manifest);
    delete holder[path.at(-1)];
  }
  manifest.permissions = manifest.permissions.filter((name) => !FOREIGN_PERMISSIONS[browser].includes(name));
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The generated loader keeps one instance for ever; a trapped one must be replaceable. */
function withDiscard(loader) {
  if (!/^let (?:\w+, )*wasm;$/m.test(loader)) throw new Error("the generated loader no longer has its variable `wasm`");
  return `${loader}\n/** Forgets the instance, so that the next init makes a fresh one. */\nexport function discard() {\n    wasm = undefined;\n}\n`;
}

/** What ships has one of these endings. Anything else, such as an editor's copy, stops the build: the zip would differ. */
const SHIPS = /\.(?:js|css|html|json|png)$/;
const DRAWN_FROM = /\.svg$/;

function checkSource() {
  const strange = filesIn("extension").filter((path) => !SHIPS.test(path) && !DRAWN_FROM.test(path));
  if (strange.length) throw new Error(`does not belong into extension/: ${strange.join(", ")}`);
}

function assemble(browser) {
  const target = join("dist", browser);
  rmSync(target, { recursive: true, force: true });
  cpSync("extension", target, { recursive: true, filter: (path) => !DRAWN_FROM.test(path) });
  writeFileSync(join(target, "manifest.json"), manifestFor(browser));
  for (const part of Object.keys(LIMITS)) {
    const from = join(wasmDir, part);
    const to = join(target, "wasm", part);
    mkdirSync(to, { recursive: true });
    const loader = readFileSync(join(from, "touchstone.js"), "utf8");
    writeFileSync(join(to, "touchstone.js"), part === "reader" ? withDiscard(loader) : loader);
    cpSync(join(from, "touchstone_bg.wasm"), join(to, "touchstone_bg.wasm"));
  }
  return target;
}

/** One day, one mode and one order for all: neither clock, umask nor folder may show in the bytes. */
const ENTRY = /** @type {const} */ ({ mtime: new Date(1980, 0, 1), level: 9, os: 3, attrs: 0o100644 << 16 });

function zip(folder) {
  const entries = {};
  for (const path of filesIn(folder)) entries[relative(folder, path).replaceAll("\\", "/")] = [readFileSync(path), ENTRY];
  const bytes = zipSync(entries);
  writeFileSync(`${folder}.zip`, bytes);
  return bytes.length;
}

const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

let tooLarge = false;
for (const [part, limit] of Object.entries(LIMITS)) {
  const path = join(wasmDir, part, "touchstone_bg.wasm");
  const bytes = readFileSync(path);
  const packed = gzipSync(bytes, { level: 9 }).length;
  tooLarge ||= packed > limit;
  console.log(`  wasm ${part}: ${kb(bytes.length)}, ${kb(packed)} packed (limit ${kb(limit)})`);
}
checkSource();
for (const browser of Object.keys(FOREIGN)) {
  const folder = assemble(browser);
  console.log(`  ${folder} and ${folder}.zip (${kb(zip(folder))})`);
}
if (tooLarge) {
  console.error("  A WASM module is larger than its limit.");
  if (process.argv.includes("--check")) process.exit(1);
}
