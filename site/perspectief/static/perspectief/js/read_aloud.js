// Reads the page aloud with a voice that lives on the device. Other voices send the text to a
// company, so without one of its own the device gets no button at all.

const control = document.querySelector("[data-read-aloud]");
const speech = window.speechSynthesis;
const PARTS = "main h1, main .lead, .content__body :is(h2, h3, p, li, summary)";

function voiceFor(language) {
  const code = language.toLowerCase().split("-")[0];
  const speaks = (voice) => voice.lang.toLowerCase().replace("_", "-").split("-")[0] === code;
  return speech.getVoices().find((voice) => voice.localService && speaks(voice));
}

function readable(element) {
  // A list item with paragraphs of its own would be read twice.
  const whole = !element.matches("li") || !element.querySelector("p, h3");
  return whole && !control.contains(element) && element.checkVisibility();
}

function sayings() {
  const said = [];
  for (const element of document.querySelectorAll(PARTS)) {
    const text = element.textContent.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
    const language = element.closest("[lang]").lang;
    const voice = voiceFor(language);
    if (!text || !voice || !readable(element)) continue;
    const saying = new SpeechSynthesisUtterance(text);
    saying.lang = language;
    saying.voice = voice;
    said.push(saying);
  }
  return said;
}

function prepare() {
  const start = control.querySelector("[data-read-aloud-start]");
  const stop = control.querySelector("[data-read-aloud-stop]");
  let queue = []; // kept, because a browser may drop what nobody holds, and its end with it

  const show = (reading) => {
    const focused = document.activeElement;
    start.hidden = reading;
    stop.hidden = !reading;
    // Whoever pressed a button that is now gone goes on at the other one.
    if (focused === start || focused === stop) (reading ? stop : start).focus();
  };
  const silence = () => {
    queue = [];
    speech.cancel();
    show(false);
  };

  start.addEventListener("click", () => {
    speech.cancel();
    queue = sayings();
    if (!queue.length) return;
    const last = queue.at(-1);
    last.addEventListener("end", () => {
      if (queue.at(-1) === last) show(false);
    });
    show(true);
    for (const saying of queue) speech.speak(saying);
  });
  stop.addEventListener("click", silence);
  addEventListener("pagehide", silence);
  // Whoever leaves in a hurry must not be heard leaving.
  new MutationObserver(() => {
    if (document.documentElement.classList.contains("is-leaving")) silence();
  }).observe(document.documentElement, { attributeFilter: ["class"] });
}

function offer() {
  control.hidden = !voiceFor(document.documentElement.lang);
}

if (control && speech) {
  prepare();
  offer();
  speech.addEventListener?.("voiceschanged", offer); // some browsers know their voices only later
}
