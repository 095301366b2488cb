// @ts-check
// What a reader has done to a part of the page is done to its successor.

import { filledIn } from "./fields.js";
import { nameOfForm } from "./forms.js";
import { markedIn } from "./marked.js";

/**
 * Gives the focus back to an element that lost it by being moved.
 * @param {Element | null} element
 */
export function refocus(element) {
  if (element instanceof HTMLElement && element !== document.activeElement && element.isConnected) {
    element.focus({ preventScroll: true });
  }
}

/**
 * Remembers what a reader has done to an element, to do it to its successor:
 * where the focus is, what is filled in and marked, which details are open, how
 * far columns are scrolled.
 * @param {Element} old
 * @returns {(made: Element) => void}
 */
export function memory(old) {
  const active = document.activeElement;
  const focus = active && old.contains(active) ? sameAs(old, active, "a[href], button, summary, [tabindex]") : null;
  const open = [...old.querySelectorAll("details[open] > summary")].map((summary) => sameAs(old, summary, "summary"));
  const scrolled = [...old.querySelectorAll(".columns")].map((columns) => columns.scrollLeft);
  const marked = markedIn(old);
  const filled = filledIn(old);
  return (made) => {
    for (const find of open) {
      find(made)?.parentElement?.setAttribute("open", "");
    }
    made.querySelectorAll(".columns").forEach((columns, i) => {
      columns.scrollLeft = scrolled[i] ?? 0;
    });
    marked(made);
    filled(made);
    refocus(focus?.(made) ?? null);
  };
}

/**
 * Finds in another element what an element is in this one: what has the same words and
 * is about the same form, or else the same words at the same place among those that have
 * them, or else the same place.
 * @param {Element} root
 * @param {Element} element
 * @param {string} kind a selector for all that may be meant
 * @returns {(root: Element) => Element | undefined}
 */
function sameAs(root, element, kind) {
  const all = [...root.querySelectorAll(kind)];
  const [words, about, index] = [wordsOf(element), aboutOf(element), all.indexOf(element)];
  const rank = all.filter((one) => wordsOf(one) === words).indexOf(element);
  return (other) => {
    const now = [...other.querySelectorAll(kind)];
    const alike = now.filter((one) => wordsOf(one) === words);
    return alike.find((one) => about && aboutOf(one) === about) ?? alike[rank] ?? now[index];
  };
}

/**
 * Gives the name of the form that an element is in, or unfolds.
 * @param {Element} element
 * @returns {string} empty for none
 */
function aboutOf(element) {
  const form = element.closest("form") ?? element.closest("details")?.querySelector("form");
  return form ? nameOfForm(form) : "";
}

/**
 * Gives the address of an element, or its words, numbers left out.
 * @param {Element} element
 * @returns {string}
 */
function wordsOf(element) {
  return `${element.tagName} ${element.getAttribute("href") ?? (element.textContent ?? "").replace(/\d+/g, "").trim()}`;
}
