// @ts-check
// Keeps a connection to the server for as long as the page is looked at: by
// websocket or without, after losses with patience, after a night's sleep anew.

import { forgetClock, hearClock } from "./clock.js";
import { reachable, Way } from "./way.js";
import { openEvents, openSocket } from "./wire.js";

/** @import { Message } from "./protocol.js" */
/** @import { Kind } from "./way.js" */
/** @import { Wire } from "./wire.js" */

/** How long a connection may take to its first message, in milliseconds. */
const handshake = 20_000;
/**
 * After how long without a message a connection is made anew, to be sure of it:
 * the server says something every 25 s.
 */
const silence = 60_000;
/** After how long out of sight, or asleep, likewise. */
const absence = 60_000;
/** How often is looked whether it is time for either. */
const beat = 15_000;

/** The close code of a server that stops, and lets another take its place. */
const goingAway = 4001;

/**
 * How long to wait before the next attempt, so that not all come back at once.
 * @param {number} attempt from 0
 * @param {number} chance from 0 to 1
 * @returns {number} milliseconds, 30 s at most
 */
export function delay(attempt, chance) {
  return Math.min(1000 * 2 ** attempt, 30_000) * (0.5 + chance / 2);
}

/** How often a page that the server sent away tries soon, before it takes its time. */
const soonest = 6;

/**
 * How long to wait where the server has said that another is to come: not all at
 * once, and not for longer after each time, because it may take a moment.
 * @param {number} chance from 0 to 1
 * @returns {number} milliseconds
 */
export function soon(chance) {
  return 300 + 1200 * chance;
}

/**
 * What a channel is for.
 * @typedef {object} Purpose
 * @property {() => { address: URL, query: URLSearchParams }} ask the address of
 *   the negotiation, and what to ask of the channel: asked before each attempt
 * @property {(message: Message) => void} hear
 * @property {() => void} lost there is no connection; it will come back
 * @property {() => void} over the server has sent the page away for good
 */

/** One connection after the other. */
export class Channel {
  #purpose;
  #way = new Way();
  /** @type {Wire | undefined} */
  #wire;
  /** @type {Kind} */
  #kind = "socket";
  /** When the first message came over the wire; 0 before. */
  #opened = 0;
  /** When the newest did, or when it was asked for. */
  #heard = 0;
  #attempt = 0;
  /** How many attempts are to come soon. */
  #soon = 0;
  /** @type {number | undefined} */
  #timer;
  #over = false;
  #present = Date.now();

  /** @param {Purpose} purpose */
  constructor(purpose) {
    this.#purpose = purpose;
    addEventListener("offline", () => this.leave());
    addEventListener("online", () => this.open());
    addEventListener("pagehide", () => this.leave());
    addEventListener("pageshow", () => this.open());
    document.addEventListener("visibilitychange", () => this.#look());
    setInterval(() => this.#look(), beat);
  }

  /** Opens a connection, unless there is one, or there is no use. */
  open() {
    if (this.#over || this.#wire) {
      return;
    }
    clearTimeout(this.#timer);
    const { address, query } = this.#purpose.ask();
    /** @param {string} end */
    const at = (end) => new URL(`${address.pathname.replace(/\/$/, "")}/${end}?${query}`, address);
    const kind = this.#way.next();
    const make = kind === "socket" ? openSocket : openEvents;
    this.#kind = kind;
    this.#opened = 0;
    this.#heard = Date.now();
    const wire = make({ live: at("live"), events: at("events"), signals: at("signals") }, {
      hear: (message) => this.#hear(message),
      end: (code) => this.#lost(code),
    });
    this.#wire = wire;
    this.#timer = setTimeout(() => this.#wire === wire && this.#opened === 0 && this.#giveUp(), handshake);
  }

  /** Opens a connection anew, if there is one: to ask from somewhere else, or to be sure of it. */
  rejoin() {
    if (this.#wire) {
      this.#drop();
      this.open();
    }
  }

  /** Ends the connection without coming back by itself. */
  leave() {
    this.#drop();
    if (!this.#over) {
      this.#purpose.lost();
    }
  }

  /** Ends the connection for good. */
  end() {
    this.#over = true;
    this.#drop();
  }

  /**
   * Tells the server something that is beside the record.
   * @param {object} message
   * @returns {boolean} whether there was a connection to say it over
   */
  say(message) {
    return this.#opened > 0 && (this.#wire?.say(message) ?? false);
  }

  #drop() {
    clearTimeout(this.#timer);
    const wire = this.#wire;
    this.#wire = undefined;
    this.#opened = 0;
    wire?.close();
  }

  /** @param {Message} message */
  #hear(message) {
    this.#heard = Date.now();
    if (this.#opened === 0) {
      this.#opened = this.#heard;
      this.#way.opened(this.#kind);
    }
    hearClock("now" in message ? message.now : undefined);
    this.#purpose.hear(message);
  }

  #giveUp() {
    const wire = this.#wire;
    this.#lost(0);
    wire?.close();
  }

  /** @param {number} code */
  async #lost(code) {
    const stood = this.#opened === 0 ? -1 : Date.now() - this.#opened;
    this.#wire = undefined;
    this.#opened = 0;
    clearTimeout(this.#timer);
    if (code >= 4100 && code < 4200) {
      this.end();
      this.#purpose.over();
      return;
    }
    this.#purpose.lost();
    if (stood > 10_000) {
      this.#attempt = 0; // one that ends at once is no success
    }
    if (code === goingAway) {
      this.#soon = soonest;
    }
    const wait = this.#soon > 0 ? soon(Math.random()) : delay(this.#attempt++, Math.random());
    this.#soon = Math.max(0, this.#soon - 1);
    this.#timer = setTimeout(() => this.open(), wait);
    if (stood < 0) {
      await this.#learn(this.#kind);
    }
  }

  /**
   * Finds out why a way did not open, and takes the other at once where that will.
   * @param {Kind} kind
   */
  async #learn(kind) {
    this.#way.failed(kind, kind === "socket" && (await reachable()));
    if (kind === "socket" && this.#way.next() === "events") {
      this.open();
    }
  }

  /** Makes sure of the connection when the page has been away, or hears nothing. */
  #look() {
    const away = Date.now() - this.#present;
    if (document.hidden) {
      if (this.#kind === "events" && this.#wire && away > absence) {
        this.leave(); // a browser has six such connections for all its tabs
      }
      return;
    }
    this.#present = Date.now();
    const slept = away > absence || away < 0;
    if (slept) {
      forgetClock();
    }
    if (slept || this.#way.due() || Date.now() - this.#heard > silence) {
      this.#attempt = 0;
      this.rejoin(); // while a machine sleeps a connection may die unheard
    }
    if (slept) {
      this.open();
    }
  }
}
