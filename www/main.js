// @ts-check
// The page at www: the desk and the panel of the extension, for pasted texts and files. It asks
// nothing of any server but its own files, and works without one once it was opened.

import { openPapers } from "./papers.js";
import init, { paint, paper, words } from "./wasm/panel/touchstone.js";
import { choose, chosen } from "./choices.js";
import { label, listen, released, repaint } from "./desk-view.js";
import { openDesk, problemOf } from "./desk.js";
import { openIntake } from "./intake.js";
import { openPractice } from "./practice.js";
import { memory, openShelf } from "./shelf.js";
import { LANGUAGES } from "./languages.js";
import { listenToWork, openWork } from "./work.js";
import { languageOf, languageWith, pageIn, write } from "./words.js";
import { startWorker } from "./workers.js";

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const panel = byId("panel");
const known = /** @type {HTMLInputElement} */ (byId("known"));

let language = languageOf([chosen("language") ?? "", ...navigator.languages]);
const shelf = openShelf();
const desk = openDesk({
  store: shelf.store,
  settings: async () => ({ known: known.checked }),
  ...(startWorker && { worker: startWorker }),
});

const work = openWork({ store: memory(), nameOf: (url) => url, settings: async () => ({ one_in: null, links: true, keep_days: null }), isCounted: true });
/** @type {Shown | null} what is painted */
let shown = null;

/** Counts refreshes, so that an answer that comes late is dropped; and which of them was painted last. */
let [turn, settled] = [0, 0];

/** Shows what lies on the desk; the introduction where nothing ever did. */
async function refresh() {
  turn += 1;
  const mine = turn;
  const isFresh = shelf.place === "own" && !shelf.isUsed;
  const record = isFresh ? null : await desk.record();
  const beside = await work.beside(record);
  await released();
  if (mine !== turn) return;
  shown = record;
  byId("intro").hidden = !isFresh;
  byId("back").hidden = shelf.place === "own" || !shelf.isUsed;
  if (record) repaint(panel, () => void paint(panel, record, beside, language.code));
  else panel.replaceChildren();
  settled = mine;
}

/** Like `refresh`, and leads the reader to what is shown. */
async function lead() {
  await refresh();
  const title = panel.querySelector("h1");
  title?.setAttribute("tabindex", "-1");
  title?.focus();
}

/** The sentence for whatever went wrong. @param {unknown} error */
const sentence = (error) => words(language.code)[problemOf(error)] ?? words(language.code)["failed"] ?? "";

/** Says what went wrong with something that was asked of the desk. @param {Promise<unknown>} work */
const run = (work) => void work.then(() => intake.say(""), (error) => intake.say(sentence(error)));

/** @param {"own" | "practice"} place */
function turnTo(place) {
  shelf.turnTo(place);
  practice.leave();
}

const intake = openIntake({ desk, words: () => words(language.code), sentence, before: () => turnTo("own"), after: () => run(lead()) });
const practice = openPractice({
  desk,
  language: () => language,
  before() {
    shelf.clean();
    turnTo("practice");
  },
  run,
  after: lead,
});

/** A button a language. */
function listLanguages() {
  const buttons = LANGUAGES.map(({ code, name }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.lang = code;
    button.textContent = name;
    return button;
  });
  byId("languages").append(...buttons);
}

/** Leads to a static page; the single file has no such links. @param {"briefing" | "catalogue"} page @param {SpokenLanguage} next */
function linkTo(page, next) {
  const link = document.getElementById(`to-${page}`);
  if (!link) return;
  const there = pageIn(page, next);
  write(link, there);
  link.setAttribute("href", there.href);
  link.setAttribute("hreflang", there.code);
}

/** Every word of the page in another language. @param {SpokenLanguage} next */
function speak(next) {
  language = next;
  document.documentElement.lang = next.code;
  for (const part of document.querySelectorAll("[data-text]")) {
    part.textContent = next.words[part.getAttribute("data-text") ?? ""] ?? "";
  }
  label(words(next.code));
  linkTo("briefing", next);
  linkTo("catalogue", next);
  for (const button of byId("languages").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.lang === next.code));
  }
  practice.paint();
}

function wire() {
  byId("languages").addEventListener("click", ({ target }) => {
    const next = target instanceof HTMLButtonElement ? languageWith(target.lang) : undefined;
    if (!next) return;
    choose("language", next.code);
    speak(next);
    run(refresh());
  });
  byId("back").addEventListener("click", () => {
    turnTo("own");
    run(lead());
  });
  known.checked = chosen("known") !== "false";
  known.addEventListener("change", () => {
    choose("known", String(known.checked));
    run(refresh());
  });
  listen(panel, desk, { run, joined: (key) => work.join(shown, key, refresh) });
  const papers = openPapers(panel, async (kind, style) => paper(shown, await work.beside(shown), kind, style, language.code), () => words(language.code));
  listenToWork(panel, (action, quiet) => run(change(action, quiet)));

  /** @param {{ do?: string | undefined }} action @param {boolean} quiet */
  async function change(action, quiet) {
    if (await papers(action)) return;
    const then = settled;
    await (action.do === "forget" ? work.forget(shown) : work.change(shown, action));
    // As in the panel: a painting since then, or one that is about to come, may not know what was written.
    if (!quiet || settled !== then || settled !== turn) await refresh();
  }
  desk.subscribe(() => run(refresh()));
}

async function begin() {
  await init();
  listLanguages();
  speak(language);
  wire();
  await refresh();
  document.body.dataset["ready"] = "";
}

begin().catch(() => {
  // Where WebAssembly is switched off there is no reader and no painter: one plain sentence instead.
  document.documentElement.lang = language.code;
  panel.textContent = language.words["no-wasm"] ?? "";
});

// The page that opens from disk is one file and has nothing to keep.
if (document.querySelector("link[rel=manifest]")) {
  // Where the browser keeps nothing, the page works while its server answers.
  void navigator.serviceWorker?.register("sw.js").catch(() => undefined);
}
