// @ts-check
// Finds the tab that the panel speaks of, and hands what is stored about it to the painter.

import init, { paint } from "./wasm/panel/touchstone.js";

/** @typedef {{ state: string }} Entry what the worker stored; only the painter looks inside */

const wanted = new URLSearchParams(location.search);
const language = wanted.get("lang") ?? chrome.i18n.getUILanguage();
const root = /** @type {HTMLElement} */ (document.getElementById("panel"));

/** @type {number | undefined} the tab that is shown */
let shown;
/** @type {string | undefined} what is painted, so that the same is not painted twice */
let painted;

/**
 * The tab in front of which the panel stands.
 * @returns {Promise<number | undefined>}
 */
async function frontTab() {
  const fixed = Number(wanted.get("tab"));
  if (fixed > 0) {
    return fixed;
  }
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/**
 * Paints an entry; one that the painter does not know is shown as a failed reading.
 * @param {Entry | null} entry
 */
function show(entry) {
  const text = JSON.stringify(entry);
  if (text === painted) {
    return;
  }
  painted = text;
  try {
    paint(root, entry, language);
  } catch {
    paint(root, { state: "failed" }, language);
  }
}

/** Shows what is stored about the tab in front. */
async function refresh() {
  const tab = await frontTab();
  shown = tab;
  const key = `tab:${tab}`;
  const stored = await chrome.storage.session.get(key);
  if (tab === shown) {
    show(/** @type {Entry | undefined} */ (stored[key]) ?? null);
  }
}

chrome.storage.onChanged.addListener((changes, area) => {
  const change = changes[`tab:${shown}`];
  if (area === "session" && change && painted !== undefined) {
    show(/** @type {Entry | undefined} */ (change.newValue) ?? null);
  }
});

const loading = init();
document.documentElement.lang = language.toLowerCase().startsWith("fr") ? "fr" : "en";
await loading;
await refresh();
chrome.tabs.onActivated.addListener(refresh);
