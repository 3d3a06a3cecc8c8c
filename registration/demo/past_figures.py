"""Made-up counters of the years before, so that the reports of a demo have something to show.

They stand in the tables of examples (`registration.models.figures`), from which no real figure is
read. They are counted as registrations are, so that every table of a report adds up.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from registration.casework.counted import outcome_codes, received_codes
from registration.models import ExampleCount, ExamplePromiseDay
from registration.vocabulary.answers import Answers
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.referral import Referral

Weights = tuple[tuple[str, int], ...]

#: Of a hundred people each.
KINDS: Weights = (("violence", 36), ("sexual", 25), ("traffic", 17), ("threat_stalking", 12))
KINDS += (("theft_fraud", 10),)
ROLES: Weights = (("victim", 44), ("bereaved", 8), ("offender", 26), ("accident_causer", 8))
ROLES += (("suspect", 4), ("relative", 7), ("witness", 3))
WAYS_IN: Weights = (("self", 30), ("victim_support", 26), ("judicial_institution", 16))
WAYS_IN += (("police", 10), ("probation", 14), ("paper", 4))
LANGUAGES: Weights = (("nl", 88), ("en", 12))
HEARD: Weights = (("victim_support", 30), ("police", 20), ("family_friends", 16))
HEARD += (("gp", 12), ("psychologist", 10), ("", 12))
OUTCOMES: Weights = ((Lifecycle.ALLOCATED.value, 62), (Lifecycle.OTHER_SERVICE.value, 8))
OUTCOMES += ((Lifecycle.CRIMINAL_CASE_FIRST.value, 8), (Lifecycle.DATA_NOT_OBTAINED.value, 8))
OUTCOMES += ((Lifecycle.WITHDRAWN.value, 7), (Lifecycle.UNREACHABLE.value, 7))

FEWEST_A_MONTH, YEARS_BEFORE, DAYS_OF_PROMISES = 44, 2, 460
#: Live examples are counted too, but only in these last days.
LIVE_DAYS = 40


def load_past_figures(today: date) -> None:
    """Count the made-up people of the two years before, and of this one up to the last month.

    A second time adds nothing.

    Args:
        today: in the Netherlands.
    """
    first_year = today.year - YEARS_BEFORE
    if not ExampleCount.objects.filter(month__year=first_year).exists():
        months = _months(first_year, today)
        rows = [row for number, month in enumerate(months) for row in _counts_of(month, number)]
        ExampleCount.objects.bulk_create(rows, ignore_conflicts=True)
    last_made_up = today - timedelta(days=LIVE_DAYS)
    if not ExamplePromiseDay.objects.filter(day__lt=last_made_up).exists():
        days = [row for day in _working_days(today) for row in _promises_of(day)]
        ExamplePromiseDay.objects.bulk_create(days, ignore_conflicts=True)


def _months(first_year: int, today: date) -> Iterator[date]:
    for year in range(first_year, today.year + 1):
        for month in range(1, 13):
            if (year, month) < (today.year, today.month):
                yield date(year, month, 1)


def _counts_of(month: date, number: int) -> list[ExampleCount]:
    counted: Counter[tuple[str, str]] = Counter()
    people = FEWEST_A_MONTH + month.month * 5 % 9 + 3 * number // 12
    for place in range(people):
        counted.update(_codes_of(place + 100 * number))
    return [
        ExampleCount(month=month, dimension=dimension, code=code, count=count)
        for (dimension, code), count in sorted(counted.items())
        if code
    ]


def _codes_of(place: int) -> list[tuple[str, str]]:
    way_in = _chosen(WAYS_IN, place * 37)
    source = Source(way_in) if way_in in Source else Source.REFERRER
    answers = Answers(
        role=_chosen(ROLES, place * 13),
        kind=_chosen(KINDS, place * 71),
        name="",
        referral=_referral_of(way_in) if source == Source.REFERRER else None,
    )
    received = received_codes(
        source=source, language=_chosen(LANGUAGES, place * 59), answers=answers
    )
    outcome = outcome_codes(source=source, outcome=_chosen(OUTCOMES, place * 29), answers=answers)
    return [*received.items(), *outcome.items(), ("heard", _chosen(HEARD, place * 83))]


def _referral_of(organisation_kind: str) -> Referral:
    nobody = dict.fromkeys(
        ("name", "organisation", "email", "told_by", "agreed_on", "agreed_how"), ""
    )
    return Referral(organisation_kind=organisation_kind, **nobody)


def _chosen(weights: Weights, place: int) -> str:
    """Return what stands at a place among a hundred."""
    left = place % 100
    for code, weight in weights:
        if left < weight:
            return code
        left -= weight
    raise ValueError("the weights are not a hundred")


def _working_days(today: date) -> Iterator[date]:
    for days_ago in range(DAYS_OF_PROMISES, LIVE_DAYS // 4, -1):
        day = today - timedelta(days=days_ago)
        if day.weekday() < 5:
            yield day


def _promises_of(day: date) -> Iterator[ExamplePromiseDay]:
    place = day.toordinal()
    promised = 2 + place * 7 % 4
    broken, void = int(place * 13 % 17 == 0), int(place % 11 == 0)
    met = promised - broken - void
    yield ExamplePromiseDay(
        day=day,
        is_question=False,
        promised=promised,
        met=met,
        reached_in_time=met - int(place % 3 == 0),
        void=void,
    )
    if place % 2:
        yield ExamplePromiseDay(
            day=day, is_question=True, promised=1, met=1, reached_in_time=1, void=0
        )
