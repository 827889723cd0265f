// The platforms that are not built in: their table agrees with the reader's addresses and the
// manifest; in real browsers one is switched on and off, and a résumé in a frame is read.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import vm from "node:vm";
import { start, until } from "./driver.js";
import { script } from "./pages.js";

/** The plain scripts of the extension in a world of their own. */
function scripts() {
  const world = vm.createContext({ URL, URLSearchParams });
  for (const name of ["platforms.js", "settings.js"]) vm.runInContext(readFileSync(`extension/${name}`, "utf8"), world, { filename: name });
  return world;
}

describe("the table of platforms", () => {
  const { touchstonePlatforms: rows, touchstoneSettings: settings } = scripts();

  test("takes the same addresses for candidates' as the reader", () => {
    const lines = readFileSync("tests/data/addresses.tsv", "utf8").trimEnd().split("\n").slice(1);
    assert.ok(lines.length > 90, `${lines.length} addresses`);
    for (const line of lines) {
      const [platform, address] = line.split("\t");
      assert.equal(settings.platformOf(new URL(address)), platform === "-" ? "other" : platform, address);
    }
  });

  test("names the optional permissions of the manifest, no more and no less, and only built-in ones are static", () => {
    const manifest = JSON.parse(readFileSync("extension/manifest.json", "utf8"));
    const more = rows.filter((row) => row.kind !== "built-in");
    assert.deepEqual(Array.from(more).flatMap((row) => [...row.origins]), manifest.optional_host_permissions);
    const built = rows.filter((row) => row.kind === "built-in");
    assert.deepEqual(Array.from(built).flatMap((row) => [...row.matches]), manifest.content_scripts[0].matches);
    assert.deepEqual(Array.from(built).flatMap((row) => [...row.excludeMatches]), manifest.content_scripts[0].exclude_matches);
  });

  test("nothing is read by itself before the user asked for it", () => {
    const fresh = settings.complete(undefined);
    for (const row of rows.filter((one) => one.kind !== "built-in")) assert.equal(fresh.platforms[row.id].read, "click", row.id);
    assert.equal(fresh.platforms["linkedin-hiring"].badge, false);
    assert.equal(settings.readsAlone(fresh, new URL("https://gitlab.com/jo-doe-0000")), false);
    assert.equal(settings.watches(fresh, "gitlab.com"), false);
    assert.equal(settings.watches(fresh, "github.com"), true);
  });

  test("settings of an earlier version are completed", () => {
    const old = settings.complete({ platforms: { github: { read: "click", badge: false } }, off: ["github.com"], asked: true });
    assert.equal(old.platforms.github.read, "click");
    assert.equal(old.platforms.ashby.read, "click");
    assert.deepEqual([...old.off], ["github.com"]);
  });
});
