// "Leave now": blanks the page at once, has the server forget what was filled in, and goes to an
// ordinary site without leaving this page in the history. Three presses of Shift do the same.

const PRESSES = 3;
const PATIENCE = 5000;

const link = document.querySelector("[data-leave][aria-describedby]");
const status = document.querySelector("[data-leave-status]");

function leave() {
  document.documentElement.classList.add("is-leaving");
  document.title = "…";
  status.textContent = status.dataset.leaving;
  try {
    sessionStorage.clear(); // forms.js then empties what the browser itself would fill in again
  } catch {
    // A browser that refuses storage has nothing to clear, and must not keep anybody here.
  }
  // keepalive: the request outlives this page; nobody waits for its answer.
  fetch(link.href, { method: "POST", keepalive: true }).catch(() => {});
  location.replace(link.dataset.leaveUrl || link.href);
}

function listenToShift() {
  let presses = 0;
  let alone = false;
  let timer;

  const forget = () => {
    presses = 0;
    clearTimeout(timer);
  };
  const stay = (words) => {
    forget();
    status.textContent = words;
  };

  // Whoever does anything else in between, as a capital letter or selecting text, goes on here.
  const cancel = () => {
    alone = false;
    if (presses) stay(status.dataset.cancelled);
  };

  document.addEventListener("keydown", (event) => {
    alone = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!alone) cancel();
  });
  for (const kind of ["pointerdown", "click", "input", "wheel"]) {
    document.addEventListener(kind, cancel, { capture: true, passive: true });
  }
  document.addEventListener("selectionchange", () => {
    if (!getSelection().isCollapsed) cancel();
  });
  addEventListener("blur", cancel); // to another window, and back
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses += 1;
    clearTimeout(timer);
    if (presses === PRESSES) {
      leave();
      return;
    }
    status.textContent = presses === 1 ? status.dataset.two : status.dataset.one;
    timer = setTimeout(() => stay(status.dataset.expired), PATIENCE);
  });
}

if (link && status) {
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-leave]")) return;
    event.preventDefault();
    leave();
  });
  for (const hint of document.querySelectorAll("[data-leave-keys]")) hint.hidden = false;
  listenToShift();
  // A page that comes back from the browser's memory must not stay blank, nor show what was typed.
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.documentElement.classList.contains("is-leaving")) location.reload();
  });
}
