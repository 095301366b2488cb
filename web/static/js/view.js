// @ts-check
// How redlines are shown: redline, clean or draft. The style sheet does it; the
// address remembers it, so that a reload shows the same.

const views = ["redline", "clean", "draft"];

/**
 * Shows redlines in one of the views.
 * @param {string} view
 */
export function show(view) {
  const main = document.querySelector("main");
  if (!main || !views.includes(view)) {
    return;
  }
  main.dataset.view = view;
  for (const choice of document.querySelectorAll("[data-view-choice] input")) {
    if (choice instanceof HTMLInputElement) {
      choice.checked = choice.value === view;
    }
  }
  const form = document.querySelector("form:has([data-view-choice])");
  if (form instanceof HTMLFormElement && new URL(form.action).pathname !== location.pathname) {
    return; // a refused form: its address is no page to come back to
  }
  const address = new URL(location.href);
  address.searchParams.set("view", view);
  history.replaceState(history.state, "", address);
}

/** Shows the next of the views. */
export function showNext() {
  const now = document.querySelector("main")?.dataset.view ?? views[0];
  show(views[(views.indexOf(now) + 1) % views.length]);
}

document.addEventListener("change", (event) => {
  const choice = event.target;
  if (choice instanceof HTMLInputElement && choice.closest("[data-view-choice]")) {
    show(choice.value);
  }
});
