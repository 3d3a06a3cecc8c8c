// Google's check against robots, loaded only after a click. Sending works without it.

const start = document.querySelector("[data-captcha]");
const place = document.querySelector("[data-captcha-place]");

if (start && place) {
  start.hidden = false;
  start.addEventListener("click", () => {
    start.disabled = true;
    const script = document.createElement("script");
    script.src = `https://www.google.com/recaptcha/api.js?render=explicit&hl=${start.dataset.language}`;
    script.addEventListener("error", () => {
      start.disabled = false; // one may try again, or send without it
    });
    script.addEventListener("load", () => {
      window.grecaptcha.ready(() => {
        window.grecaptcha.render(place, { sitekey: start.dataset.sitekey });
        start.hidden = true;
      });
    });
    document.head.append(script);
  });
}
