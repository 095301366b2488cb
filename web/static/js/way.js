// @ts-check
// Which way to take. A websocket that does not open may be a server that is away,
// or a proxy that knows no websockets: only what plain HTTP does meanwhile tells.

import { keep, kept } from "./tab.js";

/** For how long a tab goes without websockets before it tries one again, in milliseconds. */
const without = 10 * 60_000;
const name = "plenary.without-websockets";

/** @typedef {"socket" | "events"} Kind */

/** How a tab has fared with websockets. */
export class Way {
  /** Websockets in a row that did not open while plain HTTP worked. */
  #blocked = 0;
  /** Until when this tab goes without. */
  #until = Number(kept(name));

  /** @returns {Kind} the way to take now */
  next() {
    if (this.#until > Date.now() || this.#blocked >= 2) {
      return "events";
    }
    return "socket";
  }

  /** Reports whether it is time to try a websocket again. */
  due() {
    return this.#until > 0 && this.#until <= Date.now();
  }

  /**
   * Takes in that a way has opened.
   * @param {Kind} kind
   */
  opened(kind) {
    this.#blocked = kind === "socket" ? 0 : 1; // the next time, one failure is enough
    if (kind === "socket") {
      this.#remember(0);
    } else if (this.#until <= Date.now()) {
      this.#remember(Date.now() + without);
    }
  }

  /**
   * Takes in that a way did not open.
   * @param {Kind} kind
   * @param {boolean} reachable whether plain HTTP works
   */
  failed(kind, reachable) {
    if (kind === "events") {
      this.#remember(0);
    }
    this.#blocked = kind === "socket" && reachable ? this.#blocked + 1 : 0;
  }

  /** @param {number} until */
  #remember(until) {
    this.#until = until;
    keep(name, until > 0 ? String(until) : "");
  }
}

/** Asks whether the server answers plain HTTP. */
export async function reachable() {
  try {
    const answer = await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(10_000) });
    return answer.status < 500;
  } catch {
    return false;
  }
}
