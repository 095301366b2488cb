// @ts-check
// What every page does: buttons to copy an address, and the live channel where
// the page follows the record. Pages work without it.

import { say } from "./i18n.js";

// The style sheet shows what only a script can do, also in what arrives later.
document.documentElement.classList.add("scripted");

/**
 * Copies what a button is for, as a whole address, and says so on the button.
 * @param {HTMLElement} button
 */
async function copy(button) {
  const text = new URL(button.dataset.copy ?? "", location.href).href;
  await navigator.clipboard.writeText(text);
  button.textContent = say("desk.copied");
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
  if (button instanceof HTMLElement) {
    // Where the browser forbids it, the address still stands beside the button.
    copy(button).catch(() => button.setAttribute("hidden", ""));
  }
});

if (document.querySelector("main[data-live]")) {
  await import("./following.js");
}
