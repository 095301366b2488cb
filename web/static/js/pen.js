// @ts-check
// The pen-holder's desk: what is typed goes to everybody's screen, and stays in this
// tab until the server has it. Two windows of one pen do not overwrite each other.

import { tell } from "./live.js";
import { newKey } from "./outbox.js";
import { keep, keptJSON } from "./tab.js";

/** How long the keys are waited for before what is typed is sent again, in milliseconds. */
const gap = 60;

/** This window, to the server: a page that is loaded anew is another. */
const self = newKey();

/**
 * What is drafted, as the server has it.
 * @typedef {{ pen: number, rev: number, by: string, text: string }} Drafted
 */

/**
 * What this tab keeps: by which window it was typed, on which revision, and where.
 * @typedef {{ pen: number, rev: number, by: string, text: string, paragraph: string }} Kept
 */

const name = `plenary.pen:${location.pathname}`;
const main = /** @type {HTMLElement} */ (document.querySelector("main"));

/** The revision on which the words of this window stand: its own last, or one that it took over. @type {Drafted} */
let base = { pen: 0, rev: 0, by: "", text: "" };
/** The newest revision of this window that the server has shown to everybody. */
let shown = 0;
/** Whether what was sent may have been lost with the connection. */
let unsure = false;
/** Whether another window has typed newer words, and nobody has chosen yet. */
let conflict = false;
let connected = false;
/** When something was sent last. */
let at = 0;
/** @type {number | undefined} */
let timer;

/** @returns {HTMLTextAreaElement | null} the field, if the pen is this seat's */
function field() {
  const form = document.querySelector(".pen-mine:not([hidden]) #put-drafted");
  return form instanceof HTMLFormElement ? form.querySelector("textarea[name=text]") : null;
}

/** @returns {number} the pen with which is typed here */
function pen() {
  return Number(field()?.form?.dataset.pen ?? 0);
}

/** @returns {Drafted | null} what the server has of this pen, as far as it has told */
function told() {
  const at = document.getElementById("session-typing")?.dataset;
  if (!at?.pen || Number(at.pen) !== pen()) {
    return null;
  }
  return { pen: Number(at.pen), rev: Number(at.rev), by: at.by ?? "", text: at.text ?? "" };
}

/** Shows to the holder what is the holder's, and to the others what is theirs. */
function sort() {
  const seat = main.dataset.seat ?? "";
  for (const part of document.querySelectorAll("[data-holder]")) {
    part.toggleAttribute("hidden", part.getAttribute("data-holder") !== seat);
  }
  for (const part of document.querySelectorAll("[data-others]")) {
    part.toggleAttribute("hidden", part.getAttribute("data-others") === seat);
  }
}

/** Says whether everybody sees what is in the field. */
function say() {
  const box = field();
  const state = !connected ? "offline" : box?.value === told()?.text ? "sent" : "sending";
  for (const words of document.querySelectorAll(".pen-state [data-shows]")) {
    words.toggleAttribute("hidden", words.getAttribute("data-shows") !== state);
  }
  document.querySelector(".pen-newer")?.toggleAttribute("hidden", !conflict);
}

/** Keeps what is in the field in this tab. */
function note() {
  const box = field();
  if (box) {
    const paragraph = box.form?.dataset.paragraph ?? "";
    const rev = base.pen === pen() ? base.rev : 0; // this window may type before it has begun
    keep(name, JSON.stringify({ pen: pen(), rev, by: self, text: box.value, paragraph }));
  }
}

/** Sends what is in the field, unless the server has it, or other words are newer. */
function send() {
  clearTimeout(timer);
  const box = field();
  const wait = at + gap - Date.now();
  if (box && base.pen === pen() && !conflict && (unsure || box.value !== base.text)) {
    if (wait > 0 && wait <= gap) {
      timer = setTimeout(send, wait);
    } else if (tell({ type: "typing", rev: base.rev + 1, text: box.value, by: self, pen: base.pen })) {
      base = { pen: base.pen, rev: base.rev + 1, by: self, text: box.value };
      unsure = false;
      at = Date.now();
      note();
    }
  }
  say();
}

/**
 * Puts other words into the field, and leaves the caret where it was.
 * @param {HTMLTextAreaElement} box
 * @param {string} text
 */
function fill(box, text) {
  const { selectionStart, selectionEnd } = box;
  box.value = text;
  if (document.activeElement === box) {
    box.setSelectionRange(selectionStart, selectionEnd);
  }
}

/** Compares what the server has with what is in the field, and sends what it has not. */
function settle() {
  const box = field();
  const server = told();
  if (box && server && base.pen !== server.pen) {
    begin(box, server);
  } else if (box && server?.by === self) {
    shown = server.rev;
  } else if (box && server && (server.rev > base.rev || server.rev === base.rev && base.by === self)) {
    meet(box, server);
  }
  send();
}

/**
 * Takes over newer words of another window, unless this one has words that nobody
 * has seen yet: then a person chooses.
 * @param {HTMLTextAreaElement} box
 * @param {Drafted} server
 */
function meet(box, server) {
  const pending = box.value !== base.text || base.by === self && shown < base.rev;
  conflict = pending && box.value !== server.text;
  if (!conflict) {
    base = server;
    fill(box, server.text);
  }
}

/**
 * Begins with a pen with which this window has not typed yet. What this tab kept of
 * it goes on, if nobody else has typed since.
 * @param {HTMLTextAreaElement} box
 * @param {Drafted} server
 */
function begin(box, server) {
  const kept = keptJSON(name, /** @type {Kept | null} */ (null));
  base = server;
  shown = 0;
  unsure = conflict = false;
  if (kept?.pen === server.pen && kept.text !== server.text) {
    fill(box, kept.text);
    conflict = kept.by !== server.by && kept.rev !== server.rev;
  } else if (box.value === box.defaultValue) {
    fill(box, server.text);
  }
  const again = document.querySelector("[data-kept]");
  if (kept && kept.pen !== server.pen && kept.paragraph === box.form?.dataset.paragraph) {
    again?.setAttribute("data-kept", kept.text); // the last words may have come too late for the server
  }
}

document.addEventListener("input", (event) => {
  if (event.target === field()) {
    note();
    send();
  }
});

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-newer], [data-use]") : null;
  const box = field();
  const server = told();
  if (!button || !box) {
    return;
  }
  event.preventDefault();
  if (button.hasAttribute("data-use")) {
    fill(box, button.closest("[data-kept]")?.getAttribute("data-kept") ?? box.value);
  } else if (server) {
    base = server;
    conflict = false;
    if (button.getAttribute("data-newer") === "take") {
      fill(box, server.text);
    }
  }
  note();
  send();
  box.focus();
});

document.addEventListener("live:state", (event) => {
  connected = /** @type {CustomEvent<string>} */ (event).detail === "connected";
  unsure ||= !connected && base.by === self;
  settle();
});

document.addEventListener("live:placed", () => {
  sort();
  settle();
});

sort();
connected = document.getElementById("live")?.dataset.state === "connected";
settle();
