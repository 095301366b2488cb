// @ts-check
// Tells the reader how the page stands to the record: beside the dot to those who
// see, in one sentence to those who listen.

import { say } from "./i18n.js";

/** @typedef {"connected" | "catching-up" | "offline" | "over"} State */

/**
 * Shows the state of the connection beside the dot, and raises "live:state" with
 * it where it is another than before.
 * @param {State} state
 */
export function show(state) {
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
  // A page that is out of date looks as one that is cut off: it is.
  sign.dataset.state = state === "over" ? "offline" : state;
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" }).format(new Date());
  words.textContent = say(state === "over" ? "live.reload" : `live.${state}`, { time });
  document.dispatchEvent(new CustomEvent("live:state", { detail: state }));
}

/**
 * Says one sentence to those who listen.
 * @param {string} sentence
 */
export function announce(sentence) {
  const box = document.getElementById("announce");
  if (box) {
    box.textContent = sentence;
  }
}

/**
 * Shows a sentence that belongs to no place in the page, until it is put away.
 * The same sentence is not shown twice.
 * @param {string} sentence
 */
export function notice(sentence) {
  const box = notices();
  if ([...box.children].some((one) => one.firstChild?.textContent === sentence)) {
    return;
  }
  const one = document.createElement("p");
  one.className = "notice";
  const words = document.createElement("span");
  words.textContent = sentence;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = say("key.close");
  button.addEventListener("click", () => one.remove());
  one.append(words, " ", button);
  box.append(one);
}

/** @returns {Element} the place for notices, which is there only when there are some */
export function notices() {
  const there = document.querySelector(".notices");
  if (there) {
    return there;
  }
  const box = document.createElement("section");
  box.className = "notices";
  box.setAttribute("role", "alert");
  document.body.append(box);
  return box;
}
