// @ts-check
// The parts of a page of the room: each is replaced whole.

import { anchor } from "./anchor.js";
import { fragment } from "./fragment.js";
import { isTyping } from "./hands.js";
import { memory } from "./memory.js";

/** @import { Region } from "./protocol.js" */

/** Puts regions in place, and keeps those in which somebody is typing until they stop. */
export class Regions {
  #main;
  /**
   * What waits, the newest of each.
   * @type {Map<string, string>}
   */
  #held = new Map();

  /** @param {Element} main */
  constructor(main) {
    this.#main = main;
  }

  /**
   * Puts regions in place. One that the page does not have is not for it.
   * @param {Region[]} regions
   */
  place(regions) {
    for (const { id, html } of regions) {
      this.#held.set(id, html);
    }
    this.release();
  }

  /** Puts in place what waited and need not wait any longer. */
  release() {
    const ready = [...this.#held].filter(([id]) => {
      const old = document.getElementById(id);
      return !old || !isTyping(old);
    });
    if (ready.length === 0) {
      return;
    }
    const stay = anchor(this.#main);
    for (const [id, html] of ready) {
      this.#held.delete(id);
      replace(document.getElementById(id), fragment(html));
    }
    stay();
    document.dispatchEvent(new Event("live:placed"));
  }
}

/**
 * @param {Element | null} old
 * @param {Element | null} made
 */
function replace(old, made) {
  if (!old || !made || old.isEqualNode(made)) {
    return;
  }
  const keep = memory(old);
  old.replaceWith(made);
  keep(made);
}
