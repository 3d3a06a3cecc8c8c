// On a page that answers a form, because something was not right: browsers keep no such answer, so
// the way back to it would end in an error. Under the same address stands the page itself; whoever
// goes on from here finds that on the way back.
//
// Not before: whoever reloads this page sends again what is typed, and so loses none of it.

const leadBackToThePage = () => history.replaceState(history.state, "", location.href);

document.addEventListener("submit", leadBackToThePage);
document.addEventListener("click", (event) => {
  if (event.target.closest("a[href]:not([href^='#'])")) leadBackToThePage();
});
