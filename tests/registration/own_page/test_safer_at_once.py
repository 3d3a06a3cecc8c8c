"""What a person no longer allows counts at once, also while something else is not right yet."""

import pytest
from django.test import Client

from registration.casework import wrong_ways
from registration.models import Callback, OutboundMail
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.mails import MailCode
from tests.registration.factories import ContactAttemptFactory
from tests.registration.journey.visitor import controls, text_of
from tests.registration.own_page.conftest import register
from tests.registration.own_page.owner import Owner

pytestmark = pytest.mark.django_db
KEPT_ALREADY = "Geldt al:"
RULED_OUT = "tuesday:morning"


@pytest.fixture
def owner(own_pages, clock):
    """Somebody whose only way turned out wrong."""
    owner = Owner(register(all_channels=False, email="", fallback=("voicemail", "text")), Client())
    owner.enter()
    ContactAttemptFactory(
        callback=Callback.objects.get(),
        result=AttemptResult.WRONG_NUMBER,
        way_hash=wrong_ways.hash_of(owner.registration.read_answers().phone),
    )
    return owner


def saved(owner, **changes):
    """Save the page with only these changes in it."""
    return owner.send("veranderen", {**controls(owner.read("veranderen/")), **changes})


@pytest.mark.parametrize(
    ("change", "name", "stored"),
    [
        ({"avoid": [RULED_OUT]}, "avoid", (RULED_OUT,)),
        ({"fallback": ["text"]}, "fallback", ("text",)),
        ({"fallback": []}, "fallback", ()),
        ({"fallback": ["only_retry"]}, "fallback", ()),
        ({"identify": "first_name_only"}, "identify", "first_name_only"),
        ({"phone_impossible": "on"}, "phone_impossible", True),
        ({"phone": "06 12345678", "phone_impossible": "on"}, "phone_impossible", True),
        ({"moments": ["2026-11-26:morning"], "avoid": ["thursday:morning"]}, "avoid", None),
    ],
)
def test_who_has_only_a_wrong_number_saves_a_safer_choice_alone(owner, change, name, stored):
    page = saved(owner, **change)
    assert page.status_code == 422
    assert KEPT_ALREADY in text_of(page)
    assert "Kijk nog even naar deze punten" in text_of(page)
    answers = owner.registration.read_answers()
    assert getattr(answers, name) == (stored if stored is not None else ("thursday:morning",))
    assert answers.unverified == ()
    assert OutboundMail.objects.filter(code=MailCode.DESK_CHANGE).exists()


def test_the_page_says_which_choice_counts_and_what_is_still_missing(owner):
    page = saved(owner, avoid=[RULED_OUT])
    words = text_of(page)
    assert "Wanneer mogen we juist niet bellen?" in words.partition(KEPT_ALREADY)[2][:99]
    assert "Vul een telefoonnummer of e-mailadres in" in words
    assert controls(page)["avoid"] == [RULED_OUT]


def test_what_is_missing_is_filled_in_on_the_page_that_came_back(owner):
    again = controls(saved(owner, avoid=[RULED_OUT]))
    page = owner.send("veranderen", {**again, "phone": "06 12345678"})
    assert "Opgeslagen" in text_of(page)
    assert owner.registration.read_answers().avoid == (RULED_OUT,)
    assert owner.registration.read_answers().phone == "+31612345678"


def test_nothing_that_allows_more_counts_before_the_rest_is_right(owner):
    saved(owner, avoid=[RULED_OUT], fallback=["text"])
    before = owner.registration.read_answers()
    page = saved(
        owner, avoid=[], fallback=["voicemail", "text", "email"], moments=["2026-11-26:morning"]
    )
    assert page.status_code == 422
    assert KEPT_ALREADY not in text_of(page)
    assert owner.registration.read_answers() == before


def test_an_older_page_is_still_refused_as_a_whole(owner):
    older = controls(owner.read("veranderen/"))
    saved(owner, avoid=[RULED_OUT])
    page = owner.send("veranderen", {**older, "avoid": ["friday:morning"]})
    assert page.status_code == 409
    assert owner.registration.read_answers().avoid == (RULED_OUT,)
