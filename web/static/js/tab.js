// @ts-check
// What a tab remembers until it is closed, over reloads. A browser that keeps
// nothing loses nothing but this comfort.

/**
 * Gives what was kept under a name, or empty.
 * @param {string} name
 * @returns {string}
 */
export function kept(name) {
  try {
    return sessionStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

/**
 * Gives what was kept under a name as JSON, or something else where there is
 * nothing, or nothing that can be read: an older release may have kept it.
 * @template T
 * @param {string} name
 * @param {T} otherwise
 * @returns {T}
 */
export function keptJSON(name, otherwise) {
  try {
    return JSON.parse(kept(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * Keeps something under a name; empty forgets it.
 * @param {string} name
 * @param {string} value
 */
export function keep(name, value) {
  try {
    if (value === "") {
      sessionStorage.removeItem(name);
    } else {
      sessionStorage.setItem(name, value);
    }
  } catch {
    // Full, or forbidden.
  }
}
