// The candidate in the panel, as the browser tests drive it. The panel's document stands in a tab
// of its own here and is told which tab it speaks of.

import { readFileSync } from "node:fs";
import { until } from "./driver.js";

/** A file of an invented person: what it holds, and a name to give it under. */
export const fixture = (folder, name = `${folder}.${folder.split("-")[0]}`) => [name, readFileSync(`tests/files/${folder}/file.${folder.split("-")[0]}`)];

/** Drops files on a document, as the file manager does: names, and texts or bytes. */
export const drop = (page, ...files) =>
  page.evaluate(
    (list) => {
      const data = new DataTransfer();
      for (const [label, base64] of list) data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], label));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    files.map(([label, content]) => [label, Buffer.from(content).toString("base64")]),
  );

/** The lines of a source's copy, as they stand: what cannot be seen in brackets. */
export const copyOf = (page, number) =>
  page.evaluate((at) => {
    const copy = document.querySelectorAll("details.copy")[at];
    if (!copy) return [];
    copy.open = true;
    return [...copy.querySelectorAll(".read > p")].map((line) =>
      line.classList.contains("unseen") ? `[${line.querySelector(".how").textContent}] ${line.querySelector("q").textContent}` : line.textContent,
    );
  }, number);

/** What a file says about itself, as name and value. */
export const factsOf = (page, number) =>
  page.evaluate((at) => {
    const list = document.querySelectorAll("details.copy")[at]?.querySelector("dl.facts");
    return Object.fromEntries([...(list?.querySelectorAll("dt") ?? [])].map((name) => [name.textContent, name.nextElementSibling.textContent]));
  }, number);

/** @param {() => import("./driver.js").Browser} current the browser, which starts later than this is called */
export function deskOf(current) {
  const textOf = (panel, selector) => panel.evaluate((found) => document.querySelector(found)?.innerText ?? "", selector);
  const sources = (panel) => panel.evaluate(() => [...document.querySelectorAll(".sources-list > ul:first-of-type > .source > .strong")].map((one) => one.innerText));

  return {
    textOf,
    sources,
    drop,
    /** Opens an invented page in a tab; its number is known only while it is in front. */
    async openTab({ url, html }) {
      const page = await current().open(url, html);
      await page.bringToFront();
      const desk = await current().desk();
      const tab = await until(async () => {
        const [front] = await desk.evaluate(() => chrome.tabs.query({ active: true, lastFocusedWindow: true }));
        const where = await desk.evaluate((id) => chrome.tabs.sendMessage(id, { kind: "capture" }, { frameId: 0 }).then((page) => page?.url ?? "off"), front?.id);
        return (where === url || where === "off") && front.id;
      }, `the tab of ${url}`);
      return { page, tab };
    },
    async panelOf(tab, lang = "en") {
      const panel = await current().openOwn(`panel.html?tab=${tab}&lang=${lang}`);
      await until(() => panel.evaluate(() => document.getElementById("add-tab").textContent !== "" && !document.getElementById("bar").inert && document.querySelector("main") !== null), "the panel");
      return panel;
    },
    click: (panel, selector) => panel.evaluate((found) => document.querySelector(found).click(), selector),
    withSources: (panel, count) => until(async () => (await sources(panel)).length === count && sources(panel), `${count} sources`, 20_000),
    paste: (panel, text) =>
      panel.evaluate((words) => {
        document.getElementById("add").open = true;
        document.getElementById("paste").value = words;
        document.getElementById("paste-add").click();
      }, text),
    /** A new candidate, whatever was there. */
    afresh: async () => (await current().desk()).evaluate(() => chrome.storage.session.remove("case")),
    /** What a card quotes on each of its sides. */
    cardOf: (panel, line) =>
      panel.evaluate((id) => {
        const details = [...document.querySelectorAll("details[data-card]")].find((one) => one.dataset.card.split(" ")[1] === id);
        const sides = [...(details?.closest(".card").querySelectorAll(".side") ?? [])];
        return sides.map((side) => [...side.querySelectorAll("figure")].map((figure) => figure.innerText));
      }, line),
  };
}
