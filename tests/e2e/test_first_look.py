"""Every public page opens in a real browser, in both languages, as a stranger would see it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from home.pages import HomePage
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import SiteTree

ADDRESSES = {
    "nl": ["/", "/aanmelden/", "/privacy/", "/zoeken/?q=gratis"],
    "en": ["/en/", "/en/register/", "/en/privacy/", "/en/search/?q=free"],
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


def test_a_fault_of_ours_is_told_in_both_languages(
    site_tree: SiteTree,
    page: Page,
    assert_accessible: Callable[[Page], None],
    site_guard: SiteGuard,
    monkeypatch: pytest.MonkeyPatch,
):
    def fail(self: HomePage, *args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(HomePage, "serve", fail)
    site_guard.expect_fault("status 500")
    response = page.goto("/")
    assert response is not None
    assert response.status == 500
    expect(page.get_by_role("main")).to_contain_text("Het ligt niet aan jou.")
    expect(page.get_by_role("main")).to_contain_text("It is not your fault.")
    assert_accessible(page)
