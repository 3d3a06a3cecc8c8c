"""The signs of the queue say when somebody may be called, and never nothing."""

from datetime import datetime, timedelta
from itertools import product

import time_machine
from django.utils import translation

from registration.models import Callback
from registration.rules.call_moments import CallMoments, NoMoments, Wish
from registration.rules.deadlines import DESK_TIME_ZONE, Moment
from registration.words.signs import moment_signs, planned_signs
from tests.support.some import some

LATER = Moment.from_code("2026-06-10:morning")
NOON = datetime(2026, 6, 10, 12, tzinfo=DESK_TIME_ZONE)
WORDS = {LATER.code: "Wednesday morning"}


def _told(moments):
    with translation.override("en"):
        return [sign.words for sign in moment_signs(moments, WORDS)]


def _all_moments():
    for ruled_out, closed, wish, allowed in product(
        (False, True), (False, True), Wish, (None, LATER)
    ):
        yield CallMoments(
            ruled_out_now=ruled_out,
            desk_closed_now=closed,
            wish=wish,
            next_preferred=LATER if wish is Wish.LATER else None,
            next_permitted=allowed,
        )


def test_whoever_is_to_be_called_is_never_shown_as_not_to_be_called():
    for moments in some(_all_moments()):
        told = _told(moments)
        assert told, moments
        assert "No telephone call" not in told


def test_each_reason_has_words_of_its_own():
    open_now = {"ruled_out_now": False, "desk_closed_now": False}
    nothing = {"next_preferred": None, "next_permitted": None}
    wishes = [
        _told(CallMoments(**open_now, **nothing, wish=wish)) for wish in Wish if wish != Wish.LATER
    ]
    told = [tuple(each) for each in (*wishes, *map(_told, NoMoments))]
    assert len(set(told)) == len(told)


def test_where_no_time_is_left_that_is_said():
    told = _told(
        CallMoments(
            ruled_out_now=True,
            desk_closed_now=False,
            wish=Wish.NONE,
            next_preferred=None,
            next_permitted=None,
        )
    )
    assert told == ["Do not call now", "No time left when calling is allowed"]


def test_a_planned_moment_is_shown_until_it_has_come():
    callback = Callback(next_attempt_at=NOON)
    the_day_before = NOON - timedelta(days=1)
    with translation.override("en"), time_machine.travel(the_day_before, tick=False):
        told = [sign.words for sign in planned_signs(callback, the_day_before, is_agreed=False)]
    assert told == ["Planned: Wednesday 10 June at 12:00"]
    assert planned_signs(callback, NOON, is_agreed=False) == []


def test_what_was_agreed_says_so_in_words_and_not_only_by_a_colour():
    callback = Callback(next_attempt_at=NOON)
    the_day_before = NOON - timedelta(days=1)
    with translation.override("en"), time_machine.travel(the_day_before, tick=False):
        (sign,) = planned_signs(callback, the_day_before, is_agreed=True)
    assert sign.words == "Agreed: Wednesday 10 June at 12:00"
