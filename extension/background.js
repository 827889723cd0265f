// The worker: takes pages from the content script, has the WASM judge them, and keeps what
// the panel and the toolbar show. It may be stopped at any time; what matters lies in
// `chrome.storage.session` under `tab:<id>`.

import { LONGEST_URL, openCase, put, whose } from "./case-store.js";
import { stayNear } from "./near.js";
import { inForce, settledPolicy } from "./policy.js";
import init, { discard, judge } from "./wasm/reader/touchstone.js";
import "./platforms.js";
import "./settings.js";
import { decidedOf, forgetPrivate, limit, nameOf, purge } from "./work-store.js";
import { today } from "./today.js";

const { platformOf, isOff, drawsBadge, update } = touchstoneSettings;
const t = chrome.i18n.getMessage;

/** As the manifest has them for the platforms that are built in. */
const PAGE_SCRIPTS = ["platforms.js", "settings.js", "badge.js", "capture.js"];
const LARGEST_PAGE = 1_000_000;
const LARGEST_VERDICT = 1_000_000;
/** As in capture.js; the panel shows 320 characters. */
const LONGEST_TITLE = 400;

stayNear();

// --- what holds of the settings ----------------------------------------------------------------

/** One after the other: what is stored last was worked out last. @type {Promise<void>} */
let renewing = Promise.resolve();

/** Works out what holds of the user's choices and of a policy, and stores it for the scripts in pages. */
function renew() {
  renewing = renewing.then(async () => {
    const { settings } = await inForce();
    const { inForce: before } = await chrome.storage.local.get("inForce");
    if (JSON.stringify(before) !== JSON.stringify(settings)) await chrome.storage.local.set({ inForce: settings });
  });
  renewing = renewing.catch((error) => console.warn("settings:", error));
  return renewing;
}

async function load() {
  await renewing;
  const { inForce: holds } = await chrome.storage.local.get("inForce");
  return touchstoneSettings.isWhole(holds) ? holds : renew().then(touchstoneSettings.load);
}

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "managed" || (area === "local" && changes.settings)) void renew();
});

/**
 * Whether somebody said for how long candidates are kept. A policy that is gone is no such word: it may come late, and
 * what is deleted does not come back. Nor is what is damaged.
 * @param {number} days
 */
async function isSaid(days) {
  const { settings, policy } = await chrome.storage.local.get(["settings", "policy"]);
  const { keepDays, locked } = /** @type {{ keepDays?: unknown, locked?: unknown }} */ (policy ?? {});
  const byPolicy = typeof keepDays === "number" || (Array.isArray(locked) && locked.includes("keepDays"));
  return days > 0 || byPolicy || /** @type {Partial<Settings> | undefined} */ (settings)?.keep_days === 0;
}

// Where candidates are kept for fewer days than before, this holds for those that are kept.
chrome.storage.local.onChanged.addListener(async ({ inForce: changed }) => {
  const days = (/** @type {unknown} */ holds) => /** @type {Settings | undefined} */ (holds)?.keep_days ?? 0;
  const now = days(changed?.newValue);
  if (now < days(changed?.oldValue) && (await isSaid(now))) await limit(now);
});

/** When the browser starts, a policy may come late. */
const renewWithPolicy = () => settledPolicy().then(renew);

// --- judging -----------------------------------------------------------------------------------

/** @type {Promise<unknown> | undefined} */
let ready;

/** Somebody invented, with a little of everything that a profile has. */
const INVENTED = `<html lang="en"><body><main><section><h1>Ada Bellweather</h1><p>Clerk</p></section><section><h2>About</h2>
<p>Ten years of accounts. ada@bellweather.example, +1 555 0100</p></section><section><h2>Experience</h2><ul><li><div>Clerk</div>
<span>Bellweather Works</span><span>Jan 2019 - Mar 2021</span><p>Kept the books.</p></li></ul></section><section><h2>Education</h2>
<ul><li><div>Bell School</div><span>2005 - 2008</span></li></ul></section></main></body></html>`;

/** Browsers compile a function when it is first called, so a new worker is slow at its first page: that one is no candidate's. */
async function warm() {
  if (ready) return;
  await (ready = init());
  judge("https://www.linkedin.com/in/ada-bellweather", INVENTED, today(), false, "", "");
}

/**
 * An instance that trapped is not asked again: its successor gets one try.
 * @param {Captured} page @param {boolean} known @param {Awaited<ReturnType<typeof decidedOf>>} decided
 */
async function verdictOn({ url, html }, known, { lines, observed, quiet, bare, work }) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await (ready ??= init());
      return { ...checked(judge(url, html, today(), known, lines.join("\n"), observed.join("\n"))), quiet, ...(bare && { work }) };
    } catch (error) {
      ready = undefined;
      discard();
      if (attempt) throw error;
    }
  }
}

/** @param {Omit<Verdict, "quiet" | "work">} verdict */
function checked(verdict) {
  if (typeof verdict?.gate !== "string") throw new TypeError("no verdict");
  if (JSON.stringify(verdict).length > LARGEST_VERDICT) throw new RangeError(t("whyTooLong"));
  return verdict;
}

// --- what a tab shows --------------------------------------------------------------------------

/** Counts what happened to a tab, so that an answer knows whether it comes too late. @type {Map<number, number>} */
const turns = new Map();

/** @param {number} tabId */
function nextTurn(tabId) {
  const turn = (turns.get(tabId) ?? 0) + 1;
  turns.set(tabId, turn);
  return turn;
}

/** @param {number} tabId @param {TabState} state */
const keep = (tabId, state) => put({ [`tab:${tabId}`]: state });

/** @param {number} tabId */
async function forget(tabId) {
  nextTurn(tabId);
  await chrome.storage.session.remove(`tab:${tabId}`);
  await paint(tabId, "", "#44515e", t("name"));
}

/** Forgets what was read in all tabs, and takes the badges out of their pages. */
async function forgetRead() {
  const states = Object.entries(await chrome.storage.session.get(null)).filter(([key]) => key.startsWith("tab:"));
  for (const [key, state] of states) {
    const tabId = Number(key.slice(4));
    await forget(tabId);
    const { url } = /** @type {TabState} */ (state);
    // A page may be a long time answering.
    void chrome.tabs.sendMessage(tabId, { kind: "badge", url, badge: null }, { frameId: 0 }).catch(() => undefined);
  }
}

/** @param {number} tabId @returns {Promise<TabState | undefined>} */
async function kept(tabId) {
  const key = `tab:${tabId}`;
  return /** @type {TabState | undefined} */ ((await chrome.storage.session.get(key))[key]);
}

/** @param {number} tabId @param {string} text @param {string} color @param {string} title */
async function paint(tabId, text, color, title) {
  try {
    await Promise.all([
      chrome.action.setBadgeText({ tabId, text }),
      chrome.action.setBadgeBackgroundColor({ tabId, color }),
      chrome.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
      chrome.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}

/** @param {Counted} verdict @param {string | null} language */
const wordsOf = ({ words }, language) => words[language ?? t("language")] ?? words.en;

// As in the page's badge the sign differs in shape, not in colour alone.
/** @type {Record<Level, [sign: string, color: string]>} */
const SIGNS = {
  "not-enough": ["○", "#44515e"],
  "nothing-stood-out": ["–", "#2f4a3a"],
  "worth-checking": ["›", "#6b4400"],
  "verify-first": ["»", "#7a1b17"],
};

/** @param {number} tabId @param {Counted} verdict @param {string | null} language */
function paintVerdict(tabId, verdict, language) {
  if (verdict.quiet) return paint(tabId, "", "#44515e", t("name"));
  if (!verdict.level) return paint(tabId, "", "#44515e", `${t("name")}: ${t("notCandidate")}`);
  const [sign, color] = SIGNS[verdict.level];
  return paint(tabId, verdict.open ? `${sign}${verdict.open}` : sign, color, `${t("name")}: ${wordsOf(verdict, language)}`);
}

/** As much of a title as is kept, whatever a page's script sends. @param {string} title */
const shortened = (title) => title.slice(0, LONGEST_TITLE).replace(/[\ud800-\udbff]$/, "");

/** @param {number} tabId @param {Omit<TabState, "platform" | "at">} state */
function stateOf(tabId, state) {
  const platform = URL.canParse(state.url) ? platformOf(new URL(state.url)) : "other";
  const [url, title] = [state.url.slice(0, LONGEST_URL), shortened(state.title)];
  return keep(tabId, { ...state, url, title, platform, at: new Date().toISOString() });
}

/** @param {number} tabId @param {PageToken} page @param {unknown} error */
async function fail(tabId, page, error) {
  const noWasm = typeof WebAssembly === "undefined" || error instanceof WebAssembly.CompileError;
  const why = error instanceof RangeError && error.message ? error.message : t(noWasm ? "whyNoWasm" : "whyFailed");
  await paint(tabId, "×", "#44515e", `${t("name")}: ${why}`);
  // Where storage is full, the toolbar alone can say so.
  await stateOf(tabId, { state: "failed", url: page.url, title: page.title, why }).catch(() => chrome.storage.session.remove(`tab:${tabId}`));
}

/** @param {Counted} verdict @returns {Answer["badge"]} */
const badgeOf = ({ level, words, quiet }) => (level && !quiet ? { level, words } : null);

/** The panel counted the lines again. @param {number} tabId @param {string} url @param {Counted} said */
async function onCounted(tabId, url, said) {
  const state = await kept(tabId);
  if (state?.url !== url || state.state !== "judged") return;
  await paintVerdict(tabId, said, (await load()).language);
  await chrome.tabs.sendMessage(tabId, { kind: "badge", url, badge: badgeOf(said) }, { frameId: 0 }).catch(() => undefined);
}

/** @param {number} tabId @param {Captured} page @param {boolean} isPrivate @returns {Promise<Answer>} */
async function onPage(tabId, page, isPrivate) {
  const { url, title } = page;
  const silent = { url, title, badge: null };
  const turn = nextTurn(tabId);
  const late = () => turns.get(tabId) !== turn;
  try {
    // A question to the storage takes longer than reading many a page: none waits for another without need.
    // What goes wrong with the first of them is heard where the verdict waits for it.
    (ready ??= init()).catch(() => undefined);
    const [settings, decided] = await Promise.all([load(), decidedOf(nameOf(url, whose(isPrivate)), today())]);
    if (isOff(settings, new URL(url))) return silent;
    if (page.html.length > LARGEST_PAGE) throw new RangeError(t("whyTooLong"));
    if (url.length > LONGEST_URL) throw new RangeError(t("whyFailed"));
    const [, verdict] = await Promise.all([stateOf(tabId, { state: "reading", url, title }), verdictOn(page, settings.known, decided)]);
    if (late()) return silent;
    const why = page.truncated ? t("whyTruncated") : undefined;
    await stateOf(tabId, { state: verdict.level ? "judged" : "not-a-candidate", url, title, verdict, ...(why && { why }) });
    if (late()) return forget(tabId).then(() => silent);
    void paintVerdict(tabId, verdict, settings.language);
    return { url, title, badge: drawsBadge(settings, new URL(url)) ? badgeOf(verdict) : null };
  } catch (error) {
    if (!late()) await fail(tabId, page, error);
    return silent;
  }
}

// --- messages from the page --------------------------------------------------------------------

/** @param {unknown} message @returns {message is { kind: "page" } & Captured} */
function isPage(message) {
  const page = /** @type {Partial<Captured>} */ (message);
  return typeof page.url === "string" && typeof page.title === "string" && typeof page.html === "string";
}

/**
 * Whether a page's script speaks of the site that the browser has it in. What runs in a page that broke out of its
 * script's world speaks with the script's voice, but not for another site.
 * @param {string} url @param {string | undefined} of
 */
const isOwn = (url, of) => URL.canParse(url) && URL.canParse(of ?? "") && new URL(url).origin === new URL(of ?? "").origin;

/**
 * What the extension's own pages ask for; answered when it is done, so that they see where this worker died before.
 * @param {any} message
 */
function ownWish(message) {
  switch (message?.kind) {
    case "counted":
      return onCounted(message.tab, message.url, message.said);
    case "forget":
      return forgetRead();
    default:
      return undefined;
  }
}

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  const isOurs = sender.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL(""));
  const wish = isOurs ? ownWish(message) : undefined;
  if (wish) {
    wish.then(reply, reply);
    return true;
  }
  const tabId = sender.tab?.id;
  if (sender.id !== chrome.runtime.id || tabId === undefined || sender.frameId !== 0) return undefined;
  switch (message?.kind) {
    case "page":
      if (!isPage(message) || !isOwn(message.url, sender.url)) return undefined;
      onPage(tabId, message, sender.tab?.incognito === true).then(reply);
      return true;
    case "soon":
      // What goes wrong here goes wrong again when a page is read, and is said then.
      void warm().catch(() => undefined);
      return undefined;
    case "left":
      forget(tabId).then(() => reply(null));
      return true;
    case "open":
      openPanel(tabId);
      return undefined;
    case "settings":
      void chrome.runtime.openOptionsPage();
      return undefined;
    default:
      return undefined;
  }
});

/** From the page's badge. Both calls must come before anything is awaited. @param {number} tabId */
function openPanel(tabId) {
  if (chrome.sidePanel?.open) {
    void chrome.sidePanel.open({ tabId }).catch(() => openPopup(tabId));
  } else {
    void openPopup(tabId);
  }
}

/** Firefox opens its sidebar from the toolbar only; elsewhere the panel comes as a popup. @param {number} tabId */
async function openPopup(tabId) {
  await chrome.action.setPopup({ tabId, popup: "panel.html" });
  try {
    await chrome.action.openPopup();
  } catch {
    // No window to open it in; the toolbar button still works.
  } finally {
    await chrome.action.setPopup({ tabId, popup: "" });
  }
}

// --- the toolbar button ------------------------------------------------------------------------

/** From a click on the browser's own surfaces; must come before anything is awaited. @param {number} tabId */
function openSide(tabId) {
  if (chrome.sidePanel?.open) void chrome.sidePanel.open({ tabId }).catch(() => undefined);
  else void chrome.sidebarAction?.open().catch(() => undefined);
}

chrome.action.onClicked.addListener((tab) => {
  if (tab.id === undefined) return;
  openSide(tab.id);
  void readByClick(tab.id, tab);
});

/** Asks the page's script, which is put there first where it is not. @param {number} tabId @param {ToPage} message */
async function askPage(tabId, message) {
  const ask = () => chrome.tabs.sendMessage(tabId, message, { frameId: 0 });
  return ask().catch(async () => {
    await chrome.scripting.executeScript({ target: { tabId }, files: PAGE_SCRIPTS });
    return ask();
  });
}

/** @param {number} tabId @param {{ url?: string | undefined, title?: string | undefined }} tab activeTab shows its address */
async function readByClick(tabId, { url = "", title = "" }) {
  const settings = await load();
  if (URL.canParse(url) && isOff(settings, new URL(url))) {
    await stateOf(tabId, { state: "off", url, title, why: t("whyOff") });
    return;
  }
  try {
    await askPage(tabId, { kind: "read" });
  } catch {
    // The browser's own pages, its store and its viewer of documents are closed to extensions.
    nextTurn(tabId);
    await fail(tabId, { url, title }, new RangeError(t("whyClosed")));
  }
}

// --- the candidate in the panel ----------------------------------------------------------------

/** @typedef {chrome.tabs.Tab & { id: number }} OpenTab */
/** @param {chrome.tabs.Tab | undefined} tab @returns {tab is OpenTab} */
const isOpen = (tab) => tab?.id !== undefined;

/** Name of the menu entry and of the shortcut. */
const ADD = "add-to-candidate";

/** Name of the menu entry for what is selected on a page. */
const SELECTION = "selection-to-candidate";

/** Hands a source to the panel, which adds it. @param {chrome.tabs.Tab} tab @param {Pick<DeskAdd, "name" | "kind" | "content">} source */
function hand({ incognito }, source) {
  const desk = openCase(whose(incognito));
  return desk.hand({ do: "add", at: new Date().toISOString(), ...source }).catch(() => desk.say("no-room"));
}

/**
 * The selected text with its lines, which the browser leaves out of what it hands over.
 * @param {number} tabId @param {number} frameId @param {string} text as the browser has it
 */
async function withLines(tabId, frameId, text) {
  const target = { tabId, frameIds: [frameId] };
  const asked = chrome.scripting.executeScript({ target, func: () => String(getSelection()) });
  const [found] = await asked.catch(() => []);
  const lines = String(found?.result ?? "");
  const bare = (/** @type {string} */ words) => words.replace(/\s+/g, "");
  return bare(lines) === bare(text) ? lines : text;
}

/** Hands the selected words to the panel, as a text. @param {chrome.contextMenus.OnClickData} info @param {OpenTab} tab */
async function addSelection({ selectionText = "", frameId = 0, pageUrl = "" }, tab) {
  const settings = await load();
  if (URL.canParse(pageUrl) && isOff(settings, new URL(pageUrl))) return openCase(whose(tab.incognito)).say("add-tab-off");
  const text = await withLines(tab.id, frameId, selectionText);
  await hand(tab, { name: t("selectionName"), kind: "text", content: { text } });
}

/** Hands the page in a tab to the panel, which adds it and says what came of it. @param {OpenTab} tab */
async function addToCase(tab) {
  const page = await askPage(tab.id, { kind: "capture" }).catch(() => ({ closed: true }));
  if (!isPage(page)) return openCase(whose(tab.incognito)).say(page.closed ? "add-closed" : "add-tab-off");
  const { url, title, html, truncated } = page;
  if (url.length > LONGEST_URL) return openCase(whose(tab.incognito)).say("failed");
  await hand(tab, { name: shortened(title), kind: "page", content: { page: { url, html, truncated, tab: tab.id } } });
}

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (!isOpen(tab)) return;
  openSide(tab.id);
  if (info.menuItemId === SELECTION) void addSelection(info, tab);
  else void addToCase(tab);
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command !== ADD || !isOpen(tab)) return;
  openSide(tab.id);
  void addToCase(tab);
});

chrome.runtime.onInstalled.addListener(() => {
  const make = (/** @type {chrome.contextMenus.CreateProperties} */ entry) => chrome.contextMenus.create(entry, () => void chrome.runtime.lastError);
  make({ id: ADD, title: t("menuAdd"), contexts: ["page", "selection", "link"] });
  make({ id: SELECTION, title: t("menuSelection"), contexts: ["selection"] });
});

// --- tabs come and go --------------------------------------------------------------------------

chrome.tabs.onRemoved.addListener((tabId) => {
  turns.delete(tabId);
  void chrome.storage.session.remove(`tab:${tabId}`);
});

chrome.windows.onRemoved.addListener((windowId) => void forgetPrivate(windowId));

// The worker sees no addresses, so it asks the page whether it is still the one that was read.
chrome.tabs.onUpdated.addListener(async (tabId, change) => {
  if (!change.status) return;
  const state = await kept(tabId);
  if (!state) return;
  const turn = turns.get(tabId);
  const page = await chrome.tabs.sendMessage(tabId, { kind: "where" }, { frameId: 0 }).catch(() => null);
  const isThere = page?.title === state.title && String(page?.url).slice(0, LONGEST_URL) === state.url;
  if (turns.get(tabId) === turn && !isThere) await forget(tabId);
});

// A site that was switched off keeps nothing.
chrome.storage.local.onChanged.addListener(async (changes) => {
  if (!changes.inForce) return;
  sync();
  const settings = await load();
  for (const [key, value] of Object.entries(await chrome.storage.session.get(null))) {
    const state = /** @type {TabState} */ (value);
    const off = URL.canParse(state?.url) && isOff(settings, new URL(state.url));
    if (key.startsWith("tab:") && off && state.state !== "off") await forget(Number(key.slice(4)));
  }
});

// --- platforms that the user asked for --------------------------------------------------------

/** Registers the page scripts where the user wants it and the browser agrees, and nowhere else. */
async function syncPlatforms() {
  const settings = await load();
  const registered = await chrome.scripting.getRegisteredContentScripts();
  for (const { kind, id, origins, matches, excludeMatches } of touchstonePlatforms) {
    const there = registered.some((script) => script.id === id);
    const asked = kind !== "built-in" && settings.platforms[id]?.read === "auto";
    const wanted = asked && (await chrome.permissions.contains({ origins }));
    if (there && !wanted) await chrome.scripting.unregisterContentScripts({ ids: [id] });
    if (wanted && !there) {
      await chrome.scripting.registerContentScripts([
        { id, matches, excludeMatches, js: PAGE_SCRIPTS, runAt: "document_idle", persistAcrossSessions: true },
      ]);
    }
    if (asked && !wanted) await unask(id);
  }
}

/** The browser does not agree: the user's choice goes, a policy's stays until it does. @param {Platform} id */
async function unask(id) {
  const user = /** @type {Partial<Settings> | undefined} */ ((await chrome.storage.local.get("settings")).settings);
  if (user?.platforms?.[id]?.read !== "auto") return;
  await update((now) => void (now.platforms = { ...now.platforms, [id]: { ...now.platforms?.[id], read: "click" } }));
}

/** One after the other: what the first registered the second must see. @type {Promise<void>} */
let syncing = Promise.resolve();
function sync() {
  syncing = syncing.then(syncPlatforms).catch((error) => console.warn("platforms:", error));
}

chrome.permissions.onAdded.addListener(sync);
chrome.permissions.onRemoved.addListener(sync);
chrome.runtime.onStartup.addListener(() => {
  void renewWithPolicy().then(sync);
  void purge();
});

/** In the local storage: the page of the first run was opened. */
const WELCOMED = "welcomed";

chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  void purge();
  await renew();
  sync();
  await renewWithPolicy();
  const { settings, first_run } = await inForce();
  const { [WELCOMED]: before } = await chrome.storage.local.get(WELCOMED);
  if (reason !== "install" || settings.asked || before || !first_run) return;
  await chrome.storage.local.set({ [WELCOMED]: true });
  await chrome.tabs.create({ url: "options.html#welcome" });
});
