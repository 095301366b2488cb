// @ts-check
// Clocks that count on the server's time: <time data-since> up, <time data-until>
// down. Without scripts they show the time of day, which they keep as their title.

import { serverNow } from "./clock.js";

/** How often they are looked at, in milliseconds. */
const beat = 500;

/**
 * Gives a number of seconds as clocks show it.
 * @param {number} seconds
 * @returns {string}
 */
function shown(seconds) {
  const whole = Math.max(seconds, 0);
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const tail = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** @param {HTMLElement} clock */
function show(clock) {
  const { since, until } = clock.dataset;
  const left = (Date.parse(until ?? since ?? "") - serverNow()) / 1000;
  if (Number.isNaN(left)) {
    return;
  }
  const words = shown(until === undefined ? Math.floor(-left) : Math.ceil(left));
  if (clock.textContent !== words) {
    clock.title ||= clock.textContent ?? "";
    clock.textContent = words;
  }
  clock.classList.toggle("clock-over", until !== undefined && left <= 0);
}

/** Shows all clocks of the page. */
function tick() {
  for (const clock of document.querySelectorAll("time[data-since], time[data-until]")) {
    if (clock instanceof HTMLElement) {
      show(clock);
    }
  }
}

setInterval(tick, beat);
document.addEventListener("live:placed", tick);
tick();
