// @ts-check
// Reads and judges what lies on the desk, apart from the page that shows it. It holds nothing that
// its questions do not bring: it may be stopped at any time.

import init, { Desk } from "./wasm/desk/touchstone.js";

/** @type {Promise<Desk> | undefined} */
let desk;

/** @param {DeskQuestion} question */
async function answer(question) {
  const reader = await (desk ??= init().then(() => new Desk()));
  const state = typeof question.state === "string" ? question.state : "";
  if (question.kind === "act") return reader.act(state, question.action);
  return JSON.parse(reader.record(state, question.today, question.known));
}

/** @param {MessageEvent<DeskQuestion & { question: number }>} message */
globalThis.onmessage = async ({ data }) => {
  const { question } = data;
  try {
    globalThis.postMessage({ question, answer: await answer(data) });
  } catch (error) {
    // A refusal is a word; anything else is a fault of the reader.
    globalThis.postMessage({ question, problem: typeof error === "string" ? error : "failed" });
  }
};
