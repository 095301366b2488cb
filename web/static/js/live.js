// @ts-check
// Keeps a page up to date over the live channel. The page says where it stands:
// <main data-live data-epoch data-seq data-part>. What is shown is what a reload
// would show; nothing is kept here that a reload would lose.
//
// Scripts of the page hear "live:state" of the document when the connection comes
// or goes, and "live:placed" when parts of the page have been replaced.

import "./acts.js";
import { Channel } from "./channel.js";
import { Elsewhere } from "./elsewhere.js";
import { inUse, whenRested } from "./hands.js";
import { say } from "./i18n.js";
import { place } from "./place.js";
import { Regions } from "./regions.js";
import { isOutdated, reloadOnce, reloadScreen } from "./reload.js";
import { announce, notice, show } from "./tell.js";
import { verdict } from "./verdict.js";

/** @import { Change, Hello, Message, Refused, Signal } from "./protocol.js" */

/** One page that follows the record. */
class Follower {
  #stale = false;
  #elsewhere = new Elsewhere();
  /**
   * Ids of what was not placed because the reader was at work in it.
   * @type {Set<string>}
   */
  #held = new Set();
  /** What the page had before the first of them. */
  #heldSince = 0;
  /** Up to where changes have been announced. */
  #announced;
  #main;
  #have;
  #regions;
  #channel;

  /** @param {HTMLElement} main */
  constructor(main) {
    this.#main = main;
    this.#have = { epoch: main.dataset.epoch ?? "", seq: Number(main.dataset.seq) };
    this.#announced = this.#have.seq;
    this.#regions = new Regions(main);
    this.#channel = new Channel({
      ask: () => this.#ask(),
      hear: (message) => this.#hear(message),
      lost: () => show(this.#stale ? "over" : "offline"),
      over: () => this.#end(),
    });
    // What the reader looks at is kept in place here; twice would be too much.
    document.documentElement.style.overflowAnchor = "none";
    whenRested(() => this.#release());
  }

  /** Opens the channel. */
  connect() {
    this.#channel.open();
  }

  /**
   * Tells the server something that is beside the record.
   * @param {object} message
   * @returns {boolean} whether there was a connection to say it over
   */
  tell(message) {
    return this.#channel.say(message);
  }

  /** @returns {{ address: URL, query: URLSearchParams }} */
  #ask() {
    const part = this.#main.dataset.part ?? "row";
    const query = new URLSearchParams({ since: String(this.#have.seq), epoch: this.#have.epoch, part, lang: document.documentElement.lang });
    if (part === "side") {
      query.set("paragraph", this.#main.querySelector(".side[id]")?.id ?? "");
    }
    return { address: new URL(".", new URL(this.#main.dataset.live ?? "", location.href)), query };
  }

  /** Shows that the page is out of date and will stay so, where somebody can reload it. */
  #end() {
    this.#stale = true;
    this.#channel.end();
    show("over");
    announce(say("live.reload"));
    if (this.#main.dataset.part === "screen") {
      reloadScreen();
    }
  }

  /** @param {Message} message */
  #hear(message) {
    switch (verdict(message, this.#have)) {
      case "reload":
        this.#reload();
        break;
      case "rejoin":
        this.#channel.rejoin();
        break;
      case "welcome":
        this.#welcome(/** @type {Hello} */ (message));
        break;
      case "apply":
        this.#apply(/** @type {Change} */ (message));
        break;
      case "signal":
        this.#regions.place(/** @type {Signal} */ (message).regions ?? []);
        break;
      case "refused":
        notice(/** @type {Refused} */ (message).text);
        break;
    }
  }

  /** @param {Hello} hello */
  #welcome(hello) {
    show(hello.seq > this.#have.seq ? "catching-up" : this.#stale ? "over" : "connected");
    if (isOutdated(hello.release) && this.#main.dataset.part === "screen") {
      reloadScreen();
    }
  }

  /** @param {Change} change */
  #apply(change) {
    const query = new URLSearchParams(location.search);
    const whole = this.#main.dataset.part === "row" && !query.get("q") && (query.get("show") ?? "all") === "all";
    const { placed, held, lost } = place(this.#main, change.paragraphs, whole);
    if (this.#held.size === 0) {
      this.#heldSince = this.#have.seq;
    }
    for (const { id } of held) {
      this.#held.add(id);
    }
    this.#elsewhere.add(placed);
    this.#regions.place(change.regions ?? []);
    this.#have.seq = change.seq;
    this.#main.dataset.seq = String(change.seq);
    // The record of the sessions grows with each act, and no part of it is sent.
    const grown = Boolean(change.said) && this.#main.querySelector(".record-counts") !== null;
    this.#stale ||= lost || grown;
    show(this.#stale ? "over" : "connected");
    if (change.said && change.seq > this.#announced) {
      announce(change.said);
    }
    this.#announced = Math.max(this.#announced, change.seq);
    this.#release();
  }

  /**
   * Asks again for what waited, when the reader has put down their pen: what was
   * sent then may be out of date, and what was placed behind it in the meantime
   * may have to follow it. What is still in use will wait again. Regions are whole
   * and stand alone: the newest of each is at hand.
   */
  #release() {
    this.#regions.release();
    const free = [...this.#held].some((id) => {
      const element = document.getElementById(id);
      return !element || !inUse(element);
    });
    if (free) {
      this.#held.clear();
      this.#have.seq = this.#heldSince;
      this.#channel.rejoin();
    }
  }

  /** Loads the page of another record. */
  #reload() {
    this.#end();
    if (this.#main.dataset.part !== "screen") {
      reloadOnce(this.#main.dataset.negotiation ?? "", `${this.#have.epoch} ${this.#have.seq}`);
    }
  }
}

/** @type {Follower | undefined} */
let follower;

const main = document.querySelector("main[data-live]");
if (main instanceof HTMLElement) {
  follower = new Follower(main);
  follower.connect();
}

/**
 * Tells the server something that is beside the record: what is on the screen,
 * what is being typed. It is not kept: after "live:state" has said "connected",
 * what still counts is to be told again.
 * @param {object} message
 * @returns {boolean} whether there was a connection to say it over
 */
export function tell(message) {
  return follower?.tell(message) ?? false;
}
