// @ts-check
// The ways in: a pasted text, chosen files, dropped files. Says what goes on when it takes long,
// and can be stopped.

/** How long something may take before the page says so, in milliseconds. */
const PATIENCE = 1000;

/** Larger saved pages are not looked into. */
const LARGEST_PAGE = 20_000_000;

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {File} file */
const isSavedPage = (file) => /\.html?$/i.test(file.name) && file.size <= LARGEST_PAGE;

/**
 * A page that was saved says its own address, which the reader finds.
 * @param {File} file
 * @returns {Promise<DeskPage>}
 */
const savedPage = async (file) => ({ url: "", title: file.name, html: await file.text() });

/**
 * Wires the controls to the desk.
 * @param {object} given
 * @param {Desk} given.desk
 * @param {() => Record<string, string>} given.words the panel's words in the language of the moment
 * @param {(error: unknown) => string} given.sentence the sentence for what went wrong
 * @param {() => void} given.before called before something is added
 * @param {() => void} given.after called once when something was added
 */
export function openIntake({ desk, words, sentence, before, after }) {
  const text = /** @type {HTMLTextAreaElement} */ (byId("text"));
  const files = /** @type {HTMLInputElement} */ (byId("files"));
  const busy = byId("busy");
  const status = byId("status");

  /** @param {string} words */
  const say = (words) => void (status.textContent = words);
  /** @param {string} name @param {"opening" | "reading"} step */
  const progress = (name, step) => void (byId("busy-text").textContent = (words()[step] ?? "").replace("{name}", () => name));

  /** @param {() => Promise<void>} work */
  async function add(work) {
    say("");
    before();
    const timer = setTimeout(() => void (busy.hidden = false), PATIENCE);
    try {
      await work();
      say(words()["added"] ?? "");
      after();
    } catch (error) {
      say(sentence(error));
    } finally {
      clearTimeout(timer);
      busy.hidden = true;
    }
  }

  /** @param {File} file */
  async function addOne(file) {
    progress(file.name, "opening");
    if (isSavedPage(file)) {
      await desk.addPage(await savedPage(file));
    } else {
      await desk.addFile(file, (step) => progress(file.name, step));
    }
  }

  /** @param {Iterable<File>} list */
  const addAll = (list) =>
    add(async () => {
      for (const file of list) await addOne(file);
    });

  byId("paste").addEventListener("submit", (event) => {
    event.preventDefault();
    progress("", "reading");
    void add(async () => {
      await desk.addText(words()["paste-name"] ?? "", text.value);
      text.value = "";
    });
  });
  files.addEventListener("change", async () => {
    const list = [...(files.files ?? [])];
    // The same file can be chosen again.
    files.value = "";
    if (list.length) await addAll(list);
  });
  byId("stop").addEventListener("click", () => desk.stop());

  const drags = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files") === true;
  document.addEventListener("dragover", (event) => {
    if (!drags(event)) return;
    event.preventDefault();
    document.body.classList.add("drop");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("drop");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("drop");
    if (!drags(event)) return;
    event.preventDefault();
    void addAll([...(event.dataTransfer?.files ?? [])]);
  });

  return { say };
}
