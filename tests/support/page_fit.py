"""Whether a page fits its window, and its parts lie beside each other."""

from playwright.sync_api import FloatRect, Locator, Page

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


def box_of(part: Locator) -> FloatRect:
    """Return where on the screen `part` is drawn; fails if it is not."""
    wait_until_drawn(part.page)
    box = part.bounding_box()
    assert box is not None
    return box


def are_apart(one: FloatRect, other: FloatRect) -> bool:
    """Return whether neither lies over the other by more than a pixel."""
    return any(
        first[start] + first[size] <= second[start] + 1
        for start, size in (("x", "width"), ("y", "height"))
        for first, second in ((one, other), (other, one))
    )
