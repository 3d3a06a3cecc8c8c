"""How busy the coming days are, and what people who choose a moment see of it."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from registration.casework.desk_calendar import current_calendar
from registration.forms import ReachForm
from registration.models import Absence, PromiseClockSettings
from registration.promise_clock.load import PartLoad, busy_moments, coming_days
from registration.rules.deadlines import Moment
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.moments import ANY_TIME, DayPart
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    CoordinatorFactory,
    DeskMemberFactory,
    StaffFactory,
)
from tests.registration.promise_clock.moments import amsterdam

pytestmark = pytest.mark.django_db

# A Monday; a promise of now is due on Thursday at ten.
NOW = amsterdam("2026-11-23 10:00")


@pytest.fixture(autouse=True)
def _on_monday():
    with time_machine.travel(NOW, tick=False):
        yield


def loads() -> dict[str, PartLoad]:
    """Return the coming days by the code of the part."""
    return {load.moment.code: load for load in coming_days(NOW, current_calendar())}


def one_call_each() -> None:
    """Let everybody make one call in a part of a day."""
    PromiseClockSettings.objects.update_or_create(pk=1, defaults={"calls_per_part": 1})


def test_five_open_days_are_shown_with_the_rest_of_today():
    codes = list(loads())
    assert codes[0] == "2026-11-23:morning"
    assert codes[-1] == "2026-11-27:afternoon"
    assert len(codes) == 10
    with time_machine.travel(amsterdam("2026-12-24 13:00")):
        christmas = coming_days(timezone.now(), current_calendar())
    assert [str(load.moment.date) for load in christmas][:3] == [
        "2026-12-24",
        "2026-12-28",
        "2026-12-28",
    ]


def test_callbacks_count_where_they_are_planned_or_else_due():
    CallbackFactory(due_at=amsterdam("2026-11-24 12:00"))
    CallbackFactory(due_at=amsterdam("2026-11-24 12:01"))
    CallbackFactory(
        due_at=amsterdam("2026-11-24 12:00"), next_attempt_at=amsterdam("2026-11-26 09:00")
    )
    CallbackFactory(next_attempt_at=amsterdam("2026-11-26 12:00"))
    CallbackFactory(due_at=amsterdam("2026-11-24 12:00"), state=CallbackState.DONE)
    CallbackFactory(overdue=True)
    CallbackFactory(due_at=amsterdam("2026-12-24 12:00"))
    found = loads()
    assert {code: (load.due, load.planned) for code, load in found.items() if load.to_do} == {
        "2026-11-23:morning": (1, 0),
        "2026-11-24:morning": (1, 0),
        "2026-11-24:afternoon": (1, 0),
        "2026-11-26:morning": (0, 1),
        "2026-11-26:afternoon": (0, 1),
    }


def test_what_people_prefer_is_shown_to_the_desk():
    answers = AnswersFactory(moments=("2026-11-24:morning", "2026-11-25:afternoon"))
    CallbackFactory(registration__answers=answers)
    CallbackFactory(registration__answers=answers, first_attempt_at=NOW)
    assert (loads()["2026-11-24:morning"].preferred, loads()["2026-11-24:afternoon"].preferred) == (
        1,
        0,
    )


def test_the_desk_can_do_less_while_colleagues_are_absent():
    sam = DeskMemberFactory()
    CoordinatorFactory()
    StaffFactory()
    Absence.objects.create(user=sam, first_day=date(2026, 11, 24), last_day=date(2026, 11, 25))
    capacity = {str(load.moment.date): load.capacity for load in loads().values()}
    assert list(capacity.values()) == [8, 4, 4, 8, 8]


def test_the_coming_days_cost_as_many_queries_with_many_callbacks(django_assert_max_num_queries):
    CallbackFactory.create_batch(12)
    calendar = current_calendar()
    PromiseClockSettings.load()
    with django_assert_max_num_queries(5):
        coming_days(NOW, calendar)


# --- On the form ------------------------------


def labels() -> dict[str, str]:
    """Return what the form offers, by code."""
    found: dict[str, str] = {}
    for value, label in ReachForm().fields["moments"].choices:
        found.update(label if isinstance(label, list) else [(value, label)])
    return {code: str(label) for code, label in found.items()}


def test_a_busy_part_of_a_day_is_marked_and_can_still_be_chosen():
    one_call_each()
    DeskMemberFactory()
    free = labels()
    CallbackFactory(due_at=amsterdam("2026-11-24 11:00"))
    busy = labels()
    # Kept for a minute, so that a page costs nothing.
    assert busy == free
    with time_machine.travel(NOW + timedelta(seconds=61), tick=False):
        busy = labels()
    assert busy.keys() == free.keys()
    assert [code for code in busy if "druk" in busy[code]] == ["2026-11-24:morning"]


def test_if_all_is_busy_nothing_is_marked_and_any_time_is_always_offered():
    one_call_each()
    DeskMemberFactory()
    for day in (23, 24, 25, 26, 27):
        for hour in (11, 16):
            CallbackFactory(due_at=amsterdam(f"2026-11-{day} {hour}:00"))
    found = labels()
    assert not [label for label in found.values() if "druk" in label]
    assert ANY_TIME in found


def test_without_anybody_at_the_desk_nothing_is_known_and_nothing_marked():
    CallbackFactory.create_batch(3, due_at=amsterdam("2026-11-24 11:00"))
    offered = [
        Moment(date(2026, 11, 24), DayPart.MORNING),
        Moment(date(2026, 11, 24), DayPart.AFTERNOON),
    ]
    assert busy_moments(NOW, offered, current_calendar()) == set()


def test_the_form_decrypts_nothing_and_asks_the_database_once_a_minute(
    django_assert_num_queries,
):
    CallbackFactory.create_batch(3, due_at=amsterdam("2026-11-24 11:00"))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registration_registration SET answers = %s", [b"of a lost key"])
    offered = [Moment(date(2026, 11, 24), DayPart.MORNING)]
    calendar = current_calendar()
    busy_moments(NOW, offered, calendar)
    with django_assert_num_queries(0):
        busy_moments(NOW, offered, calendar)
