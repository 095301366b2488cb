// @ts-check
// Pages that load themselves anew. A server that says twice that a page is of
// another record is not asked for ever.

import { keep, kept } from "./tab.js";

/** The least time between two loads of a screen that nobody looks after, in milliseconds. */
const patience = 60_000;

/**
 * Loads a page anew, unless it did so with what it has now already.
 * @param {string} negotiation
 * @param {string} have
 */
export function reloadOnce(negotiation, have) {
  const name = `plenary.reloaded.${negotiation}`;
  if (kept(name) !== have) {
    keep(name, have);
    location.reload();
  }
}

/** @type {number | undefined} */
let timer;

/**
 * Loads a screen anew as soon as the server gives its page, and no sooner than a
 * minute after the last time: it hangs on the wall of a hall, where an error of
 * the browser would stay.
 */
export function reloadScreen() {
  const name = "plenary.screen-reloaded";
  const since = Date.now() - Number(kept(name));
  const wait = since < patience && since >= 0 ? patience - since : 0;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    if (await given(location.href)) {
      keep(name, String(Date.now()));
      location.reload();
    } else {
      timer = setTimeout(reloadScreen, patience);
    }
  }, wait);
}

/**
 * Reports whether the server is of another release than this page: each release has
 * its scripts under an address of its own, of which its name is a part.
 * @param {string | undefined} release of the server
 */
export function isOutdated(release) {
  return release !== undefined && !new URL(import.meta.url).pathname.split("/").includes(release);
}

/**
 * @param {string} address
 * @returns {Promise<boolean>} whether there is a page now
 */
async function given(address) {
  try {
    return (await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(20_000) })).ok;
  } catch {
    return false;
  }
}
