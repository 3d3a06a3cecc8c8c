"""The callbacks of a day on paper: grouped by when to call, and without anybody's data."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from registration.rules.deadlines import DESK_TIME_ZONE
from tests.registration.desk.screens import TUESDAY_MORNING
from tests.registration.factories import AnswersFactory, CallbackFactory, StaffFactory

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
    for secret in ("Geheimnaam", "2340045", answers.email, answers.story, "traffic", "Pools"):
        assert secret not in text


def test_an_empty_day_and_an_unreadable_one_say_so(sheet):
    assert "Nothing is planned" in sheet(date="2026-06-14").content.decode()
    response = sheet(date="31-02-2026")
    assert "We cannot read this as a date" in response.content.decode()
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
