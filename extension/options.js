// First run and settings: one page. Every choice is kept as soon as it is made.
"use strict";

(() => {
  const t = chrome.i18n.getMessage;
  const { load, update, knownForbidden } = touchstoneSettings;

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

  /** @param {Settings} settings @param {Platform} platform @returns {PlatformSettings} */
  const of = (settings, platform) => (settings.platforms[platform] ??= { read: "click", badge: true });

  /** @param {PlatformRow} row @param {PlatformSettings} now */
  function fieldset({ id: platform, name }, now) {
    const set = make("fieldset");
    set.append(make("legend", name));
    if (platform === "linkedin") set.append(make("p", t("linkedinWarning"), "note"));
    const row = make("div", "", "row");
    const badge = choice("checkbox", `${platform}-badge`, now.badge, t("choiceBadge"), () =>
      saved((settings) => void (of(settings, platform).badge = badge.input.checked)),
    );
    for (const read of /** @type {const} */ (["auto", "click"])) {
      const label = t(read === "auto" ? "choiceAuto" : "choiceClick");
      row.append(
        choice("radio", platform, now.read === read, label, () =>
          saved((settings) => void (of(settings, platform).read = read)),
        ).label,
      );
    }
    row.append(badge.label);
    set.append(row);
    if (now.read === "unset") set.append(make("p", t("choiceUnset"), "small"));
    return set;
  }

  /**
   * A platform that is not built in: the browser asks before it may be read, so that is the first thing to happen
   * after the click.
   * @param {PlatformRow} row @param {Settings} settings
   */
  function more({ id, name, origins }, settings) {
    const item = make("li");
    const box = choice("checkbox", id, of(settings, id).read === "auto", name, async () => {
      const wanted = box.input.checked;
      const agreed = wanted && (await chrome.permissions.request({ origins }).catch(() => false));
      if (!wanted) await chrome.permissions.remove({ origins }).catch(() => false);
      box.input.checked = agreed;
      await saved((now) => void (of(now, id).read = agreed ? "auto" : "click"));
    });
    item.append(box.label);
    if (id === "linkedin-hiring") item.append(make("p", t("linkedinWarning"), "note"));
    return item;
  }

  /** Switched off elsewhere, such as on the browser's own page. @param {Settings} settings */
  function recheck(settings) {
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("#more input"))) {
      box.checked = of(settings, box.name).read === "auto";
    }
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
      ...touchstonePlatforms.filter((row) => row.kind === "built-in").map((row) => fieldset(row, of(settings, row.id))),
    );
    for (const kind of ["profiles", "tracking"]) {
      byId(kind).replaceChildren(...touchstonePlatforms.filter((row) => row.kind === kind).map((row) => more(row, settings)));
    }
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
  chrome.storage.local.onChanged.addListener(async () => {
    const settings = await load();
    offList(settings.off);
    recheck(settings);
  });
  addEventListener("focus", pinState);
  void paint();
  void pinState();
})();
