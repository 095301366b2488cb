// @ts-check
// The screen of the hall. The server has chosen how large the type is, for a screen
// of 16 by 9; the fonts of this machine may be wider than it thought, or the screen
// higher.

/** The smallest step of css/screen.css. */
const last = 9;

/** How many steps larger than the server's the text of the floor may be. */
const larger = 2;

/**
 * Gives a part the largest type in which all of it is in sight.
 * @param {HTMLElement} sized has the step
 * @param {Element} box cuts off what is too much
 */
function shrink(sized, box) {
  const first = Number(sized.dataset.first ?? sized.dataset.size);
  sized.dataset.first = String(first);
  const most = sized.classList.contains("screen-text") ? larger : 0;
  for (let step = Math.max(1, first - most); step <= last; step++) {
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
