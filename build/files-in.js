import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** All files below a folder, in the same order on every machine. @param {string} folder @returns {string[]} */
export function filesIn(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}
