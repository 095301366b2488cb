// @ts-check
// The keys: j and k move, Enter opens, / searches, v changes the view, ? lists
// them, and each control with data-press is pressed by the key that it names:
// to ask for the floor, or to go back to the room. Only plain keys, and none while something is typed or chosen, so that
// they are in nobody's way [WCAG 2.2, 2.1.4: they are listed, and do nothing
// that a reader could not undo by the opposite key].

import { showNext } from "./view.js";

const stops = ".row:not(.row-context), .proposal";

/** @returns {HTMLElement[]} what j and k move between, as far as it is shown */
function places() {
  return [...document.querySelectorAll(stops)].filter(
    /** @returns {node is HTMLElement} */ (node) => node instanceof HTMLElement && node.offsetParent !== null,
  );
}

/**
 * Moves by so many places from where the reader is.
 * @param {number} by
 */
function move(by) {
  const list = places();
  const at = list.findIndex((node) => node.classList.contains("row-current"));
  const next = at < 0 ? (by > 0 ? firstBelow(list) : list.length - 1) : at + by;
  const target = list[Math.min(Math.max(next, 0), list.length - 1)];
  if (!target) {
    return;
  }
  list[at]?.classList.remove("row-current");
  target.classList.add("row-current");
  target.querySelector("a")?.focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: calm ? "instant" : "smooth" });
}

/**
 * Gives the first place that is not above the window.
 * @param {HTMLElement[]} list
 */
function firstBelow(list) {
  const at = list.findIndex((node) => node.getBoundingClientRect().bottom > 0);
  return at < 0 ? 0 : at;
}

/** Opens the list of keys. */
function help() {
  const dialog = document.querySelector("#keys");
  if (dialog instanceof HTMLDialogElement && !dialog.open) {
    dialog.showModal();
  }
}

/**
 * Says whether keys belong to what has the focus.
 * @param {EventTarget | null} target
 */
function typing(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) || target.closest("dialog") !== null)
  );
}

/** @type {Record<string, () => void>} */
const does = {
  j: () => move(1),
  k: () => move(-1),
  v: showNext,
  "?": help,
  "/": () => {},
};

/** Goes to the search field. */
function search() {
  const field = document.querySelector("#q");
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}

/**
 * Gives what presses the control of a key, if the page has one now. A key held down
 * asks once.
 * @param {KeyboardEvent} event
 * @returns {(() => void) | undefined}
 */
function pressing({ key, repeat }) {
  const control = repeat ? null : document.querySelector(`[data-press="${CSS.escape(key)}"]`);
  return control instanceof HTMLElement ? () => control.click() : undefined;
}

/** The key held down to search, by its place on the keyboard. */
let searching = "";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) {
    return;
  }
  const act = Object.hasOwn(does, event.key) ? does[event.key] : pressing(event);
  if (act) {
    event.preventDefault();
    act();
    searching = event.key === "/" ? event.code : "";
  }
});

// Only when the key is let go: otherwise its own sign could end up in the field.
document.addEventListener("keyup", (event) => {
  if (searching && event.code === searching) {
    searching = "";
    search();
  }
});

for (const place of document.querySelectorAll(".keys-open")) {
  place.removeAttribute("hidden");
  place.querySelector("[data-keys]")?.addEventListener("click", help);
}
