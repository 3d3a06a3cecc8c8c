"""No screen of the desk asks the database twice for the same rows."""

import re
from collections import Counter

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from registration.casework import attempts
from registration.models import Callback
from registration.vocabulary.callbacks import AttemptResult
from tests.registration.desk.screens import TUESDAY_MORNING, url
from tests.registration.factories import AnswersFactory, CallbackFactory

pytestmark = pytest.mark.django_db

#: Claims look up by themselves how long they last; each card of a screen has a stamp of its own.
MAY_BE_ASKED_TWICE = {"registration_attemptpolicy", "registration_handover"}
SCREENS = [
    "",
    "callbacks/",
    "callbacks/day/",
    "callbacks/closed/",
    "coming-days/",
    "promises/",
    "unfinished/",
]


def asked(client: Client, address: str) -> list[str]:
    """Return what a screen asks the database, once it is shown for the third time."""
    for _time in range(2):  # what is kept until a change is kept now
        assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured]


def asked_again(queries: list[str]) -> set[str]:
    """Return the tables of ours that were asked for the same rows more than once."""
    twice = [sql for sql, times in Counter(queries).items() if times > 1]
    tables = (re.search(r'FROM "(registration_\w+)"', sql) for sql in twice)
    return {found.group(1) for found in tables if found}


def with_a_past(user: object) -> Callback:
    """Return a callback of somebody who was tried twice, and may have registered before."""
    answers = AnswersFactory(all_channels=True)
    CallbackFactory(registration__answers=answers, done=True)
    callback = CallbackFactory(registration__answers=answers, claimed_by=user)
    for result in (AttemptResult.REACHED, AttemptResult.CALLED_US):
        attempts.record_attempt(callback.pk, user, result)
    return callback


@time_machine.travel(TUESDAY_MORNING, tick=False)
def test_a_callback_is_shown_with_few_questions(client, sam):
    queries = asked(client, url("details", with_a_past(sam)))
    assert asked_again(queries) <= MAY_BE_ASKED_TWICE
    assert len(queries) <= 40


@time_machine.travel(TUESDAY_MORNING, tick=False)
@pytest.mark.parametrize("screen", SCREENS)
def test_other_screens_ask_for_nothing_twice(client, coordinator, screen):
    with_a_past(coordinator)
    assert asked_again(asked(client, f"/admin/{screen}")) == set()
