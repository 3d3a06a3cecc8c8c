"""Every public page opens in a real browser, in both languages, as a stranger would see it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.site_tree import SiteTree

ADDRESSES = {
    "nl": ["/", "/aanmelden/", "/privacy/"],
    "en": ["/en/", "/en/register/", "/en/privacy/"],
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_pages_open_and_are_accessible(
    site_tree: SiteTree, page: Page, assert_accessible: Callable[[Page], None], language: str
):
    for address in ADDRESSES[language]:
        response = page.goto(address)
        assert response is not None
        assert response.status == 200, address
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("h1")).to_have_count(1)
        assert_accessible(page)


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_scrolls_sideways(site_tree: SiteTree, page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    for address in ADDRESSES["nl"] + ADDRESSES["en"]:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_page_that_is_not_there_says_so(
    site_tree: SiteTree, page: Page, assert_accessible: Callable[[Page], None]
):
    for address, language in (("/nergens/", "nl"), ("/en/nowhere/", "en")):
        response = page.goto(address)
        assert response is not None
        assert response.status == 404
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert_accessible(page)
