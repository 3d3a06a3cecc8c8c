"""Automated accessibility checks with axe."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def violations(page: Page) -> str:
    """Return axe's report on `page` as it is now; an empty text when nothing is wrong."""
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}
    results = Axe().run(page, options=options)
    if results.violations_count == 0:
        return ""
    return f"{page.url}: {results.generate_report()}"
