// @ts-check
// What forms and their fields are called, so that each is found again in a part
// of the page that the server has made anew.

/** What differs each time that the same form is shown, or sent. */
const fleeting = new Set(["key", "sent"]);

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/**
 * Names a form by its id, or else by where it goes and what it is about.
 * @param {HTMLFormElement} form
 * @returns {string}
 */
export function nameOfForm(form) {
  const about = [...form.querySelectorAll("input[type=hidden]")]
    .filter((field) => !fleeting.has(field.getAttribute("name") ?? ""))
    .map((field) => `${field.getAttribute("name")}=${field.getAttribute("value")}`);
  return form.id || [form.getAttribute("action"), ...about].join("&");
}

/**
 * Names a field within the page; of a choice each possibility has its own name.
 * @param {Field} field
 * @returns {string}
 */
export function nameOfField(field) {
  const choice = isChoice(field) ? `=${field.value}` : "";
  return `${field.form ? nameOfForm(field.form) : ""} ${field.name || field.id}${choice}`;
}

/**
 * Reports whether a field is ticked or not, and not written.
 * @param {Field} field
 * @returns {field is HTMLInputElement}
 */
export function isChoice(field) {
  return field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type);
}

/**
 * Gives the fields in a part of the page that a person fills in.
 * @param {ParentNode} root
 * @returns {Field[]}
 */
export function fieldsOf(root) {
  return /** @type {Field[]} */ ([...root.querySelectorAll("textarea, select, input:not([type=hidden], [type=file])")]);
}

/**
 * Reports whether a field is not as the server made it.
 * @param {Field} field
 * @returns {boolean}
 */
export function isFilled(field) {
  if (field instanceof HTMLSelectElement) {
    const given = [...field.options].filter((one) => one.defaultSelected);
    return given.length === 0 ? field.selectedIndex > 0 : !given.some((one) => one.selected);
  }
  const chosen = field instanceof HTMLInputElement && field.checked !== field.defaultChecked;
  return chosen || field.value !== field.defaultValue;
}

/**
 * Reports whether a script of the page keeps what is typed into a field: on the
 * pen-holder's desk, where it goes to everybody's screen.
 * @param {Field} field
 * @returns {boolean}
 */
export function isDrafted(field) {
  return field.form?.dataset.pen !== undefined;
}
