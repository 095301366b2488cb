// @ts-check
import { say } from "./i18n.js";

/**
 * Gives a link beside it a button that copies it, where the browser can.
 * @param {HTMLInputElement} link
 */
function copies(link) {
  if (!navigator.clipboard) {
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say("desk.copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.value);
    button.textContent = say("desk.copied");
    const announce = document.getElementById("announce");
    if (announce) {
      announce.textContent = say("desk.copied");
    }
  });
  link.after(button);
  link.addEventListener("focus", () => link.select());
}

/**
 * Says on its button that a long work is under way. The button stays enabled: a
 * form sent twice happens once.
 * @param {HTMLButtonElement} button
 */
function works(button) {
  button.form?.addEventListener("submit", () => {
    button.textContent = `${button.dataset.working ?? ""} …`;
    button.setAttribute("aria-busy", "true");
  });
}

const link = document.getElementById("link");
if (link instanceof HTMLInputElement) {
  copies(link);
}
for (const button of document.querySelectorAll("button[data-working]")) {
  if (button instanceof HTMLButtonElement) {
    works(button);
  }
}
