// @ts-check
// What only the page at www says, in every language of the interface. The words of the panel and
// of the sources come from the panel's WASM, in the same languages.

import { LANGUAGES } from "./languages.js";

/** What stands in for a language that lacks something. */
const ENGLISH = LANGUAGES[0];

/** @param {string} code */
export const languageWith = (code) => LANGUAGES.find((language) => language.code === code);

/**
 * The first of the user's languages that there is; English otherwise.
 * @param {readonly string[]} tags
 */
export function languageOf(tags) {
  const codes = tags.map((tag) => tag.split("-")[0]?.toLowerCase() ?? "");
  return codes.map(languageWith).find(Boolean) ?? ENGLISH;
}

/**
 * A text that not every language has, and the language that it is in.
 * @param {Told} text
 * @param {SpokenLanguage} language
 */
export function told(text, { code }) {
  const own = text[code];
  return own === undefined ? { code: ENGLISH.code, said: text.en } : { code, said: own };
}

/**
 * A static page in a language, or the English one where it has none.
 * @param {"briefing" | "catalogue"} page
 * @param {SpokenLanguage} language
 */
export function pageIn(page, language) {
  const { code, words, [page]: href } = language[page] ? language : ENGLISH;
  return { code, href: href ?? "", said: words[page] ?? "" };
}

/**
 * Puts a text into an element, marked with its language where that is not the page's.
 * @param {HTMLElement} element
 * @param {{ code: string, said: string }} text
 */
export function write(element, { code, said }) {
  element.textContent = said;
  if (code === document.documentElement.lang) element.removeAttribute("lang");
  else element.lang = code;
}
