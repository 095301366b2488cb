// @ts-check
// What has changed out of sight is not lost: a button leads there.

import { count } from "./i18n.js";

/** The way to what has changed out of sight: above, or below. */
export class Elsewhere {
  /** @type {Set<Element>} */
  #unseen = new Set();
  #above = this.#button("live-above");
  #below = this.#button("live-below");
  #watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting || !target.isConnected) {
        this.#unseen.delete(target);
        this.#watch.unobserve(target);
      }
    }
    this.#tell();
  });

  constructor() {
    // A jump may lead past a change that was never in sight.
    addEventListener("scrollend", () => this.#tell());
  }

  /**
   * Takes in what has been placed, in sight or not.
   * @param {Element[]} elements
   */
  add(elements) {
    for (const element of elements) {
      this.#unseen.add(element);
      this.#watch.observe(element);
    }
  }

  #tell() {
    /** @type {Record<"live-above" | "live-below", Element[]>} */
    const side = { "live-above": [], "live-below": [] };
    for (const element of this.#unseen) {
      if (!element.isConnected) {
        this.#unseen.delete(element); // it has been replaced, and its successor counts
        continue;
      }
      side[element.getBoundingClientRect().top < 0 ? "live-above" : "live-below"].push(element);
    }
    this.#fill(this.#above, "live.above", side["live-above"].length);
    this.#fill(this.#below, "live.below", side["live-below"].length);
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {string} key
   * @param {number} n
   */
  #fill(button, key, n) {
    button.hidden = n === 0;
    button.textContent = n === 0 ? "" : count(key, n);
  }

  /**
   * @param {string} name
   * @returns {HTMLButtonElement}
   */
  #button(name) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `live-elsewhere ${name}`;
    button.hidden = true;
    button.addEventListener("click", () => this.#go(name === "live-above"));
    document.body.append(button);
    return button;
  }

  /** @param {boolean} up */
  #go(up) {
    const all = [...this.#unseen].map((element) => ({ element, top: element.getBoundingClientRect().top }));
    const there = all.filter(({ top }) => top < 0 === up).sort((a, b) => Math.abs(a.top) - Math.abs(b.top));
    const link = there[0]?.element.querySelector("a[href]");
    there[0]?.element.scrollIntoView({ block: "center", behavior: "instant" });
    if (link instanceof HTMLElement) {
      link.focus({ preventScroll: true });
    }
  }
}
