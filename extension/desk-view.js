// @ts-check
// What the painted report and the desk have to do with each other, in the panel as in www: its
// buttons, the focus that a new painting would lose, and the jump to the words in the copy.

/** Writes the words of the document's own controls. @param {Record<string, string>} words */
export function label(words) {
  for (const part of document.querySelectorAll("[data-word]")) part.textContent = words[part.getAttribute("data-word") ?? ""] ?? "";
}

/** @param {string} text */
const without = (text) => text.replace(/\s+/g, "");

/**
 * Listens to the buttons of the report.
 * @param {HTMLElement} root
 * @param {Desk} desk
 * @param {{ run(work: Promise<unknown>): void, joined: (key: string) => () => Promise<unknown>, show?: (id: number, words: string, inPage: boolean) => void }} hooks
 *   `run` is given every change, to show that it goes on or failed; `show` leads to the words,
 *   without it they are shown in the copy; `joined` hears whose work goes on in that of the candidate who is shown at the click, and gives what does so
 */
export function listen(root, desk, { run, joined, show }) {
  root.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button[data-do]");
    if (!(button instanceof HTMLElement)) return;
    const { do: does, id, other, key = "", words = "", inPage } = button.dataset;
    const number = Number(id);
    switch (does) {
      case "remove":
      case "split":
      case "open":
        return run(desk[does](number));
      case "join":
        return run(desk.join(number).then(joined(key)));
      case "same":
        return run(desk.samePerson([number, Number(other)]));
      case "undo":
      case "clear":
        return run(desk[does]());
      case "show":
        return show ? show(number, words, inPage !== undefined) : void showCopy(root, number, words);
    }
  });
}

/** The keys that are down, and the pointer. @type {Set<string>} */
const held = new Set();
/** @param {Event} event */
const pressed = (event) => (event instanceof KeyboardEvent ? event.code : "pointer");
for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, (event) => held.add(pressed(event)), true);
for (const kind of ["keyup", "pointerup", "pointercancel"]) addEventListener(kind, (event) => held.delete(pressed(event)), true);
// What is let go of elsewhere is not told here.
addEventListener("blur", () => held.clear());

/** Waits while something is held down, a second at most: a press that begins on one control and ends on its successor counts for neither. */
export async function released() {
  for (let waits = 0; held.size > 0 && waits < 50; waits += 1) await new Promise((done) => setTimeout(done, 20));
}

/** Choices that belong to the screen alone. @param {HTMLElement} root */
const selects = (root) => /** @type {HTMLSelectElement[]} */ ([...root.querySelectorAll("select[data-keep]")]);

/** An element by its tag and by these of its data. @param {HTMLElement} element @param {string[]} names */
function selectorOf({ dataset, tagName }, names) {
  const known = names.filter((name) => dataset[name] !== undefined);
  return tagName.toLowerCase() + known.map((name) => `[data-${name}="${CSS.escape(dataset[name] ?? "")}"]`).join("");
}

/** What finds the control again after a new painting. @param {HTMLElement} control */
function sameControl(control) {
  const { do: does, act } = control.dataset;
  if (does || act) return selectorOf(control, ["do", "act", "id"]);
  const fold = control.tagName === "SUMMARY" ? control.parentElement : null;
  if (fold) return `${selectorOf(fold, ["card"])} > summary`;
  const form = /** @type {HTMLElement | null} */ (control.closest("form[data-act]"));
  const name = control.getAttribute("name");
  return form ? `${selectorOf(form, ["act", "id"])} ${name ? `[name="${name}"]` : control.tagName.toLowerCase()}` : undefined;
}

/**
 * Paints anew, writes the moments as the user's clock shows them, and gives the focus back to what has taken the place of the focused element.
 * @param {HTMLElement} root
 * @param {() => void} paint
 */
export function repaint(root, paint) {
  const focused = root.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  const like = focused && sameControl(focused);
  const kept = new Map(selects(root).map((select) => [select.dataset["keep"], select.value]));
  paint();
  for (const select of selects(root)) select.value = kept.get(select.dataset["keep"]) ?? select.value;
  for (const time of root.querySelectorAll("time")) {
    const [moment, { lang }] = [new Date(time.dateTime), document.documentElement];
    time.textContent = time.dateTime.includes("T") ? moment.toLocaleTimeString(lang, { timeStyle: "short" }) : moment.toLocaleDateString(lang, { dateStyle: "medium", timeZone: "UTC" });
  }
  if (!focused) return;
  const isWork = focused.dataset.act !== undefined || focused.closest("[data-act]") !== null;
  const next = (like && root.querySelector(like)) || root.querySelector(isWork ? 'button[data-act="undo"]' : ".sources-list h2");
  if (!(next instanceof HTMLElement)) return;
  next.focus({ preventScroll: true });
  // What is being written goes on where the writer is.
  if (focused instanceof HTMLTextAreaElement && next instanceof HTMLTextAreaElement) {
    next.value = focused.value;
    next.setSelectionRange(focused.selectionStart, focused.selectionEnd);
  }
}

/**
 * Unfolds the copy of a source and leads to the words in it.
 * @param {HTMLElement} root
 * @param {number} id
 * @param {string} words
 * @param {boolean} [gone] whether they were looked for in the page and not found
 * @returns {boolean} whether the copy has them
 */
export function showCopy(root, id, words, gone = false) {
  const copy = root.querySelector(`details[data-copy="${id}"]`);
  if (!(copy instanceof HTMLDetailsElement)) return false;
  copy.open = true;
  const notice = copy.querySelector(".gone");
  if (notice instanceof HTMLElement) notice.hidden = !gone;
  const lines = [...copy.querySelectorAll(".read > p")];
  // What cannot be seen stands between the lines and parts no words.
  const found = linesOf(lines.filter((line) => !line.classList.contains("unseen")), words);
  for (const line of lines) line.classList.toggle("found", found.includes(line));
  const first = found[0] ?? copy.querySelector("summary");
  if (!(first instanceof HTMLElement)) return false;
  // What has the focus is scrolled to by the browser itself.
  if (found.length > 0) first.tabIndex = -1;
  first.focus();
  return found.length > 0;
}

/** The lines that hold the words, which may go over several. @param {Element[]} lines @param {string} words */
function linesOf(lines, words) {
  const wanted = without(words);
  const texts = lines.map((line) => without(line.textContent ?? ""));
  const start = wanted === "" ? -1 : texts.join("").indexOf(wanted);
  if (start < 0) return [];
  let at = 0;
  return lines.filter((_, index) => {
    const from = at;
    at += texts[index]?.length ?? 0;
    return at > start && from < start + wanted.length;
  });
}
