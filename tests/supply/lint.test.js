// The linter's step can fail: an extension with a fault of its own is refused.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

/** What the step says of the extension after a change. @param {(folder: string) => void} change */
function linted(change) {
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  // Without the WASM, which the linter does not look into.
  cpSync("dist/firefox", folder, { recursive: true, filter: (path) => !path.endsWith(".wasm") });
  change(folder);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["build/lint.js", folder], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return { status, said: stdout + stderr };
}

test("what ships passes, and a new warning, an error or a reason that is left over does not", { timeout: 240_000 }, () => {
  const edit = (/** @type {string} */ folder, /** @type {string} */ file, /** @type {(text: string) => string} */ change) => {
    const text = readFileSync(join(folder, file), "utf8");
    const changed = change(text);
    assert.notEqual(changed, text, `${file} was not changed`);
    writeFileSync(join(folder, file), changed);
  };
  const check = (/** @type {(folder: string) => void} */ change, /** @type {number} */ status, /** @type {RegExp} */ expect) => {
    const found = linted(change);
    assert.match(found.said, expect);
    assert.equal(found.status, status, found.said);
  };
  check(() => undefined, 0, /0 errors, \d+ warnings/);
  check((folder) => edit(folder, "panel.js", (text) => `${text}\ndocument.body.innerHTML = location.hash;\n`), 1, /UNSAFE_VAR_ASSIGNMENT panel\.js/);
  check((folder) => edit(folder, "manifest.json", (text) => text.replace('"manifest_version": 3', '"manifest_version": "x"')), 1, /manifest\.json/);
  check((folder) => edit(folder, "background.js", (text) => text.replaceAll("sidePanel", "sideless")), 1, /sideless\.open is not supported[^]*UNSUPPORTED_API background\.js: 0 times/);
});
