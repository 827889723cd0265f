// @ts-check
// What the user chose, kept by the browser where it allows that: a page from disk may keep nothing.

/** @param {string} name @returns {string | null} */
export function chosen(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
export function choose(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // It holds until the page is closed.
  }
}
