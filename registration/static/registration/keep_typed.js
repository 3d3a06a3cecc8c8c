// Keeps what is typed while somebody types, so that reloading the page loses nothing. Without script
// "I need more time" and the switch of the language do the same.

const PAUSE = 1000; // after the last key
const AT_MOST_EVERY = 5000;
const TOO_MANY = 429;
const LATER = 60_000;
// A device that slept wakes up with what was typed before: by now that may have to be gone.
const STILL_THERE = 120_000;
const PATIENCE = 3000; // so long sending the form waits for what is on its way

const form = document.querySelector("form[data-keep-typed]:not([data-keep-typed=''])");

let timer;
let earliest = 0;
let typedAt = 0;
let isDirty = false;
let isOver = false;
let onItsWay; // a promise
let aborter;

function plan() {
  clearTimeout(timer);
  if (!isOver && isDirty && !onItsWay) timer = setTimeout(keep, Math.max(PAUSE, earliest - Date.now()));
}

function isLeaving() {
  return document.documentElement.classList.contains("is-leaving") || !form.isConnected;
}

function keep({ keepalive = false } = {}) {
  clearTimeout(timer);
  if (isOver || !isDirty || isLeaving() || Date.now() - typedAt > STILL_THERE) return;
  isDirty = false;
  earliest = Date.now() + AT_MOST_EVERY;
  aborter = new AbortController();
  onItsWay = send(keepalive, aborter.signal)
    .catch(() => {
      isDirty = true; // the network is away for a moment
    })
    .finally(() => {
      onItsWay = undefined;
      plan();
    });
}

async function send(keepalive, signal) {
  const answers = new URLSearchParams(new FormData(form));
  answers.set(form.dataset.keepTyped, "1");
  const request = { method: "POST", body: answers, redirect: "error", keepalive, signal };
  const response = await fetch(location.href, request);
  if (response.status === TOO_MANY) {
    earliest = Date.now() + LATER;
    isDirty = true;
  } else if (!response.ok) {
    stop(); // the server says what is the matter when the form is sent
  } else if (response.status === 200) {
    const detail = await response.json();
    document.dispatchEvent(new CustomEvent("typed-kept", { detail }));
  }
}

function stop() {
  isOver = true;
  clearTimeout(timer);
}

function forget() {
  stop();
  aborter?.abort();
}

// Two requests that both begin a draft would make two: the form is sent when the first is answered.
function sendAfterwards(event) {
  if (event.target !== form) return;
  stop();
  if (!onItsWay) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { submitter } = event;
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  Promise.race([onItsWay, patience]).then(() => {
    onItsWay = undefined;
    form.requestSubmit(submitter);
  });
}

if (form) {
  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, () => {
      isDirty = true;
      typedAt = Date.now();
      plan();
    });
  }
  addEventListener("submit", sendAfterwards, { capture: true });
  addEventListener("pagehide", () => keep({ keepalive: true }));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && !onItsWay) keep();
  });
  // "Leave now" forgets everything: nothing may follow it.
  new MutationObserver(() => {
    if (isLeaving()) forget();
  }).observe(document.documentElement, { attributeFilter: ["class"] });
  addEventListener("pageshow", (event) => {
    if (event.persisted && !isLeaving()) isOver = false;
  });
}
