// Wagtail shows a page that was not saved with its dialogs closed, also the one whose date it could
// not read: then nobody sees what is wrong. Here that dialog opens again, at the first such field.
(() => {
  const openAtError = () => {
    const wrong = document.querySelector("#schedule-publishing-dialog .error-message");
    const opener = document.querySelector("[data-a11y-dialog-show='schedule-publishing-dialog']");
    if (!wrong || !opener) return;
    opener.click();
    wrong.closest("[data-field]")?.querySelector("input")?.focus();
  };
  // After all that makes dialogs of their templates.
  window.addEventListener("load", () => setTimeout(openAtError));
})();
