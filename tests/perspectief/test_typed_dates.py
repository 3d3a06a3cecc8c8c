"""Days and times are read as Dutch and English people type them; what is not clear is refused."""

from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perspectief.typed_dates import (
    NotClear,
    TimeMissing,
    YearMeant,
    YearMissing,
    example_day,
    read_day,
    read_moment,
    read_time,
)

TODAY = date(2026, 11, 29)
FIFTH = date(2026, 12, 5)


@pytest.mark.parametrize(
    "text",
    [
        "5 december 2026",
        "05-12-2026",
        "5-12-2026",
        "5/12/2026",
        "5/12/26",
        "5.12.2026",
        "05 12 2026",
        "5 dec 2026",
        "5 dec. 2026",
        "5 DEC 26",
        "5 dec '26",
        "zaterdag 5 december 2026",
        "za. 5 dec 2026",
        "5th of December 2026",
        "Saturday, December 5, 2026",
        "Dec 5 2026",
        "5e december 2026",
        "2026-12-05",
        "2026/12/5",
        "  5   december\t2026 ",
    ],
)
def test_somebody_types_a_day_in_the_own_way(text):
    assert read_day(text, today=TODAY) == FIFTH


@pytest.mark.parametrize(
    ("text", "month"),
    [
        *(("1 maart 2026", 3), ("1 mrt 2026", 3), ("1 mei 2026", 5), ("1 May 2026", 5)),
        *(("1 okt 2026", 10), ("1 Oct 2026", 10), ("1 sept 2026", 9), ("1 aug 2026", 8)),
    ],
)
def test_months_are_known_in_both_languages(text, month):
    assert read_day(text, today=TODAY) == date(2026, month, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "12/31/2026",  # nobody here puts the month first; it is not guessed
        "31-02-2026",
        "5 ju 2026",
        "5 december 206",
        "5 december 20266",
        "vrijdag 5 december 2026",  # it is a Saturday
        "5",
        "5 december 2026 (of later)",
        "5-12-2026-1",
        "december 2026 5 x",
        "0-12-2026",
        "zaterdag",
    ],
)
def test_what_is_no_day_is_not_guessed(text):
    with pytest.raises(NotClear):
        read_day(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "meant", "day"),
    [
        ("5 dec", YearMeant.AHEAD, date(2026, 12, 5)),
        ("5 dec", YearMeant.BACK, date(2025, 12, 5)),
        ("29-11", YearMeant.AHEAD, TODAY),
        ("29-11", YearMeant.BACK, TODAY),
        ("28 nov", YearMeant.AHEAD, date(2027, 11, 28)),
        ("28 nov", YearMeant.BACK, date(2026, 11, 28)),
        ("29 februari", YearMeant.AHEAD, date(2028, 2, 29)),
    ],
)
def test_a_year_that_is_left_out_is_the_one_that_the_question_means(text, meant, day):
    assert read_day(text, today=TODAY, year_meant=meant) == day


def test_a_year_that_nobody_can_tell_is_asked_for():
    with pytest.raises(YearMissing):
        read_day("5 dec", today=TODAY)


@pytest.mark.parametrize(
    ("text", "year"), [("5-12-26", 2026), ("5-12-46", 2046), ("5-12-47", 1947), ("5-12-99", 1999)]
)
def test_a_year_in_two_digits_is_near(text, year):
    assert read_day(text, today=TODAY).year == year


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("9:00", time(9)),
        ("09.30", time(9, 30)),
        ("9 uur", time(9)),
        ("9u30", time(9, 30)),
        ("17:45 uur", time(17, 45)),
        ("9 am", time(9)),
        ("9.30pm", time(21, 30)),
        ("12 am", time(0)),
        ("12:15 p.m.", time(12, 15)),
        ("23:59:59", time(23, 59, 59)),
    ],
)
def test_somebody_types_a_time_in_the_own_way(text, at):
    assert read_time(text) == at


@pytest.mark.parametrize("text", ["", "9", "noon", "24:00", "9:60", "13 pm", "0 am", "5-12-2026"])
def test_what_is_no_time_is_not_guessed(text):
    with pytest.raises(NotClear):
        read_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "5 december 2026 9:00",
        "5 december 2026 om 9 uur",
        "5 December 2026 at 9 am",
        "05-12-2026 09.00",
        "5/12/26, 9:00",
        "2026-12-05 09:00",
        "2026-12-05T09:00:00",
        "5 dec 9:00",
    ],
)
def test_somebody_types_a_moment_in_the_own_way(text):
    moment = read_moment(text, today=TODAY, year_meant=YearMeant.AHEAD)
    assert moment == datetime(2026, 12, 5, 9)  # noqa: DTZ001 - as typed, in the zone of the reader


def test_the_end_of_a_month_is_no_time():
    moment = read_moment("1 sept 9:00", today=TODAY, year_meant=YearMeant.AHEAD)
    assert (moment.month, moment.hour) == (9, 9)


def test_a_moment_without_its_time_is_asked_for():
    with pytest.raises(TimeMissing):
        read_moment("5 december 2026", today=TODAY)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_is_read_back(day):
    assert read_day(f"{day.day}-{day.month}-{day.year}", today=TODAY) == day
    assert read_day(f"{day:%d %B %Y}", today=TODAY) == day
    assert read_day(day.isoformat(), today=TODAY) == day


@given(st.text(max_size=40), st.sampled_from(YearMeant))
def test_anything_is_read_or_refused(text, meant):
    for read in (read_day, read_moment):
        with suppress(NotClear):
            read(text, today=TODAY, year_meant=meant)


@given(st.dates(min_value=date(2026, 1, 1), max_value=date(2090, 1, 1)))
def test_the_example_is_ahead_and_shows_which_part_is_the_day(today):
    assert example_day(today) > today
    assert example_day(today).day > 12
