// The linter of Firefox's add-ons over what ships: no error, and no warning but those that stand
// here with their reason. A warning that is no longer given has to go from the list.
//
//   node build/lint.js [FOLDER]     (dist/firefox)

import { createInstance } from "addons-linter";

/** Warnings that stay: code, file, how often, and why it is not mended. */
const STAYS = [
  {
    code: "UNSUPPORTED_API",
    file: "background.js",
    count: 4,
    why: "sidePanel.open is Chromium's; each call stands behind a question whether it is there, and Firefox takes its sidebar",
  },
  {
    code: "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION",
    file: "manifest.json",
    count: 1,
    why: "it is about Firefox for Android, for which nothing is declared (no gecko_android); on the desktop the key is known since 140, the least version",
  },
];

const folder = process.argv[2] ?? "dist/firefox";

/** What the linter found. @param {string} folder */
async function report(folder) {
  const linter = createInstance({ config: { _: [folder], logLevel: "fatal", output: "none", boring: true, selfHosted: false, disableXpiAutoclose: true }, runAsBinary: false });
  return linter.run({ _console: { log() {}, error: console.error } });
}

/** @param {{ code: string, file?: string, line?: number, message: string }} found */
const line = ({ code, file, line, message }) => `  ${code} ${file ?? ""}${line ? `:${line}` : ""}: ${message}`;

const { errors, warnings, notices } = await report(folder);
const problems = errors.map(line);
const known = (/** @type {{ code: string, file?: string }} */ found) => STAYS.find(({ code, file }) => code === found.code && file === found.file);
problems.push(...warnings.filter((found) => !known(found)).map(line));
for (const { code, file, count } of STAYS) {
  const times = warnings.filter((found) => found.code === code && found.file === file).length;
  if (times !== count) problems.push(`  ${code} ${file}: ${times} times, the list in build/lint.js says ${count}`);
}
for (const { code, why } of STAYS) console.log(`  stays: ${code}: ${why}`);
console.log(`  ${folder}: ${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices`);
if (problems.length) {
  console.error(problems.join("\n"));
  process.exit(1);
}
