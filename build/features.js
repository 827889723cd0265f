// The WASM packages that ship and the features of each, as build.sh has them: written once there,
// read here by those who ask what is in them.

import { readFileSync } from "node:fs";

const LINE = /^ {2}wasm_package (?<name>[a-z]+) --no-default-features(?: --features (?<features>[a-z,]+))?$/gm;

/** @returns {{ name: string, features: string[] }[]} */
export function packages() {
  const lines = [...readFileSync("build.sh", "utf8").matchAll(LINE)];
  const all = readFileSync("build.sh", "utf8").match(/^ {2}wasm_package /gm)?.length;
  if (!lines.length || lines.length !== all) throw new Error("build.sh no longer says in this form which WASM packages there are");
  return lines.map(({ groups }) => ({ name: String(groups?.name), features: groups?.features?.split(",") ?? [] }));
}
