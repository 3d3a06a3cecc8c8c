// Adds a button that copies the words of a text, and says so. Without this script the words can be selected.
if (navigator.clipboard) {
  for (const section of document.querySelectorAll("[data-copy-words]")) {
    const { copyWords, copiedWords } = section.dataset;
    const status = document.createElement("p");
    status.className = "w-sr-only";
    status.setAttribute("role", "status");
    section.append(status);
    for (const text of section.querySelectorAll("[data-copy]")) {
      const words = text.innerText.trim();
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-small button-secondary desk-copy";
      button.textContent = copyWords;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(words);
        button.textContent = copiedWords;
        status.textContent = copiedWords;
        setTimeout(() => {
          button.textContent = copyWords;
          status.textContent = "";
        }, 3000);
      });
      text.after(button);
    }
  }
}
