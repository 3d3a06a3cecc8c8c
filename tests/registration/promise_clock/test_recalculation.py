"""A change of the calendar moves open promises, and never makes one later in silence."""

import uuid
from datetime import date, datetime, time, timedelta
from threading import Event, Thread

import pytest
import time_machine
from django.db import connections
from hypothesis import assume, given
from hypothesis import strategies as st

from registration.casework import changes_by_person
from registration.casework.desk_calendar import calendar_to_promise_by
from registration.casework.submission import Submission, submit_registration
from registration.models import Callback, ClosedDay, OpeningHours, PromiseMove, PromiseSettings
from registration.promise_clock.moved import moved_promises
from registration.promise_clock.recalculation import calendar_change
from registration.rules.deadlines import DESK_TIME_ZONE, due_at, is_open, moved_due_at
from registration.vocabulary.callbacks import AttemptResult, CallbackState
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.moments import DayPart, Weekday
from tests.registration.factories import AnswersFactory, CallbackFactory, ContactAttemptFactory
from tests.registration.promise_clock.moments import amsterdam, promised
from tests.registration.rules.test_deadlines import calendar_with

# (what happened, received, now, closed since, told, moved to)
MOVES = [
    (
        "the desk stays open then",
        "2026-11-23 10:00",
        "2026-11-23 11:00",
        ["2026-11-25"],
        "2026-11-26 10:00",
        "2026-11-26 10:00",
    ),
    (
        "closed then, but not the day before",
        "2026-11-23 10:00",
        "2026-11-23 11:00",
        ["2026-11-26"],
        "2026-11-26 10:00",
        "2026-11-25 17:00",
    ),
    (
        "closed then and the day before",
        "2026-11-23 10:00",
        "2026-11-23 11:00",
        ["2026-11-25", "2026-11-26"],
        "2026-11-26 10:00",
        "2026-11-24 17:00",
    ),
    (
        "closed all the time until then",
        "2026-11-23 10:00",
        "2026-11-23 17:30",
        ["2026-11-24", "2026-11-25", "2026-11-26"],
        "2026-11-26 10:00",
        "2026-11-27 17:00",
    ),
    (
        "half an hour is left before",
        "2026-11-23 10:00",
        "2026-11-25 16:30",
        ["2026-11-26"],
        "2026-11-26 10:00",
        "2026-11-25 17:00",
    ),
    (
        "less than that is left before",
        "2026-11-23 10:00",
        "2026-11-25 16:31",
        ["2026-11-26"],
        "2026-11-26 10:00",
        "2026-11-27 17:00",
    ),
    (
        "on a Friday, the weekend follows",
        "2026-11-26 09:30",
        "2026-11-26 17:30",
        ["2026-11-27"],
        "2026-11-27 17:00",
        "2026-11-30 17:00",
    ),
    (
        "before Christmas",
        "2026-12-23 10:00",
        "2026-12-23 17:30",
        ["2026-12-24"],
        "2026-12-24 17:00",
        "2026-12-28 17:00",
    ),
    (
        "between Christmas and New Year",
        "2026-12-24 14:00",
        "2026-12-27 12:00",
        ["2026-12-28"],
        "2026-12-28 17:00",
        "2026-12-29 17:00",
    ),
    (
        "before Easter",
        "2026-04-01 12:00",
        "2026-04-01 17:30",
        ["2026-04-02"],
        "2026-04-02 17:00",
        "2026-04-07 17:00",
    ),
    (
        "before King's Day",
        "2026-04-23 12:00",
        "2026-04-23 17:30",
        ["2026-04-24"],
        "2026-04-24 17:00",
        "2026-04-28 17:00",
    ),
    (
        "the clock goes back",
        "2026-10-23 12:00",
        "2026-10-23 17:30",
        ["2026-10-26"],
        "2026-10-26 12:00",
        "2026-10-27 17:00",
    ),
    (
        "the clock goes forward",
        "2028-03-24 12:00",
        "2028-03-24 17:30",
        ["2028-03-27"],
        "2028-03-27 12:00",
        "2028-03-28 17:00",
    ),
]


@pytest.mark.parametrize(
    ("received", "now", "closed", "told", "expected"),
    [move[1:] for move in MOVES],
    ids=[move[0] for move in MOVES],
)
def test_a_closed_day_moves_a_deadline_to_before_it_where_that_can_be(
    received, now, closed, told, expected
):
    assert due_at(amsterdam(received), calendar_with()) == amsterdam(told)
    moved = moved_due_at(
        amsterdam(told), amsterdam(received), amsterdam(now), calendar_with(*closed)
    )
    assert f"{moved:%Y-%m-%d %H:%M}" == expected


def test_an_earlier_deadline_is_taken_over_only_with_enough_time_left():
    told, received = amsterdam("2026-11-26 10:00"), amsterdam("2026-11-23 10:00")
    two_days = calendar_with(promise_days=2)
    for now, expected in (
        ("2026-11-24 12:00", "2026-11-25 10:00"),
        ("2026-11-24 15:00", "2026-11-26 10:00"),  # three open hours are too few
        ("2026-11-25 12:00", "2026-11-26 10:00"),  # it would be over already
    ):
        moved = moved_due_at(told, received, amsterdam(now), two_days)
        assert f"{moved:%Y-%m-%d %H:%M}" == expected


def test_a_longer_promise_moves_nothing():
    told, received = amsterdam("2026-11-26 10:00"), amsterdam("2026-11-23 10:00")
    now = amsterdam("2026-11-24 12:00")
    assert moved_due_at(told, received, now, calendar_with(promise_days=5)) == told
    assert moved_due_at(told, received, now, calendar_with(hours={})) == told


@given(
    received=st.dates(date(2025, 1, 1), date(2027, 11, 1)),
    hours=st.times(),
    waited=st.timedeltas(timedelta(), timedelta(days=3)),
    closed=st.sets(st.integers(0, 7)),
)
def test_a_moved_deadline_is_ahead_when_the_desk_is_open_and_late_only_for_want_of_time(
    received, hours, waited, closed
):
    at = datetime.combine(received, hours, DESK_TIME_ZONE)
    told, now = due_at(at, calendar_with()), at + waited
    assume(told > now)
    days = [str(at.date() + timedelta(days=number)) for number in closed]
    calendar = calendar_with(*days)
    moved = moved_due_at(told, at, now, calendar)
    assert moved > now
    assert is_open(moved - timedelta(microseconds=1), calendar)
    if moved > told:
        assert not is_open(told - timedelta(microseconds=1), calendar)
    assert moved_due_at(told, at, now, calendar_with()) <= told


# --- Stored promises ------------------------------


def close_desk_on(day: int) -> ClosedDay:
    """Close the desk on a day of November 2026, as its screen does."""
    with calendar_change():
        return ClosedDay.objects.create(date=date(2026, 11, day), reason_nl="Verhuizing")


def planned(moment: str, result: AttemptResult, **changes) -> Callback:
    """Return a callback that was tried today, with its next attempt at this Dutch time."""
    tried_at = amsterdam("2026-11-23 10:00")
    callback = promised(
        "2026-11-23 09:30",
        first_attempt_at=tried_at,
        attempt_count=1,
        next_attempt_at=amsterdam(moment),
        agreed_at=amsterdam(moment) if result == AttemptResult.CALL_BACK else None,
        **changes,
    )
    ContactAttemptFactory(callback=callback, made_at=tried_at, result=result)
    return callback


@pytest.mark.django_db
class TestStoredPromises:
    @pytest.fixture(autouse=True)
    def _on_monday(self):
        with time_machine.travel(amsterdam("2026-11-23 11:00"), tick=False):
            yield

    def test_a_closed_day_moves_what_falls_on_it_and_says_so(self):
        moving = promised("2026-11-23 10:00")
        staying = promised("2026-11-23 10:30", due_at=amsterdam("2026-11-25 12:00"))
        close_desk_on(26)
        move = PromiseMove.objects.get()
        assert (move.callback, move.before, move.after) == (
            moving,
            amsterdam("2026-11-26 10:00"),
            amsterdam("2026-11-25 17:00"),
        )
        moving.refresh_from_db()
        assert (moving.due_at, moving.told_due_at) == (move.after, move.before)
        staying.refresh_from_db()
        assert (staying.due_at, staying.told_due_at) == (amsterdam("2026-11-25 12:00"), None)

    def test_who_changes_the_calendar_is_told_what_moved(self):
        promised("2026-11-23 10:00")
        with calendar_change() as change:
            ClosedDay.objects.create(date=date(2026, 11, 26), reason_nl="Verhuizing")
            assert change.moves == []
        assert change.moves == [PromiseMove.objects.get()]

    def test_many_rows_at_once_move_a_deadline_once(self):
        callback = promised("2026-11-23 10:00")
        with calendar_change():
            ClosedDay.objects.bulk_create(
                ClosedDay(date=date(2026, 11, day), reason_nl="Storm") for day in (25, 26)
            )
        assert callback.moves.get().after == amsterdam("2026-11-24 17:00")
        with calendar_change():
            ClosedDay.objects.all().delete()
        assert callback.moves.count() == 2

    def test_without_the_closed_day_it_goes_back_to_what_was_told(self):
        callback = promised("2026-11-23 10:00")
        closed_days = [close_desk_on(day) for day in (23, 24, 25, 26)]
        callback.refresh_from_db()
        assert callback.due_at == amsterdam("2026-11-27 17:00")
        (moved,) = moved_promises(amsterdam("2026-11-24 10:00"), 50)
        assert moved.is_later_than_told
        for closed_day in closed_days:
            with calendar_change():
                closed_day.delete()
        callback.refresh_from_db()
        assert (callback.due_at, callback.told_due_at) == (amsterdam("2026-11-26 10:00"), None)

    def test_opening_hours_and_the_promise_itself_count_too(self):
        callback = promised("2026-11-23 10:00")
        thursday = OpeningHours.objects.get(weekday=3)
        thursday.opens_at = time(12)
        with calendar_change():
            thursday.save()
        callback.refresh_from_db()
        assert callback.due_at == amsterdam("2026-11-25 17:00")
        settings = PromiseSettings.load()
        settings.promise_days = 2
        with calendar_change():
            settings.save()
        callback.refresh_from_db()
        assert callback.due_at == amsterdam("2026-11-25 10:00")
        with calendar_change():
            OpeningHours.objects.filter(weekday=3).delete()
        assert callback.moves.count() == 2

    @pytest.mark.parametrize(
        "changes",
        [
            {"first_attempt_at": amsterdam("2026-11-23 10:45")},
            {"state": CallbackState.DONE},
            {"state": CallbackState.CANCELLED},
        ],
    )
    def test_what_was_tried_or_is_over_stays(self, changes):
        promised("2026-11-23 10:00", **changes)
        close_desk_on(26)
        assert not PromiseMove.objects.exists()

    def test_what_is_late_stays_late(self):
        CallbackFactory(overdue=True)
        close_desk_on(23)
        assert not PromiseMove.objects.exists()

    def test_if_only_ruled_out_moments_are_left_the_coordinator_decides(self):
        avoid = ("monday:morning", "monday:afternoon", "tuesday:morning", "tuesday:afternoon")
        answers = AnswersFactory(avoid=(*avoid, "wednesday:morning", "wednesday:afternoon"))
        callback = promised("2026-11-23 10:00", registration__answers=answers)
        assert not callback.needs_coordinator
        close_desk_on(26)
        callback.refresh_from_db()
        assert callback.needs_coordinator

    def test_an_attempt_that_was_planned_for_a_day_that_closes_is_planned_again(self):
        callback = planned("2026-11-25 10:00", AttemptResult.NO_ANSWER)
        kept = planned("2026-11-24 10:00", AttemptResult.NO_ANSWER)
        with calendar_change() as change:
            ClosedDay.objects.create(date=date(2026, 11, 25))
        assert change.replanned == [callback]
        assert change.appointments == []
        callback.refresh_from_db()
        # Never sooner than it was.
        assert callback.next_attempt_at.astimezone(DESK_TIME_ZONE).date() == date(2026, 11, 26)
        kept.refresh_from_db()
        assert kept.next_attempt_at == amsterdam("2026-11-24 10:00")

    def test_who_would_not_be_tried_before_the_promise_ends_is_for_the_coordinator(self):
        callback = promised("2026-11-23 09:30", next_attempt_at=amsterdam("2026-11-25 10:00"))
        last_day = callback.due_at.astimezone(DESK_TIME_ZONE).date()
        Callback.objects.update(next_attempt_at=callback.due_at - timedelta(hours=1))
        with calendar_change() as change:
            ClosedDay.objects.create(date=last_day)
        assert change.replanned == [callback]
        callback.refresh_from_db()
        assert callback.next_attempt_at.astimezone(DESK_TIME_ZONE).date() > last_day
        assert callback.next_attempt_at > callback.due_at
        assert callback.needs_coordinator

    def test_it_is_not_planned_for_a_moment_that_the_person_ruled_out(self):
        avoid = tuple(
            f"{day}:{part}"
            for day in ("monday", "tuesday", "thursday", "friday")
            for part in DayPart
        )
        callback = planned(
            "2026-11-25 10:00",
            AttemptResult.NO_ANSWER,
            registration__answers=AnswersFactory(avoid=avoid),
        )
        close_desk_on(25)
        callback.refresh_from_db()
        assert callback.next_attempt_at.astimezone(DESK_TIME_ZONE).date() == date(2026, 12, 2)

    def test_what_was_agreed_with_a_person_stays_and_is_listed(self):
        callback = planned("2026-11-25 10:00", AttemptResult.CALL_BACK)
        with calendar_change() as change:
            ClosedDay.objects.create(date=date(2026, 11, 25))
        assert (change.replanned, change.appointments) == ([], [callback])
        callback.refresh_from_db()
        assert callback.next_attempt_at == amsterdam("2026-11-25 10:00")

    def test_what_nobody_can_plan_again_is_for_the_coordinator(self):
        callback = planned("2026-11-25 10:00", AttemptResult.NO_ANSWER)
        with calendar_change():
            OpeningHours.objects.all().delete()
        callback.refresh_from_db()
        assert callback.needs_coordinator

    def test_saving_the_same_again_moves_nothing(self):
        promised("2026-11-23 10:00")
        closed_day = close_desk_on(26)
        with calendar_change() as change:
            closed_day.save()
        assert change.moves == []
        assert PromiseMove.objects.count() == 1

    def test_a_move_that_fails_leaves_the_calendar_as_it_was(self, monkeypatch):
        promised("2026-11-23 10:00")
        monkeypatch.setattr(
            "registration.promise_clock.recalculation.moved_due_at", lambda *args: 1 / 0
        )
        with pytest.raises(ZeroDivisionError):
            close_desk_on(26)
        assert not ClosedDay.objects.exists()

    def test_a_promise_after_a_pause_is_made_by_the_new_calendar(self):
        callback = promised("2026-11-23 10:00")
        now = amsterdam("2026-11-23 11:00")
        changes_by_person.pause(callback.registration_id, now)
        close_desk_on(26)
        changes_by_person.resume(callback.registration_id, now)
        again = Callback.objects.get(registration__state=Lifecycle.RECEIVED, state="open")
        assert again.due_at == amsterdam("2026-11-25 17:00")
        assert not PromiseMove.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_promise_made_while_the_calendar_changes_is_moved_too(monkeypatch):
    calendar_read, closing = Event(), Event()

    def read_slowly():
        calendar = calendar_to_promise_by()
        calendar_read.set()
        closing.wait(60)
        return calendar

    monkeypatch.setattr("registration.casework.submission.calendar_to_promise_by", read_slowly)

    def register():
        submit_registration(Submission(answers=AnswersFactory(), language="nl", key=uuid.uuid4()))
        connections.close_all()

    def close():
        calendar_read.wait(60)
        Thread(target=lambda: (Event().wait(0.3), closing.set())).start()
        close_desk_on(26)
        connections.close_all()

    with time_machine.travel(amsterdam("2026-11-23 10:00"), tick=False):
        people = [Thread(target=register), Thread(target=close)]
        for person in people:
            person.start()
        for person in people:
            person.join()
    callback = Callback.objects.get()
    assert callback.due_at == amsterdam("2026-11-25 17:00")
    assert callback.told_due_at == amsterdam("2026-11-26 10:00")


@pytest.mark.django_db
def test_where_another_registration_of_the_person_rules_all_out_the_coordinator_decides():
    with time_machine.travel(amsterdam("2026-11-23 11:00"), tick=False):
        callback = CallbackFactory(due_at=amsterdam("2026-11-26 10:00"))
        every = tuple(f"{day.code}:{part.value}" for day in Weekday for part in DayPart)
        CallbackFactory(registration__answers=AnswersFactory(avoid=every))
        with calendar_change():
            ClosedDay.objects.create(date=date(2026, 12, 24), reason_nl="Storm")
    callback.refresh_from_db()
    assert callback.needs_coordinator
