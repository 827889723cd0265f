// What the audit refuses: each rule on a small lock that breaks it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit, crates, listed, lockFaults, looseVersions, unlisted } from "../../build/audit.js";

const GOOD = { version: "1.2.3", integrity: `sha512-${"A".repeat(86)}==`, dev: true };
const lock = (/** @type {object} */ change, lockfileVersion = 3) => ({ lockfileVersion, packages: { "": {}, "node_modules/x": { ...GOOD, ...change } } });

test("this repository passes", () => {
  const { wrong, packages, direct } = audit();
  assert.deepEqual(wrong, []);
  assert.ok(packages > 50 && direct > 10, `${packages} packages, ${direct} dependencies were looked at`);
});

test("a package of the lock comes from the registry, with its digest, and runs nothing", () => {
  /** @param {object} change @param {RegExp | null} expect */
  const check = (change, expect) => {
    const found = lockFaults(lock(change));
    if (!expect) assert.deepEqual(found, []);
    else assert.match(found.join("; "), expect);
  };
  check({}, null);
  check({ resolved: "https://registry.npmjs.org/x/-/x-1.2.3.tgz" }, null);
  check({ integrity: undefined }, /no sha512 digest/);
  check({ integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }, /no sha512 digest/);
  check({ resolved: "git+ssh://git@example.org/x.git#abc" }, /comes from git/);
  check({ resolved: "https://registry.npmjs.org.example.org/x.tgz" }, /comes from https/);
  check({ version: undefined, link: true }, /no package of the registry/);
  check({ hasInstallScript: true }, /runs a script/);
  check({ dev: undefined }, /nothing of npm ships/);
  assert.match(lockFaults(lock({}, 1)).join(), /version 1/);
});

test("versions of package.json are exact", () => {
  const check = (/** @type {string} */ version, /** @type {number} */ faults) => assert.equal(looseVersions({ x: version }).length, faults, version);
  check("1.2.3", 0);
  check("^1.2.3", 1);
  check("*", 1);
  check("github:x/y", 1);
});

test("every dependency has a line and every line a dependency", () => {
  const manifest = '[dependencies]\na = "1"\n[features]\nno = []\n[target.\'cfg(x)\'.dependencies]\nb-c.workspace = true\n[dev-dependencies]\nd = { version = "1" }\n[build-dependencies]\ne = "1"\n[profile.x]\nlto = true\n';
  assert.deepEqual([...crates(manifest)], ["a", "b-c", "d", "e"]);
  const page = "| crate | for |\n|---|---|\n| a, b-c (two, of them) | x |\n| d | y |\nwords\n";
  const lines = listed(page);
  assert.deepEqual([...lines], ["a", "b-c", "d"]);
  assert.deepEqual(unlisted(new Set(["a", "b-c", "d"]), lines), []);
  assert.match(unlisted(new Set(["a", "b-c", "d", "e"]), lines).join(), /e has no line/);
  assert.match(unlisted(new Set(["a", "b-c"]), lines).join(), /d is no dependency/);
});
