// @ts-check
// The practice set: invented candidates that open with one click, and afterwards say what there
// was to see.

import { SET } from "./practice-set.js";
import { told, write } from "./words.js";

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {Desk} desk @param {PracticeSource} source @param {SpokenLanguage} language */
function add(desk, source, language) {
  const name = told(source.name, language).said;
  return "html" in source ? desk.addPage({ url: source.url, title: name, html: source.html }) : desk.addText(name, source.text);
}

/**
 * Wires the list and the lesson.
 * @param {object} given
 * @param {Desk} given.desk
 * @param {() => SpokenLanguage} given.language
 * @param {() => void} given.before called before a candidate is opened
 * @param {() => Promise<void>} given.after called when it is open
 * @param {(work: Promise<unknown>) => void} given.run says when the work failed
 */
export function openPractice({ desk, language, before, after, run }) {
  /** @type {Practice | undefined} */
  let shown;
  const buttons = SET.map((candidate) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset["practice"] = candidate.id;
    button.addEventListener("click", () => run(open(candidate)));
    return { button, candidate };
  });
  byId("practice-list").append(
    ...buttons.map(({ button }) => {
      const item = document.createElement("li");
      item.append(button);
      return item;
    }),
  );

  /** @param {Practice} candidate */
  async function open(candidate) {
    before();
    for (const source of candidate.sources) await add(desk, source, language());
    shown = candidate;
    lesson().open = false;
    paint();
    await after();
  }

  const lesson = () => /** @type {HTMLDetailsElement} */ (byId("lesson").querySelector("details"));

  function paint() {
    const say = (/** @type {HTMLElement} */ element, /** @type {Told} */ text) => write(element, told(text, language()));
    for (const { button, candidate } of buttons) say(button, candidate.title);
    byId("lesson").hidden = shown === undefined;
    if (!shown) return;
    say(byId("lesson-title"), shown.title);
    say(byId("lesson-text"), shown.seen);
  }

  return {
    paint,
    leave() {
      shown = undefined;
      paint();
    },
  };
}
