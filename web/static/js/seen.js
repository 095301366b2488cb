// @ts-check
// Tells the server which frozen text is on this screen: data-seen has its hash. It
// is on the screen once some of it was in sight, of a page that is looked at.

import { tell } from "./live.js";

/** The hash in sight, and the one that the server knows. */
let inSight = "";
let told = "";

/** Tells what is in sight, unless it was told over this connection. */
function report() {
  if (inSight && inSight !== told && !document.hidden && tell({ type: "seen", hash: inSight })) {
    told = inSight;
  }
}

const watch = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting && target.isConnected) {
      inSight = target.getAttribute("data-seen") ?? "";
    }
  }
  report();
});

/** Watches what is frozen on the page now. */
function look() {
  watch.disconnect();
  inSight = "";
  document.querySelectorAll("[data-seen]").forEach((frozen) => watch.observe(frozen));
}

document.addEventListener("live:placed", look);
document.addEventListener("visibilitychange", report);
document.addEventListener("live:state", (event) => {
  if (event instanceof CustomEvent && event.detail !== "connected") {
    told = ""; // the next connection begins anew
  }
  report();
});
look();
