// @ts-check
// The agenda of the Chair's console, and what its buttons need: rows are dragged,
// or moved with Alt and an arrow, and the form of the agenda is sent with the new
// order. Without scripts its buttons move them.

import "./called.js";

/** The row that is being dragged. @type {HTMLElement | null} */
let dragged = null;

/**
 * Gives the row of the agenda that something is in.
 * @param {EventTarget | null} inside
 * @returns {HTMLElement | null}
 */
function rowOf(inside) {
  const row = inside instanceof Element ? inside.closest(".console-row") : null;
  return row instanceof HTMLElement ? row : null;
}

/**
 * Reads the order of the rows into the field that the form sends.
 * @param {HTMLFormElement} form
 * @returns {boolean} whether it is another than before
 */
function readOrder(form) {
  const field = form.elements.namedItem("paragraphs");
  if (!(field instanceof HTMLInputElement)) {
    return false;
  }
  const order = [...form.querySelectorAll(".console-row")].map((row) => (row instanceof HTMLElement && row.dataset.paragraph) || "").join(" ");
  const other = order !== field.value;
  field.value = order;
  return other;
}

// The second press of a double click would meet another button than the first: where
// the next paragraph was called, there is the one after it by then. Moving a row by
// several places is pressed so.
document.addEventListener(
  "click",
  (event) => {
    const button = event.target instanceof Element ? event.target.closest(".console form[data-act] button") : null;
    if (event.detail > 1 && button instanceof HTMLButtonElement && button.name !== "move") {
      event.preventDefault();
    }
  },
  true,
);

document.addEventListener("dragstart", (event) => {
  dragged = rowOf(event.target);
  if (dragged && event.dataTransfer) {
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.paragraph ?? "");
    dragged.classList.add("console-dragged");
  }
});

document.addEventListener("dragover", (event) => {
  const over = rowOf(event.target);
  if (!dragged || !over || over.parentNode !== dragged.parentNode) {
    return;
  }
  event.preventDefault();
  if (over !== dragged) {
    const { top, height } = over.getBoundingClientRect();
    over[event.clientY < top + height / 2 ? "before" : "after"](dragged);
  }
});

document.addEventListener("drop", (event) => {
  if (dragged && rowOf(event.target)) {
    event.preventDefault();
  }
});

document.addEventListener("dragend", () => {
  const form = dragged?.closest("form");
  dragged?.classList.remove("console-dragged");
  dragged = null;
  if (form && readOrder(form)) {
    form.requestSubmit();
  }
});

document.addEventListener("keydown", (event) => {
  const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  const row = rowOf(event.target);
  if (!event.altKey || !way || !row) {
    return;
  }
  event.preventDefault();
  const button = row.querySelector(`[id="${way}-${row.dataset.paragraph}"]`);
  if (button instanceof HTMLButtonElement && !button.disabled && !event.repeat) {
    button.click();
  }
});
