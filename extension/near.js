// @ts-check
// Firefox's worker is a page, into which another page of the extension may look while it is awake: what first.js asks the
// storage for lies ready here, and is not waited for. Chromium's worker is no page, and in a private window there is none
// to look into; there, and where something is not known, the storage is asked.

import { namesOf } from "./case-store.js";
import { WORKED } from "./work-store.js";

/** What may hold the level back. Of a candidate on the desk only that there is one, and nothing of a private window's. */
const OTHERS = [...Object.values(namesOf("")), WORKED];
const isTab = (/** @type {string} */ key) => key.startsWith("tab:");
/** A moment after the start, so that no page waits for this. */
const LATER_MS = 1500;

/** What is stored, by its name; `inForce` among it. @type {Map<string, unknown>} */
const stored = new Map();
let isLearnt = false;

/** @param {string} key @param {unknown} value */
function know(key, value) {
  if (value === undefined) stored.delete(key);
  else stored.set(key, isTab(key) || key === WORKED || key === "inForce" ? value : true);
}

/** What first.js asks of the session's storage and of the other, as they would answer; absent where that is not known. @param {number | undefined} tab */
function near(tab) {
  const names = [`tab:${tab}`, ...OTHERS].filter((key) => stored.has(key));
  const isKnown = isLearnt && stored.has(`tab:${tab}`);
  return isKnown ? [Object.fromEntries(names.map((key) => [key, stored.get(key)])), { inForce: stored.get("inForce") }] : undefined;
}

async function learn() {
  const all = await Promise.all([chrome.storage.local.get("inForce"), chrome.storage.session.get(OTHERS)]);
  for (const [key, value] of all.flatMap((some) => Object.entries(some))) if (!stored.has(key)) know(key, value);
  isLearnt = true;
}

/** To be called as the worker starts. */
export function stayNear() {
  if (typeof document === "undefined") return;
  chrome.storage.onChanged.addListener((changes, area) => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (area === "session" ? isTab(key) || OTHERS.includes(key) : key === "inForce") know(key, newValue);
    }
  });
  setTimeout(() => void learn().catch(() => undefined), LATER_MS);
  Object.assign(globalThis, { touchstoneNear: near });
}
