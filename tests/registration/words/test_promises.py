"""Dates and promises as people say them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

import pytest
import time_machine
from django.utils import translation

from registration.models import OptionLabel
from registration.rules.deadlines import Moment
from registration.rules.mail_wording import reveals_organisation
from registration.rules.promised import Obstacle, Promised
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.moments import DayPart
from registration.vocabulary.whose import Whose
from registration.words.dates import (
    date_and_time_in_words,
    date_in_words,
    moment_choices,
    moment_in_words,
)
from registration.words.promises import discreet_promise, promise_sentence

# 00:30 on Friday in the Netherlands, still Thursday in UTC.
JUST_FRIDAY = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
FRIDAY_MORNING = Moment(date(2026, 11, 27), DayPart.MORNING)


@pytest.fixture(autouse=True)
def that_week() -> Iterator[None]:
    """It is the Tuesday before."""
    with time_machine.travel(datetime(2026, 11, 24, 9, tzinfo=UTC), tick=False):
        yield


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 5, 27), "woensdag 27 mei"),
        (date(2027, 1, 4), "maandag 4 januari"),
        (date(2027, 5, 24), "maandag 24 mei"),
        (date(2026, 5, 25), "maandag 25 mei 2026"),
        (date(2021, 5, 29), "zaterdag 29 mei 2021"),
        (date(2027, 11, 26), "vrijdag 26 november 2027"),
    ],
)
def test_a_day_that_could_be_of_another_year_gets_its_year(day: date, words: str) -> None:
    assert date_in_words(day, "nl") == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "vrijdag 27 november"), ("en", "Friday 27 November")],
)
def test_a_date_in_words_is_the_dutch_date(language: str, words: str) -> None:
    assert date_in_words(JUST_FRIDAY, language) == words
    assert date_in_words(date(2026, 11, 27), language) == words
    with translation.override(language):
        assert date_in_words(JUST_FRIDAY) == words


def test_without_an_active_language_dates_are_dutch() -> None:
    with translation.override(None):
        assert date_in_words(date(2026, 3, 1)) == "zondag 1 maart 2026"


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "vrijdag 27 november om 00:30 uur"), ("en", "Friday 27 November at 00:30")],
)
def test_a_time_in_words_is_dutch_time(language: str, words: str) -> None:
    assert date_and_time_in_words(JUST_FRIDAY, language) == words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "vrijdag 27 november, ochtend (9 tot 12 uur)"),
        ("en", "Friday 27 November, morning (9am to 12 noon)"),
    ],
)
def test_a_moment_in_words(language: str, words: str) -> None:
    assert moment_in_words(FRIDAY_MORNING, language) == words


@pytest.mark.django_db
def test_moments_on_offer_use_the_coordinators_words(django_assert_num_queries) -> None:
    OptionLabel.objects.filter(group="day_part", code="morning").update(label_nl="vóór de middag")
    moments = [FRIDAY_MORNING, Moment(date(2026, 11, 27), DayPart.AFTERNOON)]
    with translation.override("nl"), django_assert_num_queries(1):
        assert moment_choices(moments) == [
            ("2026-11-27:morning", "vrijdag 27 november, vóór de middag"),
            ("2026-11-27:afternoon", "vrijdag 27 november, middag (12 tot 17 uur)"),
        ]


@pytest.mark.parametrize(
    ("task_kind", "dutch", "english"),
    [
        (
            TaskKind.CALL,
            "We bellen je uiterlijk op vrijdag 27 november.",
            "We will call you no later than Friday 27 November.",
        ),
        (
            TaskKind.LETTER,
            "Uiterlijk op vrijdag 27 november sturen we je een brief.",
            "We will send you a letter no later than Friday 27 November.",
        ),
        (
            TaskKind.CONTACT,
            "Uiterlijk op vrijdag 27 november nemen we contact op met je contactpersoon.",
            "We will get in touch with your contact person no later than Friday 27 November.",
        ),
        (
            TaskKind.MAIL,
            "Uiterlijk op vrijdag 27 november mailen we je.",
            "We will e-mail you no later than Friday 27 November.",
        ),
    ],
)
def test_the_promise_says_what_we_do_and_when(task_kind: str, dutch: str, english: str) -> None:
    told = Promised(task_kind=task_kind, before=JUST_FRIDAY)
    assert promise_sentence(told, "nl") == dutch
    assert promise_sentence(told, "en") == english
    with translation.override("en"):
        assert promise_sentence(replace(told, task_kind=str(task_kind))) == english


def test_every_kind_of_task_has_a_promise() -> None:
    for task_kind, whose in product(TaskKind, Whose):
        told = Promised(task_kind=task_kind, before=JUST_FRIDAY)
        assert "27 november" in promise_sentence(told, "nl", whose=whose)


def test_an_unknown_task_has_none() -> None:
    with pytest.raises(ValueError, match="teleport"):
        promise_sentence(Promised(task_kind="teleport", before=JUST_FRIDAY))


def test_where_no_day_can_be_named_no_sentence_names_one() -> None:
    for task_kind, whose, obstacle in product(TaskKind, Whose, Obstacle):
        told = Promised(task_kind=task_kind, obstacle=obstacle)
        sentence = promise_sentence(told, "en", whose=whose)
        assert "%" not in sentence
        assert "no later than" not in sentence


def test_who_ruled_out_every_time_reads_from_which_day_we_may_call() -> None:
    told = Promised(
        task_kind=TaskKind.CALL, obstacle=Obstacle.RULED_OUT, not_before=FRIDAY_MORNING.start
    )
    for whose in Whose:
        assert "not before Friday 27 November" in promise_sentence(told, "en", whose=whose)
    assert "not before Friday 27 November" in discreet_promise(told, "en")


def test_a_promise_that_anybody_may_read_does_not_say_that_we_call() -> None:
    for obstacle in (None, *Obstacle):
        told = Promised(
            task_kind=TaskKind.CALL, before=None if obstacle else JUST_FRIDAY, obstacle=obstacle
        )
        assert not reveals_organisation(discreet_promise(told, "en"))
        assert "call" not in discreet_promise(told, "en")
