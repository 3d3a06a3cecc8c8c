// Videos also play without this: a large button of our own, and YouTube in the page after a click.

for (const frame of document.querySelectorAll("[data-player]")) {
  const video = frame.querySelector("video");
  const button = frame.querySelector("[data-player-play]");
  const start = () => {
    button.hidden = true;
    video.controls = true;
    video.removeEventListener("click", play);
  };
  const play = () => {
    start();
    video.focus();
    video.play().catch(() => {}); // the browser's own controls say what is wrong
  };
  video.controls = false;
  button.hidden = false;
  button.addEventListener("click", play);
  video.addEventListener("click", play);
  video.addEventListener("play", start, { once: true });
}

for (const frame of document.querySelectorAll("[data-youtube]")) {
  const button = frame.querySelector("[data-youtube-load]");
  frame.querySelector("[data-youtube-link]").hidden = true;
  button.hidden = false;
  button.addEventListener("click", () => {
    const language = document.documentElement.lang;
    const wishes = new URLSearchParams({ autoplay: 1, rel: 0, hl: language, cc_load_policy: 1, cc_lang_pref: language });
    const player = document.createElement("iframe");
    player.title = frame.dataset.title;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    // YouTube plays nothing without a referrer; it gets the name of the site, never the page.
    player.referrerPolicy = "strict-origin-when-cross-origin";
    player.src = `https://www.youtube-nocookie.com/embed/${frame.dataset.youtube}?${wishes}`;
    frame.classList.remove("player__frame--asks");
    frame.replaceChildren(player);
    player.focus();
  });
}
