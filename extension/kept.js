// @ts-check
// What is kept about candidates, for the page of the settings: the list, the file, the counts of
// the lines. What a file is worth is decided in Rust (src/settings/kept).

import { CASE_LOCK, WORK_LOCK, oneAfterAnother } from "./alone.js";
import { PRACTISED, PRIVATE, namesOf } from "./case-store.js";
import { save } from "./papers.js";
import { dayOf, today } from "./today.js";
import { kept_file, read_kept_file, reset_counts } from "./wasm/settings/touchstone.js";
import { allKept, deleteAll, here, keepAll, workStore } from "./work-store.js";

/** In bytes. Rust refuses what is longer too; this is so that it is not loaded first. */
const LARGEST_FILE = 8_000_000;

const alone = oneAfterAnother(WORK_LOCK);

/** What is listed, and the counts. */
export async function keptNow() {
  /** @param {Partial<KeptWork>} kept */
  const about = ({ title, url, level, until }) => ({ title, url, level, day: dayOf(new Date(until ?? NaN)) });
  const kept = Object.fromEntries((await allKept()).map(([key, value]) => [key, about(value ?? {})]));
  return { kept, common: await workStore.common() };
}

/** Deletes a candidate, also the work of this session. @param {string} key */
export const forget = (key) => alone(() => workStore.forget(key));

/** Deletes everything about candidates: what is kept, and of this session the work, the desks and what was read in open tabs. */
export async function deleteEverything() {
  await deleteAll();
  const desks = /** @type {const} */ (["", PRIVATE, PRACTISED]).flatMap((whose) => Object.values(namesOf(whose)));
  // A panel that changes a desk just now would put it back.
  await oneAfterAnother(CASE_LOCK)(() => chrome.storage.session.remove(desks));
  const forget = () => chrome.runtime.sendMessage({ kind: "forget" });
  // A worker that died over it is asked again.
  await forget().catch(forget);
}

/** The counts of the lines start again. */
export const resetCounts = () => alone(async () => workStore.keepCommon(reset_counts(await workStore.common())));

/** Hands the user a file with all that is kept. */
export async function saveFile() {
  const kept = JSON.stringify(Object.fromEntries(await allKept()));
  save(`touchstone-kept-${today()}.json`, kept_file(kept, new Date().toISOString()));
}

/**
 * Takes such a file in; what comes of it is said as the painter has it.
 * @param {File} file @param {number} days for how many candidates are kept
 * @returns {Promise<object>}
 */
export async function readFile(file, days) {
  if (file.size > LARGEST_FILE) return { refused: "too-large" };
  const text = await file.text().catch(() => "");
  /** @type {object} */
  let said = { refused: "no-room" };
  const takeIn = async () => {
    const taken = takenOf(text, JSON.stringify(await here()), days);
    if ("put" in taken) await keepAll(taken.put);
    said = "put" in taken ? { read: { taken: Object.keys(taken.put).length, left: taken.left } } : taken;
  };
  await alone(takeIn).catch(() => undefined);
  return said;
}

/** @param {string} text @param {string} around @param {number} days @returns {{ put: Record<string, KeptWork>, left: number } | { refused: unknown }} */
function takenOf(text, around, days) {
  try {
    return JSON.parse(read_kept_file(text, around, new Date().toISOString(), days));
  } catch (refused) {
    return { refused: typeof refused === "string" ? refused : "wrong" };
  }
}
