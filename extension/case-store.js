// @ts-check
// Where the candidate's sources lie: in the session's storage, gone with the browser. Private windows have a desk of their
// own, which goes with the last of them (work-store.js), and so has the practice candidate, who must not be mixed with others.

/** Of a page with a longer address nothing is kept: it could not be told from another. */
export const LONGEST_URL = 8000;

/** Before the name of whatever comes from a private window. */
export const PRIVATE = "private:";
/** Before the name of whatever is practised. */
export const PRACTISED = "practice:";

/** Whose names these are: all windows', private windows', or the practice candidate's. @typedef {"" | "private:" | "practice:"} Whose */

/** @param {boolean} isPrivate @returns {Whose} */
export const whose = (isPrivate) => (isPrivate ? PRIVATE : "");

/**
 * The names of what lies there: the desk, what the worker wants to be added (the next panel that sees it does so), and the
 * word of what the worker has to say to the panel (read once).
 * @param {Whose} before
 */
export function namesOf(before) {
  return { desk: `${before}case`, inbox: `${before}case-inbox`, said: `${before}case-said` };
}

const { session } = chrome.storage;

/** What is thrown where something is not kept: the sentence for the screen. @returns {never} */
export function full() {
  throw new RangeError(chrome.i18n.getMessage("whyFull"));
}

/** Keeps an entry. @param {Record<string, unknown>} entry */
export async function put(entry) {
  try {
    await session.set(entry);
  } catch {
    // Full: what is known about tabs can be read again, but for those that somebody may be looking at.
    const shown = (await chrome.tabs.query({ active: true })).map(({ id }) => `tab:${id}`);
    const keys = Object.keys(await session.get(null));
    await session.remove(keys.filter((key) => key.startsWith("tab:") && !shown.includes(key)));
    await session.set(entry).catch(full);
  }
}

/** A desk. @param {Whose} before */
export function openCase(before) {
  const names = namesOf(before);

  /** @returns {Promise<DeskWaiting[]>} */
  async function inbox() {
    const waiting = (await session.get(names.inbox))[names.inbox];
    return Array.isArray(waiting) ? waiting.filter((one) => typeof one?.name === "string") : [];
  }

  /** @param {(waiting: DeskWaiting[]) => DeskWaiting[]} change made alone: the worker and the panels all write here */
  async function changeInbox(change) {
    await navigator.locks.request(`${names.inbox} write`, async () => put({ [names.inbox]: change(await inbox()) }));
  }

  return {
    names,
    /** @type {DeskStore} */
    store: {
      load: async () => (await session.get(names.desk))[names.desk],
      save: (value) => put({ [names.desk]: value }),
    },
    inbox,
    /** Hands a source to the panel. @param {DeskWaiting} source */
    hand: (source) => changeInbox((waiting) => [...waiting, source]),
    /** Takes what was added out of the inbox; what came meanwhile stays. @param {DeskWaiting} added */
    taken: (added) => changeInbox((waiting) => waiting.filter((one) => one.at !== added.at || one.name !== added.name)),
    /** @param {string} word of a sentence that the panel has */
    say: (word) => put({ [names.said]: word }),
  };
}
