// @ts-check

/**
 * The one policy through which HTML of the server enters a page [Trusted Types].
 * It changes nothing, and need not: the server makes every fragment with
 * html/template, which escapes all words of drafts and proposals, exactly as it
 * makes the page itself. Nothing but such a fragment may be given to it.
 */
const policy = globalThis.trustedTypes?.createPolicy("plenary", {
  createHTML: (/** @type {string} */ html) => html,
});

/**
 * Gives the element that a fragment of the server describes.
 * @param {string} html one element, as the server rendered it
 * @returns {Element | null}
 */
export function fragment(html) {
  const holder = document.createElement("template");
  // A browser without Trusted Types takes the string itself.
  holder.innerHTML = /** @type {string} */ (policy ? policy.createHTML(html) : html);
  return holder.content.firstElementChild;
}
