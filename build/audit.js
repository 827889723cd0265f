// What cargo-deny does not look at: that every package of the npm lock comes from the registry with
// its digest and runs nothing when it is installed, and that every dependency, of cargo and of npm,
// has its line in docs/dependencies.md and no line is left over.
//
//   node build/audit.js

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const REGISTRY = "https://registry.npmjs.org/";
/** The packages of this repository. */
const MANIFESTS = ["Cargo.toml", "fuzz/Cargo.toml", "bench/native/Cargo.toml"];
/** Where npm installs from a lock of its own: a prefix of the paths. */
const PACKAGES = ["", "bench/"];
const DIGEST = /^sha512-[A-Za-z0-9+/]{86}==$/;

/** @typedef {{ version?: string, resolved?: string, integrity?: string, link?: boolean, hasInstallScript?: boolean, dev?: boolean }} Locked */

/**
 * What is wrong with one package of the lock. `.npmrc` leaves addresses out of it, so that the lock is the
 * same behind every mirror; npm writes one all the same where a package does not come from a registry.
 * @param {Locked} locked @returns {string[]}
 */
function faults({ version, resolved, integrity, link, hasInstallScript, dev }) {
  const wrong = [];
  if (link || !/^\d+\.\d+\.\d+/.test(version ?? "")) wrong.push("is no package of the registry");
  if (resolved !== undefined && !resolved.startsWith(REGISTRY)) wrong.push(`comes from ${resolved}`);
  if (!DIGEST.test(integrity ?? "")) wrong.push("has no sha512 digest");
  if (hasInstallScript) wrong.push("runs a script when it is installed");
  if (!dev) wrong.push("is no development dependency, and nothing of npm ships");
  return wrong;
}

/** @typedef {{ lockfileVersion: number, packages: Record<string, Locked> }} Lock */

/** What is wrong with a lock. @param {Lock} lock @param {string} [prefix] of its path */
export function lockFaults({ lockfileVersion, packages }, prefix = "") {
  const file = `${prefix}package-lock.json`;
  const found = lockfileVersion === 3 ? [] : [`${file}: version ${lockfileVersion}`];
  for (const [path, locked] of Object.entries(packages)) {
    if (path !== "") found.push(...faults(locked).map((wrong) => `${file}: ${path} ${wrong}`));
  }
  return found;
}

/** Versions of a package.json are exact. @param {Record<string, string>} wanted @param {string} [prefix] of its path */
export const looseVersions = (wanted, prefix = "") =>
  Object.entries(wanted).flatMap(([name, version]) => (/^\d+\.\d+\.\d+$/.test(version) ? [] : [`${prefix}package.json: ${name} ${version} is no exact version`]));

/** Names in the tables of docs/dependencies.md: first cell, without brackets. @param {string} page */
export function listed(page) {
  const rows = page.split("\n").filter((line) => /^\| (?!crate \||package \|)/.test(line));
  const cells = rows.map((row) => (row.split("|")[1] ?? "").replace(/\([^)]*\)/g, ""));
  return new Set(cells.flatMap((cell) => cell.split(",")).map((name) => name.trim()).filter(Boolean));
}

/** Names of the dependencies in all tables of Cargo.toml. @param {string} manifest */
export function crates(manifest) {
  const names = new Set();
  let inside = false;
  for (const line of manifest.split("\n")) {
    if (line.startsWith("[")) inside = /^\[(?:target\..*\.)?(?:dev-|build-)?dependencies\]$/.test(line);
    const name = inside && /^([\w-]+)(?:\.[\w-]+)? *=/.exec(line)?.[1];
    if (name) names.add(name);
  }
  return names;
}

/** @param {Set<string>} there @param {Set<string>} lines */
export function unlisted(there, lines) {
  const missing = [...there].filter((name) => !lines.has(name)).map((name) => `docs/dependencies.md: ${name} has no line`);
  const left = [...lines].filter((name) => !there.has(name)).map((name) => `docs/dependencies.md: ${name} is no dependency`);
  return [...missing, ...left];
}

/** One folder that npm installs in. @param {string} prefix */
function installed(prefix) {
  const json = (/** @type {string} */ name) => JSON.parse(readFileSync(prefix + name, "utf8"));
  const { devDependencies, dependencies = {} } = json("package.json");
  const lock = json("package-lock.json");
  const wanted = { ...devDependencies, ...dependencies };
  return { wrong: [...lockFaults(lock, prefix), ...looseVersions(wanted, prefix)], names: Object.keys(wanted), packages: Object.keys(lock.packages).length - 1 };
}

/** All that is wrong. */
export function audit() {
  const folders = PACKAGES.map(installed);
  const cargo = MANIFESTS.flatMap((path) => [...crates(readFileSync(path, "utf8"))]).filter((name) => name !== "touchstone");
  const there = new Set([...cargo, ...folders.flatMap(({ names }) => names)]);
  const wrong = [...folders.flatMap((one) => one.wrong), ...unlisted(there, listed(readFileSync("docs/dependencies.md", "utf8")))];
  return { wrong, packages: folders.reduce((sum, one) => sum + one.packages, 0), direct: there.size };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { wrong, packages, direct } = audit();
  if (wrong.length) {
    console.error(wrong.join("\n"));
    process.exit(1);
  }
  console.log(`  npm: ${packages} packages, each from the registry with its digest, none with a script of its own`);
  console.log(`  docs/dependencies.md: ${direct} dependencies of cargo and npm, a line each`);
}
