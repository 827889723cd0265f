// @ts-check
// What leaves the panel on paper: texts are copied or saved, sheets are printed.

/** Hands the user a file. @param {string} name @param {string} text JSON */
export function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Puts what is written in fields beside them as texts, which paper holds whole. */
function writeOut() {
  wipe();
  for (const field of document.querySelectorAll("textarea[data-act]")) {
    if (!(field instanceof HTMLTextAreaElement) || !field.value.trim()) continue;
    const text = document.createElement("div");
    text.className = "written";
    text.textContent = field.value;
    field.after(text);
  }
}

function wipe() {
  for (const text of document.querySelectorAll(".written")) text.remove();
}

// However it is printed.
addEventListener("beforeprint", writeOut);
addEventListener("afterprint", wipe);

/** Prints what the panel shows, or one sheet of it, unfolded; folds what was folded. @param {string} sheet */
function print(sheet) {
  const root = document.querySelector(sheet === "kit" ? ".kit" : "#panel");
  const folded = [...(root?.querySelectorAll("details:not([open])") ?? [])].filter((fold) => !fold.closest(".actions, .copy"));
  writeOut();
  for (const fold of folded) fold.setAttribute("open", "");
  document.body.dataset["print"] = sheet;
  window.print();
  delete document.body.dataset["print"];
  for (const fold of folded) fold.removeAttribute("open");
  wipe();
}

/**
 * Does what the buttons of the papers say.
 * @param {HTMLElement} root
 * @param {(kind: string, style: string) => Promise<string>} textOf
 * @param {() => Record<string, string>} words
 * @returns {(action: { do?: string | undefined, id?: string | undefined }) => Promise<boolean>} whether it was one of them
 */
export function openPapers(root, textOf, words) {
  /** @param {"copied" | "refused"} word */
  const say = (word) => void (/** @type {HTMLElement} */ (root.querySelector(".papers .status")).textContent = words()[word] ?? "");

  /** @param {string} kind */
  async function copy(kind) {
    const style = /** @type {HTMLSelectElement} */ (root.querySelector(".papers select")).value;
    const text = await textOf(kind, style);
    const shown = /** @type {HTMLTextAreaElement} */ (root.querySelector(".papers .paper"));
    try {
      await navigator.clipboard.writeText(text);
      say("copied");
    } catch {
      shown.value = text;
      shown.hidden = false;
      shown.select();
      say("refused");
    }
  }

  return async ({ do: does, id = "" }) => {
    if (does === "copy") await copy(id);
    else if (does === "save") save("touchstone-assessment.json", await textOf("json", "plain"));
    else if (does === "print") print(id);
    else return false;
    return true;
  };
}
