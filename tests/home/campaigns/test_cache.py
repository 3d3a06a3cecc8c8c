"""A campaign begins and ends to the second, also for visitors who get a page from a cache."""

import re
from datetime import timedelta

import pytest
import time_machine

from tests.home.campaigns.factories import CampaignPageFactory, at
from tests.home.factories import ContentPageFactory
from tests.perspectief.test_page_cache import is_kept

pytestmark = pytest.mark.django_db

START, END = at(2027, 3, 1), at(2027, 4, 1)
BANNER = "Daarna is alles anders."


@pytest.fixture
def news(site_tree):
    page = ContentPageFactory(parent=site_tree.home, title="Nieuws", slug="nieuws")
    page.body = [("campaign_banner", {"campaign": None})]
    page.save_revision().publish()
    CampaignPageFactory(parent=site_tree.home, slug="onderweg", starts_at=START, ends_at=END)
    return page


def shared_seconds(response) -> int:
    found = re.fullmatch(r"max-age=0, s-maxage=(\d+)", response["Cache-Control"])
    assert found, response["Cache-Control"]
    return int(found[1])


@pytest.mark.parametrize("path", ["/nieuws/", "/onderweg/"])
@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (START, {"/nieuws/": BANNER, "/onderweg/": "Deze campagne begint op"}),
        (END, {"/nieuws/": BANNER, "/onderweg/": "Deze campagne is voorbij"}),
    ],
)
def test_what_was_kept_before_a_turn_is_not_shown_after_it(news, client, path, turn, words):
    with time_machine.travel(turn - timedelta(seconds=60), tick=False) as clock:
        before = client.get(path).content.decode()
        assert is_kept(path)
        clock.move_to(turn - timedelta(seconds=1))
        assert client.get(path).content.decode() == before
        clock.move_to(turn)
        after = client.get(path).content.decode()

    assert (words[path] in before) != (words[path] in after)


@pytest.mark.parametrize("kept_before", [False, True])
def test_a_cache_in_front_keeps_no_page_beyond_a_turn(news, client, settings, kept_before):
    settings.SHARED_CACHE_SECONDS = 5
    with time_machine.travel(START - timedelta(hours=1), tick=False) as clock:
        assert shared_seconds(client.get("/nieuws/")) == 5
        clock.move_to(START - timedelta(seconds=100))
        if kept_before:
            client.get("/nieuws/")
        clock.move_to(START - timedelta(seconds=2.5))
        assert shared_seconds(client.get("/nieuws/")) == 2
        clock.move_to(START - timedelta(seconds=0.5))
        assert shared_seconds(client.get("/nieuws/")) == 0
        clock.move_to(START)
        assert shared_seconds(client.get("/nieuws/")) == 5


def test_a_page_that_took_longer_than_the_rest_of_the_campaign_is_not_kept(
    news, client, monkeypatch
):
    with time_machine.travel(END - timedelta(seconds=1), tick=False) as clock:
        real = type(news).get_context

        def slow(page, request, *args, **kwargs):
            context = real(page, request, *args, **kwargs)
            clock.shift(timedelta(seconds=2))
            return context

        monkeypatch.setattr(type(news), "get_context", slow)
        response = client.get("/nieuws/")
        assert shared_seconds(response) == 0
        assert not is_kept("/nieuws/")


def test_new_dates_count_at_once(news, client):
    with time_machine.travel(START - timedelta(days=1), tick=False) as clock:
        client.get("/nieuws/")
        campaign = news.get_siblings().get(slug="onderweg").specific
        campaign.starts_at = START - timedelta(days=1, seconds=-10)
        campaign.save_revision().publish()
        assert BANNER not in client.get("/nieuws/").content.decode()
        clock.shift(timedelta(seconds=10))
        assert BANNER in client.get("/nieuws/").content.decode()


def test_staff_and_questions_get_answers_that_nobody_keeps(news, client, admin_client):
    assert "s-maxage" not in client.get("/nieuws/?x=1").get("Cache-Control", "")
    assert "s-maxage" not in admin_client.get("/nieuws/").get("Cache-Control", "")


def test_the_last_campaign_leaves_no_turn_behind(news, client, settings):
    settings.SHARED_CACHE_SECONDS = 5
    with time_machine.travel(END + timedelta(days=1), tick=False):
        assert shared_seconds(client.get("/nieuws/")) == 5
        assert is_kept("/nieuws/")
