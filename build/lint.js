// The linter of Firefox's add-ons over what ships: no error, and no warning but those that stand
// here with their reason. A warning that is no longer given has to go from the list.
//
//   node build/lint.js [FOLDER]     (dist/firefox)

import { createInstance } from "addons-linter";

/** Warnings that stay: code, file, words, how often, and why it is not mended. */
const STAYS = [
  {
    code: "UNSUPPORTED_API",
    file: "background.js",
    words: "sidePanel.open is not supported",
    count: 4,
    why: "sidePanel.open is Chromium's; each call stands behind a question whether it is there, and Firefox takes its sidebar",
  },
  {
    code: "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION",
    file: "manifest.json",
    words: "Manifest key not supported by the specified minimum Firefox for Android version",
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
/** @typedef {{ code: string, file?: string, line?: number, message: string }} Found */
const is = (/** @type {Found} */ found) => (/** @type {typeof STAYS[number]} */ { code, file, words }) =>
  code === found.code && file === found.file && words === found.message;
const problems = [...errors, ...warnings.filter((/** @type {Found} */ found) => !STAYS.some(is(found)))].map(line);
for (const one of STAYS) {
  const times = warnings.filter((/** @type {Found} */ found) => is(found)(one)).length;
  if (times !== one.count) problems.push(`  ${one.code} ${one.file}: ${times} times, the list in build/lint.js says ${one.count}`);
}
for (const { code, why } of STAYS) console.log(`  stays: ${code}: ${why}`);
console.log(`  ${folder}: ${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices`);
if (problems.length) {
  console.error(problems.join("\n"));
  process.exit(1);
}
