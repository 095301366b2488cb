// @ts-check
// Shows who wrote the words that a reader points at or comes to, under where they
// end. It stays while the pointer is on the words or on what is shown, and goes
// away with Escape [WCAG 2.2, 1.4.13]. Without it words lead to the proposal.

/** @type {Element | null} */
let shown = null;
/** Whether it is shown because the words have the focus: then it outlasts the pointer. */
let focused = false;

/**
 * Finds what tells about words.
 * @param {Element | null} words
 * @returns {HTMLElement | null}
 */
function tipOf(words) {
  return document.getElementById(words?.getAttribute("aria-describedby") ?? "");
}

/**
 * Shows what tells about words, as far to the side as there is room.
 * @param {Element} words
 */
function show(words) {
  hide();
  const tip = tipOf(words);
  const line = words.closest(".line")?.getBoundingClientRect();
  const end = [...words.getClientRects()].at(-1);
  if (!tip || !line || !end) {
    return;
  }
  shown = words;
  tip.hidden = false;
  const wanted = document.dir === "rtl" ? line.right - end.right : end.left - line.left;
  tip.style.insetInlineStart = `${Math.max(0, Math.min(wanted, line.width - tip.offsetWidth))}px`;
  // It touches the words: the pointer can go from one to the other.
  tip.style.insetBlockStart = `${end.bottom - line.top}px`;
}

/** Hides what is shown. */
function hide() {
  const tip = tipOf(shown);
  if (tip) {
    tip.hidden = true;
  }
  shown = null;
}

/**
 * Reports whether a node is in the words that are shown about, or in what tells
 * about them.
 * @param {EventTarget | null} node
 * @returns {boolean}
 */
function within(node) {
  return node instanceof Node && [shown, tipOf(shown)].some((part) => part?.contains(node));
}

for (const kind of ["mouseover", "focusin"]) {
  document.addEventListener(kind, ({ target }) => {
    const words = target instanceof Element ? target.closest(".byline") : null;
    if (words && words !== shown) {
      show(words);
      focused = false;
    }
    focused ||= words !== null && kind === "focusin";
  });
}

document.addEventListener("mouseout", (event) => {
  if (within(event.target) && !within(event.relatedTarget) && !focused) {
    hide();
  }
});

document.addEventListener("focusout", (event) => {
  if (event.target === shown) {
    hide();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    hide();
  }
});
