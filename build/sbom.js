// The bill of materials of the shipped extension (CycloneDX 1.6, JSON): the crates that are in
// each WASM module, with the digests of Cargo.lock, and the tools that write code into them.
// Of npm nothing ships. No clock and no random number: the same commit and compiler, the same bytes.
//
//   node build/sbom.js [FILE]     (dist/sbom.cdx.json)
//
// Cargo itself is asked what is in a module (`cargo tree`: the resolver that builds). cargo-cyclonedx
// was weighed: it describes one set of features a run where five ship, and is one more program to
// compile and to trust for what is a walk over a tree.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { packages } from "./features.js";

const TARGET = "wasm32-unknown-unknown";
const REGISTRY = "registry+https://github.com/rust-lang/crates.io-index";

/** @param {string} program @param {string[]} words */
const asked = (program, ...words) => execFileSync(program, words, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });

/** @typedef {{ name: string, version: string, license?: string, description?: string, repository?: string, needs: Set<string>, modules: Set<string> }} Crate */

const ref = (/** @type {string} */ name, /** @type {string} */ version) => `pkg:cargo/${name}@${version.replaceAll("+", "%2B")}`;

/**
 * What `cargo tree` prints with the depth in front of each line: which crates there are, and which
 * needs which. A crate that was printed before has no lines below it, but had them there.
 * @param {string} printed @returns {Map<string, { name: string, version: string, needs: Set<string> }>}
 */
export function readTree(printed) {
  const found = new Map();
  /** @type {string[]} */
  const above = [];
  for (const line of printed.trim().split("\n")) {
    const { depth, name, version } = /^(?<depth>\d+) (?<name>\S+) v(?<version>\S+)/.exec(line)?.groups ?? {};
    if (!depth || !name || !version) throw new Error(`cargo tree: not understood: ${line}`);
    const id = ref(name, version);
    if (!found.has(id)) found.set(id, { name, version, needs: new Set() });
    above.length = Number(depth);
    const parent = found.get(above.at(-1));
    parent?.needs.add(id);
    above.push(id);
  }
  return found;
}

/** @param {string[]} features @param {string} edges */
const tree = (features, edges) =>
  readTree(asked("cargo", "tree", "--locked", "--target", TARGET, "--no-default-features", `--features=${features.join(",")}`, "--edges", edges, "--prefix", "depth", "--format", " {p}"));

/** All crates, with the modules that they are in; one that only builds is in none. */
function crates() {
  /** @type {Map<string, Crate>} */
  const all = new Map();
  const add = (/** @type {ReturnType<typeof readTree>} */ found, /** @type {string | undefined} */ module) => {
    for (const [id, { name, version, needs }] of found) {
      const crate = all.get(id) ?? { name, version, needs: new Set(), modules: new Set() };
      all.set(id, crate);
      for (const need of needs) crate.needs.add(need);
      if (module) crate.modules.add(module);
    }
  };
  for (const { name, features } of packages()) {
    add(tree(features, "normal,no-proc-macro"), name);
    add(tree(features, "normal,build"), undefined);
  }
  return all;
}

/** Digests of Cargo.lock by crate; one that does not come from crates.io stops here. */
function digests() {
  const blocks = readFileSync("Cargo.lock", "utf8").split("[[package]]").slice(1);
  const cell = (/** @type {string} */ block, /** @type {string} */ key) => new RegExp(`^${key} = "(.*)"$`, "m").exec(block)?.[1] ?? "";
  return new Map(
    blocks.map((block) => {
      const [name, version, source, checksum] = ["name", "version", "source", "checksum"].map((key) => cell(block, key));
      if (name !== "touchstone" && (source !== REGISTRY || !/^[0-9a-f]{64}$/.test(String(checksum)))) throw new Error(`Cargo.lock: ${name} is not from crates.io with its digest`);
      return [ref(String(name), String(version)), String(checksum)];
    }),
  );
}

/** What the crates say of themselves. */
function described() {
  const { packages: all } = JSON.parse(asked("cargo", "metadata", "--locked", "--format-version", "1", "--all-features"));
  return new Map(all.map((/** @type {any} */ one) => [ref(one.name, one.version), one]));
}

/** A slash stood for "or" once. @param {string | undefined} license */
const licenses = (license) => (license ? [{ expression: license.replaceAll("/", " OR ") }] : []);

/** @param {string} id @param {Crate} crate @param {string | undefined} digest @param {any} said */
function component(id, crate, digest, said) {
  return {
    type: "library",
    "bom-ref": id,
    name: crate.name,
    version: crate.version,
    description: String(said.description ?? "").replace(/\s+/g, " ").trim(),
    scope: crate.modules.size ? "required" : "excluded",
    hashes: [{ alg: "SHA-256", content: digest }],
    licenses: licenses(said.license),
    purl: id,
    ...(said.repository && { externalReferences: [{ type: "vcs", url: said.repository }] }),
    properties: crate.modules.size
      ? [...crate.modules].sort().map((name) => ({ name: "touchstone:wasm", value: name }))
      : [{ name: "touchstone:role", value: "runs while building (macro or build script)" }],
  };
}

/** The standard library is linked into every module; its version is the compiler's. */
function standardLibrary() {
  const version = /^rustc (\S+)/.exec(asked("rustc", "--version"))?.[1] ?? "";
  const id = `pkg:generic/rust-std@${version}`;
  return {
    type: "library",
    "bom-ref": id,
    name: "rust-std",
    version,
    description: "Rust's standard library, as the compiler brings it",
    scope: "required",
    licenses: licenses("MIT OR Apache-2.0"),
    purl: id,
    properties: packages().map(({ name }) => name).sort().map((value) => ({ name: "touchstone:wasm", value })),
  };
}

export function bill() {
  const all = crates();
  const digest = digests();
  const said = described();
  const ids = [...all.keys()].sort();
  const own = /** @type {string} */ (ids.find((id) => id.startsWith("pkg:cargo/touchstone@")));
  const { version, license, description } = said.get(own);
  const std = standardLibrary();
  const others = ids.filter((id) => id !== own);
  const needs = (/** @type {string} */ id) => [...(all.get(id)?.needs ?? [])].sort();
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      lifecycles: [{ phase: "build" }],
      component: { type: "application", "bom-ref": own, name: "touchstone", version, description, licenses: licenses(license), purl: own },
      properties: [{ name: "cdx:reproducible", value: "true" }],
    },
    components: [...others.map((id) => component(id, /** @type {Crate} */ (all.get(id)), digest.get(id), said.get(id))), std],
    dependencies: [
      ...ids.map((id) => ({ ref: id, dependsOn: id === own ? [...needs(id), std["bom-ref"]] : needs(id) })),
      { ref: std["bom-ref"], dependsOn: [] },
    ],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const path = process.argv[2] ?? "dist/sbom.cdx.json";
  const made = bill();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`);
  const shipped = made.components.filter(({ scope }) => scope === "required").length;
  console.log(`  ${path}: ${shipped} libraries in the WASM, ${made.components.length - shipped} that run while building, none of npm`);
}
