// @ts-check
// The candidate on the desk in the panel: adding tabs, files and texts, and whether the panel
// shows the candidate or the tab in front.

import { LONGEST_URL } from "./case-store.js";
import { openDesk, problemOf } from "./desk.js";
import { listen, showCopy } from "./desk-view.js";
import "./platforms.js";
import "./settings.js";

/** Work is said to go on when it takes longer. */
const SOON_MS = 1000;

/** @template {HTMLElement} T @param {string} id @returns {T} */
const part = (id) => /** @type {T} */ (document.getElementById(id));

const settings = async () => ({ known: (await touchstoneSettings.load()).known });

/** A file picker closes a popup. */
const isPopup = () => chrome.extension.getViews({ type: "popup" }).includes(window);

/**
 * @param {object} given
 * @param {HTMLElement} given.root
 * @param {ReturnType<typeof import("./case-store.js").openCase>} given.lies where the desk of such windows lies
 * @param {Record<string, string>} given.words
 * @param {() => Promise<number | undefined>} given.frontTab
 * @param {() => { tab: number | undefined, url: string | undefined } | undefined} given.shownPage the page that the panel
 *   speaks of; absent when that is the candidate on the desk
 * @param {(key: string) => () => Promise<unknown>} given.joined what takes over the work on a candidate who is put together with the shown one
 * @param {() => void} given.refresh
 */
export function openCandidate({ root, lies, words, frontTab, shownPage, joined, refresh }) {
  const { names } = lies;
  const desk = openDesk({ store: lies.store, settings });
  /** @type {DeskRecord | null} */
  let record = null;
  // A panel that was opened for the practice candidate speaks of no tab.
  const first = new URLSearchParams(location.search).has("practice") ? "candidate" : undefined;
  /** What the user chose to see; undefined: whichever the tab in front belongs to. @type {"tab" | "candidate" | undefined} */
  let chosen = first;

  const fileInput = /** @type {HTMLInputElement} */ (part("file"));
  const paste = /** @type {HTMLTextAreaElement} */ (part("paste"));

  part("view").setAttribute("aria-label", words.view ?? "");
  part("bar").setAttribute("aria-label", words.add ?? "");

  /** @param {string} word of a sentence, or of a refusal */
  function say(word) {
    part("said").textContent = words[word] ?? words.failed ?? "";
  }

  /**
   * Waits for work, says that it goes on when it takes long, and what came of it.
   * @param {Promise<unknown>} work
   * @param {{ doing?: string, done?: string }} [said]
   * @returns {Promise<string | undefined>} the word for what went wrong
   */
  async function run(work, { doing = words.reading ?? "", done } = {}) {
    const soon = setTimeout(() => {
      part("doing").textContent = doing;
      part("busy").hidden = false;
    }, SOON_MS);
    try {
      await work;
      if (done) say(done);
      return undefined;
    } catch (error) {
      say(problemOf(error));
      return problemOf(error);
    } finally {
      clearTimeout(soon);
      part("busy").hidden = !desk.isBusy();
    }
  }

  /** A change by a button of the report; what was said before is over. @param {Promise<unknown>} work */
  function change(work) {
    part("said").textContent = "";
    void run(work);
  }

  async function addTab() {
    const tab = await frontTab();
    if (tab === undefined) return say("add-tab-closed");
    const page = await chrome.tabs.sendMessage(tab, { kind: "capture" }, { frameId: 0 }).catch(() => null);
    if (!page) return say("add-tab-closed");
    if (page.off) return say("add-tab-off");
    if (page.url.length > LONGEST_URL) return say("failed");
    await run(desk.addPage({ ...page, tab }), { done: "added" });
  }

  /** @param {Iterable<File>} files */
  async function addFiles(files) {
    for (const file of files) {
      const doing = (words.opening ?? "").replace("{name}", () => file.name);
      // Who stops one file means those behind it too.
      if ((await run(desk.addFile(file), { doing, done: "added" })) === "stopped") return;
    }
  }

  async function addPaste() {
    const text = paste.value;
    if (text.trim() === "") return paste.focus();
    const problem = await run(desk.addText(words["paste-name"] ?? "", text), { done: "added" });
    // What was written meanwhile was not added.
    if (!problem && paste.value === text) paste.value = "";
  }

  /** In the page where that is allowed, else in the copy. @param {number} id @param {string} said @param {boolean} inPage */
  async function show(id, said, inPage) {
    const page = shownPage();
    const source = page ?? record?.sources.find((one) => one.id === id);
    if (inPage && source?.tab !== undefined) {
      const message = { kind: "show", url: source.url, words: said };
      const shown = await chrome.tabs.sendMessage(source.tab, message, { frameId: 0 }).catch(() => false);
      if (shown === true) return void chrome.tabs.update(source.tab, { active: true });
    }
    if (page) say("not-in-page");
    else showCopy(root, id, said, inPage);
  }

  /** @param {"tab" | "candidate"} view */
  function choose(view) {
    chosen = view;
    refresh();
  }

  part("view-tab").addEventListener("click", () => choose("tab"));
  part("view-candidate").addEventListener("click", () => choose("candidate"));
  part("add-tab").addEventListener("click", () => void addTab());
  part("paste-add").addEventListener("click", () => void addPaste());
  part("stop").addEventListener("click", () => desk.stop());
  fileInput.addEventListener("change", async () => {
    await addFiles([...(fileInput.files ?? [])]);
    fileInput.value = "";
  });
  // Before, a click would have been lost.
  part("bar").inert = false;
  part("files").hidden = isPopup();
  part("popup").hidden = !isPopup();

  /** @param {DragEvent} event */
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files") === true && !isPopup();
  for (const kind of /** @type {const} */ (["dragover", "dragleave", "drop"])) {
    document.addEventListener(kind, (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      document.body.classList.toggle("drop", kind === "dragover");
      if (kind === "drop") void addFiles([...(event.dataTransfer?.files ?? [])]);
    });
  }
  listen(root, desk, { run: change, joined, show: (...where) => void show(...where) });
  desk.subscribe(() => (chosen = "candidate"));

  /**
   * Adds what the menu entry or the shortcut took; of several panels the first one does. What is refused goes too: it
   * stands in its page still, and would take up room, or come later to another candidate, unasked. So the refusal stays
   * on the screen whatever is added after it.
   */
  async function emptyInbox() {
    const mine = async () => {
      let [isRefused, isOver] = [false, false];
      for (const source of await lies.inbox()) {
        if (!isOver) {
          const problem = await run(desk.add(source), isRefused ? {} : { done: "added" });
          isRefused ||= problem !== undefined;
          // Who stops one source means those behind it too; where no new candidate begins, they belong to none.
          isOver = problem === "stopped" || (problem !== undefined && source.do === "clear");
        }
        await lies.taken(source);
      }
    };
    await navigator.locks.request(names.inbox, mine);
  }

  /** What the worker has for the panel, and its word, once. */
  async function heard() {
    await emptyInbox();
    const word = (await chrome.storage.session.get(names.said))[names.said];
    if (typeof word !== "string") return;
    await chrome.storage.session.remove(names.said);
    chosen = "candidate";
    say(word);
  }
  chrome.storage.session.onChanged.addListener(async (changes) => {
    if (changes[names.said]?.newValue !== undefined || changes[names.inbox]?.newValue !== undefined) await heard();
    if (changes[names.desk] || changes[names.said]) refresh();
  });

  /** Which view there is, and how many sources. @param {boolean} candidate */
  function paintBar(candidate) {
    const count = record?.sources.length ?? 0;
    part("view").hidden = !record || (count === 0 && record.others.length === 0 && !record.can_undo);
    part("view-tab").setAttribute("aria-pressed", String(!candidate));
    part("view-candidate").setAttribute("aria-pressed", String(candidate));
    part("view-candidate").textContent = `${words.candidate} (${count})`;
  }

  return {
    /** Another tab came to the front: the panel follows. */
    follow: () => void (chosen = first),
    heard,
    /**
     * The record of the candidate when that is what is shown.
     * @param {number | undefined} tab the tab in front
     */
    async record(tab) {
      if ((await lies.store.load()) === undefined) record = null;
      else await run(desk.record().then((found) => (record = found)));
      const belongs = record?.sources.some((source) => source.tab !== undefined && source.tab === tab) === true;
      const candidate = record !== null && (chosen ?? (belongs ? "candidate" : "tab")) === "candidate";
      paintBar(candidate);
      return candidate ? record : null;
    },
  };
}
