// @ts-check
// The page of the settings, painted by Rust (src/view/settings.rs). A control says in `data-act`
// what it does; Rust says what is stored then. Every choice is kept as soon as it is made.

import { PRACTISED, openCase } from "./case-store.js";
import { released } from "./desk-view.js";
import { deleteEverything, forget, keptNow, readFile, resetCounts, saveFile } from "./kept.js";
import "./platforms.js";
import { policy } from "./policy.js";
import { PRACTICE } from "./practice.js";
import init, { act_settings, in_force, paint_settings } from "./wasm/settings/touchstone.js";
import { limit, purge } from "./work-store.js";

const { local } = chrome.storage;
const PAGES = ["welcome", "settings", "policy", "reads"];
const root = /** @type {HTMLElement} */ (document.getElementById("settings"));
const live = /** @type {HTMLElement} */ (document.getElementById("live"));

/** The platforms, and whether the browser lets their pages be read without a click. */
function platformsNow() {
  /** @param {PlatformRow} row */
  const isGranted = ({ kind, origins }) => kind === "built-in" || chrome.permissions.contains({ origins });
  return Promise.all(touchstonePlatforms.map(async (row) => ({ id: row.id, name: row.name, kind: row.kind, pages: row.pages, granted: await isGranted(row) })));
}

/**
 * What is painted, beside what never changes. What was said stays until something else is done.
 * @type {{ platforms: object[], user: any, policy: unknown, pinned: boolean | null, kept: object, common: string, asking: string | null, said: object | string | null,
 *   refused: { act: string, typed: string } | null }}
 */
const state = { platforms: [], user: null, policy: null, pinned: null, kept: {}, common: "", asking: null, said: null, refused: null };

function page() {
  const name = location.hash.slice(1);
  return PAGES.includes(name) ? name : "settings";
}

/** Until when there is quiet, as the user writes a time. */
function silent() {
  const until = new Date(state.user?.snooze_until ?? NaN);
  return until.getTime() > Date.now() ? until.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }) : null;
}

/** Paints the page when nothing is held down; the focus stays where it was, or goes to the first of these that is there. @param {string[]} focus ids */
async function paint(...focus) {
  await released();
  const now = [...focus, document.activeElement?.id ?? ""];
  paint_settings(root, JSON.stringify({ ...state, page: page(), silent: silent() }), chrome.i18n.getUILanguage());
  document.title = `Touchstone – ${document.getElementById("title")?.textContent ?? ""}`;
  const wanted = now.map((id) => document.getElementById(id)).find((element) => element !== null);
  wanted?.focus({ preventScroll: focus.length === 0 });
}

/** For how many days candidates are kept. @param {unknown} user */
const daysOf = (user) => JSON.parse(in_force(JSON.stringify(user ?? null), JSON.stringify(state.policy))).settings.keep_days ?? 0;

/** Stores what an action makes of the settings. @param {object} action @returns {Promise<typeof state.said>} what to say; null where it was refused */
async function store(action) {
  const { settings } = await local.get("settings");
  let user;
  try {
    user = JSON.parse(act_settings(JSON.stringify(settings ?? null), JSON.stringify(state.policy), JSON.stringify(action)));
  } catch {
    return null;
  }
  // Before the worker, which does the same once this is stored: what is gone is counted here.
  const days = daysOf(user);
  const count = days < daysOf(settings) ? await limit(days) : 0;
  await local.set({ settings: user });
  Object.assign(state, { user, ...(await keptNow()) });
  return count ? { gone: { count } } : "saved";
}

/** What changes more of the page than the control itself. */
const REPAINTS = ["read", "keep", "keep-days", "language"];

/** @param {HTMLInputElement | HTMLSelectElement} control */
async function changed(control) {
  const { act = "", of = "" } = control.dataset;
  const on = control instanceof HTMLInputElement && control.checked;
  const before = state.refused;
  state.said = await store({ act, of, value: control.value, on });
  state.refused = state.said ? null : { act, typed: control.value };
  if (before || state.refused || REPAINTS.includes(act)) await paint();
  else live.textContent = root.dataset["saved"] ?? "";
}

/**
 * A platform that is not built in: the browser asks before it may be read, so that is the first thing to happen
 * after the click.
 * @param {HTMLInputElement} box
 */
async function asked(box) {
  const origins = touchstonePlatforms.find(({ id }) => id === box.dataset["of"])?.origins ?? [];
  const wanted = box.checked;
  const agreed = wanted && (await chrome.permissions.request({ origins }).catch(() => false));
  if (!wanted) await chrome.permissions.remove({ origins }).catch(() => false);
  await store({ act: "read", of: box.dataset["of"], value: agreed ? "auto" : "click" });
  state.platforms = await platformsNow();
  state.said = "saved";
  await paint();
}

/** Opens the panel on an invented candidate, apart from what lies on the desk. */
async function practice() {
  const at = new Date().toISOString();
  const name = PRACTICE.name[document.documentElement.lang] ?? PRACTICE.name["en"] ?? "";
  const { store: desk, hand } = openCase(PRACTISED);
  // Each practice begins anew.
  if ((await desk.load()) !== undefined) await hand({ do: "clear", at, name: "" });
  await hand({ do: "add", at, name, kind: "text", content: { text: PRACTICE.text } });
  await chrome.tabs.create({ url: `panel.html?practice=${PRACTICE.id}` });
}

/** @param {string | null} asking @param {string[]} focus @param {string | null} [said] */
function ask(asking, focus, said = null) {
  Object.assign(state, { asking, said });
  return paint(...focus);
}

/** The button that began a question, of one of its answers. @param {HTMLButtonElement} answer */
const asker = ({ id }) => id.replace(/-(?:no|yes)$/, "");

/** Deletes what the question is about. @param {HTMLButtonElement} button */
async function confirmed(button) {
  const { of = "" } = button.dataset;
  if (of === "everything") await deleteEverything();
  else if (of === "counts") await resetCounts();
  else await forget(of.replace(/^kept:/, ""));
  Object.assign(state, await keptNow());
  // Where it was there is another of the list, or none is left.
  const [, at = NaN] = /^kept-(\d+)$/.exec(asker(button)) ?? [];
  await ask(null, [asker(button), `kept-${Number(at) - 1}`, "kept-read", "keep-choice"], of === "counts" ? "reset" : "deleted");
}

/** Takes in the file that was chosen; the new painting has none, so that the same may be chosen again. @param {HTMLInputElement} chooser */
async function chosen({ files }) {
  const [file] = files ?? [];
  if (!file) return;
  const { settings } = await local.get("settings");
  const said = await readFile(file, daysOf(settings));
  Object.assign(state, { said, ...(await keptNow()) });
  await paint();
}

async function saved() {
  await saveFile();
  state.said = "saved";
  await paint();
}

/** What a button does beside being stored. @type {Record<string, (button: HTMLButtonElement) => unknown>} */
const BUTTONS = {
  practice,
  ask: ({ id, dataset }) => ask(dataset["of"] ?? null, [`${id}-no`]),
  "ask-no": (button) => ask(null, [asker(button)]),
  "ask-yes": confirmed,
  "kept-save": saved,
  asked: () => store({ act: "asked" }).then(() => window.close()),
};

/** @param {HTMLButtonElement} button */
async function pressed(button) {
  const { act = "", of = "", minutes = "0" } = button.dataset;
  const own = BUTTONS[act];
  if (own) return void (await own(button));
  await store({ act, of, until: new Date(Date.now() + Number(minutes) * 60_000).toISOString() });
  state.said = "saved";
  const next = document.querySelector(`#off-list button:not([data-of="${CSS.escape(of)}"])`);
  await paint(...(act === "off-remove" ? [next?.id ?? "", "title"] : ["silence-end", "silence-hour"]));
}

/** Paints what is stored, where it is another than what is painted. @param {{ anyway?: boolean }} [how] */
async function refresh({ anyway = false } = {}) {
  const [{ settings }, given, kept, platforms] = await Promise.all([local.get("settings"), policy(), keptNow(), platformsNow()]);
  const pinned = (await chrome.action.getUserSettings?.().catch(() => undefined))?.isOnToolbar ?? null;
  const next = { platforms, user: settings ?? null, policy: given, pinned, ...kept };
  if (!anyway && root.firstChild && JSON.stringify({ ...state, ...next }) === JSON.stringify(state)) return;
  Object.assign(state, next);
  await paint();
}

/** Something could not be stored: what holds is painted, and why is said. */
async function refused() {
  await refresh({ anyway: true });
  live.textContent = chrome.i18n.getMessage("whyFull");
}

function listen() {
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button?.dataset["act"]) pressed(button).catch(refused);
  });
  root.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset["act"] === "read" && target.type === "checkbox") asked(target).catch(refused);
    else if (target instanceof HTMLInputElement && target.type === "file") chosen(target).catch(refused);
    else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) changed(target).catch(refused);
  });
  addEventListener("hashchange", () => {
    Object.assign(state, { asking: null, said: null, refused: null });
    void paint("title");
  });
  addEventListener("focus", () => void refresh());
  for (const changed of [chrome.permissions.onAdded, chrome.permissions.onRemoved]) changed.addListener(() => void refresh());
  chrome.storage.onChanged.addListener((changes, area) => {
    const isShown = (/** @type {string} */ key) => key === "settings" || key === "common" || key.startsWith("kept:");
    if (area === "managed" || (area === "local" && Object.keys(changes).some(isShown))) void refresh();
  });
}

try {
  await init();
  await purge();
  listen();
  await refresh();
} catch {
  root.textContent = chrome.i18n.getMessage("whyNoWasm");
}
