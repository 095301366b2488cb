// @ts-check
// What is new since the reader's last visit. The browser alone remembers how far
// they had read: the server keeps no such thing about anybody.

import { count } from "./i18n.js";

/**
 * Gives what was kept under a name, or null where the browser keeps nothing.
 * @param {string} name
 */
function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * Marks the paragraphs that changed after the last visit, and remembers this one.
 * @param {HTMLElement} main
 */
function markUnread(main) {
  // The epoch is part of the name: another record begins anew.
  const name = `plenary.read.${main.dataset.negotiation}.${main.dataset.epoch}`;
  const seen = Number(kept(name));
  if (seen > 0) {
    const rows = [...main.querySelectorAll(".row")].filter((row) => Number(row.getAttribute("data-touched")) > seen);
    for (const row of rows) {
      row.querySelector(".row-new")?.removeAttribute("hidden");
    }
    tell(main, rows);
  }
  try {
    localStorage.setItem(name, main.dataset.seq ?? "");
  } catch {
    // A browser that keeps nothing marks nothing.
  }
}

/**
 * Says how many there are, with a way to the first.
 * @param {HTMLElement} main
 * @param {Element[]} rows
 */
function tell(main, rows) {
  const place = main.querySelector("#unread");
  if (!place || rows.length === 0) {
    return;
  }
  const link = document.createElement("a");
  link.href = `#${rows[0].id}`;
  link.textContent = count("text.unread", rows.length);
  place.replaceChildren(link);
  place.removeAttribute("hidden");
}

const main = document.querySelector("main");
if (main instanceof HTMLElement && main.dataset.part === "row") {
  markUnread(main);
}
