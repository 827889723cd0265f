// The languages of the page at www, as a module: what src/lang/<code>/interface.toml says for it,
// and where its briefing and its catalogue stand. A language without one of them leads to the
// English one. That every language has the same texts is checked where the WASM is built.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROW = /^(?<key>[a-z-]+) = (?<text>"(?:[^"\\]|\\.)*")\s*(?:#.*)?$/;

/** A table of one text a line. Such a text is written in TOML as it is in JSON. */
function table(toml, name, path) {
  const lines = toml.split("\n");
  const from = lines.indexOf(`[${name}]`) + 1;
  if (!from) throw new Error(`${path} has no [${name}]`);
  const length = lines.slice(from).findIndex((line) => line.startsWith("["));
  const rows = lines.slice(from, length < 0 ? undefined : from + length).filter((line) => line && !line.startsWith("#"));
  return Object.fromEntries(
    rows.map((row) => {
      const found = ROW.exec(row);
      if (!found) throw new Error(`${path}: [${name}] has one text a line, not: ${row}`);
      return [found.groups.key, JSON.parse(found.groups.text)];
    }),
  );
}

/** A page of the site, where it is there. */
const page = (path) => (existsSync(join("www", path)) ? path : undefined);

function language(code) {
  const path = join("src", "lang", code, "interface.toml");
  const toml = readFileSync(path, "utf8");
  const folder = code === "en" ? "" : `${code}/`;
  return {
    code,
    name: table(toml, "language", path).name,
    words: table(toml, "www", path),
    briefing: page(`${folder}briefing.html`),
    catalogue: page(`indicators/${folder}index.html`),
  };
}

/** The module: English first. */
export function languages() {
  const folders = readdirSync(join("src", "lang"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const codes = folders.map(({ name }) => name).sort((a, b) => Number(b === "en") - Number(a === "en") || (a < b ? -1 : 1));
  const data = JSON.stringify(codes.map(language), null, 1).replaceAll("<", "\\u003c");
  return `/** Written by the build from src/lang. */\nexport const LANGUAGES = ${data};\n`;
}
