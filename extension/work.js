// @ts-check
// The work on a candidate in a document: listens to the controls that the panel paints, has each
// action made of what was kept, and keeps what comes of it.

import { WORK_LOCK, oneAfterAnother } from "./alone.js";
import { today } from "./today.js";
import { act } from "./wasm/panel/touchstone.js";

/**
 * What the control says it does, with what the user gave it.
 * @param {HTMLElement} control @param {Record<string, unknown>} given
 */
function actionOf(control, given) {
  const { act: does, checked, ...about } = control.dataset;
  return { ...about, ...(checked !== undefined && { checked: checked === "true" }), ...given, do: does };
}

/** @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} control */
function given(control) {
  return control.type === "checkbox" ? { checked: /** @type {HTMLInputElement} */ (control).checked } : { value: control.value };
}

/**
 * Listens to all that has `data-act`.
 * @param {HTMLElement} root
 * @param {(action: Record<string, unknown> & { do?: string | undefined }, quiet: boolean) => void} send `quiet`: a text that is
 *   being written, which a new painting would disturb
 */
export function listenToWork(root, send) {
  /** @param {Event} event @param {string} selector */
  const control = (event, selector) => /** @type {HTMLInputElement | null} */ (/** @type {Element} */ (event.target).closest(selector));
  root.addEventListener("click", (event) => {
    const button = control(event, "button[data-act]");
    if (button) send(actionOf(button, {}), false);
  });
  root.addEventListener("change", (event) => {
    const changed = control(event, "input[data-act], select[data-act]");
    if (changed) send(actionOf(changed, given(changed)), false);
  });
  root.addEventListener("input", (event) => {
    const written = control(event, "textarea[data-act]");
    if (written) send(actionOf(written, given(written)), true);
  });
  root.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement | null} */ (/** @type {unknown} */ (control(event, "form[data-act]")));
    if (!form) return;
    event.preventDefault();
    send(actionOf(form, Object.fromEntries(new FormData(form))), false);
  });
}

/**
 * @param {object} options
 * @param {WorkStore} options.store
 * @param {(url: string) => string} options.nameOf the name of the work on a page
 * @param {() => Promise<Pick<Settings, "one_in" | "links" | "keep_days">>} options.settings
 * @param {boolean} options.isCounted whether what is the same for all candidates is kept too: not where it is private or practised
 */
export function openWork({ store, nameOf, settings, isCounted }) {
  const alone = oneAfterAnother(WORK_LOCK);
  /** What this document saved last. @type {string | undefined} */
  let mine;

  /** @param {string} key @param {object} action @param {AboutWork} about */
  async function make(key, action, about) {
    const [work, common] = await Promise.all([store.load(key), store.common()]);
    const [after = "", shared = ""] = act(work, common, JSON.stringify(action), today());
    if (after !== work) {
      mine = after;
      await store.save(key, after, about);
    }
    // Last: what cannot be counted must cost nothing that was written.
    if (shared !== common && isCounted) await store.keepCommon(shared);
  }

  /** The name of the work on what is shown; absent where there is no verdict. @param {Shown | null} record */
  const key = (record) => (record?.verdict?.assessment ? nameOf(record.key ?? record.url ?? "") : undefined);

  /** What is kept beside the work on what is shown. @param {Shown | null} record @returns {AboutWork} */
  function about(record) {
    const { title = "", url = "", verdict } = record ?? {};
    return { title, url, level: verdict?.assessment?.level, at: new Date().toISOString() };
  }

  /** Has an action done. @param {Shown | null} record @param {object} action */
  async function change(record, action) {
    const name = key(record);
    if (name === undefined) return;
    const beside = about(record);
    await alone(() => make(name, action, beside));
  }

  return {
    key,
    change,
    /** Whether it was somebody else who saved this. @param {unknown} work */
    isOthers: (work) => work !== mine,
    /** What the painter is given beside the record. @param {Shown | null} record */
    async beside(record) {
      const name = key(record);
      const [work, common, { one_in, links, keep_days }] = await Promise.all([name && store.load(name), store.common(), settings()]);
      return { ...(name && { work }), common, today: today(), one_in, links, keep_days };
    },
    /**
     * What takes over the work on another candidate, who is put together with this one.
     * @param {Shown | null} record who is shown at the click: it may be somebody else by then
     * @param {string} other the other's key
     * @param {() => Promise<void>} done what comes after it
     */
    join: (record, other, done) => async () => {
      const joined = other && (await store.load(nameOf(other)));
      if (joined) await change(record, { do: "join", work: joined });
      await done();
    },
    /** @param {Shown | null} record */
    async forget(record) {
      const name = key(record);
      if (name !== undefined) await alone(() => store.forget(name));
    },
    /** Counts the lines that are shown, once for each candidate. @param {Shown | null} record */
    async saw(record) {
      const ids = record?.verdict?.assessment?.hits.map(({ id }) => id) ?? [];
      if (ids.length) await change(record, { do: "seen", ids });
    },
  };
}
