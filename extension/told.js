// @ts-check
// What badge and toolbar say of a page: they are told where the panel comes to say something else.

let told = "";
/** @param {Partial<Painted> | null | undefined} said */
const gist = (said) => JSON.stringify([said?.level, said?.open, said?.quiet]);

/** Of a page that was read anew they say its verdict. @param {Partial<Painted> | null | undefined} verdict */
export function saidAlready(verdict) {
  told = gist(verdict);
}

/** Tells them what the panel says of the page in a tab. @param {{ tab?: number | undefined, url?: string | undefined }} page @param {Painted} said */
export async function tell({ tab, url }, said) {
  if (tab === undefined || gist(said) === told) return;
  told = gist(said);
  const send = () => chrome.runtime.sendMessage({ kind: "counted", tab, url, said });
  // A worker that died over it is asked again.
  await send().catch(send).catch(() => undefined);
}
