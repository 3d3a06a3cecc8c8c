"""After a call that nobody answered: another one, then a message, or somebody decides."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from registration.casework import attempts, claims, ending
from registration.casework.attempt_undo import undo_attempt
from registration.casework.desk_calendar import current_calendar
from registration.casework.follow_up import (
    awaits_message,
    awaits_outcome,
    is_agreed,
    unanswered_calls,
)
from registration.casework.reopening import reopen
from registration.models import AttemptPolicy, Callback, ClosedDay
from registration.own_page.overview import overview_of
from registration.rules.deadlines import due_at
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.channels import Fallback
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.moments import DayPart, Weekday
from tests.registration.factories import AnswersFactory, CallbackFactory, DeskMemberFactory
from tests.registration.rules.test_deadlines import amsterdam

pytestmark = pytest.mark.django_db
VOICEMAIL = AnswersFactory(fallback=(Fallback.VOICEMAIL,))


@pytest.fixture
def sam():
    return DeskMemberFactory()


def callback_since(received: str, answers=None) -> Callback:
    """Return a callback to somebody who registered at this Dutch time."""
    at = amsterdam(received)
    with time_machine.travel(at, tick=False):
        return CallbackFactory(
            due_at=due_at(at, current_calendar(at)),
            registration__answers=answers or AnswersFactory(),
            registration__received_at=at,
        )


def try_at(
    callback: Callback,
    user,
    moment: str | datetime,
    result: AttemptResult = AttemptResult.NO_ANSWER,
    **options,
) -> Callback:
    """Take a callback, record an attempt at this Dutch time, and return it as it is then."""
    at = amsterdam(moment) if isinstance(moment, str) else moment
    with time_machine.travel(at, tick=False):
        claims.claim(callback.pk, user)
        attempts.record_attempt(callback.pk, user, result, **options)
    return Callback.objects.select_related("registration").get(pk=callback.pk)


class TestWhatCannotHaveHappened:
    def test_letting_it_ring_three_times_within_minutes_is_one_attempt(self, sam):
        callback = callback_since("2026-11-23 09:30")
        for minute in ("10:00", "10:01", "10:02"):
            fresh = try_at(callback, sam, f"2026-11-23 {minute}")
        assert unanswered_calls(fresh) == [amsterdam("2026-11-23 10:00")]
        assert not awaits_message(fresh)
        assert fresh.next_attempt_at is not None

    @pytest.mark.parametrize(
        ("moment", "avoid"),
        [("2026-11-22 10:00", ()), ("2026-11-23 10:00", ("monday:morning",))],
    )
    @pytest.mark.parametrize(
        "result", [AttemptResult.NO_ANSWER, AttemptResult.REACHED, AttemptResult.WRONG_NUMBER]
    )
    def test_who_may_not_be_called_was_not_called_and_the_promise_still_runs(
        self, sam, moment, avoid, result
    ):
        callback = callback_since("2026-11-22 09:00", AnswersFactory(avoid=avoid))
        with pytest.raises(claims.NotAllowedError):
            try_at(callback, sam, moment, result)
        callback.refresh_from_db()
        assert callback.first_attempt_at is None

    def test_a_call_that_ended_after_closing_time_is_recorded(self, sam):
        callback = callback_since("2026-11-23 09:30")
        fresh = try_at(callback, sam, "2026-11-23 17:20", AttemptResult.REACHED)
        assert fresh.reached_at is not None

    def test_that_the_person_called_us_counts_at_any_moment_and_as_no_attempt_of_ours(self, sam):
        callback = callback_since("2026-11-22 09:00")
        fresh = try_at(callback, sam, "2026-11-22 20:00", AttemptResult.CALLED_US)
        assert fresh.registration.state == Lifecycle.SPOKEN
        assert fresh.reached_at == fresh.first_attempt_at == amsterdam("2026-11-22 20:00")
        assert fresh.attempt_count == 0
        assert fresh.claimed_by == sam


class TestPlanning:
    def test_the_next_attempt_comes_by_itself(self, sam):
        callback = callback_since("2026-11-23 09:30")
        fresh = try_at(callback, sam, "2026-11-23 10:00")
        assert fresh.next_attempt_at == amsterdam("2026-11-24 12:00")

    @pytest.mark.parametrize(
        ("received", "last", "planned"),
        [
            ("2026-11-27 13:30", "2026-11-27 14:00", "2026-11-30 09:00"),
            ("2026-12-24 12:00", "2026-12-24 15:00", "2026-12-28 09:00"),
        ],
        ids=["a weekend", "Christmas"],
    )
    def test_over_closed_days(self, sam, received, last, planned):
        fresh = try_at(callback_since(received), sam, last)
        assert fresh.next_attempt_at == amsterdam(planned)

    def test_a_moment_chosen_by_hand_stays(self, sam):
        by_hand = amsterdam("2026-11-26 15:00")
        fresh = try_at(
            callback_since("2026-11-23 09:30"), sam, "2026-11-23 10:00", next_attempt_at=by_hand
        )
        assert fresh.next_attempt_at == by_hand

    def test_it_can_be_switched_off(self, sam):
        AttemptPolicy.objects.update_or_create(defaults={"plans_next": False})
        fresh = try_at(callback_since("2026-11-23 09:30"), sam, "2026-11-23 10:00")
        assert fresh.next_attempt_at is None
        assert not fresh.needs_coordinator

    def test_without_any_permitted_moment_the_coordinator_decides(self, sam):
        all_but_monday_morning = tuple(
            f"{day.code}:{part.value}"
            for day in Weekday
            for part in DayPart
            if (day, part) != (Weekday.MONDAY, DayPart.MORNING)
        )
        callback = callback_since("2026-11-23 09:30", AnswersFactory(avoid=all_but_monday_morning))
        for weeks in range(1, 6):
            ClosedDay.objects.create(date=date(2026, 11, 23) + timedelta(weeks=weeks))
        fresh = try_at(callback, sam, "2026-11-23 10:00")
        assert fresh.next_attempt_at is None
        assert fresh.needs_coordinator

    def test_the_person_reads_when_we_try_again(self, sam):
        fresh = try_at(callback_since("2026-11-23 09:30"), sam, "2026-11-23 10:00")
        with time_machine.travel(amsterdam("2026-11-23 20:00"), tick=False):
            sentence = overview_of(fresh.registration, fresh.registration).sentence
        assert sentence.startswith("We hebben je gebeld, maar niet bereikt.")
        assert sentence.endswith("op dinsdag 24 november.")

    def test_the_person_reads_no_day_that_has_passed(self, sam):
        fresh = try_at(callback_since("2026-11-23 09:30"), sam, "2026-11-23 10:00")
        with time_machine.travel(amsterdam("2026-11-25 09:00"), tick=False):
            sentence = overview_of(fresh.registration, fresh.registration).sentence
        assert sentence == "We hebben je gebeld, maar niet bereikt. We proberen het opnieuw."


class TestAfterTheLast:
    def used_up(self, sam, answers) -> Callback:
        callback = callback_since("2026-11-23 09:30", answers)
        for _attempt in range(2):
            callback = try_at(callback, sam, callback.next_attempt_at or "2026-11-23 10:00")
        return callback

    def test_three_attempts_fall_within_the_promise(self, sam):
        callback = self.used_up(sam, VOICEMAIL)
        assert callback.next_attempt_at is not None
        assert callback.next_attempt_at < callback.due_at

    def test_a_message_follows_and_no_more_calls(self, sam):
        callback = self.used_up(sam, VOICEMAIL)
        fresh = try_at(callback, sam, callback.next_attempt_at)
        assert fresh.next_attempt_at is None
        assert not fresh.needs_coordinator
        assert awaits_message(fresh)

    def test_where_no_message_is_allowed_the_coordinator_decides(self, sam):
        callback = self.used_up(sam, AnswersFactory(fallback=(Fallback.ONLY_RETRY,)))
        fresh = try_at(callback, sam, callback.next_attempt_at)
        assert fresh.needs_coordinator

    def test_a_voicemail_at_the_last_attempt_is_the_message(self, sam):
        callback = self.used_up(sam, VOICEMAIL)
        fresh = try_at(callback, sam, callback.next_attempt_at, AttemptResult.VOICEMAIL)
        assert fresh.message_at == callback.next_attempt_at
        assert not awaits_message(fresh)

    def test_an_earlier_voicemail_is_not(self, sam):
        callback = callback_since("2026-11-23 09:30", VOICEMAIL)
        fresh = try_at(callback, sam, "2026-11-23 10:00", AttemptResult.VOICEMAIL)
        assert fresh.message_at is None
        assert fresh.next_attempt_at is not None

    @pytest.mark.parametrize("result", [AttemptResult.REACHED, AttemptResult.CALL_BACK])
    def test_contact_begins_the_counting_anew(self, sam, result):
        callback = callback_since("2026-11-23 09:30", VOICEMAIL)
        callback = try_at(callback, sam, "2026-11-23 10:00")
        soon = amsterdam("2026-11-24 10:00")
        options = {"next_attempt_at": soon} if result == AttemptResult.CALL_BACK else {}
        callback = try_at(callback, sam, "2026-11-23 14:00", result, **options)
        assert unanswered_calls(callback) == []

    def test_a_new_number_begins_the_counting_anew(self, sam):
        callback = self.used_up(sam, VOICEMAIL)
        callback.registration.changed_by_person_at = callback.next_attempt_at - timedelta(hours=1)
        callback.registration.save()
        fresh = try_at(callback, sam, callback.next_attempt_at)
        assert fresh.next_attempt_at is not None
        assert fresh.registration.state == Lifecycle.RECEIVED


WEDNESDAY = amsterdam("2026-11-25 13:00")
R = AttemptResult


class TestWhatWasAgreed:
    @pytest.fixture
    def agreed(self, sam):
        """Return a callback to somebody who asked on Monday to be called on Wednesday at 13:00."""
        callback = callback_since("2026-11-23 09:30", VOICEMAIL)
        return try_at(callback, sam, "2026-11-23 10:00", R.CALL_BACK, next_attempt_at=WEDNESDAY)

    @pytest.mark.parametrize("result", [R.CALLED_US, R.REACHED, R.NO_ANSWER, R.VOICEMAIL])
    def test_it_stays_whatever_happens_before(self, sam, agreed, result):
        fresh = try_at(agreed, sam, "2026-11-24 10:00", result)
        fresh = try_at(fresh, sam, "2026-11-24 15:00", result)
        assert fresh.next_attempt_at == WEDNESDAY
        assert is_agreed(fresh)
        assert not awaits_outcome(fresh)

    def test_it_stays_also_when_all_attempts_are_made_before(self, sam, agreed):
        for hour in ("10:00", "12:00", "14:00", "16:00"):
            agreed = try_at(agreed, sam, f"2026-11-24 {hour}", R.VOICEMAIL)
        assert agreed.next_attempt_at == WEDNESDAY
        assert agreed.message_at is None

    @pytest.mark.parametrize("result", [R.CALLED_US, R.REACHED])
    def test_who_says_that_it_is_over_is_asked_for_the_outcome(self, sam, agreed, result):
        fresh = try_at(agreed, sam, "2026-11-24 10:00", result, agreed_stays=False)
        assert fresh.next_attempt_at is None
        assert awaits_outcome(fresh)

    def test_a_wrong_number_ends_it(self, sam, agreed):
        fresh = try_at(agreed, sam, "2026-11-24 10:00", R.WRONG_NUMBER)
        assert fresh.next_attempt_at is None

    def test_another_one_takes_its_place(self, sam, agreed):
        friday = amsterdam("2026-11-27 10:00")
        fresh = try_at(agreed, sam, "2026-11-24 10:00", R.CALL_BACK, next_attempt_at=friday)
        assert (fresh.next_attempt_at, is_agreed(fresh)) == (friday, True)

    def test_when_nobody_answers_at_that_moment_the_next_one_is_planned_and_not_agreed(
        self, sam, agreed
    ):
        fresh = try_at(agreed, sam, WEDNESDAY)
        assert fresh.next_attempt_at is not None
        assert fresh.next_attempt_at > WEDNESDAY
        assert not is_agreed(fresh)

    def test_taking_back_an_attempt_brings_it_back(self, sam, agreed):
        fresh = try_at(agreed, sam, "2026-11-24 10:00", R.CALLED_US, agreed_stays=False)
        with time_machine.travel(amsterdam("2026-11-24 10:05"), tick=False):
            undo_attempt(fresh.pk, sam)
        fresh.refresh_from_db()
        assert is_agreed(fresh)

    @pytest.mark.parametrize(
        ("reopened", "planned"),
        [("2026-11-24 15:00", WEDNESDAY), ("2026-11-25 14:00", None)],
        ids=["still to come", "over"],
    )
    def test_what_was_closed_too_early_has_it_again_if_it_is_still_to_come(
        self, sam, agreed, reopened, planned
    ):
        with time_machine.travel(amsterdam("2026-11-24 10:00"), tick=False):
            claims.claim(agreed.pk, sam)
            ending.end(agreed.pk, sam, Lifecycle.WITHDRAWN)
        with time_machine.travel(amsterdam(reopened), tick=False):
            fresh = reopen(agreed.pk, sam).callback
        assert fresh.next_attempt_at == planned
        assert is_agreed(fresh) is bool(planned)
