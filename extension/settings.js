// What the user chose, and which addresses are candidates' pages. Loaded by the content
// scripts, the worker and the settings page, so it is a plain script with one global.
"use strict";

globalThis.touchstoneSettings ??= (() => {
  /** @type {Settings} */
  const defaults = {
    platforms: {
      // LinkedIn looks for extensions: nothing happens there before the user has chosen.
      linkedin: { read: "unset", badge: false },
      github: { read: "auto", badge: true },
      upwork: { read: "auto", badge: true },
    },
    corners: {},
    off: [],
    // Whether accounts and addresses are compared with the bundled list of digests.
    known: true,
    asked: false,
  };

  /** First path segments of github.com that are not accounts. */
  const githubPages = new Set(
    ("about account apps blog business careers codespaces collections contact copilot customer-stories dashboard discussions " +
      "edu education enterprise events explore features gist github-copilot home issues join login logout marketplace " +
      "mcp mobile models new newsroom nonprofit notifications open-source organizations orgs partners password_reset " +
      "premium-support pricing projects pulls readme resources search security sessions settings signup site solutions " +
      "sponsors stars suggestions team topics trending watching why-github").split(" "),
  );

  /** @param {string} host @returns {Platform} */
  function platformOf(host) {
    if (host === "linkedin.com" || host.endsWith(".linkedin.com")) return "linkedin";
    if (host === "github.com") return "github";
    if (host === "www.upwork.com") return "upwork";
    return "other";
  }

  /** Whether an address can be one person's page; the reader decides the rest. @param {URL | Location} url */
  function isCandidate(url) {
    switch (platformOf(url.hostname)) {
      case "linkedin":
        return /^\/(?:in|pub)\/[^/]/.test(url.pathname);
      case "github": {
        const login = /^\/([a-z\d](?:-?[a-z\d]){0,38})\/?$/i.exec(url.pathname)?.[1];
        return login !== undefined && !githubPages.has(login.toLowerCase());
      }
      case "upwork":
        return /^\/freelancers\/[^/]/.test(url.pathname);
      default:
        return false;
    }
  }

  /** @param {unknown} stored whatever lies in the storage @returns {Settings} */
  function complete(stored) {
    const given = /** @type {Partial<Settings>} */ (stored ?? {});
    const platforms = given.platforms ?? defaults.platforms;
    return {
      platforms: {
        linkedin: { ...defaults.platforms.linkedin, ...platforms.linkedin },
        github: { ...defaults.platforms.github, ...platforms.github },
        upwork: { ...defaults.platforms.upwork, ...platforms.upwork },
      },
      corners: { ...given.corners },
      off: Array.isArray(given.off) ? given.off : [],
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

  /** @param {(settings: Settings) => void} change */
  async function update(change) {
    const settings = await load();
    change(settings);
    await chrome.storage.local.set({ settings });
  }

  /** Whether a page of this host is read without a click. @param {Settings} settings @param {string} host */
  function readsAlone(settings, host) {
    const platform = platformOf(host);
    return platform !== "other" && settings.platforms[platform].read === "auto" && !settings.off.includes(host);
  }

  /** Whether the badge is drawn in a page of this host. @param {Settings} settings @param {string} host */
  function drawsBadge(settings, host) {
    const platform = platformOf(host);
    return (platform === "other" || settings.platforms[platform].badge) && !settings.off.includes(host);
  }

  return { platformOf, isCandidate, complete, load, knownForbidden, update, readsAlone, drawsBadge };
})();
