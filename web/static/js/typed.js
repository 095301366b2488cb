// @ts-check
// What is typed on a page of the room survives a reload and a lost connection: a
// tab keeps it until it was sent.

import { isDrafted, nameOfField, nameOfForm } from "./forms.js";
import { keep, keptJSON } from "./tab.js";

const name = `plenary.typed:${location.pathname}`;

/**
 * Typed words by field, with those that the server had given: where it gives
 * others now, the ones kept were typed on words that are gone.
 * @typedef {Record<string, { value: string, given: string }>} Typed
 */

/** @returns {Typed} */
function read() {
  return keptJSON(name, /** @type {Typed} */ ({}));
}

/**
 * Keeps what a field has.
 * @param {HTMLTextAreaElement} field
 */
function note(field) {
  const typed = read();
  delete typed[nameOfField(field)];
  if (field.value !== field.defaultValue) {
    typed[nameOfField(field)] = { value: field.value, given: field.defaultValue };
  }
  keep(name, Object.keys(typed).length > 0 ? JSON.stringify(typed) : "");
}

/** Puts back what was typed, where a field still is as the server made it. */
function restore() {
  const typed = read();
  for (const field of document.querySelectorAll("main textarea")) {
    const old = field instanceof HTMLTextAreaElement ? typed[nameOfField(field)] : undefined;
    if (field instanceof HTMLTextAreaElement && old && field.value === field.defaultValue && old.given === field.defaultValue) {
      field.value = old.value;
    }
  }
}

/**
 * Forgets what was typed into a form, as far as it is what was sent.
 * @param {string} form its name
 * @param {URLSearchParams} sent
 */
export function forgetTyped(form, sent) {
  const left = Object.entries(read()).filter(([field, { value }]) => {
    const own = field.startsWith(`${form} `) ? field.slice(form.length + 1) : "";
    return own === "" || sent.get(own) !== value;
  });
  keep(name, left.length > 0 ? JSON.stringify(Object.fromEntries(left)) : "");
}

if (["room", "console", "pen", "screen"].includes(document.querySelector("main")?.dataset.part ?? "")) {
  restore();
  document.addEventListener("live:placed", restore);
  document.addEventListener("input", (event) => {
    if (event.target instanceof HTMLTextAreaElement && event.target.closest("main") && !isDrafted(event.target)) {
      note(event.target);
    }
  });
  document.addEventListener("submit", (event) => {
    // The answer is another page, which has what was typed if it was refused.
    if (!event.defaultPrevented && event.target instanceof HTMLFormElement) {
      const fields = [...new FormData(event.target)].map(([name, value]) => [name, String(value)]);
      forgetTyped(nameOfForm(event.target), new URLSearchParams(fields));
    }
  });
}
