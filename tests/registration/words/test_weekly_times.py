"""Days and parts of days as a sentence says them."""

import pytest
from django.utils import translation

from registration.rules.deadlines import Moment
from registration.words.weekly_times import moments_in_words, weekly_times_in_words
from tests.registration.journey.conftest import clock

__all__ = ["clock"]

MORNINGS = [f"{day}:morning" for day in ("monday", "tuesday", "wednesday", "thursday", "friday")]


@pytest.mark.parametrize(
    ("codes", "dutch", "english"),
    [
        (["tuesday:morning"], "op dinsdag in de ochtend", "on Tuesday in the morning"),
        (["tuesday:morning", "tuesday:afternoon"], "op dinsdag", "on Tuesday"),
        (MORNINGS, "op werkdagen in de ochtend", "on working days in the morning"),
        (
            [*MORNINGS[:3], "friday:afternoon", "friday:morning"],
            "van maandag tot en met woensdag in de ochtend en op vrijdag",
            "Monday to Wednesday in the morning and on Friday",
        ),
    ],
)
def test_days_with_the_same_parts_are_named_together(codes, dutch, english):
    for language, words in (("nl", dutch), ("en", english)):
        with translation.override(language):
            assert weekly_times_in_words(codes) == words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (["2026-11-26:afternoon"], "op donderdag 26 november in de middag"),
        (
            ["2026-11-25:morning", "2026-11-25:afternoon", "2026-11-26:morning"],
            "op woensdag 25 november en op donderdag 26 november in de ochtend",
        ),
    ],
)
def test_a_date_of_which_every_part_was_chosen_is_named_once(clock, codes, words):
    with translation.override("nl"):
        assert moments_in_words(Moment.from_code(code) for code in codes) == words
