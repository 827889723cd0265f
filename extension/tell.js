// @ts-check
// Badge and toolbar say what the panel says: the worker is told, where that is something else than
// it found or was told last.

/** @param {Partial<Painted> | null | undefined} said */
const gist = (said) => JSON.stringify([said?.level, said?.open, said?.quiet]);

export function openTelling() {
  let told = "";
  return {
    /** What is shown was read anew. @param {Shown | null} record */
    begin: (record) => void (told = gist(/** @type {Partial<Painted> | undefined} */ (record?.verdict))),
    /** @param {number | undefined} tab @param {Shown | null} record @param {Painted} said */
    async tell(tab, record, said) {
      // A candidate on the desk is no tab's.
      if (tab === undefined || record?.key !== undefined || gist(said) === told) return;
      told = gist(said);
      const send = () => chrome.runtime.sendMessage({ kind: "counted", tab, url: record?.url, said });
      // A worker that died over it is asked again.
      await send().catch(send).catch(() => undefined);
    },
  };
}
