// Content script: turns the page into the little that the reader needs, asks the worker when
// the page is quiet, and draws the answer only if the page is still the one it asked about.
//
// It reads nothing, and leaves no trace, on pages that are not candidates' or that the user
// did not set to be read. It clicks nothing and requests nothing, and scrolls only to words that
// the user asked to see.
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
  /** As in background.js, which asks whether the page is still the one whose title it keeps. */
  const LONGEST_TITLE = 400;

  // --- capture -------------------------------------------------------------------------------

  // A page may hide `document.title` or `document.querySelectorAll` behind an element of that
  // name; the prototypes of this world are out of its reach.
  /** @param {string} selector @returns {NodeListOf<Element>} */
  const all = (selector) => Document.prototype.querySelectorAll.call(document, selector);
  /** @param {Element | null | undefined} element */
  const textOf = (element) => element?.textContent ?? "";
  const rawTitle = () => textOf(all("title")[0]).replace(/\s+/g, " ").trim();

  const META = /^(?:pageKey|como-pk|description|og:(?:type|title|description|url)|profile:[\w-]+|product:price:\w+)$/;

  // In HTML that the browser itself serialised every attribute value stands in double quotes and
  // every double quote inside is written &quot;, so TAG_END is exact, not a guess. Each step below
  // is one linear pass of the engine's own matcher: on the page's thread that costs a tenth of
  // walking the tree, and a third of one pass with a function called for every tag.
  const TAG_END = '[^>"]*(?:"[^"]*"[^>"]*)*>';
  /** @param {string} names @param {string} [flags] */
  const elements = (names, flags = "g") => new RegExp(`<(${names})(?=[\\s>])(${TAG_END.slice(0, -1)})>([^]*?)</\\1>`, flags);

  // Comments, and elements whose text is not escaped: afterwards every < begins a tag. What a
  // person typed into a field goes too; of a frame its tag stays. One expression and one copy of
  // the text for all: memory thrown away stops the page once for collection.
  const RAW = new RegExp(
    `<!--[^]*?-->|${elements("script|style|template|noscript|xmp|noembed|noframes|textarea").source}|` +
      `<code(?=\\s[^>]*id="bpr-)${TAG_END}[^]*?</code>|(<iframe(?=[\\s>])${TAG_END})[^]*?(</iframe>)`,
    "g",
  );
  const DROPPED = elements("svg|math|video|audio|canvas|select|datalist|object|map");
  const VOID = new RegExp(
    `<(?:area|base|col|embed|input(?![^>]*\\stype="password")|source|track|(?:link|meta)(?![^>]*\\sitemprop="))(?=[\\s>])${TAG_END}`,
    "g",
  );

  const CLASSES = (
    "visually-hidden visuallyhidden sr-only screen-reader screen-reader-only screen-reader-text up-c-modal a11y-text hidden vcard vcard-fullname " +
    "vcard-username vcard-names vcard-details vcard-detail fn n org title locality summary headline nickname note url tel email adr region " +
    "country-name role duration description dtstart dtend vevent vcalendar hresume h-resume h-card experience experience-item education " +
    "education__list-item position date-range user-profile-bio profile-section-card top-card-layout__title top-card-layout__headline " +
    "profile-info-subheader markdown-body"
  ).split(" ");
  const CLASS = new Set(CLASSES);
  const MICROFORMAT = /^(?:[pue]|dt)-[a-z]/;
  // Text and the values of attributes that stay are stepped over; what is left is an attribute to drop.
  const UNNEEDED = new RegExp(
    '(>[^<]*|"[^"]*")|\\s(?!(?:href|alt|aria-hidden|aria-label|aria-level|role|hidden|lang|datetime|itemprop|itemtype|itemscope|rel|data-section|' +
      'data-testid|data-anonymize|data-canonical-src|title|content)[=\\s>]|type="password"|data-target="UserProfile"|style="[^"]*display: ?none|id="(?!ember\\d|[:_]r|[^"]*\\d{4})|id="[^"]*[A-Z][a-z]{3,}"|' +
      // Pictures of the platform itself (photos) are not read; a widget's address names an account.
      'src="(?:https?:)?//(?!(?:media|static)[^/"]*licdn)|componentkey="[^"]*[A-Z][a-z]{3,}"|' +
      `class="(?:[^"]*\\s)?(?:${CLASSES.join("|")}|(?:[pue]|dt)-[a-z-]+)[\\s"])[^\\s"=<>/]+(?:="[^"]*")?`,
    "g",
  );
  // Of LinkedIn's own addresses the part after ? says where a visitor came from, except where it leads elsewhere.
  const OWN_QUERY = /( href="(?:https:\/\/[\w.-]*linkedin\.com)?\/[^"?]*)\?(?![^"]*\b(?:url|to)=)[^"]*/g;
  const OWN_REDIRECT = /( href="[^"?]*linkedin\.com\/(?:safety|redir)[^"?]*\?[^"]*?\burl=[^"&]*)[^"]*/g;
  // Where nothing about the candidate can stand.
  const OWN_PAGES =
    /( href=")(?:https:\/\/[\w.-]*linkedin\.com)?\/(?:legal|signup|uas|login|learning|posts|pulse|feed|help|search|jobs|groups|premium|mynetwork|messaging)(?=[/?"])[^"]*/g;
  const HIDING_STYLE = / style="[^"]*"/g;
  const LONG_VALUE = /( [\w-]+="[^"]{300})[^"]+/g;

  // An empty div with an id is an anchor that names the section after it, so it stays.
  const EMPTY = /<(div|span)>\s?<\/\1>|<(icon|i|code)(?: (?:id|style|class)="[^"]*")*>\s?<\/\2>/g;

  /** @type {Map<string, string>} */
  const classes = new Map();
  /** @param {string} value */
  function classesIn(value) {
    const known = classes.get(value);
    if (known !== undefined) return known;
    const kept = value.split(/\s+/).filter((token) => CLASS.has(token) || MICROFORMAT.test(token)).join(" ");
    classes.set(value, kept);
    return kept;
  }

  /** Drops elements together with what is in them; the inner of two of one kind first. @param {string} html */
  function withoutDropped(html) {
    for (let again = true, pass = 0; again && pass < 50; pass += 1) {
      again = false;
      html = html.replace(DROPPED, (whole, name, start) => {
        const inner = whole.lastIndexOf(`<${name}`);
        if (inner > 0) {
          again = true;
          return whole.slice(0, inner);
        }
        if (name !== "svg") return "";
        // Of icons the marks of the platform are read (verified, member since), by label or by name.
        const named = start.match(/\saria-label="[^"]*"|\sid="[^"]*(?:verif|premium|bug)[^"]*"/g);
        return named ? `<svg${named.join("")}></svg\u0000>` : "";
      });
    }
    return html.replaceAll("\u0000", "");
  }

  /**
   * Serialised HTML without what no reader needs.
   * @param {string} html
   */
  function compact(html) {
    html = html.replaceAll("\u0000", "").replace(RAW, "$4$5");
    // Attributes before elements: they are most of the source, and every later pass copies what is
    // left. Not before the unescaped text above is gone, in which quotes and marks have no end.
    html = withoutDropped(html.replace(UNNEEDED, "$1")).replace(VOID, "");
    if (!html.includes("<pre")) html = html.replace(/\s{2,}/g, " ");
    if (touchstoneSettings.builtIn(location.hostname) === "linkedin") {
      html = html.replace(OWN_PAGES, "$1#").replace(OWN_QUERY, "$1").replace(OWN_REDIRECT, "$1");
    }
    return html
      .replace(LONG_VALUE, "$1")
      .replace(HIDING_STYLE, ' style="display:none"')
      .replace(/ class="([^"]*)"/g, (_, value) => ` class="${classesIn(value)}"`)
      .replace(EMPTY, " ")
      .replace(EMPTY, " ");
  }

  /**
   * Has the engine compile the passes above while the page is idle, so that a reading does not pay
   * for it: on a large page that is half of its time. An engine compiles for long texts of wide
   * characters apart from others, and pages are that (a bullet suffices), and one of the engines
   * only for what it met several times.
   */
  function prepare() {
    const like = `<p class="n" title="\u2022">\u2022 <a href="/in/x?y" data-x="">x</a><code id="bpr-x"></code></p>`;
    // Another text each time: the answer for the same one is remembered, not worked out.
    for (let time = 0; time < 3; time += 1) compact(like.repeat(200 + time));
  }

  /** Whether there is any text but space, without copying it. @param {Element} element */
  function hasText(element) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (/\S/.test(texts.currentNode.nodeValue ?? "")) return true;
    return false;
  }

  /** The part of the page that is about the candidate: the largest main landmark, else all. */
  function mainPart() {
    const body = /** @type {Element} */ (all("body")[0] ?? all("html")[0]);
    // Elsewhere the name often stands in a header outside of main, or a candidate in a dialog.
    if (!touchstoneSettings.builtIn(location.hostname)) return body;
    let best = body;
    let length = 0;
    const mains = all("main, [role=main]");
    if (mains.length === 1 && mains[0] && hasText(mains[0])) return mains[0];
    for (const element of mains) {
      const size = textOf(element).length;
      if (size > length) [best, length] = [element, size];
    }
    return best;
  }

  /** @param {string} text */
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

  /** JSON-LD without posts and articles, which fill most of it on some pages. @param {string} text */
  function withoutArticles(text) {
    try {
      const data = JSON.parse(text);
      if (Array.isArray(data["@graph"])) {
        data["@graph"] = data["@graph"].filter((/** @type {Record<string, unknown>} */ node) => !/Article|Posting|Review|Video|Course|Breadcrumb/.test(String(node?.["@type"])));
      }
      return JSON.stringify(data);
    } catch {
      return text;
    }
  }

  function headPart() {
    let head = `<title>${escaped(rawTitle().slice(0, 1000))}</title>`;
    let room = LARGEST_JSON_LD;
    let canonical = "";
    // One walk over the page for all of them.
    for (const element of all('meta[name], meta[property], link[rel=canonical], script[type="application/ld+json"]')) {
      if (element.localName === "meta") head += metaPart(element);
      if (element.localName === "link") canonical ||= `<link rel="canonical" href="${escaped((element.getAttribute("href") ?? "").slice(0, 300))}">`;
      if (element.localName !== "script") continue;
      const text = withoutArticles(textOf(element));
      room -= text.length;
      if (room >= 0) head += `<script type="application/ld+json">${text.replaceAll("</", "<\\/")}</script>`;
    }
    return head + canonical;
  }

  /** @param {Element} meta */
  function metaPart(meta) {
    const key = meta.hasAttribute("property") ? "property" : "name";
    const name = meta.getAttribute(key) ?? "";
    if (!META.test(name)) return "";
    return `<meta ${key}="${name}" content="${escaped((meta.getAttribute("content") ?? "").slice(0, 2000))}">`;
  }

  /** @returns {PageToken} which page this is, without the counter that some titles start with */
  function token() {
    // What stands after # is a place in the page, or, in some applications, which page it is.
    const url = location.href.replace(/#(?!!?\/).*/, "");
    const title = rawTitle().replace(/^\(\d+\+?\)\s*/, "");
    // A page may make it as long as it likes. No half of a character stays at the end.
    return { url, title: title.slice(0, LONGEST_TITLE).replace(/[\ud800-\udbff]$/, "") };
  }

  /**
   * Frames and documents that are large enough for a résumé, with the body of those that may be read. On the
   * built-in platforms nothing of the candidate stands in frames.
   * @param {Element} part @returns {{ element: Element, inside: HTMLElement | undefined }[]}
   */
  function documents(part) {
    if (touchstoneSettings.builtIn(location.hostname)) return [];
    const found = [...all("iframe, embed, object")].filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width >= 300 && height >= 300 && part.contains(element);
    });
    return found.flatMap((element) => {
      // Null where the frame is of another origin or the browser's own viewer.
      const inner = element instanceof HTMLIFrameElement ? element.contentDocument : null;
      // A frame that is written into is a draft.
      if (inner?.designMode === "on" || inner?.body?.isContentEditable) return [];
      return [{ element, inside: inner?.body && hasText(inner.body) ? inner.body : undefined }];
    });
  }

  /** HTML without what the user is writing: that is nobody's business. @param {Element} part @param {Document} owner */
  function sourceOf(part, owner) {
    let source = part.outerHTML;
    for (const draft of Document.prototype.querySelectorAll.call(owner, '[contenteditable]:not([contenteditable="false"])')) {
      if (part.contains(draft)) source = source.replace(draft.outerHTML, "");
    }
    return source;
  }

  const FRAME = new RegExp(`<iframe(?=[\\s>])${TAG_END}</iframe>`, "g");

  /** Puts what stands in frames into their places, and a mark for each document that was not read. @param {string} body @param {Element} part */
  function withDocuments(body, part) {
    const found = documents(part);
    if (!found.length) return body;
    const written = new Map(found.map(({ element, inside }) => [element, inside ? frameOf(inside) : '<iframe role="document"></iframe>']));
    const frames = [...all("iframe")].filter((frame) => part.contains(frame));
    // Text that only looks like a frame would put the words of one into the place of another.
    if (frames.length === (body.match(FRAME)?.length ?? 0)) {
      let at = 0;
      body = body.replace(FRAME, () => {
        const frame = /** @type {Element} */ (frames[at++]);
        const text = written.get(frame) ?? "";
        written.delete(frame);
        return text;
      });
    }
    return body + [...written.values()].join("");
  }

  /** @param {HTMLElement} inside */
  function frameOf(inside) {
    const source = sourceOf(inside, inside.ownerDocument);
    if (source.length > LARGEST_SOURCE) return '<iframe role="document"></iframe>';
    return compact(source).replace(/^<body/, '<div role="document"').replace(/<\/body>$/, "</div>");
  }

  /** @returns {Captured} */
  function capture() {
    const part = mainPart();
    const source = sourceOf(part, document);
    const tooLong = source.length > LARGEST_SOURCE;
    let body = withDocuments(compact(tooLong ? source.slice(0, source.lastIndexOf("<", LARGEST_SOURCE)) : source), part);
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
  /** The address that the worker was told of before it is read. */
  let announced = "";
  /** What holds of the settings. */
  let holds = touchstoneSettings.load();
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
    const length = documents(mainPart()).reduce((sum, { inside }) => sum + textOf(inside).length, textOf(mainPart()).length);
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
    if (!answer) {
      // Nobody will answer any more: what the worker left unfinished goes, until the page becomes another.
      leave();
      lastRead = state;
      return;
    }
    const settings = await holds;
    if (!samePage(page, token())) return leave();
    showBadge(answer.badge, settings);
  }

  /** @param {Answer["badge"] | undefined} badge @param {Settings} settings */
  function showBadge(badge, settings) {
    if (!badge || !touchstoneSettings.drawsBadge(settings, location)) {
      touchstoneBadge.remove();
      return;
    }
    const { level, words } = badge;
    // In the language of the badge's own menu.
    const spoken = words[chrome.i18n.getMessage("language")] ?? words.en;
    touchstoneBadge.show({ level, words: spoken }, settings.corners[location.hostname], {
      open: () => void tell({ kind: "open" }),
      settings: () => void tell({ kind: "settings" }),
    });
  }

  // --- showing words -------------------------------------------------------------------------

  /** The places of the page's text, and the text without its spaces. */
  function pageText() {
    const body = all("body")[0] ?? document.documentElement;
    const nodes = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    /** @type {{ node: Text, start: number }[]} */
    const places = [];
    let text = "";
    while (nodes.nextNode()) {
      const node = /** @type {Text} */ (nodes.currentNode);
      // What nobody sees has no place on the page.
      const words = node.parentElement?.getClientRects().length ? node.data.replace(/\s+/g, "") : "";
      if (words) places.push({ node, start: text.length });
      text += words;
    }
    return { places, text };
  }

  /** The position in a node before its letter number `count`, spaces not counted. @param {string} data @param {number} count */
  function offsetOf(data, count) {
    let at = 0;
    for (let seen = 0; at < data.length; at += 1) {
      if (/\s/.test(data.charAt(at))) continue;
      if (seen === count) break;
      seen += 1;
    }
    return at;
  }

  /** Selects the words and scrolls to them, because the user asked for it. @param {string} words @returns {boolean} */
  function showWords(words) {
    const wanted = words.replace(/\s+/g, "");
    const { places, text } = pageText();
    const start = text.indexOf(wanted);
    const end = start + wanted.length - 1;
    const first = places.findLast((place) => place.start <= start);
    const last = places.findLast((place) => place.start <= end);
    const selection = getSelection();
    if (!wanted || start < 0 || !first || !last || !selection) return false;
    const range = document.createRange();
    range.setStart(first.node, offsetOf(first.node.data, start - first.start));
    range.setEnd(last.node, offsetOf(last.node.data, end - last.start) + 1);
    selection.removeAllRanges();
    selection.addRange(range);
    first.node.parentElement?.scrollIntoView({ block: "center" });
    return true;
  }

  /** The page for the candidate in the panel, which the user asked for. @returns {Promise<Captured | { off: true }>} */
  async function captureForCase() {
    const settings = await holds;
    return touchstoneSettings.isOff(settings, location) ? { off: true } : capture();
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
    return touchstoneSettings.readsAlone(await holds, location);
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
    void announce();
  }

  /** Has the worker get ready while the page comes to rest: a browser ends it after half a minute, and it starts slowly. */
  async function announce() {
    if (announced === location.href || document.visibilityState === "hidden") return;
    announced = location.href;
    if (!stopped && (await mayRead())) void tell({ kind: "soon" });
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

  /** What comes into a frame changes nothing in the page around it. @param {Event} event */
  const onFrame = (event) => {
    if (event.target instanceof HTMLIFrameElement) schedule();
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

  async function readByClick() {
    if (touchstoneSettings.isOff(await holds, location)) return;
    clicked = token().url;
    quiet = QUIET_MS;
    start();
    await read(true);
  }

  /** @param {ToPage} message @param {chrome.runtime.MessageSender} _sender @param {(reply: unknown) => void} reply */
  function onMessage(message, _sender, reply) {
    if (stopped) return undefined;
    if (message.kind === "capture") {
      void captureForCase().then(reply);
      return true;
    }
    if (message.kind === "show") reply(message.url === token().url && showWords(message.words));
    if (message.kind === "where") reply(shown ?? null);
    // The user set a line aside: the badge says what the panel says.
    if (message.kind === "badge" && shown && message.url === token().url) void holds.then((settings) => showBadge(message.badge, settings));
    if (message.kind === "read") {
      reply(true);
      void readByClick();
    }
    return undefined;
  }

  /** Settings may be changed while the page is open. */
  const onSettings = async () => {
    if (stopped) return;
    holds = touchstoneSettings.load();
    const settings = await holds;
    // What holds is worked out when the extension has started; the page may have been there before.
    if (touchstoneSettings.watches(settings, location.hostname)) start();
    // A page that was left alone may be read again.
    if (!shown && touchstoneSettings.readsAlone(settings, location)) return schedule();
    if (!shown) return;
    if (touchstoneSettings.isOff(settings, location)) leave();
    else if (clicked !== token().url && !touchstoneSettings.readsAlone(settings, location)) leave();
    else if (!touchstoneSettings.drawsBadge(settings, location)) touchstoneBadge.remove();
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
    document.addEventListener("load", onFrame, true);
    if (touchstoneSettings.isCandidate(location)) requestIdleCallback(prepare);
    watch();
  }

  function stop() {
    stopped = true;
    observer.disconnect();
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", watch);
    document.removeEventListener("load", onFrame, true);
    window.removeEventListener("popstate", onNavigation);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", onShow);
    globalThis.navigation?.removeEventListener("currententrychange", onNavigation);
    touchstoneBadge.remove();
  }

  globalThis.touchstoneCapture = { stop, compact, capture, prepare };
  chrome.runtime.onMessage.addListener(onMessage);
  chrome.storage.onChanged.addListener(onSettings);
  void holds.then((settings) => {
    if (touchstoneSettings.watches(settings, location.hostname)) start();
  });
})();
