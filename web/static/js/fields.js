// @ts-check
// What was filled in, and the caret, go along when a part of the page is made anew.

import { fieldsOf, isFilled, nameOfField } from "./forms.js";

/** @import { Field } from "./forms.js" */

/**
 * Remembers what is filled in inside of an element, and where the caret is.
 * @param {Element} old
 * @returns {(made: Element) => void}
 */
export function filledIn(old) {
  const filled = fieldsOf(old).filter(isFilled);
  const active = fieldsOf(old).find((field) => field === document.activeElement);
  return (made) => {
    const there = new Map(fieldsOf(made).map((field) => [nameOfField(field), field]));
    for (const field of filled) {
      fill(there.get(nameOfField(field)), field);
    }
    const next = active && there.get(nameOfField(active));
    if (next) {
      next.focus({ preventScroll: true });
      putCaret(next, active);
    }
  };
}

/**
 * @param {Field | undefined} field
 * @param {Field} like
 */
function fill(field, like) {
  if (field instanceof HTMLInputElement && like instanceof HTMLInputElement) {
    field.checked = like.checked;
  }
  if (field instanceof HTMLSelectElement && ![...field.options].some((one) => one.value === like.value)) {
    return; // it is no longer offered
  }
  if (field) {
    field.value = like.value;
  }
}

/**
 * @param {Field} field
 * @param {Field} like
 */
function putCaret(field, like) {
  if (field instanceof HTMLSelectElement || like instanceof HTMLSelectElement || like.selectionStart === null) {
    return; // this kind has none
  }
  field.setSelectionRange(like.selectionStart, like.selectionEnd, like.selectionDirection ?? undefined);
  field.scrollTop = like.scrollTop;
}
