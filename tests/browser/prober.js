// What a platform's page can find out about extensions, as such pages are documented to do it: the
// whole is one script for the head of a page, before anything else runs. It is turned into text
// and must use nothing from around it.

/** Runs in the page. Leaves `window.prober`, which tells what was noticed. */
function watch() {
  const seen = { calls: [], changes: [], events: [] };
  let paused = false;
  const note = (kind, what) => paused || seen[kind].push(what);

  // Own functions of the page, looked at before they are hooked.
  const { getOwnPropertyDescriptor: describe, defineProperty: define, getOwnPropertyNames: names } = Object;
  const hooked = [
    [Document.prototype, "querySelector querySelectorAll getElementById getElementsByTagName createElement createElementNS createTreeWalker createRange elementsFromPoint adoptedStyleSheets title body cookie hasFocus"],
    [Element.prototype, "querySelector querySelectorAll outerHTML innerHTML getAttribute setAttribute attachShadow shadowRoot append remove getBoundingClientRect getClientRects scrollIntoView closest matches"],
    [Node.prototype, "textContent appendChild insertBefore removeChild cloneNode contains"],
    [HTMLElement.prototype, "innerText click focus blur dataset style"],
    [CharacterData.prototype, "data"],
    [Range.prototype, "setStart setEnd getClientRects"],
    [Selection.prototype, "removeAllRanges addRange toString"],
    [History.prototype, "pushState replaceState"],
    [EventTarget.prototype, "addEventListener removeEventListener dispatchEvent"],
    [MutationObserver.prototype, "observe disconnect takeRecords"],
    [XMLHttpRequest.prototype, "open send"],
    [Storage.prototype, "getItem setItem"],
    [CSSStyleDeclaration.prototype, "setProperty getPropertyValue"],
    [CustomElementRegistry.prototype, "define"],
    [window, "getComputedStyle getSelection scrollTo scrollBy requestIdleCallback requestAnimationFrame setTimeout fetch postMessage matchMedia open"],
  ];
  const { addEventListener } = EventTarget.prototype;
  const { observe } = MutationObserver.prototype;
  const listen = (target, kind, listener) => Reflect.apply(addEventListener, target, [kind, listener, true]);

  // Everything that happens to the document, from its first element on.
  const tell = (node) => (node.nodeType === 1 ? node.localName : node.nodeName);
  const observer = new MutationObserver((list) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of list) {
      note("changes", [type, tell(target), attributeName, [...addedNodes].map(tell).join(), [...removedNodes].map(tell).join()].filter(Boolean).join(" "));
    }
  });
  const everything = { childList: true, subtree: true, attributes: true, characterData: true };
  const kinds =
    "message messageerror error unhandledrejection securitypolicyviolation focus blur focusin focusout scroll scrollend selectionchange visibilitychange click mousedown pointerdown keydown copy beforeprint popstate hashchange storage resize animationstart transitionrun";
  for (const kind of kinds.split(" ")) for (const target of [window, document]) listen(target, kind, (event) => note("events", `${kind} of ${event.target === window ? "window" : tell(event.target)}${event.isTrusted ? "" : " (made)"}`));

  for (const [holder, list] of hooked) {
    const owner = holder === window ? "window" : holder.constructor.name;
    for (const name of list.split(" ")) {
      const before = describe(holder, name);
      if (!before) continue;
      const spied = (own) => own && new Proxy(own, { apply: (target, self, given) => (note("calls", `${owner}.${name}`), Reflect.apply(target, self, given)) });
      define(holder, name, "value" in before ? { ...before, value: spied(before.value) } : { ...before, get: spied(before.get), set: spied(before.set) });
    }
  }

  /** What can be looked at at any time. */
  const state = () => ({
    html: document.documentElement.outerHTML,
    globals: names(window).sort(),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    style: ["html", "body", "main", "h1"].map((tag) => JSON.stringify({ ...getComputedStyle(document.querySelector(tag) ?? document.body) }).length),
    custom: [...document.querySelectorAll("*")].filter(({ localName }) => localName.includes("-")).length,
    entries: performance.getEntriesByType("resource").map(({ name }) => name),
    scroll: [scrollX, scrollY],
    selection: getSelection().toString(),
    focus: document.activeElement.localName,
    history: history.length,
    kept: [localStorage.length, sessionStorage.length, document.cookie],
    messaging: [typeof window.chrome?.runtime, typeof window.browser],
    frames: window.length,
  });
  let first;
  listen(document, "DOMContentLoaded", () => {
    paused = true;
    first = state();
    Reflect.apply(observe, observer, [document, everything]);
    paused = false;
  });

  /** Texts and attributes that name an extension, in every tree that can be reached. */
  function addresses(root) {
    const found = [];
    for (const element of root.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) if (/(?:chrome|moz)-extension:/.test(value)) found.push(`${element.localName} ${name}`);
      for (const child of element.childNodes) if (child.nodeType === 3 && /(?:chrome|moz)-extension:/.test(child.data)) found.push(`${element.localName} text`);
      if (element.shadowRoot) found.push(...addresses(element.shadowRoot));
    }
    return found;
  }

  /** The files that answer, by each way to ask for one. */
  async function files(base, paths) {
    const made = (tag, key) => (address) =>
      new Promise((done) => {
        const element = document.createElement(tag);
        element.onload = () => done(true);
        element.onerror = () => done(false);
        if (tag === "link") element.rel = "stylesheet";
        element[key] = address;
        document.head.append(element);
      });
    const ways = { fetch: (address) => fetch(address).then(() => true, () => false), img: made("img", "src"), script: made("script", "src"), link: made("link", "href") };
    const asked = paths.flatMap((path) => Object.entries(ways).map(async ([way, ask]) => (await ask(base + path)) && `${way} ${path}`));
    return (await Promise.all(asked)).filter(Boolean);
  }

  window.prober = {
    /** What was noticed until now, and what is another than when the page was there. */
    report() {
      paused = true;
      const now = state();
      const changed = Object.keys(now).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(first[key]));
      const out = { ...seen, changed, addresses: addresses(document), messaging: now.messaging, entries: now.entries };
      paused = false;
      return out;
    },
    /** What a page does itself: more of it comes. */
    grow() {
      paused = true;
      document.querySelector("main").append("More came while scrolling.");
      paused = false;
    },
    /** Asks for files: last, since it changes the page itself. */
    probe(base, paths) {
      paused = true;
      return files(base, paths);
    },
    /** The elements under <html> beside head and body, and what can be known about each. */
    hosts() {
      paused = true;
      const others = [...document.documentElement.children].filter(({ localName }) => !["head", "body"].includes(localName));
      const out = others.map((element) => {
        let closed = false;
        try {
          element.attachShadow({ mode: "open" });
        } catch {
          closed = element.shadowRoot === null;
        }
        return { name: element.localName, attributes: [...element.attributes].map(({ name }) => name), children: element.childNodes.length, closed };
      });
      paused = false;
      return out;
    },
  };
}

/** The script, for the head of a page. */
export const PROBER = `(${watch})()`;
