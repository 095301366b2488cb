// @ts-check

/**
 * Unsent words, kept in the browser by negotiation, seat and paragraph until
 * there is a receipt for them. A browser that keeps nothing loses nothing but
 * this comfort, so that no failure here is worth a word.
 */
const prefix = "plenary.propose:";

/**
 * Keeps the fields of a form.
 * @param {string} place negotiation/seat/paragraph
 * @param {URLSearchParams} list
 */
export function keep(place, list) {
  try {
    localStorage.setItem(prefix + place, list.toString());
  } catch {
    // Full, or forbidden.
  }
}

/**
 * Gives the fields that were kept.
 * @param {string} place
 * @returns {URLSearchParams | null}
 */
export function kept(place) {
  try {
    const list = localStorage.getItem(prefix + place);
    return list === null ? null : new URLSearchParams(list);
  } catch {
    return null;
  }
}

/**
 * Forgets the fields that were kept.
 * @param {string} place
 */
export function forget(place) {
  try {
    localStorage.removeItem(prefix + place);
  } catch {
    // Forbidden: then nothing was kept.
  }
}
