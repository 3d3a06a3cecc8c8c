"""The callbacks of a day on paper: grouped by when to call, and without anybody's data."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from registration.casework import attempts
from registration.privacy_duties.correction import correct
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.callbacks import AttemptResult
from tests.registration.desk.screens import TUESDAY_MORNING
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
    StaffFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_on_tuesday")]

WEDNESDAY = "2026-06-10"


@pytest.fixture
def _on_tuesday():
    with time_machine.travel(TUESDAY_MORNING, tick=False):
        yield


@pytest.fixture
def sheet(client, sam):
    def show(**query):
        response = client.get(reverse("callbacks:day"), query)
        assert response.status_code == 200
        return response

    return show


def groups(response):
    return {
        group.title: [row.callback for row in group.rows] for group in response.context["groups"]
    }


def test_today_begins_with_broken_promises(sheet):
    overdue = CallbackFactory(overdue=True)
    today = CallbackFactory(due_at=timezone.now() + timedelta(hours=5))
    CallbackFactory(due_at=timezone.now() + timedelta(days=2))
    assert groups(sheet()) == {
        "Overdue: call these first": [overdue],
        "Promised for this day, at any moment": [today],
    }


def test_an_attempt_that_nobody_made_yesterday_is_for_today(sheet):
    missed = CallbackFactory(
        first_attempt_at=timezone.now() - timedelta(days=2),
        next_attempt_at=timezone.now() - timedelta(days=1),
    )
    assert groups(sheet()) == {"Overdue: call these first": [missed]}


def test_wishes_and_planned_attempts_come_in_their_part_of_the_day(sheet):
    in_two_days = timezone.now() + timedelta(days=2)
    wished = CallbackFactory(
        due_at=in_two_days,
        registration__answers=AnswersFactory(moments=(f"{WEDNESDAY}:afternoon",)),
    )
    planned = CallbackFactory(
        due_at=in_two_days,
        attempt_count=1,
        first_attempt_at=timezone.now(),
        next_attempt_at=timezone.now() + timedelta(days=1),
        registration__answers=AnswersFactory(moments=(f"{WEDNESDAY}:afternoon",)),
    )
    CallbackFactory(done=True)
    assert groups(sheet(date=WEDNESDAY)) == {
        "Morning (9am to 12 noon)": [planned],
        "Afternoon (12 noon to 5pm)": [wished],
    }


def test_what_is_planned_at_noon_comes_in_the_afternoon(sheet):
    noon = datetime.fromisoformat(f"{WEDNESDAY}T12:00").replace(tzinfo=DESK_TIME_ZONE)
    planned = CallbackFactory(first_attempt_at=timezone.now(), next_attempt_at=noon)
    assert groups(sheet(date=WEDNESDAY)) == {"Afternoon (12 noon to 5pm)": [planned]}


def test_a_wish_for_a_moment_that_was_ruled_out_does_not_count(sheet):
    answers = AnswersFactory(moments=(f"{WEDNESDAY}:morning",), avoid=("wednesday:morning",))
    callback = CallbackFactory(
        due_at=timezone.now() + timedelta(days=1), registration__answers=answers
    )
    response = sheet(date=WEDNESDAY)
    assert groups(response) == {"Promised for this day, at any moment": [callback]}
    assert "Not in the morning" in response.content.decode()


def test_an_agreed_call_stands_out_from_an_automatic_one(sheet, sam):
    agreed, automatic = CallbackFactory.create_batch(2, claimed_by=sam)
    at_two = timezone.now() + timedelta(days=1, hours=4)
    attempts.record_attempt(agreed.pk, sam, AttemptResult.CALL_BACK, next_attempt_at=at_two)
    attempts.record_attempt(automatic.pk, sam, AttemptResult.NO_ANSWER, next_attempt_at=at_two)
    text = sheet(date=WEDNESDAY).content.decode()
    assert "<strong>Agreed: Wednesday 10 June at 14:00</strong>" in text
    assert text.count("Next attempt: ") == 1


def test_who_was_spoken_to_and_put_back_is_on_the_sheet_of_today_and_says_so(sheet, sam):
    callback = CallbackFactory(claimed_by=sam, due_at=timezone.now() + timedelta(days=2))
    attempts.record_attempt(callback.pk, sam, AttemptResult.REACHED)
    response = sheet()
    assert groups(response) == {"Tried or spoken to, and nothing is planned": [callback]}
    assert "Contact on Tuesday 9 June, no outcome yet" in response.content.decode()


def test_a_corrected_wrong_number_is_on_the_sheet_of_today(sheet, sam):
    callback = CallbackFactory(claimed_by=sam, due_at=timezone.now() + timedelta(days=2))
    attempts.record_attempt(callback.pk, sam, AttemptResult.WRONG_NUMBER)
    assert "The coordinator decides" in sheet().content.decode()
    given = {"phone": "+31201234567"}
    correct(callback.registration_id, given, sam, timezone.now(), confirmed=True)
    response = sheet()
    assert groups(response) == {"Tried or spoken to, and nothing is planned": [callback]}
    assert "The coordinator decides" not in response.content.decode()
    assert groups(sheet(date=WEDNESDAY)) == {}


def test_who_was_sent_or_left_word_is_on_no_sheet_until_they_answer(sheet):
    sent = CallbackFactory(letter=True, first_attempt_at=timezone.now(), attempt_count=1)
    ContactAttemptFactory(callback=sent, result=AttemptResult.SENT)
    told = CallbackFactory(
        first_attempt_at=timezone.now(),
        message_at=timezone.now(),
        registration__answers=AnswersFactory(moments=("2026-06-09:afternoon",)),
    )
    ContactAttemptFactory(callback=told)
    assert groups(sheet()) == {}
    ContactAttemptFactory(callback=told, result=AttemptResult.CALLED_US)
    assert groups(sheet()) == {"Afternoon (12 noon to 5pm)": [told]}


def test_how_to_contact_safely_is_on_it_and_no_person_is(sheet):
    answers = AnswersFactory(
        name="Geheimnaam", all_channels=True, told_all=True, first_name_only=True
    )
    callback = CallbackFactory(overdue=True, registration__answers=answers)
    response = sheet()
    text = response.content.decode()
    assert str(callback) in text
    assert "Do not say who we are" in text
    assert "Withhold your number" in text
    assert "no-store" in response["Cache-Control"]
    for secret in ("Geheimnaam", "2345678", answers.email, answers.story, "traffic", "Pools"):
        assert secret not in text


def test_an_empty_day_and_an_unreadable_one_say_so(sheet):
    assert "Nothing is planned" in sheet(date="2026-06-14").content.decode()
    response = sheet(date="31-02-2026")
    assert "This day does not exist" in response.content.decode()
    assert 'aria-invalid="true"' in response.content.decode()


def test_only_the_desk_prints_it(client):
    client.force_login(StaffFactory())
    assert client.get(reverse("callbacks:day")).status_code == 302


def test_many_callbacks_need_as_many_queries_as_two(sheet, sam):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            sheet()
        return len(captured)

    CallbackFactory.create_batch(2, overdue=True, claimed_by=sam)
    sheet()
    few = queries()
    CallbackFactory.create_batch(20, overdue=True, claimed_by=sam)
    assert queries() == few
