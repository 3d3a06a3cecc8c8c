// Two kindnesses for forms; both work without: the errors are on top of the page, and the server
// knows a form that is sent twice.

const summary = document.querySelector("[data-error-summary]");
if (summary) {
  summary.focus();
  // Jump to the question, not just to its control: the label and the message belong to it.
  summary.addEventListener("click", (event) => {
    const target = document.getElementById(event.target.closest("a")?.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    (target.closest(".field") ?? target).scrollIntoView();
    target.focus({ preventScroll: true });
  });
}

const PAUSE = 5000;

for (const form of document.querySelectorAll("form[data-submit-once]")) {
  const release = () => form.removeAttribute("aria-busy");
  form.addEventListener("submit", (event) => {
    if (form.hasAttribute("aria-busy")) {
      event.preventDefault();
      return;
    }
    form.setAttribute("aria-busy", "true");
    setTimeout(release, PAUSE); // whoever still sees the form then may try again
  });
  addEventListener("pageshow", release); // the back button brings a form that can be sent
}
