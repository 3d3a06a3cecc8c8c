"""Automated accessibility checks with axe."""

from collections.abc import Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def violations(page: Page, exclude: Sequence[str] = (), without: Sequence[str] = ()) -> str:
    """Return axe's report on `page` as it is now; an empty text when nothing is wrong.

    `exclude` are selectors of parts that are not ours to mend, such as Wagtail's own widgets;
    `without` are rules that say nothing about the page as it is shown.
    """
    page.wait_for_load_state()  # a page without its style sheets has other sizes and colours
    options = {
        "resultTypes": ["violations"],
        "runOnly": {"type": "tag", "values": TAGS},
        "rules": {rule: {"enabled": False} for rule in without},
        "preload": {"assets": ["media"]},  # no rule with these tags needs the style sheets again
    }
    context = {"exclude": [[selector] for selector in exclude]} if exclude else None
    results = Axe().run(page, context=context, options=options)
    if results.violations_count == 0:
        return ""
    return f"{page.url}: {results.generate_report()}"
