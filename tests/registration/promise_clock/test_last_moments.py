"""Where the last permitted moment of a promise passes by itself, somebody is put in charge."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from registration.background.periodic import run_due
from registration.casework import claims
from registration.models import Callback
from registration.promise_clock.last_moments import put_coordinator_in_charge
from tests.registration.factories import AnswersFactory, DeskMemberFactory
from tests.registration.promise_clock.moments import amsterdam, promised

pytestmark = pytest.mark.django_db
# Registered on Monday at ten, so promised before Thursday at ten.
MONDAY = "2026-11-23 10:00"
BUT_TUESDAY_MORNING = (
    "monday:morning",
    "monday:afternoon",
    "tuesday:afternoon",
    "wednesday:morning",
    "wednesday:afternoon",
    "thursday:morning",
)
DURING, AFTER = amsterdam("2026-11-24 11:00"), amsterdam("2026-11-24 13:05")


def waiting(avoid=(), **changes) -> Callback:
    answers = AnswersFactory(phone="+31612344321", avoid=avoid)
    return promised(MONDAY, registration__answers=answers, **changes)


def is_decided(callback: Callback) -> bool:
    callback.refresh_from_db()
    return callback.needs_coordinator


def test_the_coordinator_decides_as_soon_as_the_last_moment_is_over_and_no_sooner(clock):
    callback = waiting(BUT_TUESDAY_MORNING)
    clock.move_to(DURING)
    assert put_coordinator_in_charge(DURING) == 0
    assert not is_decided(callback)
    clock.move_to(AFTER)
    assert put_coordinator_in_charge(AFTER) == 1
    assert is_decided(callback)
    with pytest.raises(claims.NotAllowedError):
        claims.claim(callback.pk, DeskMemberFactory())
    assert put_coordinator_in_charge(AFTER) == 0


def test_so_it_is_where_two_who_may_be_the_same_leave_one_moment_together(clock):
    first = waiting(BUT_TUESDAY_MORNING[:3])
    second = waiting(BUT_TUESDAY_MORNING[3:])
    put_coordinator_in_charge(DURING)
    assert not is_decided(first)
    put_coordinator_in_charge(AFTER)
    assert is_decided(first)
    assert is_decided(second)


def test_whoever_leaves_another_moment_waits_in_the_queue(clock):
    callback = waiting(BUT_TUESDAY_MORNING[:-2])
    put_coordinator_in_charge(AFTER)
    assert not is_decided(callback)


@pytest.mark.parametrize(
    "changes",
    [
        {"first_attempt_at": DURING},
        {"next_attempt_at": amsterdam("2026-11-27 10:00")},
        {"state": "done", "finished_at": DURING},
    ],
    ids=["tried", "planned", "closed"],
)
def test_what_somebody_has_seen_to_is_left_alone(clock, changes):
    callback = waiting(BUT_TUESDAY_MORNING, **changes)
    put_coordinator_in_charge(AFTER)
    assert not is_decided(callback)


def test_one_who_cannot_be_read_any_more_holds_up_no_other(clock):
    lost, callback = waiting(), waiting(BUT_TUESDAY_MORNING)
    Callback.objects.filter(pk=callback.pk).update(due_at=callback.due_at + timedelta(minutes=1))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE registration_registration SET answers = %s, phone_hash = '' WHERE id = %s",
            [b"lost", lost.registration_id],
        )
    put_coordinator_in_charge(AFTER)
    assert is_decided(callback)


def test_the_worker_looks_by_itself(clock):
    callback = waiting(BUT_TUESDAY_MORNING)
    clock.move_to(AFTER)
    assert "last_moments" in run_due(timezone.now())
    assert is_decided(callback)
