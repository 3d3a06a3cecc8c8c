"""Press and media in a browser: filtering without script, nothing in the way of anybody."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from home.coverage.page import CoverageIndexPage
from media_library.coverage import CoverageKind
from tests.home.factories import SiteMenuFactory, translate
from tests.media_library.coverage_factories import MediaCoverageFactory
from tests.support.answers import choose
from tests.support.page_fit import sticking_out
from tests.support.site_tree import SiteTree


def plant(site_tree: SiteTree) -> None:
    """The list with an item of each kind, in both languages."""
    for language in ("nl", "en"):
        SiteMenuFactory(language=language)
    index = site_tree.home.add_child(
        instance=CoverageIndexPage(
            title="Pers en media",
            slug="pers-en-media",
            intro="Waar je ons kon lezen en horen.",
            press_heading="Ben je journalist?",
            press_text="We denken graag mee.",
        )
    )
    translate(index, "Press and media", "press-and-media")
    for number, kind in enumerate(CoverageKind):
        MediaCoverageFactory(
            outlet=kind.label,
            kind=kind,
            year=2024 - number % 2,
            url="" if number else "https://example.org/",
            people_nl="een bemiddelaar",
            people_en="a mediator",
        )


def test_the_list_is_accessible_fits_and_filters_without_script(
    site_tree: SiteTree,
    page: Page,
    page_without_script: Page,
    assert_accessible: Callable[[Page], None],
):
    plant(site_tree)
    for address in ("/pers-en-media/", "/en/press-and-media/?kind=radio"):
        page.goto(address)
        assert_accessible(page)
        page.set_viewport_size({"width": 320, "height": 740})
        assert sticking_out(page) == ""
        page.set_viewport_size({"width": 1280, "height": 800})

    page_without_script.goto("/pers-en-media/")
    count = page_without_script.locator(".list-count [role=status]")
    expect(count).to_have_text("5 berichten")
    choose(page_without_script, "Podcast")
    page_without_script.get_by_role("button", name="Toon").click()
    expect(count).to_have_text("1 bericht")
    expect(page_without_script.get_by_label("Podcast")).to_be_checked()
