// @ts-check
// How the desk's workers start: here they are the files beside desk.js. The build of the single
// file puts another module in this one's place.

/** @type {DeskOptions["worker"]} */
export const startWorker = undefined;
