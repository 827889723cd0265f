// First run and settings: one page. Every choice is kept as soon as it is made.
"use strict";

(() => {
  const t = chrome.i18n.getMessage;
  const { load, update, knownForbidden } = touchstoneSettings;
  const NAMES = { linkedin: "LinkedIn", github: "GitHub", upwork: "Upwork" };

  /** @param {string} id */
  const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

  /** @param {string} name @param {string} [text] @param {string} [className] */
  function make(name, text = "", className = "") {
    const element = document.createElement(name);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  /** @param {string} type @param {string} name @param {boolean} checked @param {string} text @param {() => void} change */
  function choice(type, name, checked, text, change) {
    const input = document.createElement("input");
    Object.assign(input, { type, name, checked });
    input.addEventListener("change", change);
    const label = document.createElement("label");
    label.append(input, text);
    return { input, label };
  }

  async function saved(/** @type {(settings: Settings) => void} */ change) {
    await update(change);
    byId("saved").textContent = t("optionsSaved");
  }

  /** @param {keyof typeof NAMES} platform @param {PlatformSettings} now */
  function fieldset(platform, now) {
    const set = make("fieldset");
    set.append(make("legend", NAMES[platform]));
    if (platform === "linkedin") set.append(make("p", t("linkedinWarning"), "note"));
    const row = make("div", "", "row");
    const badge = choice("checkbox", `${platform}-badge`, now.badge, t("choiceBadge"), () =>
      saved((settings) => void (settings.platforms[platform].badge = badge.input.checked)),
    );
    for (const read of /** @type {const} */ (["auto", "click"])) {
      const label = t(read === "auto" ? "choiceAuto" : "choiceClick");
      row.append(
        choice("radio", platform, now.read === read, label, () =>
          saved((settings) => void (settings.platforms[platform].read = read)),
        ).label,
      );
    }
    row.append(badge.label);
    set.append(row);
    if (now.read === "unset") set.append(make("p", t("choiceUnset"), "small"));
    return set;
  }

  /** @param {string[]} hosts */
  function offList(hosts) {
    byId("off").hidden = hosts.length === 0;
    byId("off-list").replaceChildren(
      ...hosts.map((host) => {
        const item = make("li");
        const button = make("button", t("offRemove"));
        button.setAttribute("aria-label", `${t("offRemove")}: ${host}`);
        button.addEventListener("click", () =>
          saved((settings) => void (settings.off = settings.off.filter((other) => other !== host))),
        );
        item.append(make("span", host), button);
        return item;
      }),
    );
  }

  /** @param {boolean} now */
  async function knownChoice(now) {
    const forbidden = await knownForbidden();
    const known = choice("checkbox", "known", now && !forbidden, t("knownChoice"), () =>
      saved((settings) => void (settings.known = known.input.checked)),
    );
    known.input.disabled = forbidden;
    byId("known-policy").hidden = !forbidden;
    byId("known-choice").replaceChildren(known.label);
  }

  async function pinState() {
    const pinned = await chrome.action.getUserSettings?.().catch(() => undefined);
    const line = byId("pin-state");
    line.hidden = pinned === undefined;
    line.className = pinned?.isOnToolbar ? "note" : "warn";
    line.textContent = t(pinned?.isOnToolbar ? "pinYes" : "pinNo");
  }

  async function paint() {
    const settings = await load();
    byId("platforms").replaceChildren(
      ...(/** @type {(keyof typeof NAMES)[]} */ (Object.keys(NAMES))).map((name) => fieldset(name, settings.platforms[name])),
    );
    offList(settings.off);
    await knownChoice(settings.known);
  }

  document.documentElement.lang = t("language");
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = t(element.getAttribute("data-text") ?? "");
  }
  byId("done").addEventListener("click", async () => {
    await saved((settings) => void (settings.asked = true));
    window.close();
  });
  chrome.storage.local.onChanged.addListener(async () => offList((await load()).off));
  addEventListener("focus", pinState);
  void paint();
  void pinState();
})();
