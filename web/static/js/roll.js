// @ts-check
// What a seat without a delegation has answered to the roll call. The regions of the
// room are the same for all who sit alike and do not have it.

/**
 * Shows one of the answers, or none.
 * @param {string} place
 */
function show(place) {
  for (const answer of document.querySelectorAll(".room-answered [data-place]")) {
    answer.toggleAttribute("hidden", answer.getAttribute("data-place") !== place);
  }
}

document.addEventListener("act:taken", (event) => {
  if (event instanceof CustomEvent && event.detail.action.endsWith("/attend")) {
    show(new URLSearchParams(event.detail.body).get("place") ?? "");
  }
});

// With the session end the answers to its roll call.
document.addEventListener("live:placed", () => {
  if (!document.querySelector(".room-roll")) {
    show("");
  }
});
