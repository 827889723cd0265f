// @ts-check
// Work in private windows has names of its own: what has such a name is never kept.

const PRIVATE = "private:";

/** The name of the work. @param {string} key @param {boolean} isPrivate */
export const named = (key, isPrivate) => (isPrivate ? PRIVATE + key : key);

/** @param {string} key */
export const isPrivateName = (key) => key.startsWith(PRIVATE);
