// @ts-check
// The words that only the page at www has. Those of the panel and of the sources come from the
// panel's WASM, in the same languages.

/** @typedef {"en" | "fr"} Language */

const EN = {
  pages: "Pages",
  briefing: "A briefing for hiring teams",
  catalogue: "What Touchstone looks for",
  single: "This page as one file",
  language: "Language",
  title: "Which details need verification?",
  lead:
    "Paste a profile, a résumé or a message, or drop files. Touchstone compares what they say with each other and with documented cases, " +
    "and shows the exact words, the innocent reasons and what to ask next.",
  promise: "Everything happens in this browser: nothing is sent, and nothing is kept once the page is closed.",
  paste: "Text of a profile, a résumé or a message",
  choose: "Files: PDF, Word (.docx), text, Markdown, JSON Resume, or a page that you saved",
  drop: "Or drop them anywhere here. What you add is read as one candidate.",
  known: "Compare accounts and addresses with the list of published identifiers",
  practice: "Practise on invented candidates",
  practiceLead: "Half of them have nothing to find. Look first, then unfold what there was to see.",
  seen: "What there was to see",
  back: "Back to your candidate",
  noWasm: "WebAssembly is switched off in this browser, so nothing can be read.",
};

/** @type {typeof EN} */
const FR = {
  pages: "Pages",
  briefing: "Une note pour les équipes de recrutement",
  catalogue: "Ce que Touchstone regarde",
  single: "Cette page en un seul fichier",
  language: "Langue",
  title: "Quels détails sont à vérifier ?",
  lead:
    "Collez un profil, un CV ou un message, ou déposez des fichiers. Touchstone compare ce qu’ils disent entre eux et avec des cas documentés, " +
    "et montre les mots exacts, les explications courantes et la question à poser.",
  promise: "Tout se passe dans ce navigateur : rien n’est envoyé, et rien n’est gardé une fois la page fermée.",
  paste: "Texte d’un profil, d’un CV ou d’un message",
  choose: "Fichiers : PDF, Word (.docx), texte, Markdown, JSON Resume, ou une page enregistrée",
  drop: "Ou déposez-les n’importe où ici. Ce que vous ajoutez est lu comme un seul candidat.",
  known: "Comparer comptes et adresses avec la liste d’identifiants publiés",
  practice: "S’exercer sur des candidats inventés",
  practiceLead: "Pour la moitié d’entre eux, il n’y a rien à trouver. Regardez d’abord, puis dépliez ce qu’il y avait à voir.",
  seen: "Ce qu’il y avait à voir",
  back: "Revenir à votre candidat",
  noWasm: "WebAssembly est désactivé dans ce navigateur : rien ne peut être lu.",
};

/** All of them, by language. */
export const WORDS = { en: EN, fr: FR };

/** @param {string} name @returns {name is keyof typeof EN} */
export const isWord = (name) => name in EN;

/** Where the static pages stand, by language. */
export const PAGES = {
  en: { briefing: "briefing.html", catalogue: "indicators/index.html" },
  fr: { briefing: "fr/briefing.html", catalogue: "indicators/fr/index.html" },
};

/**
 * The first of the user's languages that there is; English otherwise.
 * @param {readonly string[]} tags
 * @returns {Language}
 */
export function languageOf(tags) {
  const found = tags.map((tag) => tag.slice(0, 2).toLowerCase()).find((code) => code in WORDS);
  return /** @type {Language} */ (found ?? "en");
}
