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
  const words = button.textContent;
  button.form?.addEventListener("submit", (event) => {
    if (event.submitter !== button) {
      return;
    }
    button.textContent = `${button.dataset.working ?? ""} …`;
    button.setAttribute("aria-busy", "true");
  });
  // Whoever comes back to this page by the browser's button finds it as it was.
  addEventListener("pageshow", () => {
    button.textContent = words;
    button.removeAttribute("aria-busy");
  });
}

/**
 * Offers the symbol of the kind of document that is chosen, unless another one than
 * those offered was typed.
 * @param {HTMLInputElement} symbol
 */
function follows(symbol) {
  const kinds = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input[data-symbol]"));
  for (const kind of kinds) {
    kind.addEventListener("change", () => {
      if ([...kinds].some((other) => other.dataset.symbol === symbol.value)) {
        symbol.value = kind.dataset.symbol ?? "";
      }
    });
  }
}

const symbol = document.getElementById("symbol");
if (symbol instanceof HTMLInputElement) {
  follows(symbol);
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
