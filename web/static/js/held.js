// @ts-check
// A paragraph that is frozen while its page is open is shown so: what would change it
// is put away until the meeting has decided, and comes back as it was.

/** Marks the paragraph of the page as held, if where the room is says so. */
function showHeld() {
  const line = document.getElementById("room-line");
  if (!line) {
    return;
  }
  const held = (line.dataset.held ?? "").split(" ");
  for (const side of document.querySelectorAll("article.side")) {
    side.toggleAttribute("data-held", held.includes(side.id));
  }
}

document.addEventListener("live:placed", showHeld);
