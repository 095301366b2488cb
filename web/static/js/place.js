// @ts-check
// Puts what has changed in its place without moving what the reader looks at.

import { anchor } from "./anchor.js";
import { fragment } from "./fragment.js";
import { inUse } from "./hands.js";
import { memory, refocus } from "./memory.js";

/** @import { ParagraphChange } from "./protocol.js" */

/**
 * Puts paragraphs in place. One that is in use is left, and one that the page
 * does not show is not added, unless the page shows the whole draft.
 * @param {Element} main
 * @param {ParagraphChange[]} paragraphs in the order of the draft
 * @param {boolean} whole whether the page shows the whole draft
 * @returns {{ placed: Element[], held: ParagraphChange[], lost: boolean }} lost
 *   says that something could not be shown: the page should be loaded anew
 */
export function place(main, paragraphs, whole) {
  const stay = anchor(main);
  const result = { placed: /** @type {Element[]} */ ([]), held: /** @type {ParagraphChange[]} */ ([]), lost: false };
  for (const paragraph of paragraphs) {
    const old = document.getElementById(paragraph.id);
    if (old && inUse(old)) {
      result.held.push(paragraph);
      continue;
    }
    if (!old && !whole) {
      continue;
    }
    const made = paragraph.html ? fragment(paragraph.html) : null;
    if (old && made && bare(old).isEqualNode(bare(made)) && inPlace(old, paragraph, whole)) {
      continue; // what changed is not shown here
    }
    if (!made || !put(main, old, made, paragraph, whole)) {
      result.lost = true;
      continue;
    }
    result.placed.push(made);
  }
  stay();
  return result;
}

/**
 * @param {Element} main
 * @param {Element | null} old
 * @param {Element} made
 * @param {ParagraphChange} paragraph
 * @param {boolean} whole
 * @returns {boolean} whether there was a place for it
 */
function put(main, old, made, paragraph, whole) {
  if (old) {
    const keep = memory(old);
    made.classList.toggle("row-context", old.classList.contains("row-context"));
    old.replaceWith(made);
    keep(made);
  }
  if (whole && (!old || !inPlace(made, paragraph, whole))) {
    const before = document.getElementById(paragraph.after);
    const focused = document.activeElement;
    if (before) {
      before.after(made);
    } else if (paragraph.after === "" && main.querySelector(".rows")) {
      main.querySelector(".rows")?.prepend(made);
    } else {
      return false;
    }
    refocus(focused);
  }
  for (const hidden of made.querySelectorAll("[data-copy], .row-new")) {
    hidden.removeAttribute("hidden");
  }
  return true;
}

/**
 * Reports whether an element stands behind the paragraph that it should.
 * @param {Element} element
 * @param {ParagraphChange} paragraph
 * @param {boolean} whole only of a whole draft can that be said
 * @returns {boolean}
 */
function inPlace(element, paragraph, whole) {
  const before = document.getElementById(paragraph.after);
  return !whole || !before || element.previousElementSibling === before;
}

/**
 * Gives a copy of an element without what readers and scripts have done to it,
 * and without its place in the record.
 * @param {Element} element
 * @returns {Element}
 */
function bare(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  copy.removeAttribute("data-touched");
  copy.classList.remove("row-context");
  for (const part of copy.querySelectorAll("[data-copy], .row-new, details")) {
    part.removeAttribute("hidden");
    part.removeAttribute("open");
  }
  return copy;
}
