"""Search in a browser: every state is accessible, and the question stays out of the address."""

from collections.abc import Callable

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from tests.home.factories import ContentPageFactory, add_english
from tests.support.page_fit import sticking_out
from tests.support.site_tree import SiteTree

PATHS = {"nl": "/zoeken/", "en": "/en/search/"}
STORY = "I do not know where to begin, it all happened so fast and nobody listened to me. " * 5


@pytest.fixture
def library(site_tree: SiteTree) -> None:
    """Many pages about the same in both languages."""
    for number in range(60):
        title = f"Zebra {number}"
        page = ContentPageFactory(parent=site_tree.home, title=title, intro="Een zebra.")
        add_english(page, title, page.slug)
    call_command("update_index", verbosity=0)


def ask(page: Page, question: str) -> None:
    page.locator("#search-words").fill(question)
    page.locator(".search-form button").click()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("question", ["", "zebra", "zebraa", "qqqq", STORY + "zebra", "x" * 9_000])
def test_every_state_is_accessible_and_narrow(
    library: None,
    page: Page,
    assert_accessible: Callable[[Page], None],
    language: str,
    question: str,
):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(PATHS[language])
    if question:
        ask(page, question)
        expect(page.locator("main [role=status]")).to_be_visible()
        expect(page.locator("#search-words")).to_have_value(question)

    assert sticking_out(page) == ""
    assert_accessible(page)


def test_the_question_is_in_no_address_and_the_way_back_is_open(
    library: None, page_without_script: Page
):
    page = page_without_script
    page.goto("/zoeken/")
    ask(page, "zebraa")
    page.get_by_role("button", name="zebra").click()
    page.get_by_role("button", name="Volgende pagina").click()
    expect(page.locator("main [role=status]")).to_contain_text("deel 2 van 6")
    expect(page.locator("#search-words")).to_have_value("zebra")
    assert page.url.endswith("/zoeken/")
    assert page.title().startswith("Zoeken")

    results = page.locator(".results")
    shown = results.inner_text()
    results.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Zebra")
    page.go_back()

    expect(results).to_be_visible()
    assert results.inner_text() == shown
