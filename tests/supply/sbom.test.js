// The bill of materials: valid by CycloneDX's own schema, the same every time, and about what ships.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import { packages } from "../../build/features.js";
import { bill, readTree } from "../../build/sbom.js";

const made = bill();
const named = (/** @type {string} */ name) => made.components.find((one) => one.name === name);
const modulesOf = (/** @type {string} */ name) => (named(name)?.properties ?? []).filter((one) => one.name === "touchstone:wasm").map((one) => one.value);

/** CycloneDX's schema from its own library; formats such as addresses are not looked into. */
function validator() {
  const folder = "node_modules/@cyclonedx/cyclonedx-library/res/schema";
  const schema = (/** @type {string} */ name) => JSON.parse(readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), "utf8"));
  const ajv = new Ajv.default({ strict: false, validateFormats: false, allErrors: true });
  // Of the names that the schema gives to the others there are files, not addresses.
  for (const name of ["spdx", "jsf-0.82", "cryptography-defs"]) ajv.addSchema({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
  return ajv.compile(schema("bom-1.6"));
}

test("it is valid by CycloneDX's schema, which refuses a spoiled one", () => {
  const valid = validator();
  assert.ok(valid(made), JSON.stringify(valid.errors, null, 1));
  const spoil = (/** @type {(one: any) => void} */ change) => {
    const copy = structuredClone(made);
    change(copy);
    return copy;
  };
  assert.ok(!valid(spoil((one) => (one.components[0].type = "crate"))));
  assert.ok(!valid(spoil((one) => (one.components[0].hashes[0].content = "no digest"))));
  assert.ok(!valid(spoil((one) => (one.spokenBy = "nobody"))));
  assert.ok(!valid(spoil((one) => one.components.push(one.components[0]))), "one that stands twice");
});

test("a second run gives the same bytes, without clock and random number", () => {
  assert.equal(JSON.stringify(bill()), JSON.stringify(made));
  const text = JSON.stringify(made);
  assert.ok(!/timestamp|serialNumber|urn:uuid/.test(text));
  assert.ok(!text.includes(process.cwd()), "a path of this machine");
});

test("crates stand in the modules that need them, and what only builds or tests in none", () => {
  const all = packages().map(({ name }) => name).sort();
  assert.deepEqual(all, ["desk", "files", "panel", "reader", "settings"]);
  const check = (/** @type {string} */ name, /** @type {string[] | undefined} */ modules) => assert.deepEqual(named(name) && modulesOf(name), modules, name);
  check("serde_json", all);
  check("rust-std", all);
  check("sha2", all);
  check("hayro-interpret", ["files"]);
  check("quick-xml", ["files"]);
  check("serde_derive", []);
  check("toml", []);
  for (const name of ["html5ever", "pulldown-cmark", "lexopt", "typescript"]) check(name, undefined);
});

test("every component has a digest, a licence and a version of the lock", () => {
  const lock = readFileSync("Cargo.lock", "utf8");
  for (const one of made.components.filter(({ name }) => name !== "rust-std")) {
    assert.ok(one.licenses.length, `${one.name}: licence`);
    const entry = `name = "${one.name}"\nversion = "${one.version}"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "${one.hashes?.[0]?.content}"`;
    assert.ok(lock.includes(entry), `${one.name} ${one.version}`);
  }
});

test("what depends on what has both ends in the bill", () => {
  const there = new Set([made.metadata.component["bom-ref"], ...made.components.map((one) => one["bom-ref"])]);
  assert.equal(made.dependencies.length, there.size);
  for (const { ref, dependsOn } of made.dependencies) {
    for (const end of [ref, ...dependsOn]) assert.ok(there.has(end), end);
  }
});

test("the tree of cargo is read with its depth", () => {
  const tree = readTree("0 a v1.0.0 (/x)\n1 b v2.0.0+z\n2 c v0.1.0 (proc-macro)\n1 c v0.1.0 (proc-macro) (*)\n");
  const needs = [...tree].map(([id, { needs: ids }]) => [id, [...ids]]);
  assert.deepEqual(needs, [
    ["pkg:cargo/a@1.0.0", ["pkg:cargo/b@2.0.0%2Bz", "pkg:cargo/c@0.1.0"]],
    ["pkg:cargo/b@2.0.0%2Bz", ["pkg:cargo/c@0.1.0"]],
    ["pkg:cargo/c@0.1.0", []],
  ]);
  assert.throws(() => readTree("error: something"));
});

test("./build.sh sbom writes it", () => {
  const folder = mkdtempSync(join(tmpdir(), "sbom-"));
  execFileSync(process.execPath, ["build/sbom.js", join(folder, "bom.json")]);
  assert.equal(readFileSync(join(folder, "bom.json"), "utf8"), `${JSON.stringify(made, null, 2)}\n`);
  rmSync(folder, { recursive: true });
});
