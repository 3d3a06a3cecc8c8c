"""Saving on the own page changes what was changed, and nothing else of what a person told us."""

import uuid
from dataclasses import asdict, replace
from datetime import timedelta

import pytest
from django.test import Client

from registration.casework.submission import Submission, submit_registration
from tests.registration.all_answered import all_answered
from tests.registration.journey.visitor import controls, text_of
from tests.registration.own_page.owner import Owner

pytestmark = pytest.mark.django_db
# The clock stands on Tuesday 24 November 2026.
GOOD_TIMES = ("2026-11-25:afternoon", "2026-11-26:morning")
RULED_OUT = ("monday:morning", "saturday:morning")


def owner_of(answers):
    submission = Submission(answers=answers, language="nl", key=uuid.uuid4())
    person = Owner(submit_registration(submission), Client())
    person.enter()
    return person


def save_unchanged(owner, **changes):
    page = owner.read("veranderen/")
    shown = controls(page)
    return owner.send("veranderen", {**shown, **changes})


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("days_later", [0, 7])
def test_saving_what_is_there_changes_no_answer(own_pages, clock, seed, days_later):
    before = all_answered(seed, moments=GOOD_TIMES, avoid=RULED_OUT)
    owner = owner_of(before)
    clock.shift(timedelta(days=days_later))
    owner.enter()
    page = save_unchanged(owner)
    assert "Er verandert niets." in text_of(page)
    after = owner.registration.read_answers()
    for name, value in asdict(before).items():
        assert _unordered(getattr(after, name)) == _unordered(value), name


def test_one_change_leaves_every_other_answer_as_it_was(own_pages, clock):
    before = all_answered(2, moments=GOOD_TIMES, avoid=RULED_OUT)
    owner = owner_of(before)
    save_unchanged(owner, identify="first_name_only")
    after = owner.registration.read_answers()
    assert after == replace(before, identify="first_name_only", avoid=after.avoid)
    assert set(after.avoid) == set(RULED_OUT)


def _unordered(value):
    return sorted(value) if isinstance(value, tuple | list) else value
