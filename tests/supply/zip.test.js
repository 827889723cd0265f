// The zips that ship: the same bytes whatever the time zone, the language, the umask and the order
// in which files came to lie in the folder; readable once unpacked; and nothing in them by accident.
// (That the WASM is the same too is what `./build.sh reproduce` shows.)

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { filesIn } from "../../build/files-in.js";

const PARTS = ["reader", "desk", "panel", "settings", "files"];
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with extension/ and stand-ins for the WASM, where the build can run. @param {(paths: string[]) => string[]} order */
function workplace(order) {
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  folders.push(folder);
  for (const path of order(filesIn("extension"))) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    cpSync(path, join(folder, path));
  }
  for (const part of PARTS) {
    mkdirSync(join(folder, "wasm", part), { recursive: true });
    writeFileSync(join(folder, "wasm", part, "touchstone_bg.wasm"), part);
    writeFileSync(join(folder, "wasm", part, "touchstone.js"), "let wasm;\n");
  }
  return folder;
}

/** @param {string} folder @param {string} umask @param {Record<string, string>} env */
const build = (folder, umask, env) =>
  spawnSync("sh", ["-c", `umask ${umask}; exec "$0" "$1" wasm`, process.execPath, resolve("build/extension.js")], { cwd: folder, encoding: "utf8", env: { ...process.env, ...env } });

/** Name, time and mode of each entry, from the list at the end of a zip. @param {Buffer} zip */
function entries(zip) {
  const found = [];
  for (let at = zip.indexOf("PK\x01\x02"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 46)) {
    const name = zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28));
    found.push({ name, time: zip.readUInt32LE(at + 12), mode: zip.readUInt32LE(at + 38) >>> 16 });
  }
  return found;
}

test("the place, the time zone, the language, the umask and the order do not show", () => {
  const one = workplace((paths) => paths);
  const two = workplace((paths) => paths.toReversed());
  assert.equal(build(one, "022", { TZ: "UTC", LC_ALL: "C" }).status, 0);
  assert.equal(build(two, "077", { TZ: "Pacific/Chatham", LC_ALL: "sv_SE.UTF-8" }).status, 0);
  for (const browser of ["chromium", "firefox"]) {
    const [left, right] = [one, two].map((folder) => readFileSync(join(folder, "dist", `${browser}.zip`)));
    assert.ok(left?.equals(right ?? Buffer.of()), browser);
    const list = entries(left);
    assert.ok(list.some(({ name }) => name === "manifest.json"));
    assert.deepEqual(list.map(({ name }) => name), list.map(({ name }) => name).sort(), "sorted");
    assert.equal(new Set(list.map(({ time }) => time)).size, 1, "one day for all");
    assert.ok(list.every(({ mode }) => mode === 0o100644), "readable once unpacked");
  }
});

test("what does not belong into the extension stops the build", () => {
  const check = (/** @type {string} */ name) => {
    const folder = workplace((paths) => paths);
    writeFileSync(join(folder, "extension", name), "");
    const { status, stderr } = build(folder, "022", {});
    assert.notEqual(status, 0, name);
    assert.ok(stderr.includes(join("extension", name)), stderr);
  };
  for (const name of ["panel.js~", ".panel.js.swp", "notes.txt", ".DS_Store"]) check(name);
});
