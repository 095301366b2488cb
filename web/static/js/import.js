// @ts-check

/**
 * Sends a form with a file and shows how much of it has arrived; then that the
 * document is being read. The server answers a document that it could read by
 * leading to its report, and the page goes there. With any other answer, or none,
 * the form is sent again as if there were no script: the reader gets the server's
 * own page with what was wrong.
 * @param {HTMLFormElement} form
 */
function uploads(form) {
  const place = /** @type {HTMLElement | null} */ (form.querySelector(".upload"));
  const label = place?.querySelector("label");
  const bar = place?.querySelector("progress");
  if (!place || !label || !bar) {
    return;
  }
  const sending = label.textContent;
  const reading = form.dataset.upload ?? "";
  const button = form.querySelector("button");
  let busy = false;

  /** @param {string} words */
  const announce = (words) => {
    label.textContent = words;
    const announced = document.getElementById("announce");
    if (announced) {
      announced.textContent = words;
    }
  };
  const plainly = () => {
    busy = false;
    place.hidden = true;
    button?.removeAttribute("aria-busy");
    form.submit(); // raises no event, so that it does not come back here
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (busy) {
      return;
    }
    busy = true;
    button?.setAttribute("aria-busy", "true");
    bar.value = 0;
    place.hidden = false;
    announce(sending ?? "");
    const request = new XMLHttpRequest(); // fetch does not tell what it has sent
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      if (total > 0) {
        bar.value = loaded / total;
      }
    });
    request.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      announce(reading);
    });
    request.addEventListener("load", () => {
      const shown = new URL(request.responseURL || form.action);
      if (request.status === 200 && shown.pathname !== new URL(form.action).pathname) {
        location.assign(shown);
      } else {
        plainly();
      }
    });
    request.addEventListener("error", plainly);
    request.open("POST", form.action);
    request.send(new FormData(form));
  });

  // Whoever comes back to this page by the browser's button finds it as it was.
  addEventListener("pageshow", () => {
    busy = false;
    place.hidden = true;
    button?.removeAttribute("aria-busy");
  });
}

for (const form of document.querySelectorAll("form[data-upload]")) {
  if (form instanceof HTMLFormElement) {
    uploads(form);
  }
}
