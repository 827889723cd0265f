// @ts-check
// Opens one file after the other, apart from everything else: a file that takes too long is
// stopped together with this worker.

import init, { open } from "./wasm/files/touchstone.js";

/** @type {Promise<unknown> | undefined} */
let ready;

/** @param {File} file */
async function paperOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  await (ready ??= init());
  return open(file.name, bytes);
}

/** @param {MessageEvent<{ question: number, file: File }>} message */
globalThis.onmessage = async ({ data: { question, file } }) => {
  try {
    globalThis.postMessage({ question, answer: await paperOf(file) });
  } catch (error) {
    globalThis.postMessage({ question, problem: typeof error === "string" ? error : "failed" });
  }
};
