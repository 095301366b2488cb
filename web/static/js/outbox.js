// @ts-check
// What was done and not yet answered. It is kept until the server has said yes or
// no, over lost connections and reloads, and sent again with the same key: the
// server does nothing twice.

import { delay } from "./channel.js";
import { say } from "./i18n.js";
import { keep, keptJSON } from "./tab.js";

/** How long an answer may take, in milliseconds: then it is asked for again. */
const patience = 20_000;

/**
 * After how long what is urgent is sent once more beside the first time, in
 * milliseconds: a connection that was kept for it may be dead.
 */
const hurry = 2500;

/** Answers that say nothing about what was sent, only that now is not the time [RFC 9110 15, RFC 6585, RFC 8470]. */
const notNow = new Set([408, 425, 429, 502, 503, 504]);

/**
 * One form that was sent off.
 * @typedef {object} Item
 * @property {string} key by which the server knows it
 * @property {string} form the name of the form
 * @property {string} label what the reader pressed
 * @property {string} action where it goes
 * @property {string} body the fields
 * @property {boolean} urgent whether it waits for no other
 * @property {number} at when it was pressed, by the browser's clock
 */

/** @typedef {{ taken: boolean, sentence: string }} Answer */

/** Items in the order in which they were sent off. Urgent ones overtake. */
export class Outbox {
  #name;
  #answered;
  /** @type {Item[]} */
  #items;
  /** Keys of what is on its way. @type {Set<string>} */
  #sending = new Set();
  #attempt = 0;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {string} name under which the tab keeps it
   * @param {(item: Item, answer: Answer) => void} answered is told once an item
   */
  constructor(name, answered) {
    this.#name = name;
    this.#answered = answered;
    this.#items = keptJSON(name, /** @type {Item[]} */ ([]));
    addEventListener("online", () => this.send());
    document.addEventListener("live:state", (event) => event instanceof CustomEvent && event.detail === "connected" && this.#sendAll());
  }

  /** @returns {readonly Item[]} what has no answer yet */
  get waiting() {
    return this.#items;
  }

  /**
   * Keeps an item and sends it.
   * @param {Item} item
   */
  add(item) {
    this.#items.push(item);
    this.#save();
    this.send();
  }

  /** Sends what there is to send. */
  send() {
    clearTimeout(this.#timer);
    const idle = this.#items.filter(({ key }) => !this.#sending.has(key));
    const queued = this.#items.find(({ urgent }) => !urgent);
    for (const item of idle) {
      if (item.urgent || item === queued) {
        this.#post(item);
      }
    }
  }

  /** Sends all again: what was on its way may have gone with the connection. */
  #sendAll() {
    this.#sending.clear();
    this.send();
  }

  /** @param {Item} item */
  async #post(item) {
    this.#sending.add(item.key);
    const again = item.urgent ? setTimeout(() => this.#items.includes(item) && this.#post(item), hurry) : undefined;
    const answer = await post(item);
    clearTimeout(again);
    this.#sending.delete(item.key);
    if (!this.#items.includes(item)) {
      return; // it has been answered already
    }
    if (answer) {
      this.#attempt = 0;
      this.#take(item, answer);
      this.send();
    } else {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.send(), delay(this.#attempt++, Math.random()));
    }
  }

  /**
   * @param {Item} item
   * @param {Answer} answer
   */
  #take(item, answer) {
    this.#items = this.#items.filter(({ key }) => key !== item.key);
    this.#save();
    this.#answered(item, answer);
  }

  #save() {
    keep(this.#name, this.#items.length > 0 ? JSON.stringify(this.#items) : "");
  }
}

/**
 * Sends an item.
 * @param {Item} item
 * @returns {Promise<Answer | null>} null where there was no answer to it
 */
async function post(item) {
  try {
    const answer = await fetch(item.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(item.body),
      redirect: "manual", // what happened comes over the channel; the page it leads to need not
      signal: AbortSignal.timeout(patience),
    });
    if (answer.ok || answer.type === "opaqueredirect") {
      return { taken: true, sentence: "" };
    }
    return notNow.has(answer.status) ? null : { taken: false, sentence: await sentenceOf(answer) };
  } catch {
    return null;
  }
}

/**
 * Gives the sentence of a refusal [RFC 9457], or one that serves for all.
 * @param {Response} answer
 * @returns {Promise<string>}
 */
async function sentenceOf(answer) {
  const type = answer.headers.get("Content-Type") ?? "";
  const said = type.includes("json") ? await answer.json() : {};
  return typeof said.detail === "string" ? said.detail : say("act.failed");
}

/**
 * Makes a key for a form that is to be sent once more.
 * @returns {string}
 */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
