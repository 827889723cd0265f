// @ts-check
// Where the work on a candidate lies: in the session's storage, and beyond the session only where
// the user wants candidates to be kept. Nothing of a private window is kept.

import { put } from "./case-store.js";
import "./platforms.js";
import "./settings.js";

const WORK = "work:";
const KEPT = "kept:";
const COMMON = "common";

/**
 * The name of the work on a page. Pages of one profile share it, whatever their address carries
 * behind the path; an applicant-tracking system names its candidate there.
 * @param {string} url
 */
export function keyOf(url) {
  if (!URL.canParse(url)) return url;
  const page = new URL(url);
  const platform = touchstoneSettings.platformOf(page);
  const isProfile = touchstonePlatforms.some(({ id, kind }) => id === platform && kind !== "tracking");
  const path = `${page.origin}${page.pathname.replace(/\/+$/, "")}`;
  return isProfile ? path : `${path}${page.search}${/^#!?\//.test(page.hash) ? page.hash : ""}`;
}

/** For how many days candidates are kept; 0: with the session only. */
async function days() {
  return (await touchstoneSettings.load()).keep_days ?? 0;
}

/** @param {string} key @returns {Promise<KeptWork | undefined>} */
const kept = async (key) => /** @type {any} */ ((await chrome.storage.local.get(KEPT + key))[KEPT + key]);

/** @type {WorkStore} */
export const workStore = {
  async load(key) {
    const stored = (await chrome.storage.session.get(WORK + key))[WORK + key] ?? (await kept(key))?.work;
    return typeof stored === "string" ? stored : "";
  },
  async save(key, work, about) {
    await put({ [WORK + key]: work });
    const length = await days();
    if (length === 0 || about.isPrivate) return;
    const { title, url, level, at } = about;
    const until = new Date(Date.parse(at) + length * 86_400_000).toISOString();
    await chrome.storage.local.set({ [KEPT + key]: { work, title, url, level, at, until } });
  },
  async forget(key) {
    await chrome.storage.session.remove(WORK + key);
    await chrome.storage.local.remove(KEPT + key);
  },
  async isKept(key) {
    return (await kept(key)) !== undefined;
  },
  async common() {
    const stored = (await chrome.storage.local.get(COMMON))[COMMON];
    return typeof stored === "string" ? stored : "";
  },
  keepCommon: (common) => chrome.storage.local.set({ [COMMON]: common }),
};

/**
 * What is set aside today, for badge and toolbar: the ids of lines, and whether the page is left alone.
 * @param {string} key @param {string} today
 */
export async function asideOf(key, today) {
  const work = await workStore.load(key);
  /** @type {{ aside?: Record<string, { until?: string }>, quiet?: { until?: string } }} */
  const { aside = {}, quiet } = work ? (JSON.parse(work).now ?? {}) : {};
  const holds = (/** @type {{ until?: string }} */ { until }) => until === undefined || today <= until;
  return { lines: Object.keys(aside).filter((id) => holds(aside[id] ?? {})), quiet: quiet !== undefined && holds(quiet) };
}

/** Drops what was kept long enough. */
export async function purge() {
  const now = new Date().toISOString();
  const all = Object.entries(await chrome.storage.local.get(null));
  const over = all.filter(([key, value]) => key.startsWith(KEPT) && !(/** @type {any} */ (value)?.until > now));
  await chrome.storage.local.remove(over.map(([key]) => key));
}
