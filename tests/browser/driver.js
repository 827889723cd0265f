// One driver for both browsers: starts them with the unpacked extension, serves invented pages
// under the platforms' real addresses, and records whatever tries to reach the network.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import puppeteer from "puppeteer-core";

const GECKO_ID = "touchstone@touchstone.invalid";
export const GECKO_UUID = "6f1a2c9e-3b47-4d15-8a70-5c2e9b8d4f10";

const CHROMIUM_ARGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --window-size=1280,900".split(" ");

const FIREFOX_PREFS = {
  "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
  "xpinstall.signatures.required": false,
  "extensions.experiments.enabled": true,
  "app.update.enabled": false,
  // Firefox grants optional permissions without its prompt, which no driver can answer.
  "extensions.webextOptionalPermissionPrompts": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "http://localhost:1/none",
  "network.proxy.type": 1,
  "network.proxy.allow_hijacking_localhost": true,
  // A temporary add-on goes with the browser, and would take with it what it kept.
  "extensions.webextensions.keepStorageOnUninstall": true,
};

/** What makes Firefox light or dark; Chromium is told page by page. */
export const themed = (theme) => ({ "ui.systemUsesDarkTheme": theme === "dark" ? 1 : 0, "layout.css.prefers-color-scheme.content-override": theme === "dark" ? 0 : 1 });

export function programOf(name) {
  return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
}

/** The page's policy at its strictest: what LinkedIn and GitHub send, and more. */
export const STRICT = {
  "content-security-policy":
    "default-src 'none'; script-src 'nonce-page'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; require-trusted-types-for 'script'",
  "content-type": "text/html; charset=utf-8",
};

/** Waits until `look` returns something true. */
export async function until(look, what, ms = 8000) {
  const end = Date.now() + ms;
  let last;
  for (;;) {
    try {
      last = await look();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** A proxy that answers nothing and remembers who asked: any request past the interception. */
async function recorder() {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    asked.push(request.url);
    // A browser that is being closed drops its connections.
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 502 none\r\n\r\n");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  // A start that failed closes nothing, and must not keep the run from ending.
  server.unref();
  return { asked, port: server.address().port, close: () => server.close() };
}

/** In a page of the extension: closes the page of the first run; false where there is none. */
async function closeWelcome() {
  const shown = chrome.extension.getViews({ type: "tab" }).find((view) => view.location.hash === "#welcome");
  if (!shown) return false;
  const { id } = await shown.chrome.tabs.getCurrent();
  await chrome.tabs.remove(id);
  return true;
}

class Browser {
  constructor(name, browser, proxy, extensionBase, folder) {
    Object.assign(this, { name, browser, proxy, base: extensionBase, folder });
    /** Address → {body, headers, status}, or a function of the address that returns one. */
    this.pages = new Map();
    /** What the opened pages, and whoever runs in them, asked for. @type {string[]} */
    this.asked = [];
  }

  get id() {
    return new URL(this.base).hostname;
  }

  get isChromium() {
    return this.name === "chromium";
  }

  newPage() {
    return this.browser.newPage().then((page) => this.serve(page));
  }

  /** Has the served pages answer whatever a page asks for. */
  async serve(page) {
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      const address = request.url();
      if (!/^https?:/.test(address)) return void request.continue().catch(() => undefined);
      this.asked.push(address);
      const found = this.pages.get(address.replace(/#.*/, ""));
      const answer = found
        ? { status: 200, headers: STRICT, ...(typeof found === "string" ? { body: found } : found) }
        : { status: 404, headers: STRICT, body: "<title>not served</title>" };
      request.respond(answer).catch(() => undefined);
    });
    return page;
  }

  /** Opens a served page in a new tab. */
  async open(address, body) {
    if (body !== undefined) this.pages.set(address, body);
    const page = await this.newPage();
    await page.goto(address, { waitUntil: "load" });
    return page;
  }

  /** Opens a private window with a page that asks for what is served; with the numbers of its tab and window. */
  async openPrivate() {
    const before = await this.browser.pages();
    const make = async () => {
      const { id: window, tabs } = await chrome.windows.create({ incognito: true, url: "about:blank" });
      return { window, tab: tabs[0].id };
    };
    const ids = await (await this.desk()).evaluate(make);
    const page = await until(async () => (await this.browser.pages()).find((one) => !before.includes(one)), "the private window");
    await page.bringToFront();
    return { page: await this.serve(page), ...ids };
  }

  /** Leads to a page of the extension itself. Firefox lets it be driven, but never says that it arrived. */
  async goToOwn(page, path) {
    const arriving = page.goto(this.base + path, { waitUntil: "load" });
    if (this.isChromium) await arriving;
    else arriving.catch(() => undefined);
    await until(() => page.evaluate(() => document.readyState === "complete" && typeof chrome?.storage === "object"), path);
  }

  /** A page of the extension itself. */
  async openOwn(path) {
    const page = await this.browser.newPage();
    await this.goToOwn(page, path);
    return page;
  }

  /** Makes a page light or dark; a Firefox is as it was started. */
  async dress(page, theme) {
    if (this.isChromium) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    assert.equal(isDark, theme === "dark", `a page that is ${theme}`);
  }

  /** Has Chromium say of a page what its user prefers; the driver itself knows of no forced colours. */
  async prefer(page, preferences) {
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", { features: Object.entries(preferences).map(([name, value]) => ({ name, value })) });
    for (const [name, value] of Object.entries(preferences)) assert.ok(await page.evaluate((query) => matchMedia(query).matches, `(${name}: ${value})`), `${name}: ${value}`);
  }

  /** The page through which storage is read and written: it sends nothing and draws nothing. */
  async desk() {
    this.deskPage ??= await this.openOwn("options.html");
    return this.deskPage;
  }

  /**
   * Has the first run behind it. Its page comes to the front when the policy had its time, up to five seconds after the
   * installation, and a page that is hidden by then is not read.
   */
  async passFirstRun() {
    const own = await this.openOwn("options.html");
    const decided = await own.evaluate(async () => {
      await chrome.storage.local.set({ welcomed: true });
      return "policy-settled" in (await chrome.storage.session.get(null));
    });
    // Otherwise the worker decides after it has read what was just stored.
    if (decided) await until(() => own.evaluate(closeWelcome), "", 3000).catch(() => undefined);
    await own.close();
  }

  /** Stores the user's settings, and waits until the worker has them hold. */
  async settings(change) {
    const desk = await this.desk();
    await desk.evaluate((given) => chrome.storage.local.set({ settings: given }), change);
    const holds = async ({ platforms, ...given }) => {
      const { inForce } = await chrome.storage.local.get("inForce");
      const same = ([id, { read, badge }]) => inForce.platforms[id].read === read && inForce.platforms[id].badge === badge;
      // What is not given holds as it does for whoever chose nothing.
      const none = { corners: {}, off: [], known: true, asked: false, language: null, one_in: null, keep_days: null, links: true, snooze_until: null };
      return Object.entries(platforms).every(same) && Object.entries({ ...none, ...given }).every(([key, value]) => JSON.stringify(inForce[key]) === JSON.stringify(value));
    };
    await until(() => desk.evaluate(holds, change), "the settings to hold");
  }

  /** States of all tabs, as the panel sees them. */
  async states() {
    const all = await (await this.desk()).evaluate(() => chrome.storage.session.get(null));
    return Object.entries(all)
      .filter(([key]) => key.startsWith("tab:"))
      .map(([key, state]) => ({ tab: Number(key.slice(4)), ...state }));
  }

  async stateOf(url) {
    return (await this.states()).find((state) => state.url === url);
  }

  /** The state of the tab with this address once it is no longer being read. */
  verdictOn(url) {
    const settled = async () => {
      const found = await this.stateOf(url);
      return found && found.state !== "reading" && found;
    };
    return until(settled, `a verdict on ${url}`, 15_000);
  }

  toolbar(tab) {
    return this.desk().then((desk) =>
      desk.evaluate(
        async (tabId) => ({ text: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) }),
        tab,
      ),
    );
  }

  /**
   * Has the browser agree beforehand to one host: a request of the extension, made by a real click, is then
   * granted without the prompt, which no driver can answer. (Firefox agrees to all: see the preference.)
   */
  async allow(origin) {
    if (this.isChromium) await this.onExtensionsPage("addHostPermission", this.id, origin);
  }

  /** Takes a host back as the user does on the browser's own page; in Firefox as any page of the extension may. */
  async withdraw(origin) {
    if (this.isChromium) await this.onExtensionsPage("removeHostPermission", this.id, origin);
    else await (await this.desk()).evaluate((host) => chrome.permissions.remove({ origins: [host] }), origin);
  }

  /** Has Chromium's own page of extensions do something, as its user would. */
  async onExtensionsPage(call, ...given) {
    const page = await this.browser.newPage();
    await page.goto("chrome://extensions/");
    await page.evaluate((name, ...all) => chrome.developerPrivate[name](...all), call, ...given);
    await page.close();
  }

  workerTarget() {
    return this.browser.targets().find((target) => target.type() === "service_worker" && target.url().startsWith(this.base));
  }

  /** Clicks the toolbar button for a page; false where that cannot be driven. */
  async clickToolbar(page) {
    if (!this.isChromium) return false;
    const [own] = [...(await this.browser.extensions()).values()];
    await page.triggerExtensionAction(own);
    return true;
  }

  /** Stops the worker as the browser does when it is idle (Chromium). */
  async killWorker() {
    const target = this.workerTarget();
    if (!target) return;
    const session = await this.browser.target().createCDPSession();
    await session.send("Target.closeTarget", { targetId: target._targetId });
    // Whoever waits for its answer may have woken another by now.
    await until(() => this.workerTarget() !== target, "the end of the worker");
    await session.detach();
  }

  async close() {
    await this.browser.close().catch(() => undefined);
    this.proxy.close();
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }
}

/**
 * Starts a browser. `extension` is a folder, or null for a browser without one; `change` may alter
 * a copy of it first; `profile` is a folder that outlives the browser, for what must survive it. `executable` is another
 * program than the one that is installed, `env` goes beside its environment. With `firstRun` the page of the first run
 * may come.
 */
export async function start(name, { extension = resolve("dist", name), firstRun = false, executable, change, headless = true, lang = "en-US", args = [], prefs = {}, env = {}, profile } = {}) {
  const proxy = await recorder();
  let folder;
  if (extension && !existsSync(join(extension, "manifest.json"))) throw new Error(`${extension} is missing: run ./build.sh first`);
  if (extension && change) {
    folder = mkdtempSync(join(tmpdir(), "touchstone-"));
    cpSync(extension, folder, { recursive: true });
    change(folder);
    extension = folder;
  }
  const common = { headless, acceptInsecureCerts: true, protocolTimeout: 60_000, defaultViewport: null, ...(profile && { userDataDir: profile }) };
  const browser =
    name === "chromium"
      ? await puppeteer.launch({
          ...common,
          executablePath: executable ?? programOf(process.env.CHROMIUM ?? "chromium"),
          pipe: true,
          enableExtensions: true,
          args: [...CHROMIUM_ARGS, `--lang=${lang}`, `--proxy-server=http://127.0.0.1:${proxy.port}`, "--proxy-bypass-list=<-loopback>", ...args],
          env: { ...process.env, LANGUAGE: lang.replace("-", "_"), LANG: `${lang.replace("-", "_")}.UTF-8`, LC_ALL: "", ...env },
        })
      : await puppeteer.launch({
          ...common,
          browser: "firefox",
          executablePath: executable ?? programOf(process.env.FIREFOX ?? "firefox-esr"),
          args: ["--remote-allow-system-access", ...args],
          env: { ...process.env, ...env },
          extraPrefsFirefox: {
            ...FIREFOX_PREFS,
            "network.proxy.http": "127.0.0.1",
            "network.proxy.http_port": proxy.port,
            "network.proxy.ssl": "127.0.0.1",
            "network.proxy.ssl_port": proxy.port,
            ...prefs,
          },
        });
  let base = "";
  if (extension) {
    const id = await browser.installExtension(extension).catch(async (error) => {
      await browser.close();
      throw error;
    });
    base = name === "chromium" ? `chrome-extension://${id}/` : `moz-extension://${GECKO_UUID}/`;
  }
  const started = new Browser(name, browser, proxy, base, folder);
  if (extension && !firstRun) await started.passFirstRun();
  return started;
}
