// Makes the calls for which Wagtail writes inline scripts, so that the admin's policy needs to
// allow none: <admin-call name="PageChooser" new arguments='["id_page", {}]'>. As a script in its
// place would, a call happens when its element comes into the page: while the page is read, in a
// row that is added, in a dialog.

const NAMES = new Set([
  "Chooser",
  "DocumentChooser",
  "ImageChooser",
  "InlinePanel",
  "MultipleChooserPanel",
  "PageChooser",
  "SnippetChooser",
  "createTaskChooser",
  "initDateChooser",
  "initDateTimeChooser",
  "initTimeChooser",
]);

class AdminCall extends HTMLElement {
  #isMade = false;

  connectedCallback() {
    const name = this.getAttribute("name");
    if (this.#isMade) return; // a row that is moved comes into the page again
    this.#isMade = true;
    // Not any function of the browser: the element may be planted, too.
    if (!NAMES.has(name)) throw new Error(`Nothing is to be called by the name of ${name}.`);
    const values = JSON.parse(this.getAttribute("arguments"));
    if (this.hasAttribute("new")) new window[name](...values);
    else window[name](...values);
  }
}

customElements.define("admin-call", AdminCall);
