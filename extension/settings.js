// What holds of the settings, and which addresses are candidates' pages. Loaded by the content
// scripts, the worker and the panel, so it is a plain script with one global.
"use strict";

globalThis.touchstoneSettings ??= (() => {
  /** @param {string} host @param {string} pattern */
  const isHost = (host, pattern) => (pattern.startsWith("*.") ? `.${host}`.endsWith(pattern.slice(1)) : host === pattern);
  /** The platforms of a host. @param {string} host */
  const rowsAt = (host) => touchstonePlatforms.filter((row) => row.hosts.some((pattern) => isHost(host, pattern)));

  /** The row whose candidate's page an address can be; the reader decides the rest. @param {URL | Location} url */
  function rowOf(url) {
    const [, route = "", more = ""] = /^#!?(\/[^?]*)\??(.*)/.exec(url.hash) ?? [];
    /** @param {string} key */
    const given = (key) => new URLSearchParams(url.search).get(key) || new URLSearchParams(more).get(key);
    const first = url.pathname.split("/")[1]?.toLowerCase() ?? "";
    /** @param {PlatformRow["shapes"][number]} shape */
    const fits = (shape) => shape.path.test(shape.route ? route : url.pathname) && (!shape.key || given(shape.key));
    return rowsAt(url.hostname).find((row) => !row.reserved.has(first) && row.shapes.some(fits));
  }

  /** @param {URL | Location} url @returns {Platform} */
  const platformOf = (url) => rowOf(url)?.id ?? "other";
  /** The built-in platform of a host, whatever page it is. @param {string} host */
  const builtIn = (host) => rowsAt(host).find((row) => row.kind === "built-in")?.id;
  /** @param {URL | Location} url */
  const isCandidate = (url) => rowOf(url) !== undefined;

  // Before the worker has worked out what holds, nothing is read but by a click.
  /** @type {Settings} */
  const NOTHING = { platforms: {}, allowed: null, corners: {}, off: [], known: false, asked: false, language: null, one_in: null, keep_days: null, links: true, snooze_until: null };

  /** The kinds of the values; what may be null ends in "?". @type {Record<keyof Settings, string>} */
  const KINDS = {
    ...{ platforms: "object", allowed: "list?", corners: "object", off: "list", known: "boolean", asked: "boolean" },
    ...{ language: "string?", one_in: "number?", keep_days: "number?", links: "boolean", snooze_until: "string?" },
  };

  /** Whether this is what the worker stores, neither damaged nor of another version. @param {unknown} stored @returns {stored is Settings} */
  function isWhole(stored) {
    return Object.entries(KINDS).every(([key, kind]) => {
      const value = /** @type {any} */ (stored)?.[key];
      return value === null ? kind.endsWith("?") : kind.startsWith(Array.isArray(value) ? "list" : typeof value);
    });
  }

  /** What holds of the user's choices and of a policy, as the worker stored it. @returns {Promise<Settings>} */
  async function load() {
    const { inForce } = await chrome.storage.local.get("inForce");
    const holds = { ...NOTHING, .../** @type {Partial<Settings>} */ (inForce) };
    return isWhole(holds) ? holds : NOTHING;
  }

  /** Changes what the user chose, of which only that is stored. @param {(user: Partial<Settings>) => void} change */
  async function update(change) {
    const { settings } = await chrome.storage.local.get("settings");
    const user = { .../** @type {Partial<Settings>} */ (settings) };
    change(user);
    await chrome.storage.local.set({ settings: user });
  }

  /** Switches a site off, or on again. @param {string} host @param {boolean} isOff */
  async function switchSite(host, isOff) {
    // The user's own list begins as the one that holds.
    const { off } = await load();
    await update((user) => {
      const others = (user.off ?? off).filter((site) => site !== host);
      user.off = isOff ? [...others, host] : others;
    });
  }

  /** Whether pages may be read at all, be it by a click. @param {Settings} settings @param {URL | Location} url */
  function isOff({ off, allowed }, url) {
    if (off.includes(url.hostname)) return true;
    if (!allowed) return false;
    const row = rowOf(url);
    const ids = (row ? [row] : rowsAt(url.hostname)).map(({ id }) => id);
    return !(ids.length ? ids : ["other"]).some((id) => allowed.includes(id));
  }

  /** Whether the user wants quiet for a while. @param {Settings} settings */
  const isQuiet = ({ snooze_until }) => snooze_until !== null && Date.parse(snooze_until) > Date.now();

  /** Whether a page is read without a click. @param {Settings} settings @param {URL | Location} url */
  function readsAlone(settings, url) {
    return settings.platforms[platformOf(url)]?.read === "auto" && !isOff(settings, url) && !isQuiet(settings);
  }

  /** Whether pages of a host may come to be read without a click. @param {Settings} settings @param {string} host */
  function watches(settings, host) {
    return rowsAt(host).some((row) => settings.platforms[row.id]?.read === "auto") && !settings.off.includes(host);
  }

  /** Whether the user has the badge on anywhere. Of a platform that is asked for that is no word before it was. @param {Settings} settings */
  function hasBadge({ platforms }) {
    return touchstonePlatforms.some(({ kind, id }) => platforms[id]?.badge && (kind === "built-in" || platforms[id]?.read === "auto"));
  }

  /** Whether the badge is drawn in a page; on one of no platform, where it is on for any. @param {Settings} settings @param {URL | Location} url */
  function drawsBadge(settings, url) {
    const row = rowOf(url);
    const rows = row ? [row] : rowsAt(url.hostname);
    const isOn = rows.length ? rows.every(({ id }) => settings.platforms[id]?.badge) : hasBadge(settings);
    return isOn && !isOff(settings, url) && !isQuiet(settings);
  }

  return { platformOf, builtIn, isCandidate, isWhole, load, update, switchSite, isOff, isQuiet, readsAlone, watches, drawsBadge };
})();
