// @ts-check
// The forms of the room, <form data-act>: they are sent without leaving the page,
// and wait where there is no connection. Without scripts they are forms like any.

import { serverNow } from "./clock.js";
import { fieldsOf, isChoice, isDrafted, nameOfForm } from "./forms.js";
import { say } from "./i18n.js";
import { newKey, Outbox } from "./outbox.js";
import { announce, notice, notices } from "./tell.js";
import { forgetTyped } from "./typed.js";

/** @import { Answer, Item } from "./outbox.js" */

/** After how long an act that has no answer is said to wait, in milliseconds. */
const soon = 500;

const page = document.querySelector("main")?.dataset ?? {};

/** How long a refusal is for whoever has just pressed, in milliseconds. */
const fresh = 10_000;

/** Why each form was refused last. @type {Map<string, { sentence: string, label: string, at: number }>} */
const refusals = new Map();

// Another seat in the same tab sends nothing of this one's.
const outbox = new Outbox(`plenary.outbox:${page.negotiation}:${page.seat}`, settle);

/**
 * Gives what a form sends, as it is pressed now.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} button
 * @returns {Item | null} null for a form with a file, which is sent plainly
 */
function itemOf(form, button) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) {
    if (typeof value !== "string") {
      return null;
    }
    body.append(name, value);
  }
  const urgent = body.has("sent");
  if (urgent) {
    body.set("sent", new Date(serverNow()).toISOString());
  }
  const key = body.get("key") || newKey();
  // What waits under this key has other words.
  body.set("key", outbox.waiting.some((item) => item.key === key) ? newKey() : key);
  return {
    key: body.get("key") ?? "",
    form: nameOfForm(form),
    label: labelOf(button) || (form.dataset.act ?? ""),
    action: new URL(button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", location.href).href,
    body: body.toString(),
    urgent,
    at: Date.now(),
  };
}

/**
 * Gives the words of a button, without the sign of its key.
 * @param {HTMLElement | null} button
 * @returns {string}
 */
function labelOf(button) {
  const words = [...(button?.childNodes ?? [])].filter((node) => !(node instanceof Element && node.ariaHidden === "true"));
  return words.map((node) => node.textContent).join("").trim();
}

/**
 * Gives what an item says, without what differs each time.
 * @param {Item} item
 * @returns {string}
 */
function contentOf(item) {
  const body = new URLSearchParams(item.body);
  body.delete("key");
  body.delete("sent");
  return `${item.action}?${body}`;
}

/**
 * Does what an answer asks for.
 * @param {Item} item
 * @param {Answer} answer
 */
function settle(item, answer) {
  if (answer.taken) {
    forgetTyped(item.form, new URLSearchParams(item.body));
    formsOf(item.form).forEach((form) => renew(form, item));
    for (const [name, { at }] of refusals) {
      if (at < item.at) { // whoever has pressed since has read it
        refusals.delete(name);
      }
    }
    document.dispatchEvent(new CustomEvent("act:taken", { detail: item }));
  } else if (formsOf(item.form).length > 0) {
    refusals.set(item.form, { sentence: answer.sentence, label: item.label, at: Date.now() });
  } else {
    notice(say("act.answered", { act: item.label, sentence: answer.sentence }));
  }
  paint();
}

/**
 * Makes a form ready to be sent once more: with another key, and without the
 * words that were sent, unless there are others by now.
 * @param {HTMLFormElement} form
 * @param {Item} item
 */
function renew(form, item) {
  const sent = new URLSearchParams(item.body);
  const key = form.elements.namedItem("key");
  if (key instanceof HTMLInputElement && key.value === item.key) {
    key.value = newKey();
  }
  const fields = fieldsOf(form);
  // Who enters one after the other, and writes nothing, goes on from where they were.
  const written = fields.some((field) => !isChoice(field) && !(field instanceof HTMLSelectElement));
  for (const field of fields) {
    const went = sent.getAll(field.name).includes(field.value);
    if (isChoice(field)) {
      if (went === field.checked) {
        field.checked = field.defaultChecked;
      }
    } else if (field instanceof HTMLSelectElement) {
      if (went && written) {
        field.selectedIndex = Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));
      }
    } else if (went && !isDrafted(field)) {
      field.value = field.defaultValue;
    }
  }
}

/** @returns {HTMLFormElement[]} */
function forms() {
  return [...document.querySelectorAll("form[data-act]")].filter((form) => form instanceof HTMLFormElement);
}

/**
 * @param {string} name
 * @returns {HTMLFormElement[]}
 */
function formsOf(name) {
  return forms().filter((form) => nameOfForm(form) === name);
}

/** Shows beside each form what waits, and why it was refused; and what waits without its form. */
function paint() {
  const late = outbox.waiting.filter(({ at }) => Date.now() - at >= soon || Date.now() < at);
  const homes = new Set(forms().map(nameOfForm));
  for (const [name, { sentence, label, at }] of refusals) {
    if (!homes.has(name)) { // what was pressed has gone; why it was not taken has not been read yet
      refusals.delete(name);
      if (Date.now() - at < fresh) {
        notice(say("act.answered", { act: label, sentence }));
      }
    }
  }
  for (const form of forms()) {
    const name = nameOfForm(form);
    mark(form, "act-waiting", late.some((item) => item.form === name) ? say("act.waiting") : "");
    mark(form, "act-refused", refusals.get(name)?.sentence ?? "");
  }
  const homeless = late.filter(({ form }) => !homes.has(form));
  document.querySelectorAll(".notice-waiting").forEach((one) => one.remove());
  for (const { label } of homeless) {
    const one = document.createElement("p");
    one.className = "notice notice-waiting";
    one.textContent = say("act.waiting-for", { act: label });
    notices().append(one);
  }
}

/** What was said of each form last, so that it is said once. @type {Map<string, string>} */
const said = new Map();

/**
 * Puts a sentence into a form, or takes it away.
 * @param {HTMLFormElement} form
 * @param {"act-waiting" | "act-refused"} kind
 * @param {string} sentence
 */
function mark(form, kind, sentence) {
  const name = `${kind} ${nameOfForm(form)}`;
  if ((said.get(name) ?? "") !== sentence) {
    said.set(name, sentence);
    if (sentence) {
      announce(sentence);
    }
  }
  const old = form.querySelector(`.${kind}`);
  if ((old?.textContent ?? "") === sentence) {
    return;
  }
  old?.remove();
  if (sentence) {
    const made = document.createElement("p");
    made.className = kind;
    made.textContent = sentence;
    form.append(made);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  // A page that does not follow what it shows is loaded anew with what was done.
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.dataset.act === undefined || form.closest(".matrix")) {
    return;
  }
  const item = itemOf(form, event.submitter);
  if (!item) {
    return;
  }
  event.preventDefault();
  refusals.delete(item.form);
  if (!outbox.waiting.some((other) => contentOf(other) === contentOf(item))) {
    outbox.add(item);
  }
  paint();
  setTimeout(paint, soon);
});
document.addEventListener("live:placed", paint);
paint();
outbox.send();
