// @ts-check
// Keeps a page up to date over the live channel. The page says where it stands:
// <main data-live data-epoch data-seq data-part>. What is shown is what a reload
// would show; nothing is kept here that a reload would lose.

import { count, say } from "./i18n.js";
import { delay, inUse, place, verdict } from "./place.js";

/** @import { Change, Hello, Message } from "./protocol.js" */

/**
 * Shows the state of the connection beside the dot.
 * @param {"connected" | "catching-up" | "offline" | "over"} state
 */
function show(state) {
  const sign = document.getElementById("live");
  const words = sign?.querySelector(".live-words");
  if (!sign || !words) {
    return;
  }
  sign.hidden = false;
  if (sign.dataset.shown === state) {
    return; // "offline since" is when it began
  }
  sign.dataset.shown = state;
  sign.dataset.state = state === "over" ? "offline" : state;
  // A page that is out of date looks as one that is cut off: it is.
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" }).format(new Date());
  words.textContent = say(state === "over" ? "live.reload" : `live.${state}`, { time });
}

/**
 * Says one sentence to those who listen.
 * @param {string} sentence
 */
function announce(sentence) {
  const box = document.getElementById("announce");
  if (box) {
    box.textContent = sentence;
  }
}

/** The way to what has changed out of sight: above, or below. */
class Elsewhere {
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

/** One page that follows the record. */
class Follower {
  /** @type {WebSocket | undefined} */
  #socket;
  #attempt = 0;
  /** @type {number | undefined} */
  #timer;
  #over = false;
  #stale = false;
  #hidden = Infinity;
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

  /** @param {HTMLElement} main */
  constructor(main) {
    this.#main = main;
    this.#have = { epoch: main.dataset.epoch ?? "", seq: Number(main.dataset.seq) };
    this.#announced = this.#have.seq;
    // What the reader looks at is kept in place here; twice would be too much.
    document.documentElement.style.overflowAnchor = "none";
    addEventListener("offline", () => this.#leave());
    addEventListener("online", () => this.connect());
    addEventListener("pagehide", () => this.#leave());
    addEventListener("pageshow", () => this.connect());
    document.addEventListener("visibilitychange", () => this.#look());
    document.addEventListener("focusout", () => setTimeout(() => this.#release()));
    document.addEventListener("selectionchange", () => this.#release());
  }

  /** Opens the channel, unless it is open, or there is no use. */
  connect() {
    clearTimeout(this.#timer);
    if (this.#over || this.#socket) {
      return;
    }
    const address = new URL(this.#main.dataset.live ?? "", location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const part = this.#main.dataset.part ?? "row";
    const query = new URLSearchParams({ since: String(this.#have.seq), epoch: this.#have.epoch, part, lang: document.documentElement.lang });
    if (part === "side") {
      query.set("paragraph", this.#main.querySelector(".side[id]")?.id ?? "");
    }
    address.search = query.toString();
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.addEventListener("message", (event) => this.#socket === socket && this.#hear(JSON.parse(event.data)));
    socket.addEventListener("close", (event) => this.#socket === socket && this.#lost(event.code));
  }

  /** Makes sure of the channel when the reader looks at the page again. */
  #look() {
    if (document.hidden) {
      this.#hidden = Date.now();
      return;
    }
    if (Date.now() - this.#hidden > 60_000) {
      this.#leave(); // while a machine sleeps a connection may die unheard
    }
    this.connect();
  }

  /** Closes the channel without coming back by itself. */
  #leave() {
    const socket = this.#socket;
    this.#socket = undefined;
    clearTimeout(this.#timer);
    socket?.close();
    if (!this.#over) {
      show("offline");
    }
  }

  /** @param {number} code */
  #lost(code) {
    this.#socket = undefined;
    if (code >= 4100 && code < 4200) {
      this.#end();
      return;
    }
    show("offline");
    this.#timer = setTimeout(() => this.connect(), delay(this.#attempt, Math.random()));
    this.#attempt++;
  }

  /** Shows that the page is out of date and will stay so. */
  #end() {
    this.#over = true;
    this.#leave();
    show("over");
    announce(say("live.reload"));
  }

  /** @param {Message} message */
  #hear(message) {
    switch (verdict(message, this.#have)) {
      case "reload":
        this.#reload();
        break;
      case "rejoin":
        this.#rejoin();
        break;
      case "welcome":
        this.#attempt = 0;
        show(/** @type {Hello} */ (message).seq > this.#have.seq ? "catching-up" : this.#stale ? "over" : "connected");
        break;
      case "apply":
        this.#apply(/** @type {Change} */ (message));
        break;
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
    this.#have.seq = change.seq;
    this.#main.dataset.seq = String(change.seq);
    this.#stale ||= lost;
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
   * may have to follow it. What is still in use will wait again.
   */
  #release() {
    const free = [...this.#held].some((id) => {
      const element = document.getElementById(id);
      return !element || !inUse(element);
    });
    if (free) {
      this.#held.clear();
      this.#have.seq = this.#heldSince;
      this.#rejoin();
    }
  }

  /** Opens the channel anew from what the page has, if it is open. */
  #rejoin() {
    const socket = this.#socket;
    if (socket) {
      this.#socket = undefined;
      socket.close();
      this.connect();
    }
  }

  /** Loads the page of another record; a server that says so twice is asked no more. */
  #reload() {
    const mark = `plenary.reloaded.${this.#main.dataset.negotiation}`;
    const now = `${this.#have.epoch} ${this.#have.seq}`;
    this.#end();
    if (sessionStorage.getItem(mark) !== now) {
      sessionStorage.setItem(mark, now);
      location.reload();
    }
  }
}

/** Loads the style of what this module adds to a page. */
function style() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("../css/live.css", import.meta.url).href;
  document.head.append(link);
}

const main = document.querySelector("main[data-live]");
if (main instanceof HTMLElement) {
  style();
  new Follower(main).connect();
}
