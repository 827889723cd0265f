// The page at www as one file that opens from disk. Scripts are joined into one inline script that
// the policy names by its hash; WASM stands as base64 in blocks that are data, not scripts.
//
// The desk's workers start from blob: addresses, so the policy has `worker-src blob:`. Without
// workers the desk would read on the page's own thread: a long file would freeze the page, and
// "Stop" could end nothing. Only a script of this page can make such an address, only the one
// script with this hash runs, and a worker from a blob inherits the page's policy, so it can
// reach nothing either. A worker from a file beside the page is no way: from disk neither
// browser lets a page load one.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { join as joined } from "./joined.js";

const WORKERS = { desk: { entry: "desk-worker.js", wasm: "desk" }, files: { entry: "files-worker.js", wasm: "files" } };

const LOADS = "module_or_path = new URL('touchstone_bg.wasm', import.meta.url);";

/** How the page finds what stands in it. */
const PARTS = `
const part = (id) => document.getElementById(id)?.textContent ?? "";
const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
`;

/** Stands in for www/workers.js. */
const START_WORKER = `
export const startWorker = (name) => {
  const address = URL.createObjectURL(new Blob([JSON.parse(part(\`worker-\${name}\`))], { type: "text/javascript" }));
  return new Worker(address);
};
`;

const hash = (source) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;

/** What the loader of a WASM package loads: \`bytes\` is an expression that gives its bytes. */
function loader(source, bytes) {
  if (source.split(LOADS).length !== 2) throw new Error("the generated loader no longer loads its file as it did");
  return source.replace(LOADS, () => `module_or_path = ${bytes};`);
}

/** @param {string} folder */
export function single(folder) {
  const read = (path) => readFileSync(join(folder, path), "utf8");
  const base64 = (path) => readFileSync(join(folder, path)).toString("base64");

  /** Modules as they are joined: without addresses of their own. */
  const source = (bytes) => (path) => {
    if (path === "workers.js") return START_WORKER;
    const text = path.startsWith("wasm/") ? loader(read(path), bytes) : read(path);
    // desk.js names the files of its workers; with START_WORKER it does not start them.
    return text.replaceAll("import.meta.url", "document.baseURI");
  };

  const block = (id, text) => `<script type="text/plain" id="${id}">${text}</script>`;
  const worker = ([name, { entry, wasm }]) => {
    const script = joined(entry, source("packed"));
    const packed = `const packed = Uint8Array.from(atob("${base64(`wasm/${wasm}/touchstone_bg.wasm`)}"), (letter) => letter.charCodeAt(0));\n`;
    return block(`worker-${name}`, JSON.stringify(packed + script).replaceAll("<", "\\u003c"));
  };

  const script = `${PARTS}${joined("main.js", source('bytesOf(part("wasm-panel"))'))}`;
  if (/<\/script|<!--/i.test(script)) throw new Error("a script holds words that would end it in HTML");
  const style = `${read("panel.css")}${read("work.css")}${read("www.css")}`;
  const policy =
    `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data:; ` +
    `worker-src blob:; base-uri 'none'; form-action 'none'`;
  const icon = `data:image/png;base64,${base64("icons/48.png")}`;

  return replaced(read("index.html"), [
    [/(http-equiv="Content-Security-Policy" content=")[^"]*/, `$1${policy}`],
    [/\n *<link rel="icon"[^>]*>/, `\n    <link rel="icon" href="${icon}">`],
    [/\n *<link rel="manifest"[^>]*>/, ""],
    [/\n *<link rel="stylesheet" href="panel.css">/, () => `\n    <style>${style}</style>`],
    [/\n *<link rel="stylesheet" href="work.css">/, ""],
    [/\n *<link rel="stylesheet" href="www.css">/, ""],
    [/\n *<script type="module" src="main.js"><\/script>/, ""],
    [/src="icons\/48.png"/, `src="${icon}"`],
    // The other pages do not stand beside a file that was moved.
    [/\n *<nav id="pages"[^]*?<\/nav>/, ""],
    [/\n *<\/body>/, () => `\n${[block("wasm-panel", base64("wasm/panel/touchstone_bg.wasm")), ...Object.entries(WORKERS).map(worker)].join("\n")}\n<script type="module">${script}</script>\n  </body>`],
  ]);
}

/** Every change has to find its place. */
function replaced(html, changes) {
  return changes.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`www/index.html no longer has ${from}`);
    return text.replace(from, to);
  }, html);
}
