"""The first pages on screens of any width, and the one that says that something is wrong here."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from home.pages import HomePage
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import SiteTree

ADDRESSES = [
    *("/", "/aanmelden/", "/privacy/", "/zoeken/?q=gratis"),
    *("/en/", "/en/register/", "/en/privacy/", "/en/search/?q=free"),
]


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_scrolls_sideways(site_tree: SiteTree, page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    for address in ADDRESSES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


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
