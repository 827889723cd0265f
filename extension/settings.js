// What the user chose, and which addresses are candidates' pages. Loaded by the content
// scripts, the worker and the settings page, so it is a plain script with one global.
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

  // LinkedIn looks for extensions: nothing happens there before the user has chosen. What is not
  // built in is read by itself once the user asked for it and the browser agreed.
  /** @type {Record<string, PlatformSettings>} */
  const FIRST = { linkedin: { read: "unset", badge: false }, "linkedin-hiring": { read: "click", badge: false } };

  /** @param {unknown} stored whatever lies in the storage @returns {Settings} */
  function complete(stored) {
    const given = /** @type {Partial<Settings>} */ (stored ?? {});
    const platforms = touchstonePlatforms.map(({ id, kind }) => {
      const first = FIRST[id] ?? { read: kind === "built-in" ? "auto" : "click", badge: true };
      return [id, { ...first, ...given.platforms?.[id] }];
    });
    return {
      platforms: Object.fromEntries(platforms),
      corners: { ...given.corners },
      off: Array.isArray(given.off) ? given.off : [],
      // Whether accounts and addresses are compared with the bundled list of digests.
      known: given.known !== false,
      asked: given.asked === true,
    };
  }

  async function load() {
    return complete((await chrome.storage.local.get("settings")).settings);
  }

  /** Whether an administrator switched the list of digests off; false where there is no policy. */
  async function knownForbidden() {
    // One browser rejects where there is no policy; both pass on values that no schema checked.
    const policy = await chrome.storage.managed.get("knownIdentifiers").catch(() => ({}));
    return /** @type {Record<string, unknown>} */ (policy).knownIdentifiers === false;
  }

  /** Whether accounts and addresses are compared with the bundled list. */
  const consultsKnown = async () => (await load()).known && !(await knownForbidden());

  /** @param {(settings: Settings) => void} change */
  async function update(change) {
    const settings = await load();
    change(settings);
    await chrome.storage.local.set({ settings });
  }

  /** Whether a page is read without a click. @param {Settings} settings @param {URL | Location} url */
  function readsAlone(settings, url) {
    return settings.platforms[platformOf(url)]?.read === "auto" && !settings.off.includes(url.hostname);
  }

  /** Whether pages of a host may come to be read without a click. @param {Settings} settings @param {string} host */
  function watches(settings, host) {
    return rowsAt(host).some((row) => settings.platforms[row.id]?.read === "auto") && !settings.off.includes(host);
  }

  /** Whether the badge is drawn in a page. @param {Settings} settings @param {URL | Location} url */
  function drawsBadge(settings, url) {
    const row = rowOf(url);
    const rows = row ? [row] : rowsAt(url.hostname);
    return rows.every(({ id }) => settings.platforms[id]?.badge) && !settings.off.includes(url.hostname);
  }

  return { platformOf, builtIn, isCandidate, complete, load, knownForbidden, consultsKnown, update, readsAlone, watches, drawsBadge };
})();
