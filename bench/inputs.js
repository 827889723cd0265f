// What is read and matched: pages, texts, phrases, in one folder.
//
// Saved pages of real people stay where they are: they are copied into the folder of the run, which is no part of the
// repository, and are named by nothing but their size. Where there are none, a page of the same size and shape is made.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SHARED = process.env.TOUCHSTONE_PAGES ?? "../shared/pages";
export const SIZES = [300_000, 1_200_000];
const OWN_PAGES = "tests/pages";
/** The page that a made one has at its heart. */
const SEED = "linkedin/2026-sdui";

const label = (size) => `${(size / 1e6).toFixed(1)} MB`;

/** The saved LinkedIn page of about this size; nothing where there is none. */
function saved(size) {
  const index = join(SHARED, "INDEX.tsv");
  if (!existsSync(index)) return undefined;
  const [head, ...rows] = readFileSync(index, "utf8").trimEnd().split("\n").map((line) => line.split("\t"));
  const pages = rows.map((row) => Object.fromEntries(head.map((key, at) => [key, row[at]]))).filter((row) => /^linkedin-(public|loggedin)$/.test(row.platform));
  const sized = pages.map(({ file, url }) => ({ url: url.replace(/#.*/, ""), path: join(SHARED, "html", file) })).filter(({ path }) => existsSync(path));
  const off = ({ path }) => Math.abs(Math.log(statSync(path).size / size));
  const [best] = sized.sort((a, b) => off(a) - off(b));
  return best && off(best) < 0.25 ? { url: best.url, html: readFileSync(best.path, "utf8"), kind: "saved" } : undefined;
}

/** A sample page of the repository among as much script and markup as a real one has. */
function made(size) {
  const seed = readFileSync(join(OWN_PAGES, SEED, "page.html"), "utf8");
  const [, url] = /^<!-- url: (.*) -->/.exec(seed);
  const json = (at) => `<code style="display: none" id="data-${at}">{&quot;entity&quot;:&quot;urn:${at}&quot;,&quot;text&quot;:[${"&quot;value&quot;,".repeat(40)}null]}</code>`;
  const boxes = (at) => `<div class="artdeco-card pv-profile-card break-words mt${at % 9}"><div class="display-flex ph5 pv3"><span aria-hidden="true"><!---->Line ${at}<!----></span><span class="visually-hidden"><!---->Line ${at}<!----></span></div></div>`;
  const parts = [];
  // Two thirds are scripts and data, as on the saved pages that were looked at.
  for (let at = 0, length = seed.length; length < size; at += 1) {
    const part = at % 3 ? json(at) : boxes(at).repeat(2);
    parts.push(part);
    length += part.length;
  }
  return { url, html: seed.replace("</body>", `<footer>${parts.join("\n")}</footer></body>`), kind: "made" };
}

/** The invented pages of the tests, for many candidates in a row. */
function ownPages() {
  const cases = readdirSync(OWN_PAGES, { recursive: true }).filter((path) => path.endsWith("page.html")).sort();
  const pages = cases.map((path) => readFileSync(join(OWN_PAGES, path), "utf8"));
  return pages.map((html) => [/^<!-- url: (.*) -->/.exec(html)?.[1] ?? "", html]).filter(([url]) => url);
}

/** Writes all inputs; says which pages there are. */
export function write(folder, native) {
  mkdirSync(folder, { recursive: true });
  execFileSync(native, ["inputs", folder]);
  const pages = SIZES.map((size) => ({ label: label(size), ...(saved(size) ?? made(size)) }));
  for (const [at, page] of pages.entries()) {
    writeFileSync(join(folder, `page-${at}.html`), page.html);
    writeFileSync(join(folder, `page-${at}.url`), page.url);
  }
  const batch = ownPages();
  writeFileSync(join(folder, "batch.json"), JSON.stringify(batch));
  return { pages, batch: batch.length };
}
