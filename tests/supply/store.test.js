// The texts of the stores: within the stores' limits, the same in both languages, and about the
// manifest as it is. That they accuse nobody is looked at in tests/words.rs.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { SHOTS } from "../browser/store-shots.js";

const text = (/** @type {string} */ path) => readFileSync(path, "utf8");
const manifest = JSON.parse(text("extension/manifest.json"));

/** In the order of the page: name, summary, … */
const PARTS = ["name", "summary", "description", "purpose", "permissions", "hosts", "remote", "chrome", "firefox", "policy", "pictures"];
const LANGUAGES = ["en", "fr"];

/** The parts of a language's page, by what they are; headings differ, their order does not. */
function page(/** @type {string} */ code) {
  const [, ...sections] = text(`docs/store/${code}.md`).split(/^## /m);
  assert.equal(sections.length, PARTS.length, `${code}: parts`);
  return Object.fromEntries(sections.map((section, at) => [PARTS[at], section.slice(section.indexOf("\n")).trim()]));
}
const pages = Object.fromEntries(LANGUAGES.map((code) => [code, page(code)]));
const each = (/** @type {(code: string, page: Record<string, string>) => void} */ check) => LANGUAGES.forEach((code) => check(code, pages[code]));
const length = (/** @type {string} */ words) => [...words].length;

/** The permissions of a page with their reasons. @param {string} part @returns {[string, string][]} */
const permissions = (part) => part.split(/^### /m).slice(1).map((one) => {
  const [, name = "", reason = ""] = /^`(\w+)`\n+([^]*)$/.exec(one) ?? [];
  return [name, reason.trim()];
});

test("name and summary are those of the extension, and texts are as long as the stores take", () => {
  each((code, page) => {
    const messages = JSON.parse(text(`extension/_locales/${code}/messages.json`));
    assert.equal(page.name, messages.name.message, code);
    assert.equal(page.summary, messages.description.message, code);
    const check = (/** @type {string} */ part, /** @type {number} */ least, /** @type {number} */ most) =>
      assert.ok(length(page[part]) >= least && length(page[part]) <= most, `${code}: ${part} has ${length(page[part])} letters`);
    check("name", 3, 45);
    check("summary", 40, 132);
    check("description", 800, 16_000);
    check("purpose", 40, 1000);
    check("remote", 40, 1000);
    check("policy", 400, 16_000);
    for (const [name, reason] of permissions(page.permissions)) assert.ok(length(reason) >= 60 && length(reason) <= 1000, `${code}: ${name}`);
  });
});

test("every permission of the manifest has its reason, and no other", () => {
  each((code, page) => assert.deepEqual(permissions(page.permissions).map(([name]) => name), manifest.permissions, code));
});

test("every site is named, those that are read without a click apart from those that are asked for", () => {
  const [{ matches }] = manifest.content_scripts;
  each((code, page) => {
    const lists = page.hosts.split(/\n\n(?!- )/).map((part) => [...part.matchAll(/^- `(.*)`$/gm)].map(([, site]) => site)).filter((list) => list.length);
    assert.deepEqual(lists, [matches, manifest.optional_host_permissions], code);
  });
});

test("both languages say the same", () => {
  const shape = (/** @type {string} */ words) => words.split("\n").map((line) => /^(?:#+|[-•]|)/.exec(line)?.[0] ?? "").join(" ");
  for (const part of PARTS) assert.equal(shape(pages.fr[part]), shape(pages.en[part]), part);
  const answers = (/** @type {string} */ words, /** @type {RegExp} */ yes) => words.split("\n").filter((line) => line.startsWith("- ")).map((line) => yes.test(line));
  assert.deepEqual(answers(pages.fr.chrome, /\s: oui\./), answers(pages.en.chrome, /: yes\./));
  assert.equal(answers(pages.en.chrome, /: (?:yes|no)\./).filter((said) => !said).length, 0, "an answer is missing");
});

test("what is said of the data is what the manifest says", () => {
  const { required } = manifest.browser_specific_settings.gecko.data_collection_permissions;
  each((code, page) => assert.ok(page.firefox.includes(`data_collection_permissions: { "required": ${JSON.stringify(required)} }`), code));
});

test("the words are calm", () => {
  each((code) => assert.ok(!/[!¡]|\p{Extended_Pictographic}/u.test(text(`docs/store/${code}.md`)), code));
});

test("every picture has its words, and links lead somewhere", () => {
  each((code, page) => {
    const named = [...page.pictures.matchAll(/^- `([\w-]+)\.png`/gm)].map(([, name]) => name);
    assert.deepEqual(named, SHOTS, code);
    assert.ok(page.pictures.includes(`target/store/${code}/`), code);
  });
  for (const name of [...LANGUAGES, "reviewers"]) {
    for (const [, target] of text(`docs/store/${name}.md`).matchAll(/\]\(([\w.]+)\)/g)) assert.ok(existsSync(`docs/store/${target}`), target);
  }
});

test("what reviewers are told is there", () => {
  const page = text("docs/store/reviewers.md");
  const paths = [...page.matchAll(/`((?:extension|build|src|tests|docs)\/[\w./-]*|[\w-]+\.(?:sh|json|lock|rs|md|toml))`/g)].map(([, path]) => path);
  assert.ok(paths.length > 12, String(paths.length));
  for (const path of paths) assert.ok(existsSync(path) || existsSync(`extension/${path}`), path);
  const build = text("build.sh");
  for (const [, name] of page.matchAll(/\.\/build\.sh ([a-z]+)/g)) assert.ok(build.includes(`\n  ${name}) `), name);
  assert.ok(text("package.json").includes('"build-for-amo"'));
});
