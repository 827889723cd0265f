// The badge in the page: one closed shadow root, drawn only where the settings say so.
// Everything is set as text or through the CSSOM; no markup is parsed, no address of the
// extension stands in the page.
"use strict";

globalThis.touchstoneBadge = (() => {
  /** @type {Corner[]} */
  const CORNERS = ["bottom-right", "bottom-left", "top-left", "top-right"];

  // Strokes of the marks on a 20 x 20 field, as in the panel: the level does not depend on colour.
  /** @type {Record<Level, string>} */
  const MARKS = {
    "not-enough": "M10 4a6 6 0 1 0 0 12a6 6 0 1 0 0-12",
    "nothing-stood-out": "M5 10h10",
    "worth-checking": "M2 7h4l4 7 4-7h4",
    "verify-first": "M1 7h2l3.5 7L10 7l3.5 7L17 7h2",
  };

  const CSS = `
:host { all: initial; position: fixed; z-index: 2147483647; color-scheme: light dark; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.pill, .menu { font: 400 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.pill { display: flex; align-items: center; height: 32px; border-radius: 16px; box-shadow: 0 1px 4px rgb(0 0 0 / 25%);
  color: var(--text); background: var(--ground); touch-action: none; }
button { all: unset; box-sizing: border-box; cursor: pointer; color: inherit; font: inherit; }
button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.open { display: flex; align-items: center; gap: 8px; height: 32px; padding: 0 4px 0 12px; border-radius: 16px; font-weight: 600; white-space: nowrap; }
.more { width: 28px; height: 32px; border-radius: 16px; text-align: center; }
svg { width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 2.5; flex: none; }
.verify-first { --text: #7a1b17; --ground: #fce8e5; }
.worth-checking { --text: #6b4400; --ground: #fff1d6; }
.nothing-stood-out { --text: #2f4a3a; --ground: #e9f2ec; }
.not-enough { --text: #44515e; --ground: #eef1f4; }
.quiet { height: 20px; opacity: 0.5; transition: opacity 120ms; }
.quiet .open { height: 20px; padding: 0 3px; gap: 0; }
.quiet .words, .quiet .more { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.quiet:hover, .quiet:focus-within { height: 32px; opacity: 1; }
.quiet:hover .open, .quiet:focus-within .open { height: 32px; padding: 0 4px 0 12px; gap: 8px; }
.quiet:hover .words, .quiet:focus-within .words { position: static; width: auto; height: auto; clip-path: none; }
.quiet:hover .more, .quiet:focus-within .more { position: static; width: 28px; height: 32px; clip-path: none; }
.menu { position: absolute; right: 0; bottom: 40px; min-width: 200px; padding: 4px; border-radius: 8px; box-shadow: 0 1px 4px rgb(0 0 0 / 25%);
  color: #1b2229; background: #fff; display: flex; flex-direction: column; }
.menu[hidden] { display: none; }
.menu button { padding: 6px 12px; border-radius: 4px; }
.menu button:hover, .menu button:focus-visible { background: #eef1f4; outline-offset: -2px; }
.menu.note { padding: 8px 12px; }
.menu:not([hidden]) ~ .note { display: none; }
.left .menu { right: auto; left: 0; }
.top .menu { bottom: auto; top: 40px; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (prefers-color-scheme: dark) {
  .verify-first { --text: #ffb9b1; --ground: #381917; }
  .worth-checking { --text: #ffd995; --ground: #33270f; }
  .nothing-stood-out { --text: #bfd9c8; --ground: #1e2a23; }
  .not-enough { --text: #c3ccd6; --ground: #232a32; }
  .menu { color: #e6eaee; background: #1b2229; }
  .menu button:hover, .menu button:focus-visible { background: #2c353e; }
}
@media (prefers-reduced-motion: reduce) { .quiet { transition: none; } }
@media (forced-colors: active) {
  .pill, .menu { border: 1px solid CanvasText; forced-color-adjust: auto; }
  .quiet { opacity: 1; }
  svg { stroke: CanvasText; }
}
@media print { :host { display: none; } }
`;

  /** @type {HTMLElement | undefined} */
  let host;
  /** The address on which the user hid the badge. */
  let hiddenOn = "";

  /** @param {string} name @param {string} className @param {string} [text] */
  function make(name, className, text) {
    const element = document.createElement(name);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /** @param {Level} level */
  function mark(level) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", MARKS[level]);
    svg.append(path);
    return svg;
  }

  /** @param {ShadowRoot} root */
  function dress(root) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      root.adoptedStyleSheets = [sheet];
    } catch {
      // A browser whose content scripts may not adopt sheets takes an element of this world.
      root.append(make("style", "", CSS));
    }
  }

  /** @param {HTMLElement} element @param {Corner} corner */
  function place(element, corner) {
    const [vertical = "", horizontal = ""] = corner.split("-");
    for (const side of ["top", "bottom", "left", "right"]) {
      element.style.setProperty(side, side === vertical || side === horizontal ? "16px" : "auto", "important");
    }
  }

  /** Whether the page itself keeps something in that corner, such as a chat box. @param {HTMLElement} element */
  function covers(element) {
    const box = element.getBoundingClientRect();
    for (const under of document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)) {
      if (under === element) continue;
      for (let at = /** @type {Element | null} */ (under); at; at = at.parentElement) {
        if (getComputedStyle(at).position === "fixed") return true;
      }
    }
    return false;
  }

  /** @param {HTMLElement} element @param {HTMLElement} frame @param {Corner} corner */
  function settle(element, frame, corner) {
    place(element, corner);
    frame.classList.toggle("left", corner.endsWith("left"));
    frame.classList.toggle("top", corner.startsWith("top"));
    current = corner;
  }

  /** @type {Corner} */
  let current = "bottom-right";

  /** @param {Corner} corner */
  function remember(corner) {
    const stored = touchstoneSettings.update((user) => {
      user.corners = { ...user.corners, [location.hostname]: corner };
    });
    // Where it cannot be stored, it holds until the page is left.
    stored.catch(() => undefined);
  }

  /** Dragging the pill: on release it settles in the nearest corner. @param {HTMLElement} element @param {HTMLElement} frame @param {HTMLElement} pill */
  function draggable(element, frame, pill) {
    /** @type {{ x: number, y: number, moved: boolean } | undefined} */
    let from;
    let dragged = -Infinity;
    // The click that ends a drag opens nothing.
    pill.addEventListener("click", (event) => performance.now() - dragged < 100 && event.stopPropagation(), { capture: true });
    pill.addEventListener("pointerdown", (event) => {
      if (event.button === 0) from = { x: event.clientX, y: event.clientY, moved: false };
    });
    pill.addEventListener("pointermove", (event) => {
      if (!from) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.moved && Math.hypot(x, y) < 6) return;
      if (!from.moved) pill.setPointerCapture(event.pointerId);
      from.moved = true;
      element.style.setProperty("transform", `translate(${x}px, ${y}px)`, "important");
    });
    const release = (/** @type {PointerEvent} */ event) => {
      element.style.removeProperty("transform");
      if (from?.moved && event.type === "pointerup") {
        const vertical = event.clientY > innerHeight / 2 ? "bottom" : "top";
        const horizontal = event.clientX > innerWidth / 2 ? "right" : "left";
        const corner = /** @type {Corner} */ (`${vertical}-${horizontal}`);
        settle(element, frame, corner);
        remember(corner);
        dragged = performance.now();
      }
      from = undefined;
    };
    pill.addEventListener("pointerup", release);
    pill.addEventListener("pointercancel", release);
  }

  /** @param {HTMLElement} frame @param {[string, () => void][]} items */
  function menuOf(frame, items) {
    const menu = make("div", "menu");
    menu.setAttribute("role", "menu");
    menu.hidden = true;
    const more = make("button", "more", "⋯");
    more.setAttribute("aria-label", chrome.i18n.getMessage("badgeMenu"));
    more.setAttribute("aria-haspopup", "menu");
    more.setAttribute("aria-expanded", "false");
    const toggle = (/** @type {boolean} */ open) => {
      menu.hidden = !open;
      more.setAttribute("aria-expanded", String(open));
      if (open) /** @type {HTMLElement | null} */ (menu.firstElementChild)?.focus();
      else more.focus();
    };
    for (const [label, act] of items) {
      const item = make("button", "", label);
      item.setAttribute("role", "menuitem");
      item.addEventListener("click", () => {
        toggle(false);
        act();
      });
      menu.append(item);
    }
    more.addEventListener("click", () => toggle(menu.hidden));
    menu.addEventListener("keydown", (event) => {
      const items = /** @type {HTMLElement[]} */ ([...menu.children]);
      const at = items.findIndex((item) => item.matches(":focus"));
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step) items[(at + step + items.length) % items.length]?.focus();
      else if (event.key === "Escape") toggle(false);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    frame.append(menu);
    return more;
  }

  /** @param {{ level: Level, words: string }} badge @param {Corner | undefined} corner @param {BadgeActions} actions */
  function show(badge, corner, actions) {
    remove();
    if (hiddenOn === location.href) return;
    host = document.createElement("div");
    const element = host;
    const root = element.attachShadow({ mode: "closed" });
    dress(root);

    const frame = make("div", "frame");
    const said = make("span", "said");
    said.setAttribute("role", "status");
    const pill = make("div", `pill ${badge.level}${badge.level === "nothing-stood-out" ? " quiet" : ""}`);
    const open = make("button", "open");
    open.append(mark(badge.level), make("span", "words", badge.words.slice(0, 80)));
    open.setAttribute("aria-label", `Touchstone: ${badge.words.slice(0, 80)}. ${chrome.i18n.getMessage("badgeOpen")}`);
    // Only a person's own click opens the panel.
    open.addEventListener("click", (event) => {
      if (event.isTrusted) actions.open();
    });
    const more = menuOf(frame, [
      [chrome.i18n.getMessage("menuHide"), () => ((hiddenOn = location.href), remove())],
      [chrome.i18n.getMessage("menuOff"), () => void switchOff(said)],
      [
        chrome.i18n.getMessage("menuMove"),
        () => {
          const next = CORNERS[(CORNERS.indexOf(current) + 1) % CORNERS.length] ?? "bottom-right";
          settle(element, frame, next);
          remember(next);
          more.focus();
        },
      ],
      [chrome.i18n.getMessage("menuSettings"), actions.settings],
    ]);
    pill.append(open, more);
    draggable(element, frame, pill);

    frame.append(pill, said);
    root.append(frame);
    document.documentElement.append(element);
    said.textContent = `Touchstone: ${badge.words.slice(0, 80)}`;

    settle(element, frame, corner ?? "bottom-right");
    for (const other of CORNERS) {
      if (corner || !covers(element)) break;
      settle(element, frame, other);
    }
  }

  /** The badge goes when that is stored; else it says why it stays. @param {HTMLElement} said */
  async function switchOff(said) {
    try {
      await touchstoneSettings.switchSite(location.hostname, true);
      remove();
    } catch {
      // The extension of a badge that an update left behind answers no more.
      if (!chrome.runtime?.id) return remove();
      said.className = "menu note";
      said.textContent = chrome.i18n.getMessage("whyFull");
    }
  }

  function remove() {
    host?.remove();
    host = undefined;
  }

  /** @param {Node} node */
  const isOwn = (node) => node === host;

  // At an update Firefox ends a script without a word, and starts the next one in the pages that are open.
  for (const child of document.documentElement.children) {
    const left = /** @type {{ openOrClosedShadowRoot?: ShadowRoot | null }} */ (child).openOrClosedShadowRoot;
    if (left?.querySelector(".frame > .pill > .open > .words")) child.remove();
  }

  return { show, remove, isOwn };
})();
