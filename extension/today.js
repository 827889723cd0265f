// @ts-check

/** A day as the user has it, as the core takes it. @param {Date} moment */
export function dayOf(moment) {
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The day of the user. */
export const today = () => dayOf(new Date());
