// Content script: turns the page into the little that the reader needs, asks the worker when
// the page is quiet, and draws the answer only if the page is still the one it asked about.
//
// It reads nothing, and leaves no trace, on pages that are not candidates' or that the user
// did not set to be read. It scrolls nothing, clicks nothing, requests nothing.
"use strict";

(() => {
  // After an update of the extension this runs again in the world of its predecessor.
  try {
    globalThis.touchstoneCapture?.stop();
  } catch {
    // The predecessor's extension is gone; its listeners are already deaf.
  }

  const QUIET_MS = 800;
  const LONGEST_QUIET_MS = 25_600;
  const LARGEST_SOURCE = 6_000_000;
  const LARGEST_MESSAGE = 400_000;
  const LARGEST_JSON_LD = 100_000;

  // --- capture -------------------------------------------------------------------------------

  // A page may hide `document.title` or `document.querySelectorAll` behind an element of that
  // name; the prototypes of this world are out of its reach.
  /** @param {string} selector @returns {NodeListOf<Element>} */
  const all = (selector) => Document.prototype.querySelectorAll.call(document, selector);
  /** @param {Element | null | undefined} element */
  const textOf = (element) => element?.textContent ?? "";
  const rawTitle = () => textOf(all("title")[0]).replace(/\s+/g, " ").trim();

  const META = /^(?:pageKey|como-pk|description|og:(?:type|title|description|url)|profile:[\w-]+|product:price:\w+)$/;

  const RAW_TEXT = new Set(["script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext", "textarea"]);
  const DROPPED = new Set(["svg", "math", "template", "video", "audio", "canvas", "select", "datalist", "object", "embed", "map"]);
  const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
  const VOID_KEPT = new Set(["br", "hr", "img", "wbr"]);

  const ATTRIBUTES = new Set(
    ("href alt aria-hidden aria-label role id hidden lang datetime itemprop itemtype itemscope rel componentkey " +
      "data-section data-testid data-anonymize data-canonical-src").split(" "),
  );
  const CLASSES =
    /^(?:visually-?hidden|sr-only|screen-reader(?:-only|-text)?|a11y-text|hidden|vcard(?:-[\w-]+)?|fn|n|org|title|locality|summary|headline|nickname|note|url|tel|email|label|adr|region|country-name|role|duration|description|dtstart|dtend|vevent|vcalendar|h-?resume|h-card|[pue]-[a-z-]+|dt-[a-z-]+|experience(?:-[\w-]+)?|education(?:-[\w-]+)?|position|date-range|user-profile-bio|js-pinned-items-reorder-container|profile-section-card|top-card-[\w-]+|profile-info-subheader|pv-(?:top-card|entity|position)[\w-]*|text-heading-xlarge|text-body-(?:small|medium))$/;

  // In HTML that the browser itself serialised every attribute value stands in double quotes and
  // every double quote inside is written &quot;, so these two expressions are exact, not a guess.
  const TAG = /<!--[^]*?-->|<(\/?)([a-zA-Z][^\s/>]*)([^>"]*(?:"[^"]*"[^>"]*)*)>/g;
  const ATTRIBUTE = /([^\s"=<>/]+)(?:="([^"]*)")?/g;

  /** The value to send of an attribute, or undefined. @param {string} tag @param {string} name @param {string} value */
  function attribute(tag, name, value) {
    if (name === "class") {
      return value.split(/\s+/).filter((token) => CLASSES.test(token)).join(" ") || undefined;
    }
    if (name === "src") {
      if ((tag !== "img" && tag !== "iframe") || !/^(?:https?:)?\/\//.test(value)) return undefined;
      // A statistics widget names its account in the query; other queries are signatures of pictures.
      return /[?&](?:amp;)?(?:user|username|login)=/.test(value) ? value.slice(0, 300) : value.replace(/\?[^]*/, "").slice(0, 200);
    }
    if (name === "id") return /^ember\d+$/.test(value) ? undefined : value.slice(0, 200);
    if (name === "title") return tag === "abbr" || tag === "time" ? value.slice(0, 200) : undefined;
    if (name === "type") return tag === "input" ? value : undefined;
    if (name === "content") return tag === "meta" ? value.slice(0, 300) : undefined;
    if (!ATTRIBUTES.has(name)) return undefined;
    return value.slice(0, 300);
  }

  /** @param {string} tag @param {string} source */
  function attributes(tag, source) {
    let kept = "";
    for (const [, name = "", value = ""] of source.matchAll(ATTRIBUTE)) {
      const sent = attribute(tag, name, value);
      if (sent !== undefined) kept += sent ? ` ${name}="${sent.replace(/&[^;\s]{0,8}$/, "")}"` : ` ${name}`;
    }
    return kept;
  }

  /**
   * Serialised HTML without what no reader needs: one pass over the tags, no second parser.
   * What a person typed (fields, drafts) is never kept.
   * @param {string} html
   */
  function compact(html) {
    /** @type {Map<string, string>} attributes already seen: pages repeat theirs a thousand times */
    const seen = new Map();
    let out = "";
    let skipped = "";
    let depth = 0;
    let pre = 0;
    let from = 0;
    TAG.lastIndex = 0;
    for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
      const [, slash, name = "", source = ""] = match;
      if (skipped) {
        if (name === skipped) depth += slash ? -1 : 1;
        if (!depth) skipped = "";
        from = TAG.lastIndex;
        continue;
      }
      if (match.index > from) {
        const text = html.slice(from, match.index);
        out += pre ? text : text.replace(/\s+/g, " ");
      }
      from = TAG.lastIndex;
      if (!name) continue;
      if (slash) {
        if (name === "pre") pre -= 1;
        out += `</${name}>`;
        continue;
      }
      let kept = seen.get(name + source);
      if (kept === undefined) {
        kept = source ? attributes(name, source) : "";
        seen.set(name + source, kept);
      }
      if (RAW_TEXT.has(name)) {
        // Text in these is not escaped, so their end is looked for as the parser would.
        const end = html.indexOf(`</${name}`, from);
        TAG.lastIndex = from = end < 0 ? html.length : html.indexOf(">", end) + 1;
        if (name === "iframe") out += `<iframe${kept}></iframe>`;
      } else if (VOID.has(name)) {
        if (VOID_KEPT.has(name) || kept.includes(' type="password"') || kept.includes(" itemprop=")) out += `<${name}${kept}>`;
      } else if (DROPPED.has(name) || (name === "code" && kept.includes(' id="bpr-')) || /\scontenteditable(?!="false")/.test(source)) {
        skipped = name;
        depth = 1;
        if (name === "svg" && /\s(?:id|aria-label)="/.test(kept)) out += `<svg${kept}></svg>`;
      } else {
        if (name === "pre") pre += 1;
        out += `<${name}${kept}>`;
      }
    }
    if (!skipped && from < html.length) out += html.slice(from).replace(/\s+/g, " ");
    // Wrappers that lost all they had.
    for (let pass = 0; pass < 4; pass += 1) {
      const shorter = out.replace(/<(div|span)>\s?<\/\1>/g, " ");
      if (shorter.length === out.length) break;
      out = shorter;
    }
    return out.replace(/ {2,}/g, " ");
  }

  /** The part of the page that is about the candidate: the largest main landmark, else all. */
  function mainPart() {
    const body = /** @type {Element} */ (all("body")[0] ?? all("html")[0]);
    // On an unknown site the name often stands in a header outside of main.
    if (touchstoneSettings.platformOf(location.hostname) === "other") return body;
    let best = body;
    let length = 0;
    for (const element of all("main, [role=main]")) {
      const size = textOf(element).length;
      if (size > length) [best, length] = [element, size];
    }
    return best;
  }

  /** @param {string} text */
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

  function headPart() {
    let head = `<title>${escaped(rawTitle().slice(0, 1000))}</title>`;
    for (const meta of all("meta[name], meta[property]")) {
      const name = meta.getAttribute("property") ?? meta.getAttribute("name") ?? "";
      if (!META.test(name)) continue;
      const key = meta.hasAttribute("property") ? "property" : "name";
      head += `<meta ${key}="${name}" content="${escaped((meta.getAttribute("content") ?? "").slice(0, 2000))}">`;
    }
    let room = LARGEST_JSON_LD;
    const canonical = all("link[rel=canonical]")[0]?.getAttribute("href");
    if (canonical) head += `<link rel="canonical" href="${escaped(canonical.slice(0, 300))}">`;
    for (const script of all('script[type="application/ld+json"]')) {
      const text = textOf(script);
      room -= text.length;
      if (room >= 0) head += `<script type="application/ld+json">${text.replaceAll("</", "<\\/")}</script>`;
    }
    return head;
  }

  /** @returns {PageToken} which page this is, without the counter that some titles start with */
  function token() {
    return { url: location.href.replace(/#.*/, ""), title: rawTitle().replace(/^\(\d+\+?\)\s*/, "") };
  }

  /** @returns {Captured} */
  function capture() {
    const part = mainPart();
    const source = part.outerHTML;
    const tooLong = source.length > LARGEST_SOURCE;
    let body = compact(tooLong ? source.slice(0, source.lastIndexOf("<", LARGEST_SOURCE)) : source);
    const head = headPart();
    const room = Math.max(0, LARGEST_MESSAGE - head.length);
    const truncated = tooLong || body.length > room;
    if (body.length > room) body = body.slice(0, Math.max(0, body.lastIndexOf("<", room)));
    const lang = escaped((all("html")[0]?.getAttribute("lang") ?? "").slice(0, 40));
    const whole = part.localName === "body" ? body : `<body>${body}</body>`;
    return { ...token(), html: `<html lang="${lang}"><head>${head}</head>${whole}</html>`, truncated };
  }

  // --- asking --------------------------------------------------------------------------------

  let stopped = false;
  /** The address that the user asked about by a click, where reading is not automatic. */
  let clicked = "";
  let asking = false;
  /** What was last read: address, title and length of the text. */
  let lastRead = "";
  /** @type {PageToken | undefined} the page that the badge or the worker's state speaks of */
  let shown;

  /** Whether the extension was updated, switched off or removed under this page. */
  const orphaned = () => !globalThis.chrome?.runtime?.id;

  /** @param {ToWorker} message @returns {Promise<Answer | undefined>} */
  async function tell(message) {
    for (let attempt = 0; attempt < 2 && !stopped; attempt += 1) {
      if (orphaned()) break;
      try {
        return await chrome.runtime.sendMessage(message);
      } catch {
        // The worker died between question and answer: the second message wakes it.
      }
    }
    if (orphaned()) stop();
    return undefined;
  }

  /** @param {PageToken} one @param {PageToken} other */
  const samePage = (one, other) => one.url === other.url && one.title === other.title;

  function leave() {
    if (!shown) return;
    shown = undefined;
    lastRead = "";
    touchstoneBadge.remove();
    void tell({ kind: "left" });
  }

  /** Reads the page once and shows what the worker says. @param {boolean} again even if nothing changed */
  async function read(again) {
    const page = token();
    const length = textOf(mainPart()).length;
    const state = `${page.url}\n${page.title}\n${length}`;
    if (asking || stopped || length === 0 || (state === lastRead && !again)) return;
    asking = true;
    lastRead = state;
    shown = page;
    const answer = await tell({ kind: "page", ...capture() });
    asking = false;
    if (stopped) return;
    // The wrong badge, never: the page may have become another while the worker was reading.
    if (!samePage(page, token()) || (answer && !samePage(page, answer))) {
      leave();
      schedule();
      return;
    }
    const settings = await touchstoneSettings.load();
    if (!samePage(page, token())) return leave();
    if (!answer?.badge || !touchstoneSettings.drawsBadge(settings, location.hostname)) {
      touchstoneBadge.remove();
      return;
    }
    touchstoneBadge.show(answer.badge, settings.corners[location.hostname], {
      open: () => void tell({ kind: "open" }),
      settings: () => void tell({ kind: "settings" }),
    });
  }

  // --- when ----------------------------------------------------------------------------------

  let quiet = QUIET_MS;
  let lastChange = 0;
  let firstChange = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function mayRead() {
    if (clicked === token().url) return true;
    if (!touchstoneSettings.isCandidate(location)) return false;
    return touchstoneSettings.readsAlone(await touchstoneSettings.load(), location.hostname);
  }

  async function whenQuiet() {
    timer = undefined;
    if (orphaned()) return stop();
    const now = performance.now();
    if (now - lastChange < quiet && now - firstChange < 4 * quiet) {
      timer = setTimeout(whenQuiet, Math.max(20, quiet - (now - lastChange)));
      return;
    }
    firstChange = 0;
    if (document.visibilityState === "hidden" || stopped || !(await mayRead())) return;
    const before = lastRead;
    await read(false);
    // A page that never stops changing is read less and less often.
    quiet = before && before !== lastRead ? Math.min(2 * quiet, LONGEST_QUIET_MS) : quiet;
  }

  function schedule() {
    lastChange = performance.now();
    firstChange ||= lastChange;
    timer ??= setTimeout(whenQuiet, quiet);
  }

  /** Another page in the same document: its predecessor's badge goes at once. */
  function checkAddress() {
    if (stopped || !shown || samePage(shown, token())) return;
    const moved = shown.url !== token().url;
    leave();
    if (moved) quiet = QUIET_MS;
    schedule();
  }

  const observer = new MutationObserver((changes) => {
    if (changes.every((change) => [...change.addedNodes, ...change.removedNodes].every(touchstoneBadge.isOwn))) return;
    checkAddress();
    schedule();
  });

  const onNavigation = () => {
    checkAddress();
    schedule();
  };

  function watch() {
    observer.disconnect();
    if (stopped || document.visibilityState === "hidden") return;
    observer.observe(document, { childList: true, subtree: true });
    onNavigation();
  }

  /** @param {PageTransitionEvent} event */
  const onShow = (event) => {
    if (event.persisted) watch();
  };

  /** @param {ToPage} message @param {chrome.runtime.MessageSender} _sender @param {(reply: unknown) => void} reply */
  function onMessage(message, _sender, reply) {
    if (stopped) return;
    if (message.kind === "where") reply(shown ?? null);
    if (message.kind === "read") {
      reply(true);
      clicked = token().url;
      quiet = QUIET_MS;
      start();
      void read(true);
    }
  }

  /** Settings may be changed while the page is open. */
  const onSettings = async () => {
    if (stopped || !shown) return;
    if (!touchstoneSettings.drawsBadge(await touchstoneSettings.load(), location.hostname)) touchstoneBadge.remove();
  };

  let started = false;
  function start() {
    if (started) return;
    started = true;
    document.addEventListener("visibilitychange", watch);
    window.addEventListener("popstate", onNavigation);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", onShow);
    globalThis.navigation?.addEventListener("currententrychange", onNavigation);
    watch();
  }

  function stop() {
    stopped = true;
    observer.disconnect();
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", watch);
    window.removeEventListener("popstate", onNavigation);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", onShow);
    globalThis.navigation?.removeEventListener("currententrychange", onNavigation);
    touchstoneBadge.remove();
  }

  globalThis.touchstoneCapture = { stop, compact, capture };
  chrome.runtime.onMessage.addListener(onMessage);
  chrome.storage.onChanged.addListener(onSettings);
  void touchstoneSettings.load().then((settings) => {
    if (touchstoneSettings.readsAlone(settings, location.hostname)) start();
  });
})();
