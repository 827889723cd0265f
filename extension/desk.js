// @ts-check
// The desk: one candidate seen through several sources, for the panel and for www. What lies on it
// is kept in the given store and nowhere else; every change is loaded, made and saved under one
// lock, so that two panels and the background worker can work at it, and whatever dies in between
// loses nothing. Reading and judging happen in a worker of its own, files are opened in another.

import { CASE_LOCK, oneAfterAnother } from "./alone.js";
import { today } from "./today.js";

/** Larger files are not looked into: as the opener has it, which would refuse them once they are in memory. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** Texts longer than this are no résumé. */
const LARGEST_TEXT = 1_000_000;

/** A refusal; `problem` is the word for it, and the screen has its sentence. */
export class DeskError extends Error {
  /** @param {string} problem */
  constructor(problem) {
    super(problem);
    this.name = "DeskError";
    this.problem = problem;
  }
}

/** @param {"desk" | "files"} name */
function ownWorker(name) {
  const address = name === "desk" ? new URL("desk-worker.js", import.meta.url) : new URL("files-worker.js", import.meta.url);
  return new Worker(address, { type: "module" });
}

/**
 * A worker that is asked one question after the other, is started when it is first asked, and can
 * be stopped in the middle of an answer.
 * @param {() => Worker} start
 */
function helper(start) {
  /** @type {Worker | undefined} */
  let worker;
  let asked = 0;
  /** @type {Map<number, { done(answer: unknown): void, fail(error: DeskError): void }>} */
  const open = new Map();

  /** @param {string} problem */
  function end(problem) {
    worker?.terminate();
    worker = undefined;
    for (const question of open.values()) question.fail(new DeskError(problem));
    open.clear();
  }

  function started() {
    const made = start();
    made.onerror = () => end("failed");
    made.onmessage = ({ data }) => {
      const question = open.get(data.question);
      open.delete(data.question);
      if (data.problem !== undefined) question?.fail(new DeskError(data.problem));
      else question?.done(data.answer);
    };
    return made;
  }

  /** @param {object} question @returns {Promise<any>} */
  function ask(question) {
    return new Promise((done, fail) => {
      asked += 1;
      open.set(asked, { done, fail });
      worker ??= started();
      worker.postMessage({ ...question, question: asked });
    });
  }

  return { ask, end, isBusy: () => open.size > 0 };
}

/**
 * The same word for whatever went wrong.
 * @param {unknown} error
 */
export const problemOf = (error) => (error instanceof DeskError ? error.problem : "failed");

/** @param {string} name */
const isText = (name) => /\.(?:txt|text|md|markdown)$/i.test(name);

/**
 * Opens the desk.
 * @param {DeskOptions} options
 * @returns {Desk}
 */
export function openDesk({ store, settings, worker = ownWorker }) {
  const reader = helper(() => worker("desk"));
  const files = helper(() => worker("files"));
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const alone = oneAfterAnother(CASE_LOCK);

  const tell = () => listeners.forEach((listener) => listener());

  /** A reader that trapped is replaced once. @param {object} question */
  async function asked(question) {
    try {
      return await reader.ask(question);
    } catch (error) {
      if (problemOf(error) !== "failed") throw error;
      reader.end("failed");
      return reader.ask(question);
    }
  }

  /** @param {DeskAction} action */
  async function act(action) {
    await alone(async () => {
      const before = await store.load();
      const after = await asked({ kind: "act", state: before, action: JSON.stringify(action) });
      await store.save(after).catch(() => {
        throw new DeskError("no-room");
      });
    });
    tell();
  }

  /** @param {Pick<DeskAdd, "name" | "kind" | "content">} source */
  const add = (source) => act({ do: "add", at: new Date().toISOString(), ...source });

  /** @param {string} name @param {string} text @param {"text" | "file"} kind */
  function addWords(name, text, kind) {
    const problem = text.length > LARGEST_TEXT ? "too-large" : text.trim() === "" ? "empty" : undefined;
    return add({ name, kind, content: problem ? { problem } : { text } });
  }

  /** @param {File} file @param {(step: "opening" | "reading") => void} progress */
  async function addFile(file, progress = () => undefined) {
    const { name } = file;
    progress("opening");
    if (isText(name) && file.size <= LARGEST_TEXT) {
      const text = await file.text();
      progress("reading");
      return addWords(name, text, "file");
    }
    /** @type {DeskAdd["content"]} */
    let content = { problem: "too-large" };
    if (file.size <= LARGEST_FILE) {
      try {
        content = { paper: await files.ask({ file }) };
      } catch (error) {
        if (problemOf(error) === "stopped") throw error;
        content = { problem: problemOf(error) };
      }
    }
    progress("reading");
    return add({ name, kind: "file", content });
  }

  return {
    addPage: ({ url, title, html, tab, truncated = false }) =>
      add({ name: title, kind: "page", content: { page: { url, html, truncated, ...(tab !== undefined && { tab }) } } }),
    add: act,
    addText: (name, text) => addWords(name, text, "text"),
    addFile,
    stop() {
      reader.end("stopped");
      files.end("stopped");
    },
    isBusy: () => reader.isBusy() || files.isBusy(),
    remove: (id) => act({ do: "remove", id }),
    split: (id) => act({ do: "split", id }),
    join: (id) => act({ do: "join", id }),
    open: (id) => act({ do: "open", id }),
    samePerson: (ids) => act({ do: "same", ids }),
    undo: () => act({ do: "undo" }),
    clear: () => act({ do: "clear" }),
    async record() {
      const [state, { known }] = await Promise.all([store.load(), settings()]);
      return asked({ kind: "record", state, today: today(), known });
    },
    changed: tell,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
