// The extension in real browsers, on invented pages under the platforms' real addresses.
// What the page badge shows cannot be read from the page (its shadow root is closed), so its
// presence is seen as the one element that hangs under <html>, its words in the state of the tab.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { start, until } from "./driver.js";
import { github, linkedin, list, script } from "./pages.js";

const SETTINGS = {
  platforms: { linkedin: { read: "unset", badge: false }, github: { read: "auto", badge: true }, upwork: { read: "auto", badge: true } },
  corners: {},
  off: [],
  asked: true,
};

/** How many elements hang under <html> beside head and body: the badge is the only one. */
const hosts = (page) => page.evaluate(() => [...document.documentElement.children].filter((child) => !["HEAD", "BODY"].includes(child.tagName)).length);
const withBadge = (page) => until(async () => (await hosts(page)) === 1, "the badge");
const withoutBadge = (page) => until(async () => (await hosts(page)) === 0, "the badge to go");

/** Goes with Tab from the page's first link until the badge has the focus, which is its button that opens the panel. */
async function toBadge(page) {
  await page.bringToFront();
  await page.evaluate(() => document.querySelector("a").focus());
  const isThere = () => page.evaluate(() => document.activeElement?.parentElement === document.documentElement && document.activeElement !== document.body);
  for (let step = 0; step < 13; step += 1) {
    await page.keyboard.press("Tab");
    if (await isThere()) return;
  }
  throw new Error("Tab never reaches the badge");
}

const MENU = ["Hide on this page", "Off on this site", "Move to the next corner", "Settings"];

/** Opens the badge's menu and chooses from it, by keyboard: what is in a closed root has no other way in. */
async function choose(page, words) {
  await toBadge(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  for (let step = 0; step < MENU.indexOf(words); step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

let serial = 0;
/** A GitHub address nobody has used in this run. */
const fresh = () => `https://github.com/mira-okonedo-${(serial += 1)}`;

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(name, { timeout: 180_000 }, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;

    before(async () => {
      browser = await start(name, { firstRun: true });
    });
    after(() => browser?.close());

    const judged = (url) => until(async () => (await browser.stateOf(url))?.state === "judged" && browser.stateOf(url), `a verdict on ${url}`);
    /** Long enough for a reading that should not happen: a page that is read was opened after it. */
    const afterAnotherReading = async (url = fresh()) => {
      const page = await browser.open(url, github());
      await judged(url);
      await page.close();
    };
    /** A click on the toolbar button; where no test can click it, the message that it sends to the page. */
    const clickOn = async (page) => {
      await page.bringToFront();
      if (await browser.clickToolbar(page)) return;
      await (await browser.desk()).evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        await chrome.tabs.sendMessage(tab.id, { kind: "read" });
      });
    };

    test("the first run opens its page once, and the choice of LinkedIn is open", async () => {
      const welcomes = async () => {
        const desk = await browser.desk();
        const open = await desk.evaluate(() => chrome.extension.getViews({ type: "tab" }).map((view) => view.location.href));
        return open.filter((address) => address.endsWith("options.html#welcome"));
      };
      await until(async () => (await welcomes()).length === 1, "the welcome page", 15_000);
      const desk = await browser.desk();
      await until(() => desk.evaluate(() => document.querySelectorAll("#platforms fieldset").length === 3 && document.querySelector("input[name=known]") !== null), "the form");
      const chosen = await desk.evaluate(() => [...document.querySelectorAll("#platforms input:checked, #known input:checked")].map((input) => `${input.type} ${input.name}`));
      assert.deepEqual(chosen, ["radio github", "checkbox github-badge", "radio upwork", "checkbox upwork-badge", "checkbox known"]);
      assert.match(await desk.evaluate(() => document.body.innerText), /accounts have been restricted/);
      await browser.settings(SETTINGS);
      assert.equal((await welcomes()).length, 1);
    });

    test("a badge on a page with the strictest policy and Trusted Types, and a verdict in storage and toolbar", async () => {
      const url = fresh();
      const page = await browser.open(url, github());
      await withBadge(page);
      const state = await judged(url);
      assert.equal(state.platform, "github");
      assert.equal(state.title, "mira-okonedo (Mira Okonedo) · GitHub");
      assert.equal(state.verdict.gate, "person");
      const toolbar = await browser.toolbar(state.tab);
      assert.ok(toolbar.text.length > 0);
      assert.ok(toolbar.title.includes(state.verdict.words.en), toolbar.title);
      assert.ok(!JSON.stringify(state).includes("the-viewer"), "the viewer's own name is not sent");
      await page.close();
      await until(async () => !(await browser.stateOf(url)), "the state of a closed tab to go");
    });

    test("nothing on pages that are not candidates'", async () => {
      for (const url of ["https://github.com/explore", "https://github.com/mira-okonedo/lathe", "https://www.linkedin.com/feed/", "https://www.upwork.com/nx/find-work/"]) {
        const page = await browser.open(url, list);
        await afterAnotherReading();
        assert.equal(await hosts(page), 0, url);
        assert.equal(await browser.stateOf(url), undefined, url);
        await page.close();
      }
    });

    test("LinkedIn: nothing before the click, the verdict without a badge after it", async () => {
      const url = `https://www.linkedin.com/in/tobias-fernlund-${name}/`;
      const page = await browser.open(url, linkedin());
      await afterAnotherReading();
      assert.equal(await browser.stateOf(url), undefined);
      await clickOn(page);
      const state = await judged(url);
      assert.equal(state.platform, "linkedin");
      assert.equal(await hosts(page), 0);
      await page.close();
    });

    test("in-page navigation: the old badge goes at once, the new page is read", async () => {
      const [one, two] = [fresh(), fresh()];
      const page = await browser.open(one, github());
      await withBadge(page);
      await page.evaluate((next) => {
        document.title = "other (Otto Lindqvist) · GitHub";
        document.querySelector(".p-name").textContent = "Otto Lindqvist";
        history.pushState({}, "", next);
      }, two);
      await withoutBadge(page);
      await until(async () => !(await browser.stateOf(one)), "the old state to go");
      const state = await judged(two);
      assert.equal(state.title, "other (Otto Lindqvist) · GitHub");
      await withBadge(page);
      await page.evaluate(() => history.pushState({}, "", "/settings"));
      await withoutBadge(page);
      await until(async () => !(await browser.stateOf(two)), "the state to go");
      await page.evaluate(() => history.back());
      await judged(two);
      await page.close();
    });

    test("the counter in a title is no other page", async () => {
      const url = fresh();
      const page = await browser.open(url, github());
      const first = await judged(url);
      await page.evaluate(() => (document.title = `(3) ${document.title}`));
      await afterAnotherReading();
      assert.equal((await browser.stateOf(url)).at, first.at);
      assert.equal(await hosts(page), 1);
      await page.close();
    });

    test("an answer that arrives after the page became another is dropped", async () => {
      // A copy of the extension whose worker takes its time.
      const slow = await start(name, {
        change(folder) {
          const path = join(folder, "background.js");
          const text = readFileSync(path, "utf8");
          const call = /const \[, verdict\] = await .*verdictOn\(.*\);/;
          assert.match(text, call);
          writeFileSync(path, text.replace(call, "$& await new Promise((done) => setTimeout(done, 2500));"));
        },
      });
      try {
        const [one, two] = [fresh(), fresh()];
        await slow.desk();
        const page = await slow.open(one, github());
        const asked = async () => (await slow.stateOf(one))?.state === "reading";
        // The page of the first run comes when it comes, and hides the one that is to be read.
        await until(async () => (await asked()) || (await page.bringToFront(), false), "the question");
        await page.evaluate((next) => {
          history.pushState({}, "", next);
          document.title = "second (Sanna Ek) · GitHub";
          document.querySelector(".p-name").textContent = "Sanna Ek";
        }, two);
        // Until the second page's own verdict is there, nothing is drawn and nothing speaks of the first.
        await until(async () => {
          const drawn = await hosts(page);
          const states = await slow.states();
          assert.ok(!states.some((state) => state.url === one && state.state === "judged"));
          const second = states.find((state) => state.url === two);
          if (second?.state !== "judged") assert.equal(drawn, 0);
          return second?.state === "judged" && drawn === 1;
        }, "the second page's own badge", 12_000);
        assert.equal((await slow.stateOf(two)).title, "second (Sanna Ek) · GitHub");
      } finally {
        await slow.close();
      }
    });

    test("two tabs at once keep to their own pages", async () => {
      const [one, two] = [fresh(), fresh()];
      browser.pages.set(one, github({ login: "ada-one", name: "Ada Quist" }));
      browser.pages.set(two, github({ login: "bo-two", name: "Bo Halvorsen" }));
      const first = await browser.open(one);
      const second = await browser.open(two);
      await first.bringToFront();
      await judged(one);
      await second.bringToFront();
      await judged(two);
      const [a, b] = [await browser.stateOf(one), await browser.stateOf(two)];
      assert.notEqual(a.tab, b.tab);
      assert.match(a.title, /Ada Quist/);
      assert.match(b.title, /Bo Halvorsen/);
      await first.close();
      await second.close();
    });

    test("hostile strings are text", async () => {
      const url = fresh();
      const evil = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</" + "script>\u202egnp.exe";
      const escaped = evil.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
      const page = await browser.open(url, github({ name: escaped, bio: escaped }));
      await withBadge(page);
      const state = await judged(url);
      const panel = await browser.openOwn(`panel.html?tab=${state.tab}`);
      await until(() => panel.evaluate(() => document.querySelector("#panel").textContent.length > 0), "the panel");
      assert.equal(await panel.evaluate(() => document.querySelectorAll("#panel img, #panel script").length), 0);
      assert.notEqual(await page.evaluate(() => document.title), "owned");
      await panel.close();
      await page.close();
    });

    test("a name of a million letters: cut, said, and the browser goes on", async () => {
      const url = fresh();
      const page = await browser.open(url, github({ name: "Nameless ".repeat(111_112) }));
      const state = await until(async () => {
        const found = await browser.stateOf(url);
        return found && found.state !== "reading" && found;
      }, "an end of the reading", 20_000);
      assert.ok(["judged", "not-a-candidate", "failed"].includes(state.state));
      assert.ok(state.why, "says that the page was cut");
      await page.close();
      await afterAnotherReading();
    });

    /** What the browser tells of a tab when the place in its page becomes another. */
    const updated = async (page) => {
      await page.evaluate(() => history.replaceState({}, "", "#place"));
      await afterAnotherReading();
    };

    test("a title of a hundred thousand letters: its beginning is kept, and the verdict with it", async () => {
      const url = fresh();
      const page = await browser.open(url, github({ title: `x${"\u{1f600}".repeat(100_000)}` }));
      const state = await judged(url);
      assert.equal(state.title, `x${"\u{1f600}".repeat(199)}`, "no half of a character at its end");
      await updated(page);
      assert.equal((await browser.stateOf(url))?.at, state.at);
      await page.close();
    });

    test("an address of nine thousand letters: its page is not read, which is said", async () => {
      const url = `${fresh()}?${"x".repeat(9000)}`;
      const page = await browser.open(url, github());
      const found = async () => (await browser.states()).find((one) => one.url === url.slice(0, 8000));
      const state = await until(async () => (await found())?.state === "failed" && found(), "the failure");
      assert.equal(state.why, "This page could not be read.");
      await updated(page);
      assert.equal((await found())?.at, state.at);
      assert.equal(await hosts(page), 0);
      assert.ok(JSON.stringify(await browser.states()).length < 100_000);
      await page.close();
    });

    test("a page that hides the document's own functions behind elements is read all the same", async () => {
      const url = fresh();
      const page = await browser.open(
        url,
        github({ extra: '<form name="querySelectorAll"></form><img name="title"><img name="body"><form name="documentElement"></form>' }),
      );
      await judged(url);
      await page.close();
    });

    test("what is typed into the page is never sent", async () => {
      const url = fresh();
      const page = await browser.open(
        url,
        github({
          extra:
            '<textarea>typed secret one</textarea><input value="typed secret two"><div contenteditable="true"><p>typed secret three</p></div><select><option>typed secret four</select><p>Kept words</p>',
        }),
      );
      const state = await judged(url);
      assert.ok(!JSON.stringify(state).includes("typed secret"));
      const sent = await captured(browser, page, url);
      if (sent) {
        assert.ok(sent.includes("Kept words"));
        assert.ok(!sent.includes("typed secret"), sent);
      }
      await page.close();
    });

    test("marks and quotes in a frame's own text take no words of the page with them", async () => {
      const url = fresh();
      const frame = "<iframe>a <b title=\"no end</iframe>";
      const page = await browser.open(url, github({ extra: `${frame}<p class="x">First words stay</p>${frame}<p title="y">Second words stay</p>` }));
      await judged(url);
      const sent = await captured(browser, page, url);
      if (sent) {
        assert.ok(sent.includes(">First words stay</p>"), sent);
        assert.ok(sent.includes(">Second words stay</p>"), sent);
        assert.ok(!sent.includes("no end"), sent);
      }
      await page.close();
    });

    test("off on this site: the badge goes and nothing is read", async () => {
      const url = fresh();
      const page = await browser.open(url, github());
      await withBadge(page);
      await browser.settings({ ...SETTINGS, off: ["github.com"] });
      await withoutBadge(page);
      await until(async () => !(await browser.stateOf(url)), "the state to go");
      await browser.settings(SETTINGS);
      await page.close();
    });

    test("off on this site, from the badge's own menu: the site is in the settings, the badge goes, and the panel says so", async () => {
      const url = fresh();
      const page = await browser.open(url, github());
      await withBadge(page);
      const { tab } = await judged(url);
      await choose(page, "Off on this site");
      await withoutBadge(page);
      const desk = await browser.desk();
      await until(async () => (await desk.evaluate(() => chrome.storage.local.get("inForce"))).inForce.off.includes("github.com"), "the site in the settings");
      await until(async () => !(await browser.stateOf(url)), "the state to go");
      // The click that asks for a reading all the same.
      if (await browser.clickToolbar(page)) {
        const panel = await browser.openOwn(`panel.html?tab=${tab}&lang=en`);
        await until(() => panel.evaluate(() => document.querySelector("#panel h1")?.textContent === "Off on this site"), "the panel to say so");
        await panel.close();
      }
      await page.reload();
      await afterAnotherReading("https://www.upwork.com/freelancers/~0123456789abcdef01");
      assert.equal(await hosts(page), 0);
      await browser.settings(SETTINGS);
      await page.close();
    });

    test("the badge goes from corner to corner by its menu, and stays where it was put", async () => {
      const url = fresh();
      const page = await browser.open(url, github());
      await withBadge(page);
      const corner = () =>
        page.evaluate(() => {
          const { x, y, width, height } = [...document.documentElement.children].at(-1).getBoundingClientRect();
          return `${y + height / 2 > innerHeight / 2 ? "bottom" : "top"}-${x + width / 2 > innerWidth / 2 ? "right" : "left"}`;
        });
      const desk = await browser.desk();
      const kept = () => desk.evaluate(async () => (await chrome.storage.local.get("inForce")).inForce.corners["github.com"]);
      assert.equal(await corner(), "bottom-right");
      for (const next of ["bottom-left", "top-left", "top-right", "bottom-right", "bottom-left"]) {
        await choose(page, "Move to the next corner");
        await until(async () => (await corner()) === next, next);
        await until(async () => (await kept()) === next, `${next} in the settings`);
      }
      await page.reload();
      await withBadge(page);
      assert.equal(await corner(), "bottom-left");
      await browser.settings(SETTINGS);
      await page.close();
    });

    test("hidden by its menu, the badge stays away from this page and comes on the next one", async () => {
      const [one, two] = [fresh(), fresh()];
      const page = await browser.open(one, github());
      await withBadge(page);
      const { at } = await judged(one);
      await choose(page, "Hide on this page");
      await withoutBadge(page);
      await page.evaluate(() => document.querySelector("main").append("A new section came while scrolling."));
      await until(async () => (await judged(one)).at !== at, "another reading");
      await afterAnotherReading();
      assert.equal(await hosts(page), 0);
      await page.bringToFront();
      await page.evaluate((next) => {
        document.title = "other (Otto Lindqvist) · GitHub";
        history.pushState({}, "", next);
      }, two);
      await judged(two);
      await withBadge(page);
      await page.close();
    });

    test("the badge's menu leads to the settings", async () => {
      const page = await browser.open(fresh(), github());
      await withBadge(page);
      const desk = await browser.desk();
      await choose(page, "Settings");
      // The page that is open already, and is shown instead of another one.
      await until(() => desk.evaluate(async () => (await chrome.tabs.getCurrent()).active), "the settings");
      await page.close();
    });

    test("the list of known identifiers is consulted unless it is switched off, and the evidence says so", async () => {
      const said = async () => {
        const url = fresh();
        const page = await browser.open(url, github());
        const state = await judged(url);
        await page.close();
        return state.verdict.assessment.not_checked.some((one) => one.reason === "list-off");
      };
      assert.equal(await said(), false);
      await browser.settings({ ...SETTINGS, known: false });
      assert.equal(await said(), true);
      await browser.settings(SETTINGS);
      assert.equal(await said(), false);
    });

    test("a page without badge bears no trace of the extension", async () => {
      await browser.settings({ ...SETTINGS, platforms: { ...SETTINGS.platforms, github: { read: "auto", badge: false } } });
      const url = fresh();
      // The page watches itself: changes of its tree, its globals, requests, and addresses of extensions.
      const probe = script(`
        window.before = Object.getOwnPropertyNames(window).sort().join();
        window.changes = 0;
        new MutationObserver((list) => { window.changes += list.length; }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
      `);
      const body = github().replace("</body>", `${probe}</body>`);
      const page = await browser.open(url, body);
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await page.evaluate(() => (window.changes = 0));
      await judged(url);
      const seen = await page.evaluate(() => ({
        html: document.documentElement.outerHTML,
        changes: window.changes,
        globals: Object.getOwnPropertyNames(window).sort().join(),
        before: window.before,
        entries: performance.getEntriesByType("resource").map((entry) => entry.name),
      }));
      assert.equal(seen.html, before);
      assert.equal(seen.changes, 0);
      assert.equal(seen.globals.replace(",before", "").replace(",changes", ""), seen.before.replace(",before", "").replace(",changes", ""));
      assert.ok(!/(chrome|moz)-extension:/.test(seen.html));
      assert.deepEqual(seen.entries, []);
      await browser.settings(SETTINGS);
      await page.close();
    });

    test("the badge in the page names no address of the extension and stays closed", async () => {
      const url = fresh();
      const page = await browser.open(url, github());
      await withBadge(page);
      const host = await page.evaluate(() => {
        const element = [...document.documentElement.children].at(-1);
        return { html: element.outerHTML, root: element.shadowRoot, width: element.getBoundingClientRect().width };
      });
      assert.equal(host.root, null);
      assert.ok(!/extension:/.test(host.html), host.html);
      assert.ok(host.width >= 20, `drawn ${host.width} px wide`);
      await page.close();
    });

    if (name === "chromium") {
      test("one click on the toolbar button reads any page, and opens the panel", async () => {
        const url = "https://mira.example/about";
        const page = await browser.open(url, linkedin({ name: "Mira Okonedo" }));
        await afterAnotherReading();
        assert.equal(await browser.stateOf(url), undefined, "nothing before the click");
        await clickOn(page);
        const state = await until(async () => {
          const found = await browser.stateOf(url);
          return found && found.state !== "reading" && found;
        }, "a state");
        assert.ok(["judged", "not-a-candidate"].includes(state.state), JSON.stringify(state));
        await until(() => browser.browser.targets().find((one) => one.url().startsWith(`${browser.base}panel.html`)), "the side panel");
        // The next page in this tab is not read: the click was about one page.
        await page.evaluate(() => history.pushState({}, "", "/elsewhere"));
        await until(async () => !(await browser.stateOf(url)), "the state to go");
        await afterAnotherReading();
        assert.ok(!(await browser.states()).some((other) => other.tab === state.tab));
        await page.close();
      });

      test("a page that is closed to extensions: one plain sentence", async () => {
        const page = await browser.browser.newPage();
        await page.goto("chrome://version/");
        await clickOn(page);
        await until(async () => (await browser.states()).some((state) => state.state === "failed" && /no extension read/.test(state.why)), "the sentence");
        await page.close();
      });

      test("after the worker was stopped, the next page is read", async () => {
        await browser.killWorker();
        const url = fresh();
        const page = await browser.open(url, github());
        await withBadge(page);
        await judged(url);
        await browser.killWorker();
        // What was kept is still there, and the same page reads again when it changes.
        const { at } = await browser.stateOf(url);
        await page.evaluate(() => document.querySelector("main").append("A new section came while scrolling."));
        await until(async () => (await browser.stateOf(url))?.at !== at, "another reading");
        await page.close();
      });

      test("a page's script speaks for its own site only", async () => {
        const url = fresh();
        const page = await browser.open(url, github());
        const state = await judged(url);
        // As a page would that broke out into the world of the extension's script.
        const session = await page.createCDPSession();
        const worlds = [];
        session.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context));
        await session.send("Runtime.enable");
        const world = await until(() => worlds.find(({ origin }) => `${origin}/` === browser.base), "the script's world");
        const say = async (address, title = "Mira") => {
          const message = JSON.stringify({ kind: "page", url: address, title, html: github(), truncated: false });
          const expression = `chrome.runtime.sendMessage(${message}).then((answer) => answer?.url ?? null, () => null)`;
          return (await session.send("Runtime.evaluate", { contextId: world.id, expression, awaitPromise: true, returnByValue: true })).result.value;
        };
        assert.equal(await say("https://www.upwork.com/freelancers/~01mira"), null);
        assert.equal(await say("https://github.com.example.org/mira"), null);
        assert.equal(await say("no address"), null);
        assert.equal((await browser.states()).find(({ tab }) => tab === state.tab)?.at, state.at, "the verdict of the tab is the one that was there");
        assert.equal(await say(url), url);
        assert.equal(await say(url, "Mira ".repeat(20_000)), url);
        assert.equal((await browser.states()).find(({ tab }) => tab === state.tab)?.title, "Mira ".repeat(80));
        await session.detach();
        await page.close();
      });

      test("a trapped instance is replaced once, and silently", async () => {
        const worker = await (await until(() => browser.workerTarget(), "the worker")).worker();
        await worker.evaluate(() => {
          const real = TextEncoder.prototype.encodeInto;
          TextEncoder.prototype.encodeInto = function () {
            TextEncoder.prototype.encodeInto = real;
            throw new WebAssembly.RuntimeError("unreachable");
          };
        });
        const url = fresh();
        const page = await browser.open(url, github());
        await judged(url);
        await page.close();
      });

      test("WebAssembly that never works: one plain sentence", async () => {
        const worker = await (await until(() => browser.workerTarget(), "the worker")).worker();
        await worker.evaluate(() => {
          globalThis.realEncode = TextEncoder.prototype.encodeInto;
          TextEncoder.prototype.encodeInto = () => {
            throw new WebAssembly.CompileError("");
          };
        });
        const url = fresh();
        const page = await browser.open(url, github());
        const state = await until(async () => (await browser.stateOf(url))?.state === "failed" && browser.stateOf(url), "the failure");
        assert.match(state.why, /WebAssembly is switched off/);
        assert.equal(await hosts(page), 0);
        await worker.evaluate(() => (TextEncoder.prototype.encodeInto = globalThis.realEncode));
        await page.close();
      });

      test("the badge's menu says what it does, stays in the window at every corner, and closes by Escape", async () => {
        const page = await browser.open(fresh(), github());
        await withBadge(page);
        // The tree of what is read aloud goes into closed roots.
        const items = () => page.$$('aria/[role="menuitem"]');
        const more = await until(() => page.$('aria/Touchstone menu[role="button"]'), "the button of the menu");
        const isOpen = (open) => until(async () => (await items()).length === (open ? MENU.length : 0), `open: ${open}`);
        const expanded = () => more.evaluate((one) => one.getAttribute("aria-expanded"));
        const focused = (one) => one.evaluate((element) => element.matches(":focus"));
        for (let corner = 0; corner < 4; corner += 1) {
          await more.click();
          await isOpen(true);
          assert.equal(await expanded(), "true");
          const all = await items();
          const [first, , move, last] = all;
          assert.deepEqual(await Promise.all(all.map((one) => one.evaluate(({ textContent }) => textContent))), MENU);
          for (const one of [first, last]) assert.ok(await one.isIntersectingViewport({ threshold: 1 }), `in the window at corner ${corner}`);
          assert.ok(await focused(first));
          await page.keyboard.press("ArrowUp");
          assert.ok(await focused(last), "from the first to the last");
          await page.keyboard.press("Escape");
          await isOpen(false);
          assert.equal(await expanded(), "false");
          assert.ok(await focused(more));
          await more.click();
          await isOpen(true);
          await move.click();
          await isOpen(false);
          assert.equal(await expanded(), "false", "after a choice too");
        }
        await browser.settings(SETTINGS);
        await page.close();
      });

      test("the badge is drawn in forced colours, and does not move for who wants less motion", async () => {
        const url = fresh();
        const page = await browser.open(url, readFileSync("tests/pages/samples/ordinary.html", "utf8"));
        await withBadge(page);
        assert.equal((await judged(url)).verdict.level, "nothing-stood-out", "the badge that is drawn faintly, and comes forward");
        const more = await until(() => page.$('aria/Touchstone menu[role="button"]'), "the button of the menu");
        const look = () =>
          more.evaluate(({ parentElement: pill }) => {
            const { opacity, transitionDuration, borderTopStyle, borderTopColor, backgroundColor: ground } = getComputedStyle(pill);
            return { opacity, transitionDuration, borderTopStyle, borderTopColor, ground, stroke: getComputedStyle(pill.querySelector("svg")).stroke };
          });
        await page.mouse.move(0, 0);
        const before = await look();
        assert.deepEqual([before.opacity, before.transitionDuration], ["0.5", "0.12s"]);
        await browser.prefer(page, { "prefers-reduced-motion": "reduce" });
        assert.equal((await look()).transitionDuration, "0s");
        for (const theme of ["light", "dark"]) {
          await browser.prefer(page, { "forced-colors": "active", "prefers-color-scheme": theme, "prefers-reduced-motion": "reduce" });
          const { opacity, borderTopStyle, borderTopColor, stroke, ground } = await look();
          assert.deepEqual([opacity, borderTopStyle], ["1", "solid"], theme);
          assert.notEqual(borderTopColor, ground, theme);
          assert.notEqual(stroke, ground, theme);
        }
        await page.close();
      });

      test("the badge is worked by keyboard and opens the panel", async () => {
        const url = fresh();
        const page = await browser.open(url, github());
        await withBadge(page);
        await toBadge(page);
        await page.keyboard.press("Enter");
        const target = await until(() => browser.browser.targets().find((one) => one.url().startsWith(`${browser.base}panel.html`)), "the side panel");
        assert.ok(target);
        await page.close();
      });
    }

    test("the extension asked for nothing but its own WebAssembly", async () => {
      // Past the interception went only what the browser does itself: connecting early to the hosts of the pages opened above.
      const visited = new Set([...browser.pages.keys()].map((address) => `${new URL(address).hostname}:443`));
      assert.deepEqual(browser.proxy.asked.filter((address) => !visited.has(address) && !OWN_OF_BROWSERS.test(address)), []);
      if (!browser.isChromium) return;
      await browser.desk();
      const worker = await until(() => browser.workerTarget(), "the worker");
      const session = await worker.createCDPSession();
      const asked = [];
      session.on("Network.requestWillBeSent", ({ request }) => asked.push(request.url));
      await session.send("Network.enable");
      await afterAnotherReading();
      await session.detach();
      assert.deepEqual(asked.filter((address) => !address.startsWith(browser.base)), []);
    });

    if (name === "chromium") {
      test("an update under an open page is silent", async () => {
        const url = fresh();
        const page = await browser.open(url, github());
        const errors = [];
        page.on("pageerror", (error) => errors.push(String(error)));
        await withBadge(page);
        const worker = await (await until(() => browser.workerTarget(), "the worker")).worker();
        await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
        browser.deskPage = undefined;
        await until(async () => (await page.evaluate(() => document.querySelector("main").append("more"))) === undefined && (await hosts(page)) === 0, "the badge of the old version to go", 15_000);
        assert.deepEqual(errors, []);
        await page.close();
      });
    }
  });
}

/** Hosts that the browsers themselves ask, with or without an extension. */
const OWN_OF_BROWSERS = /mozilla\.(?:com|org|net)|google(?:apis)?\.com|gstatic\.com|localhost:1\b/;

/** The message as the content script would send it now, where the browser lets a test look into that world. */
async function captured(browser, page, url) {
  if (!browser.isChromium) return undefined;
  const session = await page.createCDPSession();
  const contexts = [];
  session.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
  await session.send("Runtime.enable");
  const own = contexts.find((context) => context.origin.startsWith(browser.base.slice(0, -1)));
  assert.ok(own, `the world of the content script on ${url}`);
  const { result } = await session.send("Runtime.evaluate", { expression: "touchstoneCapture.capture().html", contextId: own.id, returnByValue: true });
  await session.detach();
  return result.value;
}

