// Warns some minutes before answers are deleted or one's own page is closed, and gives more time without losing what is typed.
// When the time is over it blanks the page and leads to one that says so. Without script each page
// says until when answers are kept, and has a button that does the same.

const MINUTE = 60_000;
const TYPING = "typing"; // forms.js: without this mark, what was typed does not come back

const dialog = document.querySelector("[data-time-warning]");
const saveButton = document.querySelector("button[name=save]");
const sentences = [...dialog.querySelectorAll("[data-minutes]")];
const channel = new BroadcastChannel(`time-${dialog.dataset.timeWarning}`);

let end;
let timer;
let isExtending = false;

function wait(secondsLeft) {
  end = Date.now() + secondsLeft * 1000;
  look();
}

function look() {
  clearTimeout(timer);
  const left = end - Date.now();
  if (left <= 0) {
    leaveNothing();
    return;
  }
  const minutes = Math.ceil(left / MINUTE);
  if (minutes > sentences.length) {
    if (dialog.open && !isExtending) dialog.close();
    timer = setTimeout(look, left - sentences.length * MINUTE);
    return;
  }
  for (const each of sentences) each.hidden = Number(each.dataset.minutes) !== minutes;
  if (!dialog.open && !isExtending) dialog.showModal();
  timer = setTimeout(look, left - (minutes - 1) * MINUTE);
}

function leaveNothing() {
  document.querySelector("main").replaceChildren();
  sessionStorage.removeItem(TYPING);
  location.replace(dialog.dataset.goneUrl);
}

// Presses the button of the form, but stays on the page, with all that is half typed.
async function extend() {
  if (isExtending) return;
  isExtending = true;
  try {
    const answers = new URLSearchParams(new FormData(saveButton.form, saveButton));
    const response = await fetch(location.href, { method: "POST", body: answers });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("[data-time-warning]");
    // The form of a step leads on to itself; one's own page is just shown again.
    const isSaved = !response.redirected || new URL(response.url).searchParams.get("notice") === "saved";
    if (!response.ok || !fresh || !isSaved) throw new Error("not extended");
    takeOver(page, fresh);
  } catch {
    saveButton.form.requestSubmit(saveButton); // the server says what is the matter
  } finally {
    isExtending = false;
  }
}

function takeOver(page, fresh) {
  for (const part of ["[data-expiry-text]", "#time-warning-words"]) {
    document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
  }
  sentences.splice(0, sentences.length, ...dialog.querySelectorAll("[data-minutes]"));
  dialog.dataset.goneUrl = fresh.dataset.goneUrl;
  wait(Number(fresh.dataset.secondsLeft));
  if (dialog.open) dialog.close(); // the focus goes back to where it was
  document.querySelector("[data-time-kept]").textContent = dialog.dataset.extended;
  channel.postMessage(end);
}

dialog.querySelector("[data-more-time]").addEventListener("click", extend);
dialog.addEventListener("cancel", (event) => {
  event.preventDefault(); // Escape: somebody is there, so it closes once there is more time
  extend();
});
// What is typed was kept (keep_typed.js), and with it everything else.
document.addEventListener("typed-kept", ({ detail }) => {
  document.querySelector("[data-expiry-text]").textContent = detail.expiry;
  wait(detail.secondsLeft);
  channel.postMessage(end);
});
// Another tab with the same answers gave them more time.
channel.addEventListener("message", (event) => {
  if (event.data <= end) return;
  end = event.data;
  look();
});
// A device that slept, or a page that comes back from the browser's memory, may be late.
document.addEventListener("visibilitychange", look);
addEventListener("pageshow", look);

wait(Number(dialog.dataset.secondsLeft));
if ("isKept" in dialog.dataset) channel.postMessage(end);
