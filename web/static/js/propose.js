// @ts-check
import { keep, kept, forget } from "./drafts.js";
import { fragment } from "./fragment.js";

/** How long after the last key the redline is asked for, in milliseconds. */
const pause = 120;

/**
 * Shows the redline of what is typed, as the server makes it. Answers arrive in
 * any order: an older question is abandoned when a newer one is asked, so that
 * what is shown never belongs to words that are gone.
 */
class Preview {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.section = /** @type {HTMLElement} */ (document.getElementById("preview"));
    this.place = /** @type {HTMLElement} */ (document.getElementById("preview-here"));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {AbortController | undefined} */
    this.asking = undefined;
  }

  /** Asks soon, once the keys are still. */
  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pause);
  }

  /** Asks now. A connection that is gone leaves the last answer in place. */
  async ask() {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    try {
      const answer = await fetch(this.form.dataset.redline ?? "", {
        method: "POST",
        body: fields(this.form),
        signal: asking.signal,
      });
      const type = answer.headers.get("Content-Type") ?? "";
      const html = await answer.text();
      const shown = type.startsWith("text/html") ? fragment(html) : null;
      if (this.asking === asking && shown?.classList.contains("preview")) {
        this.place.replaceChildren(shown);
        this.section.hidden = false;
      }
    } catch {
      // Aborted or offline: what is typed is kept, and the next key asks again.
    }
  }
}

/**
 * Gives the fields of a form as it would send them, without a button.
 * @param {HTMLFormElement} form
 * @returns {URLSearchParams}
 */
function fields(form) {
  const list = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") {
      list.append(name, value);
    }
  }
  return list;
}

/**
 * Puts kept fields back, where the form has them. Hidden ones (the versions that
 * the words were typed on, the key that makes a second sending harmless) belong
 * to the words and come back with them.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} list
 */
function restore(form, list) {
  for (const control of form.elements) {
    if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) {
      control.value = list.get(control.name) ?? control.value;
    } else if (control instanceof HTMLInputElement && control.name !== "") {
      if (control.type === "checkbox") {
        control.checked = list.getAll(control.name).includes(control.value);
      } else if (control.type !== "radio") {
        control.value = list.get(control.name) ?? control.value;
      }
    }
  }
}

/**
 * Reports whether two states of the form differ in what a person types. The key
 * is new with every page and says nothing, and the stamp is the server's.
 * @param {URLSearchParams} a
 * @param {URLSearchParams} b
 * @returns {boolean}
 */
function differ(a, b) {
  const typed = (/** @type {URLSearchParams} */ list) =>
    JSON.stringify([...list].filter(([name]) => name !== "key" && name !== "saved" && !name.startsWith("base")).map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]));
  return typed(a) !== typed(b);
}

/**
 * Shows the live redline and keeps unsent words over a reload or a lost connection.
 * @param {HTMLFormElement} form
 */
function attend(form) {
  const preview = new Preview(form);
  const place = form.dataset.keep ?? "";
  const fresh = fields(form);
  const old = kept(place);
  const back = document.getElementById("restored");
  const typed = form.hasAttribute("data-typed");
  if (old !== null && !typed && old.get("kind") === fresh.get("kind")) {
    if ((old.get("saved") ?? "") !== fresh.get("saved")) {
      // A draft was saved or deleted since: what the server has is newer.
      forget(place);
    } else if (differ(old, fresh)) {
      restore(form, old);
      if (back) {
        back.hidden = false;
      }
      preview.ask();
    }
  }
  if (typed) {
    keep(place, fresh);
  }
  document.getElementById("restored-drop")?.addEventListener("click", () => {
    forget(place);
    restore(form, fresh);
    preview.ask();
    if (back) {
      back.hidden = true;
    }
    form.querySelector("textarea")?.focus();
  });
  form.addEventListener("input", () => {
    keep(place, fields(form));
    preview.soon();
  });
  form.addEventListener("submit", (event) => {
    // What is to be saved is kept here until the server shows that it has it:
    // the way there may be broken. What is deleted is not wanted in either place.
    const act = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
    if (act === "discard") {
      forget(place);
    }
  });
}

const form = document.getElementById("propose");
if (form instanceof HTMLFormElement) {
  attend(form);
}
const receipt = document.querySelector("[data-forget]");
if (receipt instanceof HTMLElement) {
  forget(receipt.dataset.forget ?? "");
}
