// The page at www in real browsers: reading, practice, languages, keyboard, no network, one file
// from disk. Everything but the page's own server goes to a proxy that remembers it.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { axe as inspect } from "./axe.js";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../build/serve.js";
import { copyOf, drop, factsOf, fixture } from "./desk-page.js";
import { start, themed, until as untilWithin } from "./driver.js";
import { ANSELM } from "./pages.js";

/** Starting a worker takes its time on a busy machine. */
const until = (look, what, ms = 30_000) => untilWithin(look, what, ms);

const FOLDER = resolve("dist", "www");
const PRACTICE = JSON.parse(readFileSync("www/practice/practice.json", "utf8"));
/** What the browsers ask for themselves, whatever page is open. */
const OWN_OF_BROWSERS = /mozilla\.(?:com|net|org)|firefox\.com|google\.com|googleapis\.com|gvt1\.com|localhost:1\b/;

const RESUME = readFileSync("www/practice/early-cluster.txt", "utf8");

/** The pages of the site: address, and what its `lang` is. */
const PAGES = [
  ["briefing.html", "en"],
  ["fr/briefing.html", "fr"],
  ["indicators/index.html", "en"],
  ["indicators/fr/index.html", "fr"],
  ["indicators/history-technology-before-release.html", "en"],
  ["indicators/fr/history-technology-before-release.html", "fr"],
];

const ready = (page) => until(() => page.evaluate(() => document.body.dataset.ready !== undefined), "the page");
const level = (page) => page.evaluate(() => document.querySelector("#panel .verdict")?.getAttribute("data-level") ?? null);
const judged = (page, expect) => until(async () => (await level(page)) === expect, `the level ${expect}`);
const textOf = (page, selector = "body") => page.evaluate((at) => document.querySelector(at)?.innerText ?? "", selector);
const titles = (page) => page.evaluate(() => [...document.querySelectorAll("#panel .card h3 :first-child")].map((title) => title.textContent));

const isHidden = (page, id) => page.evaluate((name) => !document.getElementById(name)?.checkVisibility(), id);
/** How many cards stand under "To verify". */
const toVerify = (page) =>
  page.evaluate(() => {
    const sections = [...document.querySelectorAll("#panel section")];
    return sections.find((section) => section.querySelector("h2")?.textContent === "To verify")?.querySelectorAll(".card").length ?? 0;
  });

/** Puts a text into the field as a paste does, at once. */
const fill = (page, text) => page.evaluate((value) => (document.getElementById("text").value = value), text);
const paste = async (page, text) => {
  await fill(page, text);
  await page.click("#paste button");
};

/** Pages that axe looked at: it tries to put a style into them, which their policy refuses. */
const inspected = new WeakSet();

async function axe(page, what) {
  inspected.add(page);
  await inspect(page, what);
}

/** Nothing is cut off to the right, and nothing has to be scrolled sideways. */
async function fits(page, what) {
  for (const width of [320, 768, 1280]) {
    await page.setViewport({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    // Below nothing where room is kept for a bar that is not there.
    assert.ok(wide <= 0, `${what} at ${width}: ${wide} too wide`);
  }
}

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(name, { timeout: 600_000 }, () => {
    let server, browser, folder;
    /** What pages asked for, and what their policy refused. */
    const asked = [];
    const refused = [];

    /** A browser that reaches this server and nothing else. */
    const begin = (lang, theme = "light") => {
      const { host } = new URL(server.address);
      return start(name, {
        extension: null,
        lang,
        args: name === "chromium" ? [`--proxy-bypass-list=<-loopback>;${host}`, `--accept-lang=${lang}`] : [],
        prefs: { ...themed(theme), "network.proxy.no_proxies_on": host, "intl.accept_languages": lang, "intl.locale.requested": lang },
      });
    };

    const watch = async (from = browser) => {
      const page = await from.browser.newPage();
      page.on("request", (request) => asked.push(request.url()));
      page.on("console", (message) => {
        if (!inspected.has(page) && /Content.Security.Policy/i.test(message.text())) refused.push(message.text());
      });
      page.on("pageerror", (error) => refused.push(String(error)));
      return page;
    };
    const open = async (path = "", from = browser) => {
      const page = await watch(from);
      await page.goto(server.address + path, { waitUntil: "load" });
      if (path === "") await ready(page);
      return page;
    };

    before(async () => {
      assert.ok(existsSync(join(FOLDER, "index.html")), "run ./build.sh www --no-serve first");
      server = await serve(FOLDER, 0);
      browser = await begin("en-US");
      folder = mkdtempSync(join(tmpdir(), "touchstone-www-"));
    });
    after(async () => {
      await browser?.close();
      await server?.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    test("a pasted text: level, evidence, and the reader led to it", async () => {
      const page = await open();
      assert.equal(await level(page), null);
      assert.match(await textOf(page, "#intro"), /Which details need verification/);
      await paste(page, RESUME);
      await judged(page, "worth-checking");
      assert.deepEqual(await titles(page), ["Technology in a role that ended before its release"]);
      const quotes = await page.evaluate(() => [...document.querySelectorAll("#panel mark")].map((mark) => mark.textContent));
      assert.ok(quotes.includes("Kubernetes") && quotes.includes("February 2008 – October 2011"), quotes.join(" | "));
      await until(() => page.evaluate(() => document.activeElement?.tagName === "H1"), "the focus on the verdict");
      assert.ok(await isHidden(page, "intro"));
      assert.equal(await page.evaluate(() => document.getElementById("text").value), "");
      await page.close();
    });

    test("files: dropped and chosen ones are read as one candidate, and can be taken away", async () => {
      const page = await open();
      await drop(page, ["resume.txt", RESUME]);
      await judged(page, "worth-checking");
      const chosen = join(folder, "letter.md");
      writeFileSync(chosen, "# Bastien Quillfeather\n\nI would like to run your parcels.\n");
      await (await page.$("#files")).uploadFile(chosen);
      const sources = () => page.evaluate(() => [...document.querySelectorAll(".source .strong")].map((source) => source.textContent));
      await until(async () => (await sources()).join() === "resume.txt,letter.md", "both sources");
      await page.click('.source [data-do="remove"]');
      await until(async () => (await sources()).join() === "letter.md", "one source");
      await page.click('#panel [data-do="undo"]');
      await judged(page, "worth-checking");
      await page.close();
    });

    test("a saved page is read as the platform's page that it is", async () => {
      const page = await open();
      const path = join(folder, "profile.html");
      const html = readFileSync("tests/pages/samples/ordinary.html", "utf8").replace("<head>", '<head><link rel="canonical" href="https://github.com/hanneke-vos">');
      writeFileSync(path, html);
      await (await page.$("#files")).uploadFile(path);
      await judged(page, "nothing-stood-out");
      assert.match(await textOf(page, ".source"), /Page, added/);
      await page.close();
    });

    test("what cannot be read is said in a sentence, and the other sources stay", async () => {
      const page = await open();
      await paste(page, RESUME);
      await judged(page, "worth-checking");
      await drop(page, ["empty.txt", "  \n"]);
      await until(async () => /There is no text in it/.test(await textOf(page, ".sources-list")), "the sentence");
      assert.equal(await level(page), "worth-checking");
      await page.close();
    });

    test("PDF and Word files are opened here: evidence, facts, and what cannot be seen", async () => {
      const page = await open();
      const sources = () => page.evaluate(() => [...document.querySelectorAll(".source .strong")].map((source) => source.textContent).join());
      await (await page.$("#files")).uploadFile("tests/files/docx-headings/file.docx");
      await judged(page, "nothing-stood-out");
      assert.equal(await sources(), "file.docx");
      assert.equal((await factsOf(page, 0))["Author"], "Jonas Petrauskas");
      await page.click('#panel [data-do="clear"]');

      await drop(page, fixture("pdf-unseen"), fixture("pdf-password"), fixture("pdf-scanned"), fixture("pdf-cut-short"));
      await until(async () => (await sources()) === "pdf-unseen.pdf,pdf-password.pdf,pdf-scanned.pdf,pdf-cut-short.pdf", "four files");
      const said = await textOf(page, ".sources-list");
      for (const sentence of [/text in this file that cannot be seen/, /asks for a password/, /holds pictures and no text/, /is damaged and could not be read/]) assert.match(said, sentence);
      assert.ok(await level(page), "what could be read is judged");
      assert.ok((await copyOf(page, 0)).includes("[behind something else] Behind a box."));
      await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
      await axe(page, "files");
      await fits(page, "files");
      await page.close();
    });

    test("a saved page and a PDF: what does not fit leads into the file", async () => {
      const page = await open();
      const saved = ANSELM.linkedin.html.replace("https://se.linkedin.com", "https://www.linkedin.com");
      await drop(page, ["profile.html", saved], fixture("pdf-platform-export", "profile.pdf"));
      await until(async () => (await titles(page)).includes("Two sources give the same employers different dates"), "the contradiction");
      await page.evaluate(() => [...document.querySelectorAll("button[data-do=show]")].find((one) => /August 2014/.test(one.dataset.words)).click());
      const found = await page.evaluate(() => document.querySelector(".copy[open] .found")?.textContent);
      assert.match(found ?? "", /August 2014 - March 2019/);
      await page.close();
    });

    test("words that were quoted are shown in the copy of what was read", async () => {
      const page = await open();
      await paste(page, RESUME);
      await judged(page, "worth-checking");
      await page.click('#panel [data-do="show"]');
      const found = await page.evaluate(() => document.querySelector(".copy[open] .found")?.textContent);
      assert.match(found ?? "", /Kubernetes/);
      await page.close();
    });

    test("every practice candidate opens and says what there was to see", async () => {
      const page = await open();
      await paste(page, RESUME);
      await judged(page, "worth-checking");
      for (const { id, level: expect, lines, sources, seen } of PRACTICE) {
        await page.click(`[data-practice="${id}"]`);
        await until(() => page.evaluate((count) => document.querySelectorAll(".source").length === count, sources.length), `the sources of ${id}`);
        await judged(page, expect);
        // The click gave the focus to the button: once the title has it, what is painted is this candidate.
        await until(() => page.evaluate(() => document.activeElement?.tagName === "H1"), `the focus on the verdict of ${id}`);
        assert.equal(await toVerify(page), lines.length, id);
        assert.equal(await page.evaluate(() => document.querySelector("#lesson details").open), false, "what there was to see comes afterwards");
        await page.click("#lesson summary");
        assert.equal(await textOf(page, "#lesson-text"), seen.en);
      }
      // The user's own candidate was not touched.
      await page.click("#back");
      await until(async () => /Pasted text/.test(await textOf(page, ".sources-list")), "the own candidate");
      assert.equal(await level(page), "worth-checking");
      assert.ok(await isHidden(page, "lesson"));
      await page.close();
    });

    test("all by keyboard", async () => {
      const page = await open();
      const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim() || document.activeElement?.tagName);
      const tabTo = async (wanted) => {
        const seen = [];
        for (let step = 0; step < 60; step += 1) {
          await page.keyboard.press("Tab");
          seen.push(await focused());
          if (seen.at(-1) === wanted) return;
        }
        assert.fail(`${wanted} is not reached: ${seen.join(" · ")}`);
      };
      await tabTo("Français");
      await page.keyboard.press("Enter");
      await until(async () => (await page.evaluate(() => document.documentElement.lang)) === "fr", "French");
      await page.keyboard.down("Shift");
      for (let step = 0; step < 9 && (await focused()) !== "English"; step += 1) await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      await page.keyboard.press("Enter");
      await until(async () => (await page.evaluate(() => document.documentElement.lang)) === "en", "English");
      await tabTo("text");
      await fill(page, RESUME);
      await tabTo("Add this text");
      await page.keyboard.press("Enter");
      await judged(page, "worth-checking");
      await until(() => page.evaluate(() => document.activeElement?.tagName === "H1"), "the focus on the verdict");
      await tabTo("Show in text");
      await tabTo("Why, innocent reasons, next step");
      await page.keyboard.press("Enter");
      assert.ok(await page.evaluate(() => document.querySelector("#panel .card details").open));
      await tabTo("Copy");
      await page.close();
    });

    test("the language follows the browser, can be switched, and stays", async () => {
      const french = await begin("fr-FR");
      try {
        const page = await open("", french);
        assert.equal(await page.evaluate(() => document.documentElement.lang), "fr");
        assert.match(await textOf(page), /Quels détails sont à vérifier/);
        await paste(page, RESUME);
        await judged(page, "worth-checking");
        assert.match(await textOf(page, "#panel"), /Des détails à vérifier · 1/);
        assert.equal(await page.evaluate(() => document.getElementById("to-briefing").getAttribute("href")), "fr/briefing.html");
        const unsaid = await page.evaluate(() => [...document.querySelectorAll("[data-text], [data-word]")].filter((part) => !part.textContent?.trim()).length);
        assert.equal(unsaid, 0);
        await page.click('#languages [lang="en"]');
        await until(async () => /Worth checking · 1/.test(await textOf(page, "#panel")), "the verdict in English");
        await page.reload({ waitUntil: "load" });
        await ready(page);
        assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
      } finally {
        await french.close();
      }
    });

    test("what a language lacks is there in English, and marked", async () => {
      const german = await begin("de-DE");
      try {
        const page = await open("", german);
        assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
        assert.match(await textOf(page), /Welche Details sind zu prüfen/);
        const marked = (selector) =>
          page.evaluate((at) => [...document.querySelectorAll(at)].map((part) => [part.lang, part.hreflang ?? "", part.getAttribute("href") ?? ""]), selector);
        assert.deepEqual(await marked("#to-briefing"), [["en", "en", "briefing.html"]]);
        assert.deepEqual(await marked("#to-catalogue"), [["en", "en", "indicators/index.html"]]);
        assert.equal(await textOf(page, "#to-briefing"), "A briefing for hiring teams");
        assert.ok((await marked("#practice-list button")).every(([lang]) => lang === ""));
        await page.click('#languages [lang="fr"]');
        await until(async () => (await page.evaluate(() => document.documentElement.lang)) === "fr", "French");
        assert.deepEqual(await marked("#to-catalogue"), [["", "fr", "indicators/fr/index.html"]]);
        assert.ok((await marked("#practice-list button")).every(([lang]) => lang === ""));
      } finally {
        await german.close();
      }
    });

    test("the choice of the list of identifiers holds", async () => {
      const page = await open();
      await page.click("#known");
      await page.reload({ waitUntil: "load" });
      await ready(page);
      assert.equal(await page.evaluate(() => document.getElementById("known").checked), false);
      await page.click("#known");
      await page.close();
    });

    test("nothing that is pasted is kept", async () => {
      const page = await open();
      await paste(page, RESUME);
      await judged(page, "worth-checking");
      const kept = await page.evaluate(async () => {
        const caches = await self.caches.keys();
        const bases = (await indexedDB.databases?.()) ?? [];
        return { local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie, caches, bases };
      });
      assert.ok(kept.local.every((key) => ["language", "known"].includes(key)), kept.local.join());
      assert.deepEqual([kept.session, kept.cookies, kept.bases], [[], "", []]);
      await page.reload({ waitUntil: "load" });
      await ready(page);
      assert.equal(await level(page), null);
      await page.close();
    });

    for (const theme of ["light", "dark"]) {
      test(`pages stand on their own, ${theme}: language, headings, landmarks, contrast, widths`, async () => {
        const dressed = browser.isChromium || theme === "light" ? browser : await begin("en-US", theme);
        const openIn = async (path) => {
          const page = await open(path, dressed);
          await dressed.dress(page, theme);
          return page;
        };
        try {
          const page = await openIn();
          await axe(page, `the empty page, ${theme}`);
          await fits(page, "the empty page");
          for (const id of ["many-details", "two-histories"]) {
            await page.click(`[data-practice="${id}"]`);
            await until(() => page.evaluate(() => document.querySelectorAll("#panel .card").length > 0), "a verdict");
            await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
            await axe(page, `${id}, ${theme}`);
            await fits(page, id);
          }
          await page.close();
          for (const [path, lang] of PAGES) {
            const page = await openIn(path);
            assert.equal(await page.evaluate(() => document.documentElement.lang), lang, path);
            await axe(page, `${path}, ${theme}`);
            await fits(page, path);
            const dead = await page.evaluate(async () => {
              const own = [...document.querySelectorAll("a")].filter((link) => link.origin === location.origin).map((link) => link.href.replace(/#.*/, ""));
              return [...new Set(own)];
            });
            for (const address of dead) assert.ok(existsSync(join(FOLDER, new URL(address).pathname)), `${path} leads to ${address}`);
            const within = await page.evaluate(() => [...document.querySelectorAll("a[href^='#']")].filter((link) => !document.getElementById(link.hash.slice(1))).length);
            assert.equal(within, 0, `${path} leads to places that it does not have`);
            await page.close();
          }
        } finally {
          if (dressed !== browser) await dressed.close();
        }
      });
    }

    test("without its server: the page, the reading and the other pages", async () => {
      const own = await serve(FOLDER, 0);
      const before = server;
      server = own;
      const fresh = await begin("en-US");
      server = before;
      try {
        const page = await watch(fresh);
        await page.goto(own.address, { waitUntil: "load" });
        await ready(page);
        const kept = () =>
          page.evaluate(async () => {
            const names = (await caches.keys()).filter((name) => name.startsWith("touchstone-"));
            const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
            return navigator.serviceWorker.controller ? requests.flat().map((request) => request.url) : [];
          });
        const worker = readFileSync(join(FOLDER, "sw.js"), "utf8");
        const list = Object.keys(JSON.parse(/const FILES = (\{[^}]*\});/.exec(worker)[1]));
        await until(async () => (await kept()).length === list.length, "every file to be kept", 60_000);
        assert.deepEqual((await kept()).sort(), list.map((path) => own.address + path).sort());
        await own.close();

        await page.reload({ waitUntil: "load" });
        await ready(page);
        await paste(page, RESUME);
        await judged(page, "worth-checking");
        await page.click('[data-practice="two-histories"]');
        await until(() => page.evaluate(() => document.querySelectorAll(".source").length === 2), "two sources");
        for (const [path, lang] of PAGES) {
          await page.goto(own.address + path, { waitUntil: "load" });
          assert.equal(await page.evaluate(() => document.documentElement.lang), lang, path);
          assert.ok((await textOf(page, "h1")).length > 0, path);
        }
        assert.deepEqual(fresh.proxy.asked.filter((address) => !OWN_OF_BROWSERS.test(address)), []);
      } finally {
        await fresh.close();
      }
    });

    test("one file from disk does the same, and asks for nothing", async () => {
      const page = await watch();
      const mine = asked.length;
      const address = pathToFileURL(join(FOLDER, "touchstone.html")).href;
      await page.goto(address, { waitUntil: "load" });
      await ready(page);
      await paste(page, RESUME);
      await judged(page, "worth-checking");
      await drop(page, fixture("pdf-one-column"));
      await until(async () => /pdf-one-column\.pdf/.test(await textOf(page, ".sources-list")), "the PDF");
      assert.equal((await factsOf(page, 1))["Author"], "Mara Lindqvist");
      await page.click('[data-practice="two-histories"]');
      await until(() => page.evaluate(() => document.querySelectorAll(".source").length === 2), "two sources");
      await judged(page, "worth-checking");
      await page.click('#languages [lang="fr"]');
      await until(async () => /Des détails à vérifier/.test(await textOf(page, "#panel")), "the verdict in French");
      await axe(page, "the single file");
      const beyond = asked.slice(mine).filter((url) => url !== address && !/^(?:data|blob):/.test(url));
      assert.deepEqual(beyond, []);
      await page.close();
    });

    test("no page asked for anything beyond its own origin, and no policy was broken", () => {
      const own = (url) => /^(?:data|blob|file|about):/.test(url) || new URL(url).hostname === "localhost";
      assert.deepEqual(asked.filter((url) => !own(url)), []);
      assert.deepEqual(browser.proxy.asked.filter((address) => !OWN_OF_BROWSERS.test(address)), []);
      assert.deepEqual(refused, []);
    });
  });
}

describe("the server", () => {
  test("answers with the files and the policy, and with nothing outside of the folder", async () => {
    const server = await serve(FOLDER, 0);
    try {
      const index = await fetch(server.address);
      assert.equal(index.status, 200);
      const policy = index.headers.get("content-security-policy") ?? "";
      assert.match(policy, /frame-ancestors 'none'/);
      // The page's own policy is the same, but for what a page cannot say about itself.
      const said = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(await index.text())?.[1];
      assert.equal(`${said}; frame-ancestors 'none'`, policy);
      for (const path of ["nothing.html", "..%2f..%2fpackage.json", "%2e%2e/%2e%2e/package.json", "%"]) {
        assert.equal((await fetch(server.address + path)).status, 404, path);
      }
    } finally {
      await server.close();
    }
  });

  test("a port that is taken is said in a sentence", async () => {
    const { execFile } = await import("node:child_process");
    const server = await serve(FOLDER, 0);
    const { port } = new URL(server.address);
    const said = await new Promise((done) => execFile("node", ["build/serve.js", FOLDER, "--port", port], (error, out, err) => done({ code: error?.code, err })));
    assert.equal(said.code, 1);
    assert.match(said.err, new RegExp(`Port ${port} is taken by another program`));
    await server.close();
  });
});
