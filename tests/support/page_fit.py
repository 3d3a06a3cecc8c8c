"""Whether a page fits its window."""

from playwright.sync_api import Page

from tests.support.page_drawn import wait_until_drawn

#: What sticks out, so that a report says more than a number.
STICKING_OUT = """() => {
  if (document.documentElement.scrollWidth <= innerWidth) return "";
  const wide = [...document.body.querySelectorAll("*")]
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1);
  const names = wide.slice(-3).map((each) => each.localName + "." + each.className);
  return `${document.documentElement.scrollWidth} px wide: ${names.join(", ")}`;
}"""


def sticking_out(page: Page) -> str:
    """Return what makes a reader scroll sideways; an empty text when the page fits."""
    wait_until_drawn(page)
    found: str = page.evaluate(STICKING_OUT)
    return f"{page.url}: {found}" if found else ""
