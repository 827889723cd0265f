// @ts-check
// The page of the settings, painted by Rust (src/view/settings.rs). A control says in `data-act`
// what it does; Rust says what is stored then. Every choice is kept as soon as it is made.

import { CASE, putIntoInbox } from "./case-store.js";
import "./platforms.js";
import { policy } from "./policy.js";
import { PRACTICE } from "./practice.js";
import init, { act_settings, paint_settings } from "./wasm/settings/touchstone.js";

const { local, session } = chrome.storage;
const PAGES = ["welcome", "settings", "policy", "reads"];
const root = /** @type {HTMLElement} */ (document.getElementById("settings"));
const live = /** @type {HTMLElement} */ (document.getElementById("live"));
const platforms = touchstonePlatforms.map(({ id, name, kind, pages }) => ({ id, name, kind, pages }));

/** What is painted, beside what never changes. @type {{ user: any, policy: unknown, pinned: boolean | null, asking: boolean, said: string | null, refused: { act: string, typed: string } | null }} */
const state = { user: null, policy: null, pinned: null, asking: false, said: null, refused: null };

function page() {
  const name = location.hash.slice(1);
  return PAGES.includes(name) ? name : "settings";
}

/** Until when there is quiet, as the user writes a time. */
function silent() {
  const until = new Date(state.user?.snooze_until ?? NaN);
  return until.getTime() > Date.now() ? until.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }) : null;
}

/** Paints the page; the focus stays where it was, or goes to the first of these that is there. @param {string[]} focus ids */
function paint(...focus) {
  const now = [...focus, document.activeElement?.id ?? ""];
  paint_settings(root, JSON.stringify({ ...state, platforms, page: page(), silent: silent() }), chrome.i18n.getUILanguage());
  document.title = `Touchstone – ${document.getElementById("title")?.textContent ?? ""}`;
  const wanted = now.map((id) => document.getElementById(id)).find((element) => element !== null);
  wanted?.focus({ preventScroll: focus.length === 0 });
  state.said = null;
}

/** Stores what an action makes of the settings. @param {object} action @returns {Promise<boolean>} whether it was not refused */
async function store(action) {
  const { settings } = await local.get("settings");
  try {
    state.user = JSON.parse(act_settings(JSON.stringify(settings ?? null), JSON.stringify(state.policy), JSON.stringify(action)));
  } catch {
    return false;
  }
  await local.set({ settings: state.user });
  return true;
}

/** What changes more of the page than the control itself. */
const REPAINTS = ["read", "keep", "language"];

/** @param {HTMLInputElement | HTMLSelectElement} control */
async function changed(control) {
  const { act = "", of = "" } = control.dataset;
  const on = control instanceof HTMLInputElement && control.checked;
  const before = state.refused;
  const stored = await store({ act, of, value: control.value, on });
  state.refused = stored ? null : { act, typed: control.value };
  state.said = stored ? "saved" : null;
  if (before || state.refused || REPAINTS.includes(act)) paint();
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
  state.said = "saved";
  paint();
}

/** What is kept about candidates, in this session and for longer. */
async function deleteAll() {
  for (const [area, start] of /** @type {const} */ ([[local, "kept:"], [session, "work:"]])) {
    const keys = Object.keys(await area.get(null));
    await area.remove(keys.filter((key) => key.startsWith(start)));
  }
}

/** Opens the panel on an invented candidate, apart from what lies on the desk. */
async function practice() {
  const at = new Date().toISOString();
  const name = PRACTICE.name[document.documentElement.lang] ?? PRACTICE.name["en"] ?? "";
  if ((await session.get(CASE))[CASE] !== undefined) await putIntoInbox({ do: "clear", at, name: "" });
  await putIntoInbox({ do: "add", at, name, kind: "text", content: { text: PRACTICE.text } });
  await chrome.tabs.create({ url: `panel.html?practice=${PRACTICE.id}` });
}

/** @param {boolean} asking @param {string} focus @param {string | null} [said] */
function ask(asking, focus, said = null) {
  Object.assign(state, { asking, said });
  paint(focus);
}

/** What a button does beside being stored. @type {Record<string, () => unknown>} */
const BUTTONS = {
  practice,
  "delete-ask": () => ask(true, "delete-no"),
  "delete-no": () => ask(false, "delete"),
  "delete-yes": () => deleteAll().then(() => ask(false, "delete", "deleted")),
  asked: () => store({ act: "asked" }).then(() => window.close()),
};

/** @param {HTMLButtonElement} button */
async function pressed(button) {
  const { act = "", of = "", minutes = "0" } = button.dataset;
  const own = BUTTONS[act];
  if (own) return void own();
  await store({ act, of, until: new Date(Date.now() + Number(minutes) * 60_000).toISOString() });
  state.said = "saved";
  const next = document.querySelector(`#off-list button:not([data-of="${CSS.escape(of)}"])`);
  paint(...(act === "off-remove" ? [next?.id ?? "", "title"] : ["silence-end", "silence-hour"]));
}

async function refresh() {
  const [{ settings }, given] = await Promise.all([local.get("settings"), policy()]);
  const pinned = (await chrome.action.getUserSettings?.().catch(() => undefined))?.isOnToolbar ?? null;
  const next = { user: settings ?? null, policy: given, pinned };
  const { user, policy: before, pinned: sight } = state;
  if (root.firstChild && JSON.stringify(next) === JSON.stringify({ user, policy: before, pinned: sight })) return;
  Object.assign(state, next);
  paint();
}

function listen() {
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button?.dataset["act"]) void pressed(button);
  });
  root.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset["act"] === "read" && target.type === "checkbox") void asked(target);
    else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) void changed(target);
  });
  addEventListener("hashchange", () => {
    Object.assign(state, { asking: false, refused: null });
    paint("title");
  });
  addEventListener("focus", () => void refresh());
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === "managed" || (area === "local" && changes["settings"])) void refresh();
  });
}

try {
  await init();
  listen();
  await refresh();
} catch {
  root.textContent = chrome.i18n.getMessage("whyNoWasm");
}
