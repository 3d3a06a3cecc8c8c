"""What a browser meets on a page: each page is opened once, everything is noted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from playwright.sync_api import Browser, Page

from tests.support.accessibility import colour_violations, violations
from tests.support.page_fit import sticking_out
from tests.support.site_guard import SiteGuard

DESKTOP = {"width": 1440, "height": 900}
#: The narrowest screen that WCAG 1.4.10 counts with.
NARROWEST = {"width": 320, "height": 640}

SCROLL_TO_THE_END = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await new Promise(requestAnimationFrame);
  }
  const images = [...document.images].filter((each) => each.checkVisibility());
  await Promise.race([
    Promise.allSettled(images.map((each) => each.decode())),
    new Promise((resolve) => setTimeout(resolve, 3000)),
  ]);
  return images.filter((each) => !each.naturalWidth).map((each) => each.currentSrc);
}"""
#: Without script a button that is neither of a form nor of a popover does nothing.
USELESS_BUTTONS = """() => [...document.querySelectorAll("button, [role=button]")]
  .filter((each) => each.checkVisibility() && each.type !== "submit" && !each.popoverTargetElement)
  .map((each) => each.textContent.trim())"""


@dataclass
class Visit:
    """What one page showed; empty texts and lists where nothing is wrong."""

    path: str
    accessibility: str = ""
    sticking_out: str = ""
    faults: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)


def look(browser: Browser, base_url: str, paths: Iterable[str], **media: Any) -> list[Visit]:
    """Open each page as a stranger, let axe judge it, narrow it to 320 px and scroll to its end.

    `media` is passed to Playwright's `emulate_media`: color_scheme, forced_colors, reduced_motion.
    """
    guard = SiteGuard(base_url)
    context = browser.new_context(base_url=base_url, viewport=DESKTOP, locale="nl-NL")
    guard.watch(context)
    page = context.new_page()
    page.emulate_media(**{"reduced_motion": "reduce", **media})
    # With forced colours the reader chose both; axe would set one of them against ours.
    without = ["color-contrast"] if "forced_colors" in media else []
    find = colour_violations if "color_scheme" in media else partial(violations, without=without)
    visits = []
    for path in paths:
        page.set_viewport_size(DESKTOP)
        page.goto(path)
        visit = Visit(path, accessibility=find(page))
        page.set_viewport_size(NARROWEST)
        visit.sticking_out = sticking_out(page)
        visit.faults = [f"no picture: {url}" for url in page.evaluate(SCROLL_TO_THE_END)]
        visit.faults += guard.faults
        guard.faults.clear()
        visits.append(visit)
    context.close()
    return visits


def look_without_script(browser: Browser, base_url: str, paths: Iterable[str]) -> list[Visit]:
    """Open each page on a narrow screen in a browser that runs no JavaScript."""
    guard = SiteGuard(base_url)
    context = browser.new_context(
        base_url=base_url, viewport=NARROWEST, locale="nl-NL", java_script_enabled=False
    )
    guard.watch(context)
    page = context.new_page()
    visits = []
    for path in paths:
        page.goto(path)
        visit = Visit(path, sticking_out=sticking_out(page))
        visit.lacking = list(_lacking_without_script(page))
        visit.faults = list(guard.faults)
        guard.faults.clear()
        visits.append(visit)
    context.close()
    return visits


def _lacking_without_script(page: Page) -> Iterable[str]:
    for name, selector in {"heading": "main h1", "footer": "footer"}.items():
        if not page.locator(selector).first.is_visible():
            yield f"no {name}"
    menu = page.locator("nav#site-menu")
    page.locator("[popovertarget=site-menu]").first.click()
    if not menu.get_by_role("link").first.is_visible():
        yield "no menu"
    page.keyboard.press("Escape")
    for label in page.evaluate(USELESS_BUTTONS):
        yield f"a button that does nothing: {label}"
