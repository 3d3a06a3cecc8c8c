"""Stories in a real browser: choosing without script, skipping a heavy part with the keyboard."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.home.factories import StoryIndexPageFactory, StoryPageFactory, translate
from tests.support.answers import choose
from tests.support.page_fit import sticking_out
from tests.support.site_tree import SiteTree
from tests.support.some import some

LIST, STORY = "/verhalen/", "/verhalen/een-brief/"
BODY = [
    {"type": "text", "value": {"heading": "Wat zocht Noor?", "text": "<p>Een antwoord.</p>"}},
    {
        "type": "heavy_passage",
        "value": {
            "topic": "geweld",
            "text": '<p>Wat er gebeurde. <a href="https://example.org/">Lees meer</a></p>',
        },
    },
    {"type": "quote", "value": {"quote": "‘Een brief was genoeg.’", "note": "Voorbeeld."}},
    {"type": "text", "value": {"heading": "En daarna?", "text": "<p>Er kwam antwoord.</p>"}},
]


@pytest.fixture(autouse=True)
def _stories(site_tree: SiteTree) -> None:
    """Two stories with a letter, one of them in English too, and one with a conversation."""
    stories = StoryIndexPageFactory(parent=site_tree.home, title="Verhalen", slug="verhalen")
    letter = StoryPageFactory(
        parent=stories,
        title="‘Hij moest lezen wat het met me deed’",
        slug="een-brief",
        contact_form="letters",
        body=json.dumps(BODY),
    )
    StoryPageFactory(parent=stories, title="Nog een brief", kind="theft", contact_form="letters")
    StoryPageFactory(parent=stories, title="Een gesprek", role="causer", kind="traffic")
    translate(stories, "Stories", "stories")
    translate(letter, "A letter", "a-letter")


def test_stories_are_accessible_and_fit_a_narrow_screen(
    page: Page, assert_accessible: Callable[[Page], None]
):
    for address in (f"{LIST}?contact=letters", STORY, "/en/stories/", "/en/stories/a-letter/"):
        page.goto(address)
        expect(page.locator("h1")).to_have_count(1)
        assert_accessible(page)
        for width in (320, 768):
            page.set_viewport_size({"width": width, "height": 800})
            assert sticking_out(page) == ""


def test_choosing_stories_works_without_script(page_without_script: Page):
    page = page_without_script
    page.goto(LIST)
    expect(page.locator("main").get_by_role("status")).to_have_text("3 verhalen")
    choose(page, "Briefwisseling")
    choose(page, "Diefstal, beroving of oplichting")
    page.get_by_role("button", name="Toon").click()

    expect(page.locator("main").get_by_role("status")).to_have_text("1 verhaal")
    expect(page.get_by_label("Briefwisseling")).to_be_checked()
    page.get_by_role("link", name="Haal alle filters weg").click()
    expect(page.locator("main").get_by_role("status")).to_have_text("3 verhalen")


def test_a_filter_is_large_enough_to_touch(phone_page: Page):
    phone_page.goto(LIST)
    for choice in some(phone_page.locator(".filter__choice").all()):
        box = choice.bounding_box()
        assert box is not None
        assert box["height"] >= 44


def test_the_keyboard_skips_a_heavy_part(page: Page):
    page.goto(STORY)
    skip = page.get_by_role("link", name="Sla dit deel over")
    skip.focus()
    page.keyboard.press("Enter")

    end = page.get_by_text("Einde van dit deel")
    expect(end).to_be_focused()
    expect(end).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Lees meer")).not_to_be_focused()
    expect(page.get_by_role("link", name="Nog een brief")).to_be_focused()
