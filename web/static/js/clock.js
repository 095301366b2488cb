// @ts-check
// The server's clock, as far as its messages tell. A browser's own may be wrong
// by minutes, and count-downs must end for all at once.

/** How long a delay that was observed speaks for the clock, in milliseconds: longer, and two clocks drift apart. */
const validity = 5 * 60_000;

/** How far this clock is before the server's, plus the smallest delay observed lately, and before that. */
let smallest = Infinity;
let before = Infinity;
let began = 0;

/**
 * Takes in when the server made a message. What was longest on its way says
 * least: the smallest difference counts.
 * @param {string | undefined} now as the message has it [RFC 3339]
 */
export function hearClock(now) {
  const made = Date.parse(now ?? "");
  if (Number.isNaN(made)) {
    return;
  }
  if (Date.now() - began > validity) {
    before = smallest;
    smallest = Infinity;
    began = Date.now();
  }
  smallest = Math.min(smallest, Date.now() - made);
}

/** Forgets what was observed: the machine has slept, or its clock was set. */
export function forgetClock() {
  smallest = before = Infinity;
  began = 0;
}

/**
 * Tells the server's time. It is late by the smallest delay observed, so that
 * nobody is told that time is up before it is; without any message it is the
 * browser's own.
 * @returns {number} milliseconds, as Date.now
 */
export function serverNow() {
  const difference = Math.min(smallest, before);
  return Date.now() - (Number.isFinite(difference) ? difference : 0);
}
