// The platforms that are not built in: their table agrees with the reader's addresses and the
// manifest; in real browsers one is switched on and off, and a résumé in a frame is read.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import vm from "node:vm";
import { start, until } from "./driver.js";
import { script } from "./pages.js";

/** The plain scripts of the extension in a world of their own. */
function scripts() {
  const world = vm.createContext({ URL, URLSearchParams });
  for (const name of ["platforms.js", "settings.js"]) vm.runInContext(readFileSync(`extension/${name}`, "utf8"), world, { filename: name });
  return world;
}

describe("the table of platforms", () => {
  const { touchstonePlatforms: rows, touchstoneSettings: settings } = scripts();

  test("takes the same addresses for candidates' as the reader", () => {
    const lines = readFileSync("tests/data/addresses.tsv", "utf8").trimEnd().split("\n").slice(1);
    assert.ok(lines.length > 90, `${lines.length} addresses`);
    for (const line of lines) {
      const [platform, address] = line.split("\t");
      assert.equal(settings.platformOf(new URL(address)), platform === "-" ? "other" : platform, address);
    }
  });

  test("names the optional permissions of the manifest, no more and no less, and only built-in ones are static", () => {
    const manifest = JSON.parse(readFileSync("extension/manifest.json", "utf8"));
    const more = rows.filter((row) => row.kind !== "built-in");
    assert.deepEqual(Array.from(more).flatMap((row) => [...row.origins]), manifest.optional_host_permissions);
    const built = rows.filter((row) => row.kind === "built-in");
    assert.deepEqual(Array.from(built).flatMap((row) => [...row.matches]), manifest.content_scripts[0].matches);
    assert.deepEqual(Array.from(built).flatMap((row) => [...row.excludeMatches]), manifest.content_scripts[0].exclude_matches);
  });
});

/** A page of GitLab in the shape of its open-source template. */
const gitlab = (account) => `<!doctype html><html lang="en"><head><title>Tamsin Oakhurst · GitLab</title></head><body>
<main itemscope itemtype="http://schema.org/Person"><h1 itemprop="name">Tamsin Oakhurst</h1><p>@${account} Member since March 14, 2017</p>
<span itemprop="address"><span itemprop="addressLocality">Brevnov, Czechia</span></span><p>Caches, graphs and the occasional loaf of bread. Writes about build systems.</p></main></body></html>`;

/** Frames, of the page's own site and of others, are let through. */
const FRAMED = { "content-security-policy": "default-src 'none'; frame-src *; script-src 'nonce-page'", "content-type": "text/html; charset=utf-8" };

const resume = `<!doctype html><html><head><title>resume</title></head><body><h1>Noor Lindqvale</h1><h2>Experience</h2><h3>Platform Engineer</h3><p>Ringwall Hosting</p><p>Jan 2019 – Present</p>
<p>Keeps four hundred machines awake.</p><h3>Systems Engineer</h3><p>Skerry Telecom</p><p>Mar 2015 – Dec 2018</p><p>Moved the billing of nine towns.</p><div contenteditable="true">typed secret</div></body></html>`;

const candidate = (frame) => ({
  headers: FRAMED,
  body: `<!doctype html><html lang="en"><head><title>Noor Lindqvale - Greenhouse</title></head><body><main><h1>Noor Lindqvale</h1><p>Platform Engineer at Ringwall Hosting</p><p>Gothenburg, Sweden</p>
<p><a href="mailto:noor.lindqvale@post.example">noor.lindqvale@post.example</a></p><h2>Resume</h2>${frame}<iframe width="20" height="20"></iframe></main></body></html>`,
});

const dashboard = (name) =>
  `<!doctype html><html lang="en"><head><title>Recruitee</title></head><body><ul><li><a href="#/dashboard/overview?candidate=701">Odile Ferrand</a></li></ul><aside><h2>${name}</h2><p>Data engineer</p><p>Graz, Austria</p>
<a href="mailto:mathis@drosselmeer.example">mathis@drosselmeer.example</a><h3>Experience</h3><h4>Data Engineer</h4><p>Murtal Analytics</p><p>Jun 2020 – Present</p></aside></body></html>`;

let serial = 0;
const fresh = (address) => address.replace("N", String((serial += 1)));

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(`platforms in ${name}`, { timeout: 180_000 }, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;
    let options;

    before(async () => {
      browser = await start(name);
      options = await browser.desk();
      await until(() => options.evaluate(() => document.querySelectorAll("#more input").length === 20), "the list of platforms");
    });
    after(() => browser?.close());

    const registered = () => options.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map((one) => one.id).sort());
    const allowed = (origin) => options.evaluate((host) => chrome.permissions.contains({ origins: [host] }), origin);
    const ticked = (id) => options.evaluate((box) => document.querySelector(`#more input[name=${box}]`).checked, id);
    /** A real click: the browser refuses the request of a page that nobody clicked. */
    const click = async (id) => {
      await options.bringToFront();
      await options.click(`#more input[name=${id}]`);
    };
    const switchOn = async (id, origin) => {
      await browser.allow(origin);
      await click(id);
      await until(async () => (await registered()).includes(id), `${id} to be registered`);
    };
    const notRead = async (address, body) => {
      const page = await browser.open(address, body);
      // A page that is read was opened after it.
      const other = fresh("https://github.com/mira-okonedo-N");
      const second = await browser.open(other, gitlab("mira-okonedo"));
      await browser.verdictOn(other);
      assert.equal(await browser.stateOf(address), undefined, address);
      await second.close();
      await page.close();
    };

    test("nothing is allowed, registered or read at first", async () => {
      assert.deepEqual(await registered(), []);
      assert.equal(await allowed("https://gitlab.com/*"), false);
      const address = fresh("https://gitlab.com/tamsin-oakhurst-N");
      await notRead(address, gitlab("tamsin-oakhurst"));
    });

    if (name === "chromium") {
      test("until the browser agreed, a click in the settings changes nothing", async () => {
        await click("xing");
        await notRead("https://www.xing.com/profile/Henrike_Moorkamp0000", gitlab("henrike"));
        assert.deepEqual(await registered(), []);
        assert.equal((await options.evaluate(() => chrome.storage.local.get("settings"))).settings?.platforms?.xing?.read ?? "click", "click");
        await options.reload();
        await until(() => options.evaluate(() => document.querySelectorAll("#more input").length === 20), "the settings again");
      });
    }

    test("switched on, a platform is registered and its pages are read and called unverified", async () => {
      await switchOn("gitlab", "https://gitlab.com/*");
      assert.deepEqual(await registered(), ["gitlab"]);
      const address = fresh("https://gitlab.com/tamsin-oakhurst-N");
      const page = await browser.open(address, gitlab("tamsin-oakhurst"));
      const state = await browser.verdictOn(address);
      assert.equal(state.state, "judged");
      assert.equal(state.platform, "gitlab");
      assert.equal(state.verdict.reading.platform, "gitlab");
      assert.equal(state.verdict.reading.fields.location, "seen");
      assert.ok(state.verdict.assessment.not_checked.some((one) => one.reason === "unverified"));
      const panel = await browser.openOwn(`panel.html?tab=${state.tab}&lang=en`);
      await until(() => panel.evaluate(() => /whose pages were not there to be tested with/.test(document.body.innerText)), "the sentence");
      await panel.close();
      await page.close();
      await notRead("https://gitlab.com/explore", gitlab("explore"));
      await notRead("https://stackoverflow.com/users/900000/tamsin", gitlab("tamsin"));
    });

    test("what lost its registration gets it back", async () => {
      await options.evaluate(() => chrome.scripting.unregisterContentScripts({ ids: ["gitlab"] }));
      assert.deepEqual(await registered(), []);
      await options.evaluate(async () => {
        const { settings } = await chrome.storage.local.get("settings");
        await chrome.storage.local.set({ settings: { ...settings, corners: { "example.com": "top-left" } } });
      });
      await until(async () => (await registered()).includes("gitlab"), "the registration");
    });

    test("switched off, it is unregistered, the permission is given back and nothing is read, in open pages too", async () => {
      const address = fresh("https://gitlab.com/tamsin-oakhurst-N");
      const page = await browser.open(address, gitlab("tamsin-oakhurst"));
      await browser.verdictOn(address);
      await click("gitlab");
      await until(async () => (await registered()).length === 0, "the registration to go");
      assert.equal(await allowed("https://gitlab.com/*"), false);
      await page.bringToFront();
      await until(async () => !(await browser.stateOf(address)), "the state to go");
      await page.close();
      await notRead(fresh("https://gitlab.com/tamsin-oakhurst-N"), gitlab("tamsin-oakhurst"));
    });

    test("taken back on the browser's own page, it is unregistered and the settings say so", async () => {
      await switchOn("dev-to", "https://dev.to/*");
      assert.equal(await ticked("dev-to"), true);
      await browser.withdraw("https://dev.to/*");
      await until(async () => (await registered()).length === 0, "the registration to go");
      await until(async () => !(await ticked("dev-to")), "the tick to go");
      await notRead(fresh("https://dev.to/tamsin_N"), gitlab("tamsin"));
    });

    test("a résumé in a frame of the same origin is read, what is typed there is not", async () => {
      await switchOn("greenhouse", "https://app.greenhouse.io/*");
      const address = fresh("https://app.greenhouse.io/people/N/applications/200/redesign");
      browser.pages.set("https://app.greenhouse.io/attachment_previews/300", { headers: FRAMED, body: resume });
      const page = await browser.open(address, candidate('<iframe src="/attachment_previews/300" width="600" height="700"></iframe>'));
      const state = await until(async () => {
        const found = await browser.stateOf(address);
        return found?.verdict?.reading.fields.positions === "seen" && found;
      }, "the positions of the frame");
      assert.equal(state.verdict.gate, "person");
      assert.ok(!state.verdict.assessment.not_checked.some((one) => one.reason === "unopened"));
      assert.ok(!JSON.stringify(state).includes("typed secret"));
      await page.close();
    });

    test("a frame that comes later is read when it is there", async () => {
      const address = fresh("https://app.greenhouse.io/people/N/applications/200/redesign");
      const late = script(`setTimeout(() => { const frame = document.createElement("iframe"); frame.width = 600; frame.height = 700; frame.src = "/attachment_previews/300"; document.querySelector("main").append(frame); }, 2500);`);
      const page = await browser.open(address, candidate(late));
      await browser.verdictOn(address);
      await until(async () => (await browser.stateOf(address))?.verdict?.reading.fields.positions === "seen", "the frame");
      await page.close();
    });

    test("a foreign frame is named as not read, with what to do", async () => {
      const address = fresh("https://app.greenhouse.io/people/N/applications/200/redesign");
      browser.pages.set("https://files.example/resume", { headers: FRAMED, body: resume });
      const page = await browser.open(address, candidate('<iframe src="https://files.example/resume" width="600" height="700"></iframe>'));
      const state = await browser.verdictOn(address);
      assert.notEqual(state.verdict.reading.fields.positions, "seen");
      assert.ok(state.verdict.assessment.not_checked.some((one) => one.reason === "unopened"), JSON.stringify(state.verdict.assessment.not_checked));
      for (const [lang, words] of [["en", /Download it and drop it here/], ["fr", /Téléchargez-le et déposez-le ici/]]) {
        const panel = await browser.openOwn(`panel.html?tab=${state.tab}&lang=${lang}`);
        await until(() => panel.evaluate((text) => new RegExp(text).test(document.body.innerText), words.source), `the sentence in ${lang}`);
        await panel.close();
      }
      await page.close();
    });

    test("a route after # is another candidate's page", async () => {
      await switchOn("recruitee", "https://app.recruitee.com/*");
      const one = "https://app.recruitee.com/#/dashboard/overview?candidate=700&company=30";
      const two = "https://app.recruitee.com/#/dashboard/overview?candidate=702&company=30";
      browser.pages.set("https://app.recruitee.com/", dashboard("Mathis Drosselmeer"));
      const page = await browser.open(one);
      assert.equal((await browser.verdictOn(one)).verdict.gate, "person");
      await page.evaluate((next) => {
        document.querySelector("h2").textContent = "Sanna Ek";
        location.href = next;
      }, two);
      assert.equal((await browser.verdictOn(two)).verdict.gate, "person");
      assert.equal(await browser.stateOf(one), undefined);
      await page.evaluate(() => (location.hash = "#/dashboard/overview?company=30"));
      await until(async () => !(await browser.stateOf(two)), "the state of a page without a candidate to go");
      await page.close();
    });
  });
}
