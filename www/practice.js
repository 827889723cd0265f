// @ts-check
// The practice set: invented candidates that open with one click, and afterwards say what there
// was to see.

import { SET } from "./practice-set.js";

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {Desk} desk @param {PracticeSource} source @param {"en" | "fr"} language */
function add(desk, source, language) {
  const name = source.name[language];
  return "html" in source ? desk.addPage({ url: source.url, title: name, html: source.html }) : desk.addText(name, source.text);
}

/**
 * Wires the list and the lesson.
 * @param {object} given
 * @param {Desk} given.desk
 * @param {() => "en" | "fr"} given.language
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
    for (const { button, candidate } of buttons) button.textContent = candidate.title[language()];
    byId("lesson").hidden = shown === undefined;
    byId("lesson-title").textContent = shown?.title[language()] ?? "";
    byId("lesson-text").textContent = shown?.seen[language()] ?? "";
  }

  return {
    paint,
    leave() {
      shown = undefined;
      paint();
    },
  };
}
