"""On a slow line the page is read before its letters come; then nothing moves under a finger."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Route

from tests.support.site_tree import SiteTree

PAGES = ("/", "/aanmelden/", "/aanmelden/wie-je-bent/", "/en/register/about-you/", "/niets/")
SIZES = [(360, 740), (768, 1024), (1440, 900)]
#: Of the cumulative layout shift of web.dev, for which less than 0.1 is good.
MOST = 0.01

REMEMBER_SHIFTS = """
  window.shifts = [];
  window.watcher = new PerformanceObserver((list) => window.shifts.push(...list.getEntries()));
  window.watcher.observe({ type: "layout-shift", buffered: true });
"""
IS_DRAWN = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
LETTERS_CAME = """async () => {
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  return [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family);
}"""
SHIFTED = """() => [...window.shifts, ...window.watcher.takeRecords()].map((shift) => [
  shift.value, shift.sources.map(({ node }) => node?.className || node?.nodeName).join(", "),
])"""


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_letters_that_come_late_move_nothing(
    site_tree: SiteTree, new_context: Callable[..., BrowserContext], width: int, height: int
):
    page = new_context(viewport={"width": width, "height": height}).new_page()
    page.add_init_script(REMEMBER_SHIFTS)
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))
    for path in PAGES:
        page.goto(path, wait_until="commit")
        page.wait_for_function(IS_DRAWN)
        assert len(held) == 2, "both faces are asked for before the page is drawn"
        while held:
            held.pop().continue_()
        families = page.evaluate(LETTERS_CAME)
        assert {"Bricolage Grotesque", "Atkinson Hyperlegible Next"} <= {
            family.strip('"') for family in families
        }
        shifts = page.evaluate(SHIFTED)
        assert sum(value for value, _parts in shifts) < MOST, (path, shifts)
