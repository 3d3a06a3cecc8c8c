// Moves the focus to what is not right yet, on the site and on the screens of the desk.

const summary = document.querySelector("[data-error-summary]");
if (summary) {
  summary.focus();
  // Jump to the question, not just to its control: the label and the message belong to it.
  summary.addEventListener("click", (event) => {
    const target = document.getElementById(event.target.closest("a")?.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    (target.closest(".field, .desk-field, .desk-choice") ?? target).scrollIntoView();
    target.focus({ preventScroll: true });
  });
}
