// @ts-check
// Where the work on a candidate lies: in the session's storage, and beyond the session only where
// the user wants candidates to be kept. Nothing of a private window is kept.

import { WORK_LOCK, oneAfterAnother } from "./alone.js";
import { PRACTISED, PRIVATE, full, put } from "./case-store.js";
import "./platforms.js";
import "./settings.js";

const WORK = "work:";
const KEPT = "kept:";
const COMMON = "common";
/** In the session: the names of work that was done in it and may give another level than its page alone (first.js). */
export const WORKED = "worked";
const DAY_MS = 86_400_000;
/** As the settings have them (src/settings): what they offer first, and the most. */
const [USUAL_DAYS, LONGEST_DAYS] = [30, 365];
const BEGAN = Date.parse("2026-01-01");

const alone = oneAfterAnother(WORK_LOCK);

/**
 * The name of the work on a page. Pages of one profile share it, whatever their address carries
 * behind the path; an applicant-tracking system names its candidate there.
 * @param {string} url
 */
function keyOf(url) {
  if (!URL.canParse(url)) return url;
  const page = new URL(url);
  const platform = touchstoneSettings.platformOf(page);
  const isProfile = touchstonePlatforms.some(({ id, kind }) => id === platform && kind !== "tracking");
  const path = `${page.origin}${page.pathname.replace(/\/+$/, "")}`;
  return isProfile ? path : `${path}${page.search}${/^#!?\//.test(page.hash) ? page.hash : ""}`;
}

/** The name of the work on a page: what has a private window's or is practised is never kept. @param {string} url @param {import("./case-store.js").Whose} before */
export const nameOf = (url, before) => before + keyOf(url);

/** For how many days candidates are kept; 0: with the session only. */
async function days() {
  return (await touchstoneSettings.load()).keep_days ?? 0;
}

/** @param {string} key @returns {Promise<KeptWork | undefined>} */
const kept = async (key) => /** @type {any} */ ((await chrome.storage.local.get(KEPT + key))[KEPT + key]);

/**
 * What is decided in a kept work, as far as a badge needs it (src/work); of what is no work, nothing.
 * @param {unknown} work @returns {{ aside?: Record<string, { until?: string }>, observed?: string[] | null, quiet?: { until?: string } }}
 */
function boardOf(work) {
  try {
    return JSON.parse(String(work))?.now ?? {};
  } catch {
    return {};
  }
}

/** Whether nothing is decided that could give another level than the page alone. @param {ReturnType<typeof boardOf>} board */
const isBare = ({ aside, observed }) => Object.keys(aside ?? {}).length === 0 && !observed?.length;

/** @returns {Promise<Record<string, unknown>>} */
const worked = async () => /** @type {any} */ ((await chrome.storage.session.get(WORKED))[WORKED] ?? {});

/** What is to be kept beside works, so that first.js knows of them. @param {Record<string, unknown>} works */
async function marked(works) {
  const names = Object.keys(works).filter((key) => !isBare(boardOf(works[key])));
  return names.length ? { [WORKED]: { ...(await worked()), ...Object.fromEntries(names.map((key) => [key, true])) } } : {};
}

/** Whether this is the text of a work, which is an object. @param {string} stored */
function isWhole(stored) {
  try {
    JSON.parse(stored);
    return stored.trimStart().startsWith("{");
  } catch {
    return false;
  }
}

/** @type {WorkStore} */
export const workStore = {
  async load(key) {
    const [here, beyond] = await Promise.all([chrome.storage.session.get(WORK + key), kept(key)]);
    // What is saved next takes the place of both: where one is damaged, it goes on from the other.
    const stored = [here[WORK + key], beyond?.work].filter((one) => typeof one === "string");
    return stored.find(isWhole) ?? stored[0] ?? "";
  },
  async save(key, work, about) {
    await put({ [WORK + key]: work, ...(await marked({ [key]: work })) });
    const length = await days();
    if (length === 0 || [PRIVATE, PRACTISED].some((before) => key.startsWith(before))) return;
    const { title, url, level, at } = about;
    const until = new Date(Date.parse(at) + length * DAY_MS).toISOString();
    await chrome.storage.local.set({ [KEPT + key]: { work, title, url, level, at, until } }).catch(full);
  },
  async forget(key) {
    await chrome.storage.session.remove(WORK + key);
    await chrome.storage.local.remove(KEPT + key);
    const { [key]: mark, ...others } = await worked();
    if (mark) await put({ [WORKED]: others });
  },
  async common() {
    const stored = (await chrome.storage.local.get(COMMON))[COMMON];
    return typeof stored === "string" ? stored : "";
  },
  keepCommon: (common) => chrome.storage.local.set({ [COMMON]: common }).catch(full),
};

/**
 * What is decided today, for badge and toolbar: the ids of the lines that are set aside and of those that were ticked, and
 * whether the page is left alone. `bare`: nothing that could give another level than the page alone. `work`: the name.
 * @param {string} work @param {string} today
 */
export async function decidedOf(work, today) {
  const board = boardOf(await workStore.load(work));
  const aside = board.aside ?? {};
  const holds = (/** @type {{ until?: string }} */ { until }) => until === undefined || today <= until;
  const lines = Object.keys(aside).filter((id) => holds(aside[id] ?? {}));
  const observed = Array.isArray(board.observed) ? board.observed.map(String) : [];
  return { lines, observed, quiet: !!board.quiet && holds(board.quiet), bare: isBare(board), work };
}

/** All that is kept, by the name of the work. @returns {Promise<[string, KeptWork][]>} */
export async function allKept() {
  const all = Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith(KEPT));
  return all.map(([key, value]) => [key.slice(KEPT.length), /** @type {KeptWork} */ (value)]);
}

/** The names of the work of this session. */
async function inSession() {
  const keys = Object.keys(await chrome.storage.session.get(null));
  return keys.filter((key) => key.startsWith(WORK)).map((key) => key.slice(WORK.length));
}

/** When what is here was kept, by the name of the work; null for work of this session that is not kept. */
export async function here() {
  const session = (await inSession()).map((key) => [key, null]);
  const local = (await allKept()).map(([key, value]) => [key, String(value?.at)]);
  return Object.fromEntries([...session, ...local]);
}

/** Keeps what comes from elsewhere; this session then goes on with it. @param {Record<string, KeptWork>} works */
export async function keepAll(works) {
  await put(await marked(Object.fromEntries(Object.entries(works).map(([key, { work }]) => [key, work]))));
  await chrome.storage.local.set(Object.fromEntries(Object.entries(works).map(([key, value]) => [KEPT + key, value])));
  for (const key of await inSession()) {
    const work = Object.hasOwn(works, key) ? works[key]?.work : undefined;
    if (work !== undefined) await put({ [WORK + key]: work });
  }
}

/** Deletes everything, in this session and beyond it. */
export const deleteAll = () =>
  alone(async () => {
    await chrome.storage.local.remove((await allKept()).map(([key]) => KEPT + key));
    await chrome.storage.session.remove([WORKED, ...(await inSession()).map((key) => WORK + key)]);
  });

/** What was done in private windows, and their desk, goes with the last of them. @param {number} closed the window that was just closed */
export const forgetPrivate = (closed) =>
  alone(async () => {
    const open = (await chrome.windows.getAll()).filter(({ id }) => id !== closed);
    if (open.some(({ incognito }) => incognito)) return;
    const isPrivate = (/** @type {string} */ key) => key.startsWith(PRIVATE) || key.startsWith(WORK + PRIVATE);
    await chrome.storage.session.remove(Object.keys(await chrome.storage.session.get(null)).filter(isPrivate));
    const marks = Object.entries(await worked());
    const others = marks.filter(([key]) => !isPrivate(key));
    if (others.length < marks.length) await put({ [WORKED]: Object.fromEntries(others) });
  });

/** A number would be read as a year. @param {unknown} stored */
const momentOf = (stored) => (typeof stored === "string" ? Date.parse(stored) : NaN);

/** @param {number} moment */
const textOf = (moment) => new Date(moment).toISOString();

/**
 * Kept work with the end that holds; what cannot be read of its moments counts from now.
 *
 * A clock may be wrong for a while, and what is deleted does not come back. None was right before this program was
 * there: what was done then was done now. So was the work of this session that lies ahead, or is over for longer than a
 * session lasts. Other work from ahead stays as it is, because the clock may have been wrong then or be wrong now. Nor can a clock
 * that is ahead be told from a right one: by that, what is not of this session is over.
 * @param {KeptWork} kept @param {number} most milliseconds after it was done @param {number} usual the same, where it does not say its own
 * @param {boolean} isHere whether it is the work of this session
 */
function dated(kept, most, usual, isHere) {
  const now = Date.now();
  const [made, end] = [momentOf(kept.at) || now, momentOf(kept.until)];
  const own = end - made;
  const length = Math.min(most, own > 0 && own <= LONGEST_DAYS * DAY_MS ? own : usual);
  const until = end < made + length ? end : made + length;
  if (made < BEGAN || (isHere && (made > now || until < now - LONGEST_DAYS * DAY_MS))) return { ...kept, at: textOf(now), until: textOf(now + length) };
  return until === end ? kept : { ...kept, until: textOf(until) };
}

/**
 * Nothing stays longer than so many days after it was done: what is kept longer is shortened, what is over deleted.
 * @param {number} most @returns {Promise<number>} how many are deleted
 */
export async function limit(most) {
  /** @type {string[]} */
  const over = [];
  await alone(async () => {
    const usual = ((await days()) || USUAL_DAYS) * DAY_MS;
    const all = await allKept();
    const session = await chrome.storage.session.get(all.map(([key]) => WORK + key));
    /** @type {Record<string, KeptWork>} */
    const others = {};
    for (const [key, value] of all) {
      const now = most > 0 && typeof value?.work === "string" && dated(value, most * DAY_MS, usual, WORK + key in session);
      if (!now || momentOf(now.until) <= Date.now()) over.push(KEPT + key);
      else if (now !== value) others[KEPT + key] = now;
    }
    // First, because it makes room.
    await chrome.storage.local.remove(over);
    await chrome.storage.local.set(others);
  });
  return over.length;
}

/** Drops what was kept long enough. Where there is no room for another end, that is written the next time. */
export const purge = () => limit(Infinity).catch(() => 0);
