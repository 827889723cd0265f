// @ts-check
// What an administrator set, and what holds of it and of the user's settings. The worker stores
// what holds, for the scripts in pages and the panel; the page of the settings shows it.

import init, { in_force } from "./wasm/settings/touchstone.js";

/** How long a browser is given to hand a policy over after its start. */
const PATIENCE_MS = 5000;

/** In the local storage: the policy that was seen last. */
const SEEN = "policy";

/** In the session: what the browser had to hand over it has handed over. */
const SETTLED = "policy-settled";

const { local, session } = chrome.storage;

/** The policy; null where the browser says that there is none, undefined where none has come yet. */
async function given() {
  try {
    const found = await chrome.storage.managed.get(null);
    return Object.keys(found).length ? found : undefined;
  } catch {
    // Firefox, without a policy for this extension.
    return null;
  }
}

/** The policy that holds. Until the browser had its time, that is the one it handed over last time. */
export async function policy() {
  const found = await given();
  const { [SEEN]: before } = await local.get(SEEN);
  if (found) {
    if (JSON.stringify(before) !== JSON.stringify(found)) await local.set({ [SEEN]: found });
    return found;
  }
  if (found === undefined && !(await session.get(SETTLED))[SETTLED]) return before ?? null;
  if (before) await local.remove(SEEN);
  return null;
}

/** Waits for a policy, as long as there may be one, and gives what holds then. */
export async function settledPolicy() {
  await new Promise((done) => {
    setTimeout(done, PATIENCE_MS);
    chrome.storage.onChanged.addListener((_, area) => area === "managed" && done(undefined));
    void given().then((found) => found !== undefined && done(undefined));
  });
  await session.set({ [SETTLED]: true });
  return policy();
}

/** What holds now. @returns {Promise<{ settings: Settings, first_run: boolean }>} */
export async function inForce() {
  const [{ settings }, set] = await Promise.all([local.get("settings"), policy()]);
  await init();
  return JSON.parse(in_force(JSON.stringify(settings ?? null), JSON.stringify(set)));
}
