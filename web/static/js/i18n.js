// @ts-check

/**
 * The sentences that scripts show, in the language of the page. The server puts
 * them into <template id="words">; their places are in braces.
 * @type {Map<string, string>}
 */
const words = new Map();

const source = document.querySelector("template#words");
if (source instanceof HTMLTemplateElement) {
  for (const node of source.content.querySelectorAll("[data-key]")) {
    words.set(node.getAttribute("data-key") ?? "", node.textContent ?? "");
  }
}

const plural = new Intl.PluralRules(document.documentElement.lang || "en");

/**
 * Gives the sentence of key with its places filled. A sentence that the page
 * does not have is its key: a word missing never breaks a page.
 * @param {string} key
 * @param {Record<string, string | number>} [places]
 * @returns {string}
 */
export function say(key, places = {}) {
  const sentence = words.get(key) ?? key;
  return sentence.replace(/\{([\w-]+)\}/g, (whole, name) => String(places[name] ?? whole));
}

/**
 * Gives the sentence of key for a number of things.
 * @param {string} key without the suffix of its plural category
 * @param {number} n
 * @param {Record<string, string | number>} [places]
 * @returns {string}
 */
export function count(key, n, places = {}) {
  const category = `${key}.${plural.select(n)}`;
  return say(words.has(category) ? category : `${key}.other`, { n, ...places });
}
