// @ts-check
// The screen of the hall. The server has chosen how large the type is; where the
// fonts of this machine are wider than it thought, the next smaller step is taken.

/** The smallest step of css/screen.css. */
const last = 9;

/**
 * Makes the type of a part smaller until all of it is in sight.
 * @param {HTMLElement} sized has the step
 * @param {Element} box cuts off what is too much
 */
function shrink(sized, box) {
  const first = Number(sized.dataset.first ?? sized.dataset.size);
  sized.dataset.first = String(first);
  for (let step = first; step <= last; step++) {
    sized.dataset.size = String(step);
    if (box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1) {
      return;
    }
  }
}

/** Fits all that has a step, as the page is now. */
function fit() {
  for (const sized of document.querySelectorAll("[data-size]")) {
    if (sized instanceof HTMLElement && sized.checkVisibility()) {
      shrink(sized, sized);
    }
  }
}

document.addEventListener("live:placed", fit);
addEventListener("resize", fit);
document.fonts.ready.then(fit);
fit();
