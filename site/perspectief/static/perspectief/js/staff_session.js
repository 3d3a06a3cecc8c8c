// Warns somebody in the admin some minutes before the session ends, and gives more time without
// losing what is typed. Who types is there, so typing gives more time by itself. Without script the
// session ends quietly, and what is sent too late is kept in a page that sends it again.

const MINUTE = 60_000;
const WARN_BEFORE = 5 * MINUTE;
const LENGTHEN_AFTER = 5 * MINUTE; // of typing, at most so often

const script = document.querySelector("script[data-session-url]");
const words = script.dataset;
const token = JSON.parse(document.getElementById("wagtail-config").textContent).CSRF_TOKEN;

let timer;
let hasTyped = false;
let lengthenedAt = Date.now();
let dialog;

async function ask(method) {
  const options = { method, credentials: "same-origin", headers: { "X-CSRFToken": token } };
  const response = await fetch(words.sessionUrl, options);
  if (!response.ok) throw new Error("no answer");
  return response.json();
}

async function look() {
  clearTimeout(timer);
  try {
    const isDue = hasTyped && Date.now() - lengthenedAt > LENGTHEN_AFTER;
    show(await (isDue ? lengthen() : ask("GET")));
    return;
  } catch {
    wait(MINUTE); // the server does not answer; it is asked again
  }
}

async function lengthen() {
  const state = await ask("POST");
  hasTyped = false;
  lengthenedAt = Date.now();
  return state;
}

// Looks now and then also when there is time: somebody may be typing.
function plan(left) {
  wait(Math.min(left - WARN_BEFORE, LENGTHEN_AFTER + MINUTE));
}

function wait(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(look, Math.max(1000, milliseconds));
}

function show({ seconds_left: seconds, may_be_lengthened: mayBeLengthened }) {
  const left = seconds * 1000;
  if (left > WARN_BEFORE) {
    if (dialog) dialog.close();
    plan(left);
    return;
  }
  if (!dialog) dialog = makeDialog();
  const minutes = Math.max(1, Math.ceil(left / MINUTE));
  const text = left <= 0 ? words.ended : minutes === 1 ? words.oneMinute : words.minutes.replace("5", minutes);
  dialog.querySelector("[data-text]").textContent = text;
  dialog.querySelector("[data-advice]").textContent = left <= 0 ? words.endedAdvice : mayBeLengthened ? "" : words.lastAdvice;
  dialog.querySelector("[data-stay]").hidden = left <= 0 || !mayBeLengthened;
  dialog.querySelector("[data-login]").hidden = left > 0;
  if (!dialog.open) dialog.showModal();
  if (left > 0) wait(Math.min(left, MINUTE));
}

function makeDialog() {
  const made = document.createElement("dialog");
  made.className = "session-warning";
  made.setAttribute("role", "alertdialog");
  made.setAttribute("aria-labelledby", "session-warning-title");
  made.setAttribute("aria-describedby", "session-warning-text");
  made.innerHTML =
    '<h2 id="session-warning-title"></h2><div id="session-warning-text" aria-live="polite"><p data-text></p><p data-advice></p></div>' +
    '<p class="session-warning__buttons"><button class="button" type="button" data-stay></button> ' +
    '<a class="button" target="_blank" rel="noopener" data-login></a> <button class="button button-secondary" type="button" data-close></button></p>';
  made.querySelector("h2").textContent = words.title;
  const stay = made.querySelector("[data-stay]");
  stay.textContent = words.stay;
  stay.addEventListener("click", async () => {
    try {
      show(await lengthen());
    } catch {
      wait(1000);
    }
  });
  const login = made.querySelector("[data-login]");
  login.textContent = words.login;
  login.href = words.loginUrl;
  const close = made.querySelector("[data-close]");
  close.textContent = words.close;
  close.addEventListener("click", () => made.close());
  document.body.append(made);
  return made;
}

document.addEventListener("input", () => {
  hasTyped = true;
});
// A device that slept may be late; another tab may have lengthened the session.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) look();
});

// Opening this page was the last sign of life; before a warning the server is asked.
plan(Number(words.idleSeconds) * 1000);
