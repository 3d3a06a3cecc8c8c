// Shows what works with script only, and says it when a passkey could not be used.

for (const part of document.querySelectorAll("[data-needs-script]")) {
  part.hidden = !window.PublicKeyCredential;
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault(); // else it only shows in the console
  const message = document.querySelector("[data-passkey-error]");
  if (message) message.hidden = false;
});
