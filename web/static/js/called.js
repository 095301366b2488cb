// @ts-check
// The agenda, of the room or of the console, shows the paragraph that is on the floor.

/** Which paragraph was on the floor last, and how far the agenda was scrolled. */
let now = "";
let scrolled = 0;
/** Whether the reader has scrolled the paragraph on the floor out of sight. */
let away = false;

/**
 * Brings the paragraph on the floor into the part of the agenda that is seen, when it
 * is another than before; else the agenda stays as it was scrolled, and so it does for
 * who reads elsewhere in it, but for the Chair, who has called. Nothing moves on the
 * way, nor around the agenda.
 */
function showNow() {
  const list = document.querySelector(".agenda, .console-rows");
  if (!list) {
    return;
  }
  const row = list.querySelector(".agenda-now");
  const called = row?.querySelector("a")?.getAttribute("href") ?? "";
  if (row && called !== now && (!away || list.matches(".console-rows"))) {
    const [at, seen] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollTop += at.top - seen.top - (seen.height - at.height) / 2;
    [scrolled, away] = [list.scrollTop, false]; // where it is so far already, no event tells
  } else {
    list.scrollTop = scrolled;
  }
  now = called;
}

document.addEventListener(
  "scroll",
  ({ target }) => {
    if (!(target instanceof Element && target.matches(".agenda, .console-rows"))) {
      return;
    }
    scrolled = target.scrollTop;
    const at = target.querySelector(".agenda-now")?.getBoundingClientRect();
    const seen = target.getBoundingClientRect();
    away = at ? at.bottom <= seen.top || at.top >= seen.bottom : away;
  },
  true,
);
document.addEventListener("live:placed", showNow);
showNow();
