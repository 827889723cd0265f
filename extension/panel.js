// @ts-check
// Finds what the panel speaks of, the tab in front or the candidate on the desk, and hands what is
// known about it to the painter.

import { PRACTISED, openCase, whose } from "./case-store.js";
import { label, released, repaint } from "./desk-view.js";
import { footDoes, footOf } from "./foot.js";
import { saidAlready, tell } from "./told.js";
import init, { paint, paper, words } from "./wasm/panel/touchstone.js";
import { listenToWork, openWork } from "./work.js";
import { nameOf, purge, workStore } from "./work-store.js";
import "./platforms.js";
import "./settings.js";

// It compiles while everything else is asked for.
const ready = init();
const wanted = new URLSearchParams(location.search);
// first.js asks for this module before the document is read to its end.
const parsed = document.readyState !== "loading" || new Promise((done) => document.addEventListener("DOMContentLoaded", done));
const [{ language: chosen }, { incognito }] = await Promise.all([touchstoneSettings.load(), chrome.windows.getCurrent(), parsed]);
const language = wanted.get("lang") ?? chosen ?? chrome.i18n.getUILanguage();
const root = /** @type {HTMLElement} */ (document.getElementById("panel"));

/** The tab that is shown. @type {number | undefined} */
let shown;
/** The tab that is asked about, and its record, which are shown once they are painted: what changes of them meanwhile is not missed. @type {{ tab?: number | undefined, record?: Shown | null }} */
let asked = {};
/** What is painted, so that the same is not painted twice. @type {string | undefined} */
let painted;
/** The record that is painted. @type {Shown | null} */
let record = null;
/** What is practised is neither kept nor counted, and lies on a desk of its own. */
const before = wanted.has("practice") ? PRACTISED : whose(incognito);
const work = openWork({ store: workStore, nameOf: (url) => nameOf(url, before), settings: touchstoneSettings.load, isCounted: before === "" });
const desk = openCase(before);
/** Counts refreshes, so that an answer that comes late is dropped; and which of them was painted last. */
let [turn, settled] = [0, 0];

/** @type {ReturnType<typeof load> | undefined} */
let loading;

/** What is more than a painting: its modules come after the first one, unless there is a candidate on the desk. */
async function load() {
  const [{ openCandidate }, { openPapers }] = await Promise.all([import("./candidate.js"), import("./papers.js"), ready]);
  const candidate = openCandidate({ root, lies: desk, words: words(language), frontTab, shownPage, joined: (key) => work.join(record, key, refresh), refresh: () => void refresh() });
  const papers = openPapers(root, async (kind, style) => paper(record, await work.beside(record), kind, style, language), () => words(language));
  await candidate.heard();
  return { candidate, papers };
}

const loaded = () => (loading ??= load());

/** The tab in front of which the panel stands. @returns {Promise<number | undefined>} */
async function frontTab() {
  const fixed = Number(wanted.get("tab"));
  if (fixed > 0) return fixed;
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
  if (isFirst) label(words(language));
  painted = text;
  repaint(root, () => {
    try {
      const said = paint(root, entry, beside, language);
      if (said) void tell(shownPage() ?? {}, said);
    } catch {
      paint(root, { state: "failed" }, null, language);
    }
  });
  // For tests/browser/measure-panel.js.
  if (isFirst) performance.mark("touchstone:painted");
}

/** A candidate on the desk is no tab's. */
const shownPage = () => (record?.key === undefined ? { tab: shown, url: record?.url } : undefined);

/** Whether the screen says that something was not kept. */
let unsaved = false;

/** Has the work done that a control asks for. @param {{ do?: string | undefined }} action @param {boolean} quiet */
async function change(action, quiet) {
  const then = settled;
  const wish = footDoes(action, shown);
  if (!wish && (await (await loaded()).papers(action))) return;
  const done = wish ?? (action.do === "forget" ? work.forget(record) : work.change(record, action));
  const problem = await done.then(() => "", (error) => (error instanceof RangeError ? error.message : words(language)["failed"] ?? ""));
  if (unsaved || problem) /** @type {HTMLElement} */ (document.getElementById("said")).textContent = problem;
  unsaved = problem !== "";
  // A painting since then, or one that is about to come, may not know what was written.
  if (!quiet || settled !== then || settled !== turn) await refresh();
}

/** The candidate on the desk, or what is stored about the tab in front. @param {number | undefined} tab @returns {Promise<any>} */
async function shownNow(tab) {
  const key = `tab:${tab}`;
  const { [key]: entry = null, ...lies } = await chrome.storage.session.get([key, ...Object.values(desk.names)]);
  const isPlain = !loading && !wanted.has("practice") && Object.keys(lies).length === 0;
  return (isPlain ? null : await (await loaded()).candidate.record(tab)) ?? entry;
}

/** Shows what there is now. */
async function refresh() {
  turn += 1;
  const mine = turn;
  const tab = await frontTab();
  if (mine !== turn) return;
  asked = { tab };
  const entry = await shownNow(tab);
  if (mine !== turn) return;
  asked.record = entry;
  const [beside, foot] = await Promise.all([work.beside(entry), footOf(entry, tab), ready]);
  await released();
  if (mine !== turn) return;
  const isNew = record?.url !== entry?.url || record?.key !== entry?.key;
  if (entry?.at !== record?.at) saidAlready(entry?.verdict);
  // Together with the painting: until then a control speaks of what it stands beside.
  [shown, record] = [tab, entry];
  show(entry, { ...beside, foot });
  settled = mine;
  // That something cannot be counted is no matter of the panel's.
  if (isNew) await work.saw(record).catch(() => undefined);
}

/** Where WebAssembly is switched off there is no painter: one plain sentence instead. */
const explain = () => void (root.textContent = chrome.i18n.getMessage("whyNoWasm"));

chrome.tabs.onActivated.addListener(() => Promise.resolve(loading).then((rest) => rest?.candidate.follow()).then(refresh));
chrome.storage.onChanged.addListener((changes, area) => {
  const mine = area === "session" && (asked.tab === undefined || `tab:${asked.tab}` in changes);
  // Another panel's work, and what was set elsewhere: what is written here must not be painted over.
  const isKept = [record, asked.record ?? null].some((one) => {
    const kept = changes[`work:${work.key(one)}`];
    return kept && work.isOthers(kept.newValue);
  });
  if (mine || isKept || "inForce" in changes) void refresh();
});
listenToWork(root, (action, quiet) => void change(action, quiet));
// In another language every word is another one.
chrome.storage.local.onChanged.addListener(async ({ inForce }) => {
  if (inForce && (await touchstoneSettings.load()).language !== chosen) location.reload();
});
// What was kept too long goes at the next opening, where it cannot now.
refresh().then(loaded).then(() => void purge().catch(() => undefined), explain);
