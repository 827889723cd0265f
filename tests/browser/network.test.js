// No network: a long session in which everything is done that the extension can do, while the
// browser's own log of its network, the proxy and the interception of the pages all record. A copy
// of the extension that tries every way out is caught, so a silent log means something.

import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createSocket } from "node:dgram";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { filesIn } from "../../build/files-in.js";
import { deskOf, drop, fixture } from "./desk-page.js";
import { start, until } from "./driver.js";
import { ANSELM, github, linkedin } from "./pages.js";

const SETTINGS = {
  platforms: { linkedin: { read: "auto", badge: true }, github: { read: "auto", badge: true }, upwork: { read: "auto", badge: true } },
  corners: {},
  off: [],
  asked: true,
};

const UPWORK = { url: "https://www.upwork.com/freelancers/~01tarnwick", html: readFileSync("tests/pages/samples/contradictions.html", "utf8") };

/** Hosts that the browsers themselves ask, with or without an extension. */
const OWN_OF_BROWSERS = /(?:^|\.)(?:mozilla\.(?:com|org|net)|google(?:apis)?\.com|gstatic\.com|localhost)$/;

/** Has the browser write down all that its network does. @param {string} folder */
const logging = (folder) => ({
  args: [`--log-net-log=${join(folder, "net.json")}`, "--net-log-capture-mode=Everything"],
  env: { MOZ_LOG: "sync,nsHttp:3", MOZ_LOG_FILE: join(folder, "net") },
});

/**
 * What Chromium's network did: the addresses, and the events in which the extension is the initiator, the site or the key of a connection.
 * @param {string} folder @param {string} base of the extension
 */
function chromiumLog(folder, base) {
  const { constants, events } = JSON.parse(readFileSync(join(folder, "net.json"), "utf8"));
  const nameOf = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  assert.ok(events.length > 100, "the log has its events");
  const addresses = [];
  const byExtension = [];
  for (const { type, params = {} } of events) {
    const name = nameOf.get(type) ?? "";
    const text = JSON.stringify(params);
    if (text.includes(new URL(base).hostname)) byExtension.push(`${name} ${text}`);
    if (name === "UDP_BYTES_SENT") addresses.push(`udp://${params.address}`);
    else if (/^(?:URL_REQUEST_START_JOB|HTTP_STREAM_JOB_CONTROLLER|HOST_RESOLVER_MANAGER_REQUEST)$/.test(name)) addresses.push(params.url ?? params.host);
  }
  return { addresses: addresses.filter(Boolean), byExtension };
}

/** What Firefox's processes wanted to open, also where a policy then refused it; the log does not say for whom. @param {string} folder */
function firefoxLog(folder) {
  const logs = readdirSync(folder).filter((name) => name.startsWith("net"));
  const text = logs.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const addresses = [...text.matchAll(/nsHttp\s+uri=(\w+:\S+)/g)].map(([, address]) => address);
  assert.ok(logs.length > 1 && addresses.length > 0, "the log has its lines");
  return { addresses, byExtension: [] };
}

/** The host of an address, of a proxy's host:port, and of a datagram. @param {string} address */
const hostOf = (address) => (URL.canParse(address) && new URL(address).host ? new URL(address).hostname : address.replace(/:\d+$/, ""));

/** What the recorders saw that is neither the browser's own nor a page that a test opened; the browser must be closed. */
function seen(browser, folder) {
  const { addresses, byExtension } = browser.isChromium ? chromiumLog(folder, browser.base) : firefoxLog(folder);
  const served = new Set(browser.pages.keys());
  // The browser connects early to the hosts of the pages that it opens, and asks them for their icon.
  const visited = new Set([...served].map(hostOf));
  const ofPage = (address) => served.has(address.replace(/#.*/, "")) || /\/favicon\.ico$/.test(address) || /:443$/.test(address) || new URL(address).pathname === "/";
  const foreign = (address) => !OWN_OF_BROWSERS.test(hostOf(address)) && !(visited.has(hostOf(address)) && ofPage(address));
  return { byExtension, foreign: [...new Set([...addresses, ...browser.proxy.asked, ...browser.asked].filter(foreign))] };
}

/** What scripts reach a network with; what no policy of a page refuses stands in tests/contract.rs too. */
const WAYS_OUT =
  /\b(?:fetch|importScripts|eval)\(|\bimport\((?!"\.\/)|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection|preconnect|prefetch|window\.open|location\.(?:assign|replace)\(|location(?:\.href)? = |new (?:Image|Function|SharedWorker)|innerHTML|document\.write/g;

describe("what ships", () => {
  for (const name of ["chromium", "firefox"]) {
    test(`to ${name} fetches nothing but its own WebAssembly`, () => {
      const scripts = filesIn(join("dist", name)).filter((path) => path.endsWith(".js"));
      assert.ok(scripts.length > 25);
      for (const path of scripts) {
        const code = readFileSync(path, "utf8").replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
        const loader = path.endsWith("/wasm/" + path.split("/").at(-2) + "/touchstone.js");
        // The loader is generated: one request, of the file beside it.
        const own = /module_or_path = new URL\('touchstone_bg\.wasm', import\.meta\.url\);/.test(code) ? ["fetch("] : [];
        assert.deepEqual(code.match(WAYS_OUT) ?? [], loader ? own : [], path);
      }
      const { content_security_policy, permissions, ...manifest } = JSON.parse(readFileSync(join("dist", name, "manifest.json"), "utf8"));
      assert.match(content_security_policy.extension_pages, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';.* connect-src 'none';.* form-action 'none'/);
      assert.deepEqual(permissions.filter((one) => /request|cookies|downloads|proxy|dns|gcm|messaging|sockets|\/\//i.test(one)), []);
      assert.deepEqual(["host_permissions", "update_url", "externally_connectable", "web_accessible_resources"].filter((key) => key in manifest), []);
    });
  }
});

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(`network in ${name}`, { timeout: 180_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "touchstone-net-"));
    const spoiled = mkdtempSync(join(tmpdir(), "touchstone-net-"));
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;
    before(async () => {
      browser = await start(name, logging(folder));
      await browser.settings(SETTINGS);
    });
    after(async () => {
      await browser?.close();
      for (const one of [folder, spoiled]) rmSync(one, { recursive: true, force: true });
    });

    const { openTab, panelOf, click, withSources, paste } = deskOf(() => browser);

    test("a long session asks for nothing", async () => {
      // Verdicts on the platforms that are built in, and what a panel can do with one.
      for (const [address, html] of [["https://github.com/mira-okonedo-net", github()], ["https://www.linkedin.com/in/tobias-fernlund-net/", linkedin()]]) {
        const page = await browser.open(address, html);
        await browser.verdictOn(address);
        await page.close();
      }
      const { page, tab } = await openTab(UPWORK);
      await browser.verdictOn(UPWORK.url);
      const panel = await panelOf(tab);
      await panel.bringToFront();
      await until(() => panel.evaluate(() => document.querySelectorAll(".card[data-line]").length > 1), "the lines");
      await panel.evaluate(async () => {
        navigator.clipboard.writeText = async () => undefined;
        window.print = () => undefined;
        const wait = () => new Promise((done) => setTimeout(done, 150));
        for (const fold of document.querySelectorAll("details")) fold.open = true;
        const controls = ["input[data-act=count]", "input[data-act=step]", "button[data-act=copy]", "button[data-act=save]", "button[data-act=print]", "button[data-act=undo]"];
        for (const selector of controls) {
          document.querySelector(selector)?.click();
          await wait();
        }
        const note = document.querySelector("textarea[data-act=note]");
        note.value = "Met on Tuesday";
        note.dispatchEvent(new Event("input", { bubbles: true }));
        for (const form of ["dismiss", "quiet"]) {
          document.querySelector(`form[data-act=${form}]`)?.requestSubmit();
          await wait();
        }
      });

      // Several sources, one of them a file that is opened here; the words are shown in the page.
      const one = await openTab(ANSELM.linkedin);
      const two = await openTab(ANSELM.github);
      const first = await panelOf(one.tab);
      await click(first, "#add-tab");
      await withSources(first, 1);
      const desk = await panelOf(two.tab);
      await click(desk, "#add-tab");
      await withSources(desk, 2);
      await drop(desk, fixture("pdf-platform-export", "profile.pdf"), fixture("docx-headings", "cv.docx"));
      await withSources(desk, 4);
      await paste(desk, "Anselm Brandt\nPlatform engineer\nhttps://brandt.example/cv");
      await withSources(desk, 5);
      await desk.evaluate(() => [...document.querySelectorAll("button[data-do=show]")].forEach((button) => button.click()));
      for (const open of [first, desk, one.page, two.page, panel]) await open.close();
      await page.bringToFront();

      // Every page of the settings, kept candidates, links switched off and on, quiet, practice.
      const options = await browser.openOwn("options.html");
      await until(() => options.evaluate(() => document.getElementById("title") !== null), "the settings");
      for (const hash of ["#welcome", "#policy", "#reads", "#settings"]) {
        await options.evaluate((next) => void (location.hash = next), hash);
        await until(() => options.evaluate((next) => document.activeElement?.id === "title" && location.hash === next, hash), hash);
      }
      const inForce = (key) => options.evaluate(async (wanted) => (await chrome.storage.local.get("inForce")).inForce[wanted], key);
      const chosen = async (id, key) => {
        const before = await inForce(key);
        await options.evaluate((box) => document.getElementById(box).click(), id);
        await until(async () => (await inForce(key)) !== before, id);
      };
      for (const [id, key] of [["links-choice", "links"], ["links-choice", "links"], ["known-choice", "known"], ["keep-choice", "keep_days"]]) await chosen(id, key);
      await options.evaluate(() => {
        HTMLAnchorElement.prototype.click = () => undefined;
        document.getElementById("silence-hour").click();
      });
      await until(async () => (await inForce("snooze_until")) !== null, "the quiet");
      await options.evaluate(() => document.getElementById("silence-end").click());
      await until(async () => (await inForce("snooze_until")) === null, "the end of the quiet");
      await browser.allow("https://gitlab.com/*");
      await options.bringToFront();
      await options.click("#more input[name=gitlab]");
      await until(() => options.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1), "another platform");
      const other = await browser.open("https://gitlab.com/mira-okonedo-net", github());
      await browser.verdictOn("https://gitlab.com/mira-okonedo-net");
      await other.close();
      await options.evaluate(() => void (location.hash = "#welcome"));
      await until(() => options.evaluate(() => document.getElementById("practice-open") !== null), "the practice");
      await options.evaluate(() => document.getElementById("practice-open").click());
      await until(() => options.evaluate(() => /Kubernetes/.test(chrome.extension.getViews({ type: "tab" }).find((view) => view.location.search.startsWith("?practice"))?.document.getElementById("panel").innerText)), "the practice candidate", 20_000);
      await page.bringToFront();
      await page.reload();
      await browser.verdictOn(UPWORK.url);

      await browser.close();
      assert.deepEqual(seen(browser, folder), { byExtension: [], foreign: [] });
    });

    test("a copy that tries every way out is refused by its policy or caught by a recorder", async () => {
      const datagrams = createSocket("udp4");
      let stun = 0;
      datagrams.on("message", () => (stun += 1));
      await new Promise((done) => datagrams.bind(0, "127.0.0.1", done));
      const ways = `
        globalThis.refused = [];
        addEventListener("securitypolicyviolation", ({ blockedURI }) => globalThis.refused.push(new URL(blockedURI).hostname));
        fetch("https://fetch.example.invalid/").catch(() => undefined);
        document.body.append(Object.assign(document.createElement("img"), { src: "https://img.example.invalid/" }));
        document.head.append(Object.assign(document.createElement("link"), { rel: "preconnect", href: "https://preconnect.example.invalid/" }));
        try { new WebSocket("wss://socket.example.invalid/"); } catch {}
        try { navigator.sendBeacon("https://beacon.example.invalid/"); } catch {}
        void chrome.tabs.create({ url: "https://tab.example.invalid/", active: false });
        const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${datagrams.address().port}" }] });
        peer.createDataChannel("x");
        void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
        const form = Object.assign(document.createElement("form"), { action: "https://form.example.invalid/", method: "post" });
        document.body.append(form);
        form.submit();`;
      const copy = await start(name, {
        ...logging(spoiled),
        change(own) {
          appendFileSync(join(own, "panel.js"), ways);
          appendFileSync(join(own, "background.js"), `\nfetch("https://worker.example.invalid/").catch(() => undefined);`);
          appendFileSync(join(own, "capture.js"), `\nfetch("https://page.example.invalid/").catch(() => undefined);`);
        },
      });
      try {
        await copy.settings(SETTINGS);
        const page = await copy.open("https://github.com/mira-okonedo-out", github());
        await copy.verdictOn("https://github.com/mira-okonedo-out");
        const panel = await copy.openOwn("panel.html?tab=0");
        // What its policy refuses; nothing of it may reach the network.
        await until(async () => {
          const refused = await panel.evaluate(() => globalThis.refused);
          return ["fetch", "img", "socket", "beacon", "form"].every((one) => refused.includes(`${one}.example.invalid`));
        }, "the refusals");
        // What no policy can refuse (Firefox sends no datagram past its proxy): here the recorders alone stand between a fault and the network.
        await until(() => copy.proxy.asked.some((address) => address.startsWith("tab.")) && (stun > 0 || !copy.isChromium), "the open ways");
        await page.close();
      } finally {
        await copy.close();
        datagrams.close();
      }
      const { byExtension, foreign } = seen(copy, spoiled);
      const caught = new Set(foreign.map(hostOf));
      const always = ["preconnect", "page", "tab"];
      for (const way of copy.isChromium ? always : [...always, "worker", "fetch", "img", "beacon"]) assert.ok(caught.has(`${way}.example.invalid`), `${way}: ${[...caught]}`);
      if (!copy.isChromium) return;
      assert.ok(byExtension.some((event) => event.includes("preconnect.example.invalid")), "the log names the extension");
      assert.ok(caught.has("127.0.0.1"), "a datagram");
      for (const way of ["worker", "fetch", "img", "beacon", "socket"]) assert.ok(!caught.has(`${way}.example.invalid`), `${way} got through`);
    });
  });
}
