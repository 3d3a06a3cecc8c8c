"""The desk's queue: nobody is called twice, never at a wrong moment, and who looked is known."""

import threading
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connections
from django.utils import timezone

from registration.casework import attempts, claims, ending, reading
from registration.casework.claims import AlreadyClaimedError, NotAllowedError, NotClaimedError
from registration.casework.ending import HandOverMissingError
from registration.models import AccessLogEntry, AnonymousCount, Callback, OutboundMail
from registration.models.access_log import AppendOnlyError
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import AttemptResult, CallbackState
from registration.vocabulary.channels import Fallback
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.mails import MailCode
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    CoordinatorFactory,
    DeskMemberFactory,
    put_on_record,
)


@pytest.fixture
def sam():
    return DeskMemberFactory()


@pytest.fixture
def robin():
    return DeskMemberFactory()


@pytest.fixture
def coordinator():
    return CoordinatorFactory()


@pytest.mark.django_db
class TestTaking:
    def test_who_takes_a_callback_has_it(self, sam):
        callback = CallbackFactory()
        claims.claim(callback.pk, sam)
        callback.refresh_from_db()
        assert callback.claimed_by == sam
        assert callback.claimed_at is not None

    def test_a_colleague_comes_too_late(self, sam, robin):
        callback = CallbackFactory(claimed_by=robin)
        with pytest.raises(AlreadyClaimedError):
            claims.claim(callback.pk, sam)
        callback.refresh_from_db()
        assert callback.claimed_by == robin

    def test_taking_again_what_you_have_is_fine(self, sam):
        callback = CallbackFactory(claimed_by=sam)
        claims.claim(callback.pk, sam)

    def test_a_finished_callback_cannot_be_taken(self, sam):
        with pytest.raises(AlreadyClaimedError):
            claims.claim(CallbackFactory(done=True).pk, sam)

    def test_only_the_coordinator_takes_what_the_coordinator_must_decide(self, sam, coordinator):
        callback = CallbackFactory(needs_coordinator=True)
        with pytest.raises(NotAllowedError):
            claims.claim(callback.pk, sam)
        claims.claim(callback.pk, coordinator)

    def test_giving_back_lets_a_colleague_take_it(self, sam, robin):
        callback = CallbackFactory(claimed_by=sam)
        claims.release(callback.pk, sam)
        claims.claim(callback.pk, robin)

    def test_nobody_gives_back_what_a_colleague_has_but_the_coordinator(
        self, sam, robin, coordinator
    ):
        callback = CallbackFactory(claimed_by=robin)
        with pytest.raises(NotClaimedError):
            claims.release(callback.pk, sam)
        claims.release(callback.pk, coordinator)
        callback.refresh_from_db()
        assert callback.claimed_by is None


@pytest.mark.django_db(transaction=True)
def test_two_people_at_the_same_moment_never_hold_the_same_callback():
    people = [DeskMemberFactory() for _ in range(4)]
    callback = CallbackFactory()
    all_ready = threading.Barrier(len(people))
    winners = []
    late = []

    def take(person) -> None:
        try:
            all_ready.wait(timeout=60)
            claims.claim(callback.pk, person)
            winners.append(person)
        except AlreadyClaimedError:
            late.append(person)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=take, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)

    assert len(winners) == 1
    assert len(late) == 3
    assert Callback.objects.get(pk=callback.pk).claimed_by == winners[0]


@pytest.mark.django_db
class TestReading:
    def test_every_look_at_personal_data_is_recorded(self, sam):
        callback = CallbackFactory(claimed_by=sam)
        assert reading.open_details(callback.pk, sam).name == "Noor"
        entry = AccessLogEntry.objects.get()
        assert (entry.username, entry.registration_number, entry.action) == (
            sam.username,
            callback.registration_id,
            AccessAction.VIEWED,
        )

    def test_who_has_not_taken_the_callback_sees_nothing(self, sam):
        callback = CallbackFactory()
        with pytest.raises(NotClaimedError):
            reading.open_details(callback.pk, sam)
        assert not AccessLogEntry.objects.exists()

    def test_the_log_can_only_grow(self, sam):
        reading.open_details(CallbackFactory(claimed_by=sam).pk, sam)
        entry = AccessLogEntry.objects.get()
        with pytest.raises(AppendOnlyError):
            entry.save()
        with pytest.raises(AppendOnlyError):
            entry.delete()
        with pytest.raises(AppendOnlyError):
            AccessLogEntry.objects.all().delete()
        with pytest.raises(AppendOnlyError):
            AccessLogEntry.objects.update(username="somebody else")


@pytest.mark.django_db
@pytest.mark.usefixtures("during_opening_hours")
class TestAttempts:
    def test_reaching_somebody_keeps_the_callback_in_hand(self, sam):
        callback = CallbackFactory(claimed_by=sam)
        attempts.record_attempt(callback.pk, sam, AttemptResult.REACHED, "Belt vrijdag terug")
        callback.refresh_from_db()
        assert callback.claimed_by == sam
        assert callback.reached_at is not None
        assert callback.registration.state == Lifecycle.SPOKEN
        attempt = callback.attempts.get()
        assert (attempt.result, attempt.note) == (AttemptResult.REACHED, "Belt vrijdag terug")

    def test_no_answer_gives_the_callback_back_and_keeps_the_promise_met(self, sam):
        callback = CallbackFactory(claimed_by=sam)
        attempts.record_attempt(callback.pk, sam, AttemptResult.NO_ANSWER)
        callback.refresh_from_db()
        assert callback.claimed_by is None
        assert callback.attempt_count == 1
        assert callback.first_attempt_at is not None
        assert not callback.is_overdue(callback.due_at + timedelta(days=1))

    def test_a_voicemail_counts_only_where_it_was_allowed(self, sam):
        forbidden = CallbackFactory(claimed_by=sam)
        with pytest.raises(NotAllowedError):
            attempts.record_attempt(forbidden.pk, sam, AttemptResult.VOICEMAIL)
        allowed = CallbackFactory(
            claimed_by=sam,
            registration__answers=AnswersFactory(
                phone="+31201234567", fallback=(Fallback.VOICEMAIL,)
            ),
        )
        attempts.record_attempt(allowed.pk, sam, AttemptResult.VOICEMAIL)

    def test_a_wrong_number_goes_to_the_coordinator(self, sam):
        callback = CallbackFactory(claimed_by=sam)
        attempts.record_attempt(callback.pk, sam, AttemptResult.WRONG_NUMBER)
        callback.refresh_from_db()
        assert callback.needs_coordinator

    def test_calling_back_needs_a_moment_in_the_future(self, sam):
        callback = CallbackFactory(claimed_by=sam)
        for moment in (None, timezone.now() - timedelta(minutes=1)):
            with pytest.raises(ValueError, match="future"):
                attempts.record_attempt(
                    callback.pk, sam, AttemptResult.CALL_BACK, next_attempt_at=moment
                )

    def test_nobody_plans_a_call_at_a_ruled_out_moment(self, sam):
        callback = CallbackFactory(
            claimed_by=sam, registration__answers=AnswersFactory(avoid=("monday:morning",))
        )
        dutch_time = ZoneInfo("Europe/Amsterdam")
        monday_morning = datetime(2046, 11, 26, 10, 0, tzinfo=dutch_time)
        assert monday_morning.weekday() == 0
        with pytest.raises(NotAllowedError):
            attempts.record_attempt(
                callback.pk, sam, AttemptResult.CALL_BACK, next_attempt_at=monday_morning
            )
        assert not callback.attempts.exists()

    def test_who_has_not_taken_it_records_nothing(self, sam, coordinator):
        callback = CallbackFactory(claimed_by=sam)
        with pytest.raises(NotClaimedError):
            attempts.record_attempt(callback.pk, coordinator, AttemptResult.REACHED)


@pytest.mark.django_db
class TestEnding:
    @pytest.mark.parametrize(
        "outcome", sorted({*Lifecycle.outcomes_of(Source.SELF)} - {Lifecycle.ALLOCATED})
    )
    def test_each_outcome_ends_the_work(self, sam, outcome):
        callback = CallbackFactory(claimed_by=sam)
        put_on_record(callback, outcome)
        ending.end(callback.pk, sam, outcome, "Wil eerst nadenken")
        callback.refresh_from_db()
        assert callback.state == CallbackState.DONE
        assert callback.registration.state == outcome
        assert callback.registration.desk_note == "Wil eerst nadenken"
        assert not Callback.objects.open().exists()

    def test_nobody_is_allocated_without_saying_to_whom(self, sam):
        callback = CallbackFactory(claimed_by=sam, spoken=True)
        with pytest.raises(HandOverMissingError):
            ending.end(callback.pk, sam, Lifecycle.ALLOCATED)
        callback.refresh_from_db()
        assert callback.state == CallbackState.OPEN

    def test_other_promises_to_the_same_person_lapse(self, sam):
        callback = CallbackFactory(claimed_by=sam)
        other = CallbackFactory(registration=callback.registration)
        put_on_record(callback, Lifecycle.OTHER_SERVICE)
        ending.end(callback.pk, sam, Lifecycle.OTHER_SERVICE)
        other.refresh_from_db()
        assert other.state == CallbackState.CANCELLED

    def test_an_outcome_is_counted_anonymously_unless_it_was_a_mistake(self, sam):
        for outcome in (Lifecycle.OTHER_SERVICE, Lifecycle.MISTAKE):
            ending.end(CallbackFactory(claimed_by=sam, spoken=True).pk, sam, outcome, "Reden")
        outcomes = AnonymousCount.objects.filter(dimension="outcome")
        assert list(outcomes.values_list("code", "count")) == [("other_service", 1)]

    @pytest.mark.parametrize("outcome", [Lifecycle.WITHDRAWN, Lifecycle.MISTAKE])
    def test_who_withdraws_gets_no_mail_any_more(self, sam, outcome):
        callback = CallbackFactory(claimed_by=sam)
        for recipient in (callback.registration, CallbackFactory().registration):
            OutboundMail.objects.create(
                code=MailCode.CONFIRMATION,
                registration=recipient,
                message_id=f"<{recipient.pk}@example.org>",
                message={},
            )
        put_on_record(callback, outcome)
        ending.end(callback.pk, sam, outcome, "Reden")
        assert OutboundMail.objects.get().registration != callback.registration

    def test_a_state_that_is_no_outcome_is_refused(self, sam):
        callback = CallbackFactory(claimed_by=sam)
        with pytest.raises(ValueError, match="outcome"):
            ending.end(callback.pk, sam, Lifecycle.RECEIVED)

    def test_a_colleague_cannot_close_what_is_not_theirs(self, sam, robin):
        callback = CallbackFactory(claimed_by=sam)
        with pytest.raises(NotClaimedError):
            ending.end(callback.pk, robin, Lifecycle.OTHER_SERVICE)
