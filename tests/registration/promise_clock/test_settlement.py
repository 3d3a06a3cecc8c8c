"""Each promise is settled once, when it is decided, and counted on the day it was due."""

from datetime import date, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, connections

from registration.background.retention import apply_retention
from registration.casework import attempts, changes_by_person, ending
from registration.models import Callback, ExamplePromiseDay, PromiseDay, Registration
from registration.promise_clock.settlement import settle_promises
from registration.rules.contact_policy import policy_for
from registration.vocabulary.callbacks import AttemptResult, CallbackState
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.promises import PromiseOutcome
from registration.vocabulary.referral_options import ClientCall
from tests.registration.factories import (
    CallbackFactory,
    DeskMemberFactory,
    RegistrationFactory,
    put_on_record,
)
from tests.registration.promise_clock.moments import amsterdam, promised
from tests.registration.referral.factories import ReferredAnswersFactory

pytestmark = pytest.mark.django_db

DUE = amsterdam("2026-11-26 10:00")
BEFORE, AFTER = DUE - timedelta(minutes=1), DUE + timedelta(minutes=1)


def counts(day: date | None = None, *, is_question: bool = False) -> tuple[int, int, int, int]:
    """Return promised, met, reached in time and void of a day: that of DUE, if none is given."""
    row = PromiseDay.objects.filter(day=day or DUE.date(), is_question=is_question).first()
    return (row.promised, row.met, row.reached_in_time, row.void) if row else (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("changes", "at", "expected"),
    [
        # Open: decided when its time has passed.
        ({}, BEFORE, (0, 0, 0, 0)),
        ({}, DUE, (0, 0, 0, 0)),
        ({}, AFTER, (1, 0, 0, 0)),
        ({"first_attempt_at": BEFORE}, BEFORE, (0, 0, 0, 0)),
        ({"first_attempt_at": BEFORE}, AFTER, (1, 1, 0, 0)),
        ({"first_attempt_at": DUE}, AFTER, (1, 1, 0, 0)),
        ({"first_attempt_at": AFTER}, AFTER, (1, 0, 0, 0)),
        ({"first_attempt_at": BEFORE, "reached_at": DUE}, AFTER, (1, 1, 1, 0)),
        ({"first_attempt_at": BEFORE, "reached_at": AFTER}, AFTER, (1, 1, 0, 0)),
        # Done: decided at once after an attempt.
        (
            {"state": "done", "finished_at": BEFORE, "first_attempt_at": BEFORE},
            BEFORE,
            (1, 1, 0, 0),
        ),
        ({"state": "done", "finished_at": BEFORE}, BEFORE, (0, 0, 0, 0)),
        ({"state": "done", "finished_at": BEFORE}, AFTER, (1, 0, 0, 0)),
        # Cancelled: lapsed, unless it was kept or broken by then.
        ({"state": "cancelled", "finished_at": BEFORE}, BEFORE, (1, 0, 0, 1)),
        ({"state": "cancelled", "finished_at": AFTER}, AFTER, (1, 0, 0, 0)),
        (
            {"state": "cancelled", "finished_at": BEFORE, "first_attempt_at": BEFORE},
            BEFORE,
            (1, 1, 0, 0),
        ),
    ],
)
def test_a_promise_is_kept_broken_or_lapsed(
    changes: dict[str, Any], at: Any, expected: tuple[int, int, int, int]
) -> None:
    CallbackFactory(due_at=DUE, registration__state=Lifecycle.ALLOCATED, **changes)
    settle_promises(at)
    assert counts() == expected
    settle_promises(at)
    assert counts() == expected


@pytest.mark.parametrize("state", [Lifecycle.WITHDRAWN, Lifecycle.MISTAKE])
def test_what_the_desk_closes_as_withdrawn_or_mistaken_lapses(state: Lifecycle) -> None:
    for closed_at in (BEFORE, AFTER):
        CallbackFactory(
            due_at=DUE, state=CallbackState.DONE, finished_at=closed_at, registration__state=state
        )
    settle_promises(BEFORE)
    assert counts() == (1, 0, 0, 1)
    settle_promises(AFTER)
    assert counts() == (2, 0, 0, 1)


@pytest.mark.parametrize("wish", ClientCall)
def test_of_a_referral_only_what_the_client_asked_for_is_in_the_figure(wish: ClientCall) -> None:
    answers = ReferredAnswersFactory(referral__call_client=wish)
    kind = policy_for(answers, neutral_mail_available=True).task_kind
    callback = CallbackFactory(
        due_at=DUE,
        kind=kind,
        first_attempt_at=BEFORE,
        registration__answers=answers,
        registration__source=Source.REFERRER,
    )
    assert settle_promises(AFTER) == 1
    assert counts() == ((1, 1, 0, 0) if wish == ClientCall.CALL else (0, 0, 0, 0))
    callback.refresh_from_db()
    assert callback.settled_as == PromiseOutcome.MET


def test_questions_are_counted_apart_and_examples_among_examples() -> None:
    CallbackFactory(due_at=DUE)
    CallbackFactory(due_at=DUE, registration__source=Source.QUESTION, first_attempt_at=BEFORE)
    CallbackFactory(due_at=DUE, registration__is_demo=True)
    assert settle_promises(AFTER) == 3
    assert counts() == (1, 0, 0, 0)
    assert counts(is_question=True) == (1, 1, 0, 0)
    assert ExamplePromiseDay.objects.get().promised == 1


def test_what_the_person_was_told_counts_where_the_deadline_moved() -> None:
    told = DUE + timedelta(days=1)
    kept = CallbackFactory(due_at=DUE, told_due_at=told, first_attempt_at=told)
    settle_promises(AFTER)
    assert Callback.objects.get(pk=kept.pk).settled_as == ""
    settle_promises(told + timedelta(minutes=1))
    assert counts() == (0, 0, 0, 0)
    assert counts(told.date()) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("received", "due_on"),
    [
        ("2026-11-26 21:00", date(2026, 11, 27)),  # Thursday evening: before the weekend
        ("2026-12-24 14:00", date(2026, 12, 28)),  # Christmas Eve
        ("2026-04-02 16:00", date(2026, 4, 7)),  # before Good Friday
        ("2026-04-24 15:30", date(2026, 4, 28)),  # King's Day on Monday
        ("2026-10-23 12:00", date(2026, 10, 26)),  # the clock goes back
        ("2027-03-26 16:00", date(2027, 3, 30)),  # Good Friday, then the clock goes forward
    ],
)
def test_the_day_is_that_of_the_deadline_in_dutch_time(received: str, due_on: date) -> None:
    callback = promised(received)
    settle_promises(callback.due_at)
    assert counts(due_on) == (0, 0, 0, 0)
    settle_promises(callback.due_at + timedelta(seconds=1))
    assert counts(due_on) == (1, 0, 0, 0)


# --- Through what people and the desk do ------------------------------


def test_a_call_in_time_that_is_closed_and_deleted_soon_after_is_counted(clock) -> None:
    sam = DeskMemberFactory()
    callback = CallbackFactory(claimed_by=sam)
    day = callback.due_at.date()
    attempts.record_attempt(callback.pk, sam, AttemptResult.REACHED)
    put_on_record(callback, Lifecycle.OTHER_SERVICE)
    ending.end(callback.pk, sam, Lifecycle.OTHER_SERVICE)
    changes_by_person.erase(callback.registration_id, callback.due_at - timedelta(hours=20))
    assert not Registration.objects.exists()
    assert counts(day) == (1, 1, 1, 0)


def test_who_pauses_withdraws_or_deletes_in_time_was_promised_nothing_more(clock) -> None:
    first, second, third = CallbackFactory.create_batch(3)
    now, day = first.due_at - timedelta(hours=12), first.due_at.date()
    changes_by_person.pause(first.registration_id, now)
    changes_by_person.withdraw(second.registration_id, now)
    changes_by_person.erase(third.registration_id, now)
    settle_promises(now)
    assert counts(day) == (3, 0, 0, 3)


def test_after_a_pause_the_new_promise_counts_for_itself(clock) -> None:
    callback = CallbackFactory()
    now = callback.due_at - timedelta(hours=12)
    changes_by_person.pause(callback.registration_id, now)
    changes_by_person.resume(callback.registration_id, now + timedelta(days=7))
    again = Callback.objects.latest("pk")
    settle_promises(again.due_at + timedelta(seconds=1))
    assert counts(callback.due_at.date()) == (1, 0, 0, 1)
    assert counts(again.due_at.date()) == (1, 0, 0, 0)


def test_deleting_does_not_hide_a_broken_promise(clock) -> None:
    callback = CallbackFactory(overdue=True)
    clock.shift(timedelta(hours=1))
    changes_by_person.erase(callback.registration_id, callback.due_at + timedelta(hours=4))
    assert counts(callback.due_at.date()) == (1, 0, 0, 0)


def test_retention_leaves_the_count_and_needs_no_key(clock, settings) -> None:
    registration = RegistrationFactory(closed=True, state_changed_at=DUE)
    CallbackFactory(registration=registration, done=True, due_at=DUE, first_attempt_at=BEFORE)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registration_registration SET answers = %s", [b"of a lost key"])
    apply_retention(DUE + timedelta(days=400))
    assert not Registration.objects.exists()
    assert counts() == (1, 1, 0, 0)


def test_settling_reads_no_answers(django_assert_max_num_queries) -> None:
    CallbackFactory.create_batch(3, due_at=DUE)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registration_registration SET answers = %s", [b"of a lost key"])
    with django_assert_max_num_queries(1 + 3 * 8):
        assert settle_promises(AFTER) == 3


@pytest.mark.django_db(transaction=True)
def test_two_workers_count_each_promise_once() -> None:
    for number in range(4):
        CallbackFactory(due_at=DUE, first_attempt_at=BEFORE if number else None)
    start = Barrier(2)

    def work() -> None:
        start.wait()
        settle_promises(AFTER)
        connections.close_all()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert counts() == (4, 3, 0, 0)
    assert Callback.objects.filter(settled_as=PromiseOutcome.MET).count() == 3
