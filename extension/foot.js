// @ts-check
// What the panel's foot offers: to leave the site in front alone, quiet for an hour, and the settings.

import { full } from "./case-store.js";
import "./platforms.js";
import "./settings.js";

const HOUR_MS = 3_600_000;

/** The site that was switched off here last, whose page is forgotten since. @type {{ tab: number | undefined, host: string } | undefined} */
let last;

/** The site of a page in a tab, or of the page that was there. @param {Shown | null} record @param {number | undefined} tab */
function hostOf(record, tab) {
  if (!record) return last?.tab === tab ? last?.host : undefined;
  return record.key === undefined && URL.canParse(record.url ?? "") ? new URL(record.url ?? "").hostname : undefined;
}

/** The words of a list, whatever an administrator wrote. @param {unknown} value */
const listOf = (value) => (Array.isArray(value) ? value.map((one) => String(one).toLowerCase()) : []);

/** Whether an administrator decided about a site, so that there is no choice to offer. @param {any} policy @param {string} host */
const isFixed = (policy, host) => Array.isArray(policy?.offReplace) || listOf(policy?.locked).includes("off") || listOf(policy?.offAdd).includes(host);

// What is in that tab then is another page.
chrome.tabs.onUpdated.addListener((tab, { status }) => {
  if (status === "loading" && last?.tab === tab) last = undefined;
});

/** What the painter is given. @param {Shown | null} record @param {number | undefined} tab */
export async function footOf(record, tab) {
  const [settings, { policy }] = await Promise.all([touchstoneSettings.load(), chrome.storage.local.get("policy")]);
  const host = hostOf(record, tab);
  const off = host !== undefined && settings.off.includes(host);
  const isForbidden = !off && URL.canParse(record?.url ?? "") && touchstoneSettings.isOff(settings, new URL(record?.url ?? ""));
  const isOffered = host !== undefined && !isForbidden && !isFixed(policy, host);
  return { ...(isOffered && { site: { host, off } }), quiet: touchstoneSettings.isQuiet(settings) };
}

/** @param {boolean} isQuiet */
const hush = (isQuiet) =>
  touchstoneSettings.update((user) => {
    if (isQuiet) user.snooze_until = new Date(Date.now() + HOUR_MS).toISOString();
    else delete user.snooze_until;
  });

/**
 * Does what a control of the foot asks for; undefined where it is another's.
 * @param {{ do?: string | undefined, id?: string, on?: string }} action @param {number | undefined} tab the tab in front
 * @returns {Promise<unknown> | undefined}
 */
export function footDoes({ do: does, id = "", on }, tab) {
  const wanted = on === "true";
  switch (does) {
    case "off":
      last = { tab, host: id };
      return touchstoneSettings.switchSite(id, wanted).catch(full);
    case "quiet-hour":
      return hush(wanted).catch(full);
    case "settings":
      return chrome.runtime.openOptionsPage();
    default:
      return undefined;
  }
}
