// @ts-check
// Whether a reader is at work in a part of the page, so that it must not be taken
// from under their hands.

import { fieldsOf, isFilled } from "./forms.js";

/** How long after the last key somebody is still typing, in milliseconds. */
const pause = 2000;

/** The field that was typed into last, and when. */
/** @type {{ field: EventTarget | null, at: number }} */
let last = { field: null, at: 0 };
let composing = false;

document.addEventListener("input", (event) => (last = { field: event.target, at: Date.now() }), true);
document.addEventListener("compositionstart", () => (composing = true), true);
document.addEventListener("compositionend", () => (composing = false), true);

/**
 * Reports whether somebody works inside of an element: has filled a field in, or
 * is about to, or marks words.
 * @param {Element} element
 * @returns {boolean}
 */
export function inUse(element) {
  if (fieldsOf(element).some((field) => field === document.activeElement || isFilled(field))) {
    return true;
  }
  const marked = getSelection();
  return marked !== null && !marked.isCollapsed && marked.containsNode(element, true);
}

/**
 * Reports whether somebody is typing inside of an element at this moment.
 * @param {Element} element
 * @returns {boolean}
 */
export function isTyping(element) {
  const field = document.activeElement;
  const fresh = last.field === field && Date.now() - last.at < pause;
  return field !== null && field !== element && element.contains(field) && (composing || fresh);
}

/**
 * Calls a function whenever somebody may have put down their pen.
 * @param {() => void} rested
 */
export function whenRested(rested) {
  /** @type {number | undefined} */
  let timer;
  document.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(rested, pause);
  });
  document.addEventListener("focusout", () => setTimeout(rested));
  document.addEventListener("compositionend", () => setTimeout(rested));
  document.addEventListener("selectionchange", rested);
}
