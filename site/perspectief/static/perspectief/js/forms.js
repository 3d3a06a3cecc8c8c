// Kindnesses for forms, which work without: the errors are on top of the page, and the server knows
// a form that is sent twice.

// Going back, a browser fills in again what was typed before. That is welcome, but not after somebody
// has left the site at once: leave.js removes this mark, which says no more than that it is there.
const TYPING = "typing";
document.addEventListener("input", () => sessionStorage.setItem(TYPING, "yes"));
addEventListener("pageshow", (event) => {
  const [visit] = performance.getEntriesByType("navigation");
  const isBack = event.persisted || visit?.type === "back_forward";
  if (!isBack || sessionStorage.getItem(TYPING)) return;
  for (const form of document.forms) form.reset();
});

// What belongs to an answer that is not chosen any more is hidden, so it is not sent: without this the
// server asks which of both holds.
document.addEventListener("formdata", ({ target, formData }) => {
  for (const part of target.querySelectorAll("[data-sent-if-shown]")) {
    if (part.getClientRects().length) continue;
    for (const control of part.querySelectorAll("[name]")) formData.delete(control.name);
  }
});

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
