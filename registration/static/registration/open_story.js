// Shows the story in place. Without this script the button loads the page with the story in it.
for (const form of document.querySelectorAll("[data-story-form]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Requested-With": "XMLHttpRequest" },
        redirect: "error",
      });
      if (!response.ok) throw new Error(String(response.status));
      const answer = document.createElement("template");
      answer.innerHTML = await response.text();
      const text = answer.content.firstElementChild;
      form.replaceWith(text);
      text.focus();
    } catch {
      const words = document.createElement("p");
      words.setAttribute("role", "alert");
      words.textContent = form.dataset.failed;
      form.replaceChildren(words);
    }
  });
}
