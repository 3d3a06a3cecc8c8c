"""A campaign in a browser: in each state, on each background, from a phone to paper."""

from collections.abc import Callable

import pytest
import time_machine
from playwright.sync_api import Page, expect

from home.campaigns.key_visuals import Drawing, Ground
from tests.home.campaigns.factories import CampaignPageFactory, at, translate_campaign
from tests.home.factories import SiteMenuFactory
from tests.support.next_page import open_by
from tests.support.page_fit import sticking_out
from tests.support.site_tree import SiteTree

STATES = {
    "before": (at(2027, 2, 1), "Deze campagne begint op 1 maart 2027"),
    "during": (at(2027, 3, 15), "Campagne: 1 maart tot en met 31 maart 2027"),
    "after": (at(2027, 5, 1), "Deze campagne is voorbij. Aanmelden kan nog steeds."),
}


def plant(site_tree: SiteTree, ground: str, drawing: str) -> None:
    """A campaign, and its banner on the front pages."""
    for language in ("nl", "en"):
        SiteMenuFactory(language=language)
    page = CampaignPageFactory(
        parent=site_tree.home, slug="onderweg", short_code="verkeer", ground=ground, drawing=drawing
    )
    translate_campaign(page)
    for home in (site_tree.home, site_tree.english(site_tree.home)):
        home.body = [("campaign_banner", {"campaign": None}), ("campaign_list", {"heading": ""})]
        home.save_revision().publish()


@pytest.mark.parametrize(
    ("state", "ground", "drawing"),
    [
        ("before", Ground.SAND, Drawing.MEETING),
        ("during", Ground.DEEP, Drawing.APPROACH),
        ("during", Ground.TEAL, Drawing.TABLE),
        ("during", Ground.APRICOT, Drawing.ROADS),
        ("after", Ground.DEEP, Drawing.MEETING),
    ],
)
def test_each_state_is_accessible_and_fits(
    site_tree: SiteTree,
    page: Page,
    assert_accessible: Callable[[Page], None],
    state: str,
    ground: str,
    drawing: str,
):
    plant(site_tree, ground, drawing)
    now, words = STATES[state]
    with time_machine.travel(now):
        page.goto("/onderweg/")
        expect(page.get_by_text(words)).to_be_visible()
        for path in ("/onderweg/", "/"):
            page.goto(path)
            assert_accessible(page)
            page.set_viewport_size({"width": 320, "height": 740})
            assert sticking_out(page) == ""
            page.set_viewport_size({"width": 1280, "height": 800})


def test_from_a_poster_to_the_form_without_script(site_tree: SiteTree, page_without_script: Page):
    plant(site_tree, Ground.DEEP, Drawing.ROADS)
    page = page_without_script

    page.goto("/en/c/verkeer/")
    expect(page).to_have_url("/en/onderweg-en/")
    open_by(page.get_by_role("main").get_by_role("link", name="Register").first)
    page.get_by_role("link", name="Start your registration").first.click()

    expect(page).to_have_url("/en/register/about-you/?via=verkeer")
