// @ts-check
// Where the candidate's sources lie: in the session's storage under one key, gone with the browser.

/** The key. */
export const CASE = "case";

/** What the background worker wants to be added; the next panel that sees it does so. */
export const INBOX = "case-inbox";

/** The word of what the background worker has to say to the panel; read once. */
export const SAID = "case-said";

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

/** @type {DeskStore} */
export const caseStore = {
  async load() {
    return (await session.get(CASE))[CASE];
  },
  save: (value) => put({ [CASE]: value }),
};

/** @returns {Promise<DeskWaiting[]>} */
export async function inbox() {
  const waiting = (await session.get(INBOX))[INBOX];
  return Array.isArray(waiting) ? waiting.filter((one) => typeof one?.name === "string") : [];
}

/** @param {(waiting: DeskWaiting[]) => DeskWaiting[]} change made alone: the worker and the panels all write here */
async function changeInbox(change) {
  await navigator.locks.request(`${INBOX} write`, async () => put({ [INBOX]: change(await inbox()) }));
}

/** Takes what was added out of the inbox; what came meanwhile stays. @param {DeskWaiting} added */
export const taken = (added) => changeInbox((waiting) => waiting.filter((one) => one.at !== added.at || one.name !== added.name));

/** @param {DeskWaiting} source */
export const putIntoInbox = (source) => changeInbox((waiting) => [...waiting, source]);
