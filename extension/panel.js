// @ts-check
// Finds what the panel speaks of, the tab in front or the candidate on the desk, and hands what is
// known about it to the painter.

import { openCandidate } from "./candidate.js";
import { repaint } from "./desk-view.js";
import { openPapers } from "./papers.js";
import { openTelling } from "./tell.js";
import init, { paint, paper, words } from "./wasm/panel/touchstone.js";
import { listenToWork, openWork } from "./work.js";
import { keyOf, purge, workStore } from "./work-store.js";
import "./platforms.js";
import "./settings.js";

// It compiles while everything else is asked for.
const ready = init();
const wanted = new URLSearchParams(location.search);
const { language: chosen } = await touchstoneSettings.load();
const language = wanted.get("lang") ?? chosen ?? chrome.i18n.getUILanguage();
const { incognito } = await chrome.windows.getCurrent();
const root = /** @type {HTMLElement} */ (document.getElementById("panel"));
const loading = ready.then(() => {
  const candidate = openCandidate({ root, words: words(language), frontTab, refresh: () => void refresh() });
  return candidate.heard().then(() => candidate);
});

/** @type {number | undefined} the tab that is shown */
let shown;
/** @type {string | undefined} what is painted, so that the same is not painted twice */
let painted;
/** @type {Shown | null} the record that is painted */
let record = null;
const work = openWork({
  store: workStore,
  keyOf,
  settings: touchstoneSettings.load,
  isPrivate: incognito,
});
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
 * @param {unknown} entry @param {object} beside
 */
function show(entry, beside) {
  const text = JSON.stringify([entry, beside]);
  if (text === painted) return;
  const isFirst = painted === undefined;
  painted = text;
  repaint(root, () => {
    try {
      const said = paint(root, entry, beside, language);
      if (said) void telling.tell(shown, record, said);
    } catch {
      paint(root, { state: "failed" }, null, language);
    }
  });
  // For tests/browser/measure-panel.js.
  if (isFirst) performance.mark("touchstone:painted");
}

const telling = openTelling();
const papers = openPapers(root, async (kind, style) => paper(record, await work.beside(record), kind, style, language), () => {
  const said = words(language);
  return { copied: said["copied"] ?? "", refused: said["refused"] ?? "" };
});

/** Whether the screen says that something was not kept. */
let unsaved = false;

/** Has the work done that a control asks for. @param {{ do?: string | undefined }} action @param {boolean} quiet */
async function change(action, quiet) {
  if (await papers(action)) return;
  const done = action.do === "forget" ? work.forget(record) : work.change(record, action);
  const problem = await done.then(() => "", (error) => (error instanceof RangeError ? error.message : words(language)["failed"] ?? ""));
  if (unsaved || problem) /** @type {HTMLElement} */ (document.getElementById("said")).textContent = problem;
  unsaved = problem !== "";
  if (!quiet) await refresh();
}

/** Shows the candidate, or what is stored about the tab in front. */
async function refresh() {
  turn += 1;
  const mine = turn;
  const tab = await frontTab();
  const stored = `tab:${tab}`;
  const candidate = await loading;
  /** @type {any} the painter looks inside */
  const entry = (await candidate.record(tab)) ?? (await chrome.storage.session.get(stored))[stored] ?? null;
  if (mine !== turn) return;
  const isNew = record?.url !== entry?.url || record?.key !== entry?.key;
  if (entry?.at !== record?.at) telling.begin(entry);
  [shown, record] = [tab, entry];
  const beside = await work.beside(record);
  if (mine !== turn) return;
  show(entry, beside);
  // That something cannot be counted is no matter of the panel's.
  if (isNew) await work.saw(record).catch(() => undefined);
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
  const mine = area === "session" && (shown === undefined || `tab:${shown}` in changes);
  // Another panel's work, and what was set elsewhere: what is written here must not be painted over.
  const kept = changes[`work:${work.key(record)}`];
  const others = (kept && work.isOthers(kept.newValue)) || "inForce" in changes;
  if (mine || others) void refresh();
});
listenToWork(root, (action, quiet) => void change(action, quiet));
void purge();

// In another language every word is another one.
chrome.storage.local.onChanged.addListener(async ({ inForce }) => {
  if (inForce && (await touchstoneSettings.load()).language !== chosen) {
    location.reload();
  }
});
refresh().catch(explain);
