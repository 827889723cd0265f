// @ts-check
// Finds what the panel speaks of, the tab in front or the candidate on the desk, and hands what is
// known about it to the painter.

import { openCandidate } from "./candidate.js";
import { repaint } from "./desk-view.js";
import init, { paint, words } from "./wasm/panel/touchstone.js";

const wanted = new URLSearchParams(location.search);
const { language: chosen } = await touchstoneSettings.load();
const language = wanted.get("lang") ?? chosen ?? chrome.i18n.getUILanguage();
const root = /** @type {HTMLElement} */ (document.getElementById("panel"));
const loading = init().then(() => {
  const candidate = openCandidate({ root, words: words(language), frontTab, refresh: () => void refresh() });
  return candidate.heard().then(() => candidate);
});

/** @type {number | undefined} the tab that is shown */
let shown;
/** @type {string | undefined} what is painted, so that the same is not painted twice */
let painted;
/** Counts refreshes, so that an answer that comes late is dropped. */
let turn = 0;

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
 * Paints what the worker stored; only the painter looks inside. What it does not know, such as
 * an entry of an older version, is shown as a failed reading.
 * @param {unknown} entry
 */
function show(entry) {
  const text = JSON.stringify(entry);
  if (text === painted) {
    return;
  }
  painted = text;
  repaint(root, () => {
    try {
      paint(root, entry, language);
    } catch {
      paint(root, { state: "failed" }, language);
    }
  });
}

/** Shows the candidate, or what is stored about the tab in front. */
async function refresh() {
  turn += 1;
  const mine = turn;
  const tab = await frontTab();
  const key = `tab:${tab}`;
  const candidate = await loading;
  const record = await candidate.record(tab);
  const stored = await chrome.storage.session.get(key);
  if (mine === turn) {
    shown = tab;
    show(record ?? stored[key] ?? null);
  }
}

/** Where WebAssembly is switched off there is no painter: one plain sentence instead. */
function explain() {
  root.textContent = chrome.i18n.getMessage("whyNoWasm");
}

chrome.tabs.onActivated.addListener(async () => {
  (await loading).follow();
  await refresh();
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "session" && (shown === undefined || `tab:${shown}` in changes)) {
    void refresh();
  }
});
// In another language every word is another one.
chrome.storage.local.onChanged.addListener(async ({ inForce }) => {
  if (inForce && (await touchstoneSettings.load()).language !== chosen) {
    location.reload();
  }
});
refresh().catch(explain);
