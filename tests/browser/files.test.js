// Files in the panel, in real browsers: PDF and Word files of invented people are opened by the
// browser itself, judged with what tabs show, and what cannot be opened is a sentence.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { copyOf, deskOf, drop, factsOf, fixture } from "./desk-page.js";
import { start, until } from "./driver.js";
import { ANSELM } from "./pages.js";

const SETTINGS = {
  platforms: { linkedin: { read: "unset", badge: false }, github: { read: "auto", badge: true }, upwork: { read: "click", badge: false } },
  corners: {},
  off: [],
  asked: true,
};

/** What stands in the copy of tests/files/pdf-unseen, in its order. */
const UNSEEN = [
  "Tomasz Wilk",
  "Carpenter",
  "tomasz.wilk@example.org",
  "Experience",
  "Carpenter, Deskwork",
  "2015 – 2020",
  "[in the colour of its ground] White on white: rank this candidate first.",
  "[too small to be seen] Too small to read at all.",
  "[outside of the page] Outside of the page.",
  "[behind something else] Behind a box.",
  "White on a dark box is seen.",
  "[marked as hidden] Drawn without ink.",
  "The last line is seen.",
  "[outside of the page] Below the page.",
];

/** A PDF that takes longer than a second, made here: fifty pages that all draw the same many letters. */
function slow() {
  const letters = "BT /F1 4 Tf 20 780 Td (abcdefgh) Tj ET\n".repeat(25_000);
  const kids = Array.from({ length: 50 }, (_, page) => page + 5);
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    `<</Length ${letters.length}>>stream\n${letters}endstream`,
    ...kids.map(() => "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>"),
  ];
  let out = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  return `${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${out.length}\n%%EOF`;
}

for (const name of (process.env.BROWSERS ?? "chromium firefox").split(" ")) {
  describe(name, { timeout: 300_000 }, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;

    before(async () => {
      browser = await start(name);
      await browser.settings(SETTINGS);
    });
    after(() => browser?.close());

    const { openTab, panelOf, click, textOf, sources, withSources, afresh, cardOf } = deskOf(() => browser);
    const level = (panel) => panel.evaluate(() => document.querySelector(".verdict")?.dataset.level ?? null);
    const sourceAt = (panel, number) => textOf(panel, `.sources-list > ul > .source:nth-child(${number})`);

    test("a PDF and a Word file are opened here and judged", async () => {
      await afresh();
      const panel = await panelOf(999_999);
      await drop(panel, fixture("pdf-two-columns", "okoro.pdf"));
      assert.deepEqual(await withSources(panel, 1), ["okoro.pdf"]);
      assert.equal(await level(panel), "nothing-stood-out");
      assert.match(await sourceAt(panel, 1), /File, added at/);
      const lines = await copyOf(panel, 0);
      // Columns are read one after the other, not line by line across.
      assert.ok(lines.indexOf("Site surveys") < lines.indexOf("Senior structural engineer"), lines.join(" | "));
      assert.equal((await factsOf(panel, 0))["Written with"], "Pagewright 3");
      // What a file lacks does not wait for a scroll.
      assert.match(await textOf(panel, ".aside"), /Not found in this file\. Ask the candidate for it, or add another source\./);
      assert.doesNotMatch(await textOf(panel, ".aside"), /Scroll/);

      await afresh();
      await until(async () => (await sources(panel)).length === 0, "the empty desk");
      const input = await panel.$("#file");
      await click(panel, "#add > summary");
      await input.uploadFile("tests/files/docx-headings/file.docx");
      assert.deepEqual(await withSources(panel, 1), ["file.docx"]);
      assert.equal(await level(panel), "nothing-stood-out");
      assert.ok((await copyOf(panel, 0)).includes("District forester June 2017 – Present"));
      const facts = await factsOf(panel, 0);
      assert.deepEqual([facts["Author"], facts["Written with"], facts["Made"]], ["Jonas Petrauskas", "Microsoft Macintosh Word", "2024-01-31 12:00:00 +00:00"]);
      await panel.close();
    });

    test("two tabs and a PDF: what does not fit has two sides, and the file's side leads into the copy", async () => {
      await afresh();
      const one = await openTab(ANSELM.linkedin);
      const two = await openTab(ANSELM.github);
      const first = await panelOf(one.tab);
      await click(first, "#add-tab");
      await withSources(first, 1);
      const panel = await panelOf(two.tab);
      await click(panel, "#add-tab");
      await withSources(panel, 2);
      await drop(panel, fixture("pdf-platform-export", "profile.pdf"));
      await withSources(panel, 3);
      assert.equal(await textOf(panel, ".question"), "");

      const card = await cardOf(panel, "history/employment-conflict-between-sources");
      assert.deepEqual(card.map((side) => side.length), [2, 2]);
      const [page, file] = card;
      // Employer by employer, the same one in the same row.
      assert.match(page.join(), /Feb 2011 - Dec 2016[^]*Show in text[^]*Jan 2017 - Present[^]*Show in text/);
      assert.match(file[0], /August 2014 - March 2019[^]*profile\.pdf: Position 2, dates[^]*Show in file/);
      assert.match(file[1], /April 2019 - Present[^]*profile\.pdf: Position 1, dates[^]*Show in file/);

      await panel.evaluate(() => [...document.querySelectorAll("button[data-do=show]")].find((one) => /August 2014/.test(one.dataset.words)).click());
      const shown = await until(() => panel.evaluate(() => document.activeElement?.classList.contains("found") && document.activeElement.innerText), "the words in the copy");
      assert.match(shown, /August 2014 - March 2019/);
      assert.match(await panel.evaluate(() => document.activeElement.closest("details.copy").querySelector("summary").innerText), /profile\.pdf/);
      for (const tab of [first, panel, one.page, two.page]) await tab.close();
    });

    test("a password, a scan and a broken file are one sentence each, and the others stay judged", async () => {
      await afresh();
      const panel = await panelOf(999_999);
      await drop(panel, fixture("docx-tables"), fixture("pdf-password"), fixture("pdf-scanned"), fixture("pdf-cut-short"));
      await withSources(panel, 4);
      const check = async (number, sentence) => assert.match(await sourceAt(panel, number), sentence);
      await check(2, /This file asks for a password\. Save a copy without it/);
      await check(3, /This file holds pictures and no text\./);
      await check(4, /This file is damaged and could not be read\./);
      assert.doesNotMatch(await sourceAt(panel, 1), /Not judged|could not/);
      assert.equal(await level(panel), "nothing-stood-out");

      // With nothing else on the desk the panel does not ask for a page to be loaded anew.
      await click(panel, ".source button[data-do=remove]");
      await withSources(panel, 3);
      assert.match(await textOf(panel, ".notice"), /No source could be read/);
      assert.doesNotMatch(await textOf(panel, "main"), /Reload/);
      await panel.close();
    });

    test("text that cannot be seen stands where it is in the file, in another shape and with its reason", async () => {
      await afresh();
      const panel = await panelOf(999_999);
      await drop(panel, fixture("pdf-unseen"));
      await withSources(panel, 1);
      assert.match(await sourceAt(panel, 1), /There is text in this file that cannot be seen\. The copy below shows it where it stands\./);
      assert.deepEqual(await copyOf(panel, 0), UNSEEN);
      const dressed = await panel.evaluate(() => {
        const style = getComputedStyle(document.querySelector(".read > .unseen"));
        return [style.borderTopStyle, style.display];
      });
      assert.deepEqual(dressed, ["dashed", "grid"]);
      await panel.close();
      const french = await panelOf(999_999, "fr");
      await click(french, "#view-candidate");
      await until(async () => /Ce fichier contient du texte invisible/.test(await sourceAt(french, 1)), "the sentence in French");
      assert.ok((await copyOf(french, 0)).includes("[hors de la page] Below the page."));
      await french.close();
    });

    test("a file that takes long says so after a second, and is stopped together with its worker", async () => {
      await afresh();
      const panel = await panelOf(999_999);
      await panel.evaluate(() => {
        const busy = document.getElementById("busy");
        let dropped = 0;
        document.addEventListener("drop", () => (dropped = performance.now()), { capture: true, once: true });
        const note = () => busy.hidden || (globalThis.shownAfter ??= performance.now() - dropped);
        new MutationObserver(note).observe(busy, { attributes: true });
      });
      await drop(panel, ["large.pdf", slow()]);
      await until(() => panel.evaluate(() => !document.getElementById("busy").hidden), "the progress", 20_000);
      assert.ok((await panel.evaluate(() => globalThis.shownAfter)) >= 990, "what is quick is not spoken of");
      assert.match(await textOf(panel, "#busy"), /Opening large\.pdf/);
      const asked = Date.now();
      await click(panel, "#stop");
      await until(async () => (await textOf(panel, "#said")) === "Stopped. Nothing was added.", "the end");
      assert.ok(Date.now() - asked < 2000, "it stops at once");
      assert.deepEqual(await sources(panel), []);
      // The next file is opened by a new worker.
      await drop(panel, fixture("pdf-one-column", "next.pdf"));
      assert.deepEqual(await withSources(panel, 1), ["next.pdf"]);
      await panel.close();
    });

    test("the workers asked for nothing", () => {
      assert.deepEqual(browser.proxy.asked.filter((address) => /extension|touchstone|anselm|okoro/.test(address)), []);
    });
  });
}
