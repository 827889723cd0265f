// @ts-check
// Where the desk of this page lies: in memory, gone when the page is closed. There are two places,
// so that a practice candidate never lies among the user's own sources.

/** @typedef {"own" | "practice"} Place */

export function openShelf() {
  /** @type {Record<Place, unknown>} */
  const kept = { own: undefined, practice: undefined };
  /** @type {Place} */
  let place = "own";

  return {
    /** @type {DeskStore} */
    store: {
      load: async () => kept[place],
      save: async (value) => void (kept[place] = value),
    },
    /** @param {Place} next */
    turnTo(next) {
      place = next;
    },
    /** Empties the practice place. */
    clean() {
      kept.practice = undefined;
    },
    get place() {
      return place;
    },
    /** Whether the user put something here. */
    get isUsed() {
      return kept.own !== undefined;
    },
  };
}

/** Where the work on the candidates of this page lies: in memory too. @returns {WorkStore} */
export function memory() {
  /** @type {Map<string, string>} */
  const works = new Map();
  let counts = "";
  return {
    load: async (key) => works.get(key) ?? "",
    save: async (key, work) => void works.set(key, work),
    forget: async (key) => void works.delete(key),
    common: async () => counts,
    keepCommon: async (common) => void (counts = common),
  };
}
