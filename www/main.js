// @ts-check
// The page at www: the desk and the panel of the extension, for pasted texts and files. It asks
// nothing of any server but its own files, and works without one once it was opened.

import init, { paint, words } from "./wasm/panel/touchstone.js";
import { choose, chosen } from "./choices.js";
import { listen, repaint } from "./desk-view.js";
import { openDesk, problemOf } from "./desk.js";
import { openIntake } from "./intake.js";
import { openPractice } from "./practice.js";
import { memory, openShelf } from "./shelf.js";
import { PAGES, WORDS, isWord, languageOf } from "./words.js";
import { listenToWork, openWork } from "./work.js";
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

const work = openWork({ store: memory(), keyOf: (url) => url, settings: async () => ({}), isPrivate: async () => true });
/** @type {Shown | null} what is painted */
let shown = null;

/** Counts refreshes, so that an answer that comes late is dropped. */
let turn = 0;

/** Shows what lies on the desk; the introduction where nothing ever did. */
async function refresh() {
  turn += 1;
  const mine = turn;
  const isFresh = shelf.place === "own" && !shelf.isUsed;
  const record = isFresh ? null : await desk.record();
  const beside = await work.beside(record);
  if (mine !== turn) return;
  shown = record;
  byId("intro").hidden = !isFresh;
  byId("back").hidden = shelf.place === "own" || !shelf.isUsed;
  if (record) repaint(panel, () => void paint(panel, record, beside, language));
  else panel.replaceChildren();
}

/** Like `refresh`, and leads the reader to what is shown. */
async function lead() {
  await refresh();
  const title = panel.querySelector("h1");
  title?.setAttribute("tabindex", "-1");
  title?.focus();
}

/** The sentence for whatever went wrong. @param {unknown} error */
const sentence = (error) => words(language)[problemOf(error)] ?? words(language)["failed"] ?? "";

/** Says what went wrong with something that was asked of the desk. @param {Promise<unknown>} work */
const run = (work) => void work.then(() => intake.say(""), (error) => intake.say(sentence(error)));

/** @param {"own" | "practice"} place */
function turnTo(place) {
  shelf.turnTo(place);
  practice.leave();
}

const intake = openIntake({ desk, words: () => words(language), sentence, before: () => turnTo("own"), after: () => run(lead()) });
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

/** Every word of the page in another language. @param {"en" | "fr"} next */
function speak(next) {
  language = next;
  document.documentElement.lang = next;
  const shared = words(next);
  for (const part of document.querySelectorAll("[data-text]")) {
    const name = part.getAttribute("data-text") ?? "";
    if (isWord(name)) part.textContent = WORDS[next][name];
  }
  for (const part of document.querySelectorAll("[data-word]")) {
    part.textContent = shared[part.getAttribute("data-word") ?? ""] ?? "";
  }
  document.getElementById("to-briefing")?.setAttribute("href", PAGES[next].briefing);
  document.getElementById("to-catalogue")?.setAttribute("href", PAGES[next].catalogue);
  for (const button of byId("languages").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.lang === next));
  }
  practice.paint();
}

function wire() {
  byId("languages").addEventListener("click", ({ target }) => {
    const code = target instanceof HTMLButtonElement ? target.lang : "";
    if (code !== "en" && code !== "fr") return;
    choose("language", code);
    speak(code);
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
  listen(panel, desk, { run });
  listenToWork(panel, (action, quiet) => {
    const done = work.change(shown, action);
    run(quiet ? done : done.then(refresh));
  });
  desk.subscribe(() => run(refresh()));
}

async function begin() {
  await init();
  speak(language);
  wire();
  await refresh();
  document.body.dataset["ready"] = "";
}

begin().catch(() => {
  // Where WebAssembly is switched off there is no reader and no painter: one plain sentence instead.
  panel.textContent = WORDS[language].noWasm;
});

// The page that opens from disk is one file and has nothing to keep.
if (document.querySelector("link[rel=manifest]")) {
  // Where the browser keeps nothing, the page works while its server answers.
  void navigator.serviceWorker?.register("sw.js").catch(() => undefined);
}
