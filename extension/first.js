// @ts-check
// Starts the panel, and says the level of the page in front while the panel's WebAssembly is on its way: the words of the
// badge are stored. panel.js paints the whole in the same place; wherever that would show something else, this is silent.
"use strict";

/** All modules at once, because one that only another names is asked for when that one has come. */
function startPanel() {
  for (const name of ["wasm/panel/touchstone", "panel", "desk-view", "work", "work-store", "platforms", "settings", "case-store", "alone", "today", "told", "foot"]) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: `${name}.js` }));
  }
  void import("./panel.js");
}

async function sayLevel() {
  /** As in src/view/dom.rs. @type {Record<string, [name: string, shape: Record<string, string>]>} */
  const MARKS = {
    "not-enough": ["circle", { cx: "10", cy: "10", r: "6" }],
    "nothing-stood-out": ["path", { d: "M5 10h10" }],
    "worth-checking": ["path", { d: "M2 7h4l4 7 4-7h4" }],
    "verify-first": ["path", { d: "M1 7h2l3.5 7L10 7l3.5 7L17 7h2" }],
  };
  const { session, local } = chrome.storage;
  const wanted = new URLSearchParams(location.search);
  const given = Number(wanted.get("tab"));
  const tab = given > 0 ? given : (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  /** What a worker that is near has at hand (near.js). @type {any} */
  const near = /** @type {any} */ (chrome.extension)?.getBackgroundPage?.()?.touchstoneNear?.(tab);
  // By their names: all of the session's storage, with thirty pages in it, would take up to 20 ms.
  const names = [`tab:${tab}`, "case", "case-inbox", "case-said", "private:case", "private:case-inbox", "private:case-said", "worked"];
  /** @type {[any, any]} */
  const [{ [`tab:${tab}`]: entry, worked, ...desk }, { inForce }] = near ?? (await Promise.all([session.get(names), local.get("inForce")]));
  const { state, title, verdict } = entry ?? {};
  const { level, open, words, work, assessment } = verdict ?? {};

  const tag = wanted.get("lang") ?? (typeof inForce?.language === "string" ? inForce.language : chrome.i18n.getUILanguage());
  const [spoken] = tag.toLowerCase().split(/[-_]/);
  const lang = Object.hasOwn(words ?? {}, spoken) ? spoken : "en";
  // The candidate on the desk may be what is shown.
  const isDesk = wanted.has("practice") || Object.keys(desk).length > 0;
  // The painter counts with the work as it is now, and the worker stores nothing when the panel has counted. So the level
  // must be that of the page alone on both sides: the worker named the work because nothing in it bore on the level when
  // the page was judged, and the store marks what was decided since then (work-store.js).
  const isBare = typeof work === "string" && !Object.hasOwn(worked ?? {}, work);
  const isWhole = state === "judged" && assessment?.level === level && Object.hasOwn(MARKS, level) && assessment.hits?.length === open;
  // The painter would write other titles otherwise (`plain` in src/report/rows.rs).
  const isPlain = typeof title === "string" && title.length <= 320 && !/^ |  | $|(?! )[\s\p{C}]/u.test(title);
  const root = document.getElementById("panel");
  if (!root || root.hasChildNodes() || isDesk || !isBare || !isWhole || !isPlain || typeof words?.[lang] !== "string") return;

  /** @param {Element} parent @param {string} name @param {Record<string, string>} about @param {string} said */
  function add(parent, name, about = {}, said = "") {
    const isDrawn = name === "svg" || parent.localName === "svg";
    const made = isDrawn ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
    for (const [key, value] of Object.entries(about)) made.setAttribute(key, value);
    made.textContent = said;
    return parent.appendChild(made);
  }
  document.documentElement.lang = lang;
  const header = add(add(root, "main"), "header", { class: "verdict", "data-level": level });
  if (title) add(header, "p", { class: "page", dir: "auto" }, title);
  const heading = add(header, "h1");
  add(add(heading, "svg", { class: "mark", viewBox: "0 0 20 20", "aria-hidden": "true" }), ...(MARKS[level] ?? ["path", {}]));
  add(heading, "span", {}, words[lang]);
  // For tests/browser/measure-panel.js.
  performance.mark("touchstone:level", { detail: near ? "near" : "stored" });
}

// Beside twelve modules that arrive, the storage's answer takes three times as long.
void sayLevel().finally(startPanel);
