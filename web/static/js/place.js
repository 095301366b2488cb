// @ts-check
// Puts what has changed in its place without moving what the reader looks at.

import { fragment } from "./fragment.js";

/** @import { Message, ParagraphChange } from "./protocol.js" */

/**
 * Says what to do with a message, given what the page shows.
 * @param {Message} message
 * @param {{ epoch: string, seq: number }} have
 * @returns {"reload" | "welcome" | "apply" | "ignore" | "rejoin"}
 */
export function verdict(message, have) {
  if (message.type !== "hello" && message.type !== "change") {
    return "ignore"; // a newer server says more than this page knows
  }
  if (message.epoch !== have.epoch) {
    return "reload";
  }
  if (message.type === "hello") {
    return message.seq < have.seq ? "reload" : "welcome";
  }
  if (message.seq <= have.seq) {
    return "ignore";
  }
  return message.since > have.seq ? "rejoin" : "apply";
}

/**
 * How long to wait before the next attempt, so that not all come back at once.
 * @param {number} attempt from 0
 * @param {number} chance from 0 to 1
 * @returns {number} milliseconds, 30 s at most
 */
export function delay(attempt, chance) {
  return Math.min(1000 * 2 ** attempt, 30_000) * (0.5 + chance / 2);
}

/**
 * Reports whether a reader is at work inside of an element: typing, or marking
 * words. Then it must not be taken from under their hands.
 * @param {Element} element
 * @returns {boolean}
 */
export function inUse(element) {
  const fields = [...element.querySelectorAll("textarea, input, select")];
  if (fields.some((field) => field === document.activeElement || typedInto(field))) {
    return true;
  }
  const marked = getSelection();
  return marked !== null && !marked.isCollapsed && marked.containsNode(element, true);
}

/**
 * @param {Element} field
 * @returns {boolean}
 */
function typedInto(field) {
  if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) {
    return true;
  }
  return (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) && field.value !== field.defaultValue;
}

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

/**
 * Gives the focus back to an element that lost it by being moved.
 * @param {Element | null} element
 */
function refocus(element) {
  if (element instanceof HTMLElement && element !== document.activeElement && element.isConnected) {
    element.focus({ preventScroll: true });
  }
}

/**
 * Remembers what a reader has done to an element, to do it to its successor:
 * where the focus is, which details are open, how far columns are scrolled.
 * @param {Element} old
 * @returns {(made: Element) => void}
 */
function memory(old) {
  const active = document.activeElement;
  const focus = active && old.contains(active) ? sameAs(old, active, "a[href], button, summary, [tabindex]") : null;
  const open = [...old.querySelectorAll("details[open] > summary")].map((summary) => sameAs(old, summary, "summary"));
  const scrolled = [...old.querySelectorAll(".columns")].map((columns) => columns.scrollLeft);
  return (made) => {
    for (const find of open) {
      find(made)?.parentElement?.setAttribute("open", "");
    }
    made.querySelectorAll(".columns").forEach((columns, i) => {
      columns.scrollLeft = scrolled[i] ?? 0;
    });
    const target = focus?.(made);
    if (target instanceof HTMLElement) {
      target.focus({ preventScroll: true });
    }
  };
}

/**
 * Finds in another element what an element is in this one: what has the same
 * address or words, numbers left out, or else the same place.
 * @param {Element} root
 * @param {Element} element
 * @param {string} kind a selector for all that may be meant
 * @returns {(root: Element) => Element | undefined}
 */
function sameAs(root, element, kind) {
  const name = nameOf(element);
  const index = [...root.querySelectorAll(kind)].indexOf(element);
  return (other) => {
    const all = [...other.querySelectorAll(kind)];
    return all.find((one) => nameOf(one) === name) ?? all[index];
  };
}

/**
 * @param {Element} element
 * @returns {string}
 */
function nameOf(element) {
  return `${element.tagName} ${element.getAttribute("href") ?? (element.textContent ?? "").replace(/\d+/g, "").trim()}`;
}

/**
 * Remembers where things stand on the screen. The function that it gives scrolls
 * so that what stood nearest to the upper edge, and is still there, stands where
 * it stood.
 * @param {Element} main
 * @returns {() => void}
 */
function anchor(main) {
  const seen = [...main.querySelectorAll("[id]")]
    .map((element) => ({ id: element.id, top: element.getBoundingClientRect().top }))
    .filter(({ top }) => top < innerHeight)
    .sort((a, b) => Math.abs(a.top) - Math.abs(b.top));
  const atTop = scrollY === 0;
  return () => {
    const stayed = atTop ? undefined : seen.find(({ id }) => document.getElementById(id));
    const now = stayed && document.getElementById(stayed.id)?.getBoundingClientRect().top;
    if (stayed && now !== undefined && now !== stayed.top) {
      scrollBy({ top: now - stayed.top, behavior: "instant" });
    }
  };
}
