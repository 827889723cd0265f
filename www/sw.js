// @ts-check
// Keeps the files of this site, so that it works without a network. It keeps exactly the list that
// the build wrote below, each only when its bytes are the ones that were built, and answers only
// for those; it never asks anything of another origin.

/** Address → hash of its bytes, written by the build. @type {Record<string, string>} */
const FILES = {};

/** Changes when any file changes. Written by the build. */
const VERSION = "";

const CACHE = `touchstone-${VERSION}`;
const worker = /** @type {any} */ (globalThis);

/** @param {string} path */
const addressOf = (path) => new URL(path, worker.registration.scope).href;

async function keep() {
  const cache = await caches.open(CACHE);
  const put = async (/** @type {[string, string]} */ [path, integrity]) => {
    const address = addressOf(path);
    const answer = await fetch(address, { integrity, cache: "no-cache", redirect: "error" });
    if (!answer.ok) throw new TypeError(`${path}: ${answer.status}`);
    await cache.put(address, answer);
  };
  await Promise.all(Object.entries(FILES).map(put));
}

/** Older versions are thrown away, other caches of this origin left alone. */
async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("touchstone-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The kept file that an address means; undefined when it is none of ours. @param {string} address */
function meant(address) {
  const { origin, pathname } = new URL(address);
  const scope = new URL(worker.registration.scope);
  if (origin !== scope.origin || !pathname.startsWith(scope.pathname)) return undefined;
  const path = pathname.slice(scope.pathname.length);
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  return Object.hasOwn(FILES, file) ? addressOf(file) : undefined;
}

/** @param {string} address @param {Request} request */
async function answer(address, request) {
  const cache = await caches.open(CACHE);
  // A browser may throw a kept file away; then the server is asked as if there were no worker.
  return (await cache.match(address)) ?? fetch(request);
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keep()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(tidy()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const address = event.request.method === "GET" ? meant(event.request.url) : undefined;
  if (address) event.respondWith(answer(address, event.request));
});
