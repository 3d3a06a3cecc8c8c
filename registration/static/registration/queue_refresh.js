// Keeps the list of callbacks up to date while somebody looks at it, without losing their place.
// Without script there is a link that does the same. A colleague who reads or selects is not
// disturbed, and who wants quiet stops it; this browser remembers that.

const EVERY = 45_000;
const STORED = "callbacks-refresh";

const bar = document.querySelector("[data-queue-refresh]");
const list = document.getElementById("listing-results");
const [pause, resume, news, stopped, updated] = ["pause", "resume", "news", "stopped", "updated"].map((name) =>
  bar.querySelector(`[data-${name}]`),
);
const isPaused = () => localStorage.getItem(STORED) === "off";

let timer;
let shown = fingerprint(list);

// Two answers are alike if they differ in nothing but the moment they were made.
function fingerprint(root) {
  const copy = root.cloneNode(true);
  copy.querySelector("[data-queue]").removeAttribute("data-updated-at");
  return copy.innerHTML.replace(/\s+/g, " ");
}

function links(root) {
  return new Set([...root.querySelectorAll(".desk-queue__link")].map((link) => link.pathname));
}

function isSelecting() {
  const selection = document.getSelection();
  return !selection.isCollapsed && list.contains(selection.anchorNode);
}

async function refresh() {
  clearTimeout(timer);
  if (isPaused()) return;
  if (document.hidden || isSelecting()) {
    plan();
    return;
  }
  try {
    const response = await fetch(bar.dataset.queueRefresh + location.search, {
      headers: { "X-Requested-With": "XMLHttpRequest" },
      redirect: "error",
      cache: "no-store",
    });
    const fresh = document.createElement("div");
    if (!response.ok) throw new Error(String(response.status));
    fresh.innerHTML = await response.text();
    show(fresh);
    plan();
  } catch {
    stopped.hidden = false;
  }
}

function show(fresh) {
  updated.textContent = fresh.querySelector("[data-queue]").dataset.updatedAt;
  const now = fingerprint(fresh);
  if (now === shown) return;
  const before = links(list);
  const added = [...links(fresh)].filter((path) => !before.has(path)).length;
  const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  const top = scrollY;
  list.replaceChildren(...fresh.childNodes);
  shown = now;
  if (focused) [...list.querySelectorAll("a")].find((link) => link.getAttribute("href") === focused)?.focus({ preventScroll: true });
  scrollTo({ top, behavior: "instant" });
  if (added) news.textContent = added === 1 ? bar.dataset.newOne : bar.dataset.newMany.replace("{count}", added);
}

function plan() {
  clearTimeout(timer);
  timer = setTimeout(refresh, EVERY);
}

function choose(state) {
  localStorage.setItem(STORED, state);
  offer();
  const [from, to] = state === "off" ? [pause, resume] : [resume, pause];
  from.hidden = true;
  to.hidden = false;
  to.focus();
  if (state === "on") refresh();
}

function offer() {
  pause.hidden = isPaused();
  resume.hidden = !isPaused();
}

pause.addEventListener("click", () => choose("off"));
resume.addEventListener("click", () => choose("on"));
// Who comes back to the page sees how things stand now.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && stopped.hidden) refresh();
});
offer();
plan();
