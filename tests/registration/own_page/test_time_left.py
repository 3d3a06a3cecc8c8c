"""One's own page closes by itself, but says when, and gives more time without losing anything."""

from datetime import timedelta

import pytest

from registration.own_page import visits
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.journey.visitor import controls, text_of

pytestmark = pytest.mark.django_db

PARTS = ["", "veranderen/", "intrekken/", "wissen/"]
UNTIL = "Dan sluiten we deze pagina om 10:20 uur"


@pytest.mark.parametrize("part", PARTS)
def test_every_part_says_until_when_and_warns(owner, part):
    page = owner.read(part)
    assert UNTIL in text_of(page)
    html = page.content.decode()
    assert 'data-time-warning="own_page"' in html
    assert html.count('name="save"') == 1
    assert f'data-gone-url="{owner.front}"' in html


def test_it_says_so_in_english(owner):
    owner.language = "en"
    assert "we close this page at 10:20 (Dutch time)" in text_of(owner.read())


def test_the_way_in_has_no_time_limit(receipt, client):
    assert "data-time-warning" not in client.get("/jouw-aanmelding/").content.decode()


@pytest.mark.parametrize("part", PARTS)
def test_more_time_gives_the_full_time_again_and_does_nothing_else(owner, clock, part):
    before = owner.registration.read_answers()
    clock.shift(timedelta(minutes=19))
    sent = {"save": "1", "made_for": owner.made_for}
    page = owner.browser.post(f"{owner.front}{part}", sent)
    assert page.status_code == 200
    assert "om 10:39 uur" in text_of(page)
    clock.shift(timedelta(minutes=19))
    assert "Ontvangen." in text_of(owner.read())
    assert owner.registration.state == Lifecycle.RECEIVED
    assert owner.registration.read_answers() == before


def test_what_is_typed_is_still_there_and_not_yet_checked(owner):
    typed = {
        "phone": "06 <half>",
        "email": "nog niet",
        "fallback": ["voicemail"],
        "avoid": ["monday:morning"],
        "identify": "first_name_only",
    }
    page = owner.send("veranderen", {**typed, "save": "1"})
    shown = controls(page)
    assert (shown["phone"], shown["email"]) == (["06 <half>"], ["nog niet"])
    assert (shown["fallback"], shown["avoid"]) == (["voicemail"], ["monday:morning"])
    assert shown["identify"] == ["first_name_only"]
    assert "aria-invalid" not in page.content.decode()
    assert owner.registration.read_answers().phone == "+31612344321"


def test_the_script_leads_away_when_the_page_is_closed_already(owner, clock):
    warned = owner.read().context["time_warning"]
    assert warned.seconds_left > visits.IDLE.total_seconds()
    clock.shift(timedelta(seconds=warned.seconds_left))
    assert "Er gebeurde een tijd niets." in text_of(owner.browser.get(warned.gone_url))


def test_too_late_leads_to_the_way_in_and_changes_nothing(owner, clock):
    before = owner.registration.read_answers()
    clock.shift(timedelta(minutes=21))
    for data in ({"phone": "0687654321"}, {"save": "1"}):
        page = owner.send("veranderen", data)
        assert "secret_words" in controls(page)
    assert owner.registration.read_answers() == before
