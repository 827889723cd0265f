// Puts the page at www together: www/, what it shares with the extension, and the WASM packages
// become dist/www, with a service worker that keeps exactly these files; and the same page as one
// file that opens from disk, dist/www/touchstone.html.
//
//   node build/www.js WASM_DIR     (WASM_DIR holds desk/, panel/ and files/)

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { single } from "./single.js";
import { filesIn } from "./files-in.js";
import { languages } from "./languages.js";

const TARGET = join("dist", "www");

/** Shared with the extension: copied, never written twice. */
const SHARED = ["alone.js", "papers.js", "work.js", "desk.js", "desk-view.js", "desk-worker.js", "files-worker.js", "today.js", "panel.css", "work.css", "icons"];

/** What stands in www/ and is not served as it is. */
const APART = ["README.md", "practice"];

const PACKAGES = ["desk", "panel", "files"];

const wasmDir = process.argv[2];
if (!wasmDir) throw new Error("usage: node build/www.js WASM_DIR");

const hash = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
const text = (path) => readFileSync(path, "utf8");

/** The practice set with the texts of its sources, as a module: a page from disk can fetch nothing. */
function practiceSet() {
  const withTexts = ({ name, url, page, text: path }) => (page ? { name, url, html: text(join("www", page)) } : { name, text: text(join("www", path)) });
  const set = JSON.parse(text("www/practice/practice.json")).map(({ id, title, sources, seen }) => ({ id, title, sources: sources.map(withTexts), seen }));
  // Markup in it must not end the script of the single file.
  const data = JSON.stringify(set, null, 1).replaceAll("<", "\\u003c");
  return `/** Written by the build from www/practice. */\nexport const SET = ${data};\n`;
}

function copyPackages() {
  for (const name of PACKAGES) {
    const from = join(wasmDir, name);
    if (!existsSync(from)) throw new Error(`${from} is missing: run ./build.sh www`);
    for (const file of ["touchstone.js", "touchstone_bg.wasm"]) {
      const to = join(TARGET, "wasm", name, file);
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(from, file), to);
    }
  }
}

function copy() {
  rmSync(TARGET, { recursive: true, force: true });
  const isServed = (path) => !APART.some((name) => path === join("www", name));
  cpSync("www", TARGET, { recursive: true, filter: isServed });
  for (const name of SHARED) cpSync(join("extension", name), join(TARGET, name), { recursive: true, filter: (path) => !path.endsWith(".svg") });
  copyPackages();
  writeFileSync(join(TARGET, "practice-set.js"), practiceSet());
  writeFileSync(join(TARGET, "languages.js"), languages());
}

/** Every constant that the build fills has to be there, once. */
function filled(source, constants) {
  let out = source;
  for (const [from, to] of constants) {
    if (out.split(from).length !== 2) throw new Error(`www/sw.js no longer has: ${from}`);
    out = out.replace(from, () => to);
  }
  return out;
}

/** The list of all files with their hashes goes into the service worker; its own file is not in it. */
function listFiles() {
  const worker = join(TARGET, "sw.js");
  const list = {};
  for (const path of filesIn(TARGET)) {
    if (path !== worker) list[relative(TARGET, path).replaceAll("\\", "/")] = hash(readFileSync(path));
  }
  const version = createHash("sha256").update(JSON.stringify(list)).digest("hex").slice(0, 16);
  const constants = [
    ["const FILES = {};", `const FILES = ${JSON.stringify(list, null, 2)};`],
    ['const VERSION = "";', `const VERSION = "${version}";`],
  ];
  writeFileSync(worker, filled(text(worker), constants));
  return Object.keys(list).length;
}

copy();
writeFileSync(join(TARGET, "touchstone.html"), single(TARGET));
const count = listFiles();
const size = (path) => `${(statSync(path).size / 1024).toFixed(1)} KB`;
const whole = filesIn(TARGET).reduce((sum, path) => sum + statSync(path).size, 0);
console.log(`  ${TARGET}: ${count} files, ${(whole / 1024 / 1024).toFixed(1)} MB`);
console.log(`  ${join(TARGET, "touchstone.html")}: ${size(join(TARGET, "touchstone.html"))}, opens from disk`);
