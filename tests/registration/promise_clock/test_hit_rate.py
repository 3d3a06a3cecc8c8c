"""The hit rate by week, month and quarter is exact, and the public one never says too much."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import translation

from home.blocks.body import PageBody
from perspectief.cache_generation import cache_generation
from registration.models import PromiseClockSettings, PromiseDay
from registration.promise_clock.hit_rate import SHOWN, HitRate, Period, rate_between, rates_per
from registration.promise_clock.public_figure import promise_kept_figure, refresh_public_figure
from registration.vocabulary.promises import FigurePeriod
from tests.registration.promise_clock.moments import amsterdam

TODAY = date(2026, 11, 26)
NOW = amsterdam("2026-11-26 12:00")


def count(day: str, promised: int, met: int, reached: int = 0, void: int = 0, **more: Any) -> None:
    """Store the counts of a day."""
    PromiseDay.objects.create(
        day=date.fromisoformat(day),
        promised=promised,
        met=met,
        reached_in_time=reached,
        void=void,
        **{"is_question": False, **more},
    )


def settings(**changes: Any) -> None:
    """Let the coordinator show the figure, with other settings if given."""
    row = PromiseClockSettings.load()
    for name, value in {"shows_public_figure": True, **changes}.items():
        setattr(row, name, value)
    row.save()


@pytest.mark.parametrize(
    ("unit", "day", "first", "last", "dutch", "english"),
    [
        ("week", "2026-11-26", "2026-11-23", "2026-11-29", "week 48 van 2026", "week 48 of 2026"),
        ("week", "2027-01-02", "2026-12-28", "2027-01-03", "week 53 van 2026", "week 53 of 2026"),
        ("month", "2028-02-29", "2028-02-01", "2028-02-29", "februari 2028", "February 2028"),
        ("month", "2026-12-31", "2026-12-01", "2026-12-31", "december 2026", "December 2026"),
        (
            "quarter",
            "2026-09-30",
            "2026-07-01",
            "2026-09-30",
            "derde kwartaal van 2026",
            "third quarter of 2026",
        ),
        (
            "quarter",
            "2026-12-31",
            "2026-10-01",
            "2026-12-31",
            "vierde kwartaal van 2026",
            "fourth quarter of 2026",
        ),
    ],
)
def test_periods_are_those_of_the_calendar(unit, day, first, last, dutch, english):
    period = Period.of(unit, date.fromisoformat(day))
    assert (str(period.first_day), str(period.last_day)) == (first, last)
    for language, words in (("nl", dutch), ("en", english)):
        with translation.override(language):
            assert period.label == words


@pytest.mark.parametrize(
    ("promised", "met", "void", "expected"),
    [
        (0, 0, 0, None),
        (3, 0, 3, None),
        (3, 2, 0, 66.6),
        (1000, 999, 0, 99.9),
        (10001, 10000, 0, 99.9),
        (4, 3, 1, 100.0),
    ],
)
def test_a_percentage_is_never_rounded_up(promised, met, void, expected):
    assert HitRate(promised=promised, met=met, void=void).percentage == expected


@pytest.mark.django_db
def test_each_day_counts_in_its_week_month_and_quarter(django_assert_num_queries):
    count("2026-11-29", 10, 9, 5, 1)
    count("2026-11-30", 4, 4, 4)
    count("2026-09-30", 2, 1)
    count("2026-11-30", 7, 7, is_question=True)
    today = date(2026, 12, 1)
    with django_assert_num_queries(1):
        weeks = rates_per("week", today, is_question=False)
    assert [(row.rate.promised, row.rate.met) for row in weeks[:3]] == [(4, 4), (10, 9), (0, 0)]
    months = rates_per("month", today, is_question=False)
    assert [(row.rate.counted, row.rate.met) for row in months[:3]] == [(0, 0), (13, 13), (0, 0)]
    quarters = rates_per("quarter", today, is_question=False)
    assert [row.rate.promised for row in quarters[:3]] == [14, 2, 0]
    assert [row.rate.percentage for row in quarters[:3]] == [100.0, 50.0, None]
    assert rates_per("week", today, is_question=True)[0].rate.promised == 7
    assert {unit: len(rates_per(unit, today, is_question=False)) for unit in SHOWN} == SHOWN
    total = rate_between(date(2026, 11, 1), date(2026, 11, 30), is_question=False)
    assert (total.promised, total.reached_in_time, total.broken) == (14, 9, 0)


# --- The public figure ------------------------------


@pytest.mark.django_db
class TestPublicFigure:
    def test_is_off_until_the_coordinator_switches_it_on(self):
        count("2026-08-03", 500, 499)
        assert promise_kept_figure(NOW) is None
        settings()
        assert promise_kept_figure(NOW) is not None

    def test_covers_the_last_full_quarter_and_is_rounded_down(self):
        count("2026-06-30", 900, 0)
        count("2026-07-01", 400, 396, void=2)
        count("2026-09-30", 100, 99)
        count("2026-10-01", 900, 0)
        count("2026-08-01", 900, 0, is_question=True)
        settings()
        figure = promise_kept_figure(NOW)
        assert (figure.percentage, figure.number) == (99, 498)
        with translation.override("nl"):
            assert figure.period_in_words == "het derde kwartaal van 2026"

    def test_or_the_last_twelve_full_months(self):
        count("2025-10-31", 900, 0)
        count("2025-11-01", 60, 60)
        count("2026-10-31", 40, 38)
        count("2026-11-01", 900, 0)
        settings(public_figure_period=FigurePeriod.YEAR)
        figure = promise_kept_figure(NOW)
        assert (figure.percentage, figure.number) == (98, 100)
        with translation.override("en"):
            assert figure.period_in_words == "the twelve months up to and including October 2026"

    def test_never_comes_from_fewer_than_the_set_number(self):
        count("2026-08-03", 52, 49, void=3)
        settings(public_figure_minimum=50)
        assert promise_kept_figure(NOW) is None
        count("2026-08-04", 1, 1)
        assert promise_kept_figure(NOW).number == 50

    @pytest.mark.parametrize(
        ("now", "last_day"),
        [
            ("2026-12-31 23:59", "2026-09-30"),
            ("2027-01-01 00:00", "2026-12-31"),
            ("2027-03-31 23:59", "2026-12-31"),
            ("2027-04-01 00:00", "2027-03-31"),
        ],
    )
    def test_a_new_quarter_begins_at_midnight_in_the_netherlands(self, now, last_day):
        for day in ("2026-08-03", "2026-12-31", "2027-03-31"):
            count(day, 60, 60)
        settings()
        assert str(promise_kept_figure(amsterdam(now)).last_day) == last_day

    def test_visitors_see_a_change_at_once(self, monkeypatch):
        monkeypatch.setattr("perspectief.cache_generation.after_commit", lambda change: change())
        count("2026-08-03", 100, 98)
        settings()
        refresh_public_figure(NOW)
        before = cache_generation()
        assert not refresh_public_figure(NOW)
        assert cache_generation() == before
        count("2026-08-04", 100, 100)
        assert refresh_public_figure(NOW)
        assert cache_generation() != before

    @pytest.mark.parametrize(
        ("language", "sentence"),
        [
            ("nl", "In het derde kwartaal van 2026 belden we 98% binnen de beloofde tijd."),
            ("en", "In the third quarter of 2026 we called 98% within the promised time."),
        ],
    )
    def test_the_block_says_so_or_nothing(self, language, sentence, time_machine):
        time_machine.move_to(NOW)
        block = PageBody().child_blocks["promise_kept"]
        value = block.to_python({"heading": "Bellen we op tijd?"})
        with translation.override(language):
            assert block.render(value).strip() == ""
            count("2026-08-03", 100, 98)
            settings()
            assert sentence in block.render(value)
            assert "100" in block.render(value)


def test_the_moments_of_these_tests_are_dutch():
    assert NOW - datetime.fromisoformat("2026-11-26T11:00:00+00:00") == timedelta()
