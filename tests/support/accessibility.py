"""Automated accessibility checks with axe."""

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page, expect

from tests.support.page_drawn import wait_until_drawn

#: Answers with what is wrong only; what is right is most of the answer, and nobody reads it.
RUN = """([context, options]) =>
    axe.run(context ?? document, options).then(({ violations }) => ({ violations }))"""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
#: What fades from one scheme's colours to the other's has neither while it does.
TRANSITIONS_ARE_OVER = """() => Promise.all(
    document.getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map((transition) => transition.finished.catch(() => null))
)"""
#: The rules whose answer depends on colours.
ABOUT_COLOURS = ["color-contrast", "link-in-text-block"]


def violations(page: Page, exclude: Sequence[str] = (), without: Sequence[str] = ()) -> str:
    """Return axe's report on `page` as it is now; an empty text when nothing is wrong.

    `exclude` are selectors of parts that are not ours to mend, such as Wagtail's own widgets;
    `without` are rules that say nothing about the page as it is shown.
    """
    rules = {
        "runOnly": {"type": "tag", "values": TAGS},
        "rules": {rule: {"enabled": False} for rule in without},
    }
    return _report(page, rules, exclude)


def colour_violations(page: Page, exclude: Sequence[str] = ()) -> str:
    """Return the same about colours only, for a page that was checked in its other scheme."""
    return _report(page, {"runOnly": {"type": "rule", "values": ABOUT_COLOURS}}, exclude)


def violations_in_both_schemes(page: Page, exclude: Sequence[str] = ()) -> str:
    """Return what axe finds in the light scheme, and what the dark one's colours add."""
    found = ""
    for scheme, look in (("dark", colour_violations), ("light", violations)):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(TRANSITIONS_ARE_OVER)
        if report := look(page, exclude):
            found += f"{scheme} scheme: {report}"
    return found


def _report(page: Page, rules: dict[str, Any], exclude: Sequence[str] = ()) -> str:
    wait_until_drawn(page)
    messages = page.locator(".messages > ul:has(> li)")
    if messages.count():
        # The admin lets them fade in; before that is over, their contrast says nothing.
        expect(messages.first).to_have_css("opacity", "1")
    options = {
        "resultTypes": ["violations"],
        "preload": {"assets": ["media"]},  # no rule with these tags needs the style sheets again
        **rules,
    }
    context = {"exclude": [[selector] for selector in exclude]} if exclude else None
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    results = AxeResults(page.evaluate(RUN, [context, options]))
    if results.violations_count == 0:
        return ""
    return f"{page.url}: {results.generate_report()}"
