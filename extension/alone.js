// @ts-check

/** The lock of all that changes what lies on a desk. */
export const CASE_LOCK = "touchstone-case";

/** The lock of all that changes the work on candidates. */
export const WORK_LOCK = "touchstone-work";

/**
 * Runs one piece of work after the other, in this document and in all others of this origin that
 * use the same lock: what one kept, none may overwrite unread.
 * @param {string} lock
 * @returns {(work: () => Promise<void>) => Promise<void>}
 */
export function oneAfterAnother(lock) {
  // Where there are no locks, those of this document still come one after the other.
  let queue = Promise.resolve();
  return (work) => {
    const locks = globalThis.navigator?.locks;
    const mine = queue.then(async () => void (await (locks ? locks.request(lock, work) : work())));
    queue = mine.catch(() => undefined);
    return mine;
  };
}
