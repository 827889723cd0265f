// @ts-check
// Where the candidate's sources lie: in the session's storage under one key, gone with the browser.

/** The key. */
export const CASE = "case";

/** The word of what the background worker has to say to the panel; read once. */
export const SAID = "case-said";

const { session } = chrome.storage;

/** @type {DeskStore} */
export const caseStore = {
  async load() {
    return (await session.get(CASE))[CASE];
  },
  async save(value) {
    try {
      await session.set({ [CASE]: value });
    } catch {
      // Full: what is known about tabs can be read again.
      const keys = Object.keys(await session.get(null));
      await session.remove(keys.filter((key) => key.startsWith("tab:")));
      await session.set({ [CASE]: value });
    }
  },
};
