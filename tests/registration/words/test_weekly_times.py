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
        (["tuesday:morning"], "in de ochtend op dinsdag", "in the morning on Tuesday"),
        (["tuesday:morning", "tuesday:afternoon"], "op dinsdag", "on Tuesday"),
        (MORNINGS, "in de ochtend op werkdagen", "in the morning on working days"),
        (
            [*MORNINGS[:3], "friday:afternoon", "friday:morning"],
            "in de ochtend van maandag tot en met woensdag en in de ochtend of de middag op "
            "vrijdag",
            "in the morning Monday to Wednesday and in the morning or the afternoon on Friday",
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
        (["2026-11-26:afternoon"], "in de middag op donderdag 26 november"),
        (
            ["2026-11-25:morning", "2026-11-25:afternoon", "2026-11-26:morning"],
            "in de ochtend of de middag op woensdag 25 november en in de ochtend op donderdag 26 "
            "november",
        ),
        (
            ["2026-11-25:morning", "2026-11-26:morning"],
            "in de ochtend op woensdag 25 november en donderdag 26 november",
        ),
        (
            ["2026-11-25:morning", "2026-11-25:afternoon"],
            "op woensdag 25 november",
        ),
    ],
)
def test_dates_with_the_same_parts_are_named_together(clock, codes, words):
    with translation.override("nl"):
        assert moments_in_words(Moment.from_code(code) for code in codes) == words
