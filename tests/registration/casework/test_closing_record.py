"""Nobody is closed with an outcome that tells them what did not happen: every outcome and record.

`BEARS_OUT` decides about each record that the desk can have made of each task.
"""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from registration.casework import ending, wrong_ways
from registration.casework.attempt_message import last_day_to_answer
from registration.casework.closing_record import NotOnRecordError
from registration.models import Callback, Registration
from registration.vocabulary.callbacks import AttemptResult, CallbackState, TaskKind
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.words.dates import date_and_time_in_words
from tests.registration.desk.conftest import coordinator, sam
from tests.registration.desk.screens import QUEUE, details, messages_of, url
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
    RegistrationFactory,
)

__all__ = ["coordinator", "sam"]

pytestmark = pytest.mark.django_db

NOTHING: set[Lifecycle] = set()
SPOKEN = {
    Lifecycle.ALLOCATED,
    Lifecycle.CRIMINAL_CASE_FIRST,
    Lifecycle.DATA_NOT_OBTAINED,
    Lifecycle.OTHER_SERVICE,
    Lifecycle.CONTRA_INDICATION,
    Lifecycle.WITHDRAWN,
    Lifecycle.ANSWERED,
}
TRIED = {Lifecycle.UNREACHABLE}
# Whoever was written to today may still answer.
WRITTEN = {Lifecycle.ANSWERED, Lifecycle.CONTRA_INDICATION}
R = AttemptResult

# The task, what came of each attempt, and the outcomes that are true then.
BEARS_OUT = [
    *((kind, (), NOTHING) for kind in TaskKind),
    (TaskKind.CALL, (R.NO_ANSWER,), NOTHING),
    (TaskKind.CALL, (R.NO_ANSWER, R.VOICEMAIL), NOTHING),
    (TaskKind.CALL, (R.NO_ANSWER, R.NO_ANSWER, R.NO_ANSWER), TRIED),
    (TaskKind.CALL, (R.NO_ANSWER, R.VOICEMAIL, R.VOICEMAIL), TRIED),
    # A message after the last attempt says that we tried, and nothing else; it may be answered.
    (TaskKind.CALL, (R.NO_ANSWER, R.NO_ANSWER, R.NO_ANSWER, R.SENT), NOTHING),
    (TaskKind.CALL, (R.SENT,), NOTHING),
    (TaskKind.CALL, (R.TEXT_SENT,), NOTHING),
    (TaskKind.CALL, (R.WRONG_NUMBER,), TRIED),
    (TaskKind.CALL, (R.REACHED,), SPOKEN),
    (TaskKind.CALL, (R.CALLED_US,), SPOKEN),
    (TaskKind.CALL, (R.CALL_BACK,), SPOKEN),
    # Somebody who asked to be called back, and does not answer any more.
    (TaskKind.CALL, (R.CALL_BACK, R.NO_ANSWER), SPOKEN),
    (TaskKind.CALL, (R.CALL_BACK, *[R.NO_ANSWER] * 3), SPOKEN | TRIED),
    (TaskKind.LETTER, (R.SENT,), WRITTEN),
    (TaskKind.LETTER, (R.REACHED,), SPOKEN),
    (TaskKind.LETTER, (R.SENT, R.REACHED), SPOKEN | WRITTEN),
    (TaskKind.LETTER, (R.WRONG_NUMBER,), TRIED),
    (TaskKind.MAIL, (R.SENT,), WRITTEN),
    (TaskKind.MAIL, (R.CALLED_US,), SPOKEN),
    (TaskKind.CONTACT, (R.SENT,), WRITTEN),
    (TaskKind.CONTACT, (R.NO_ANSWER,), NOTHING),
    (TaskKind.CONTACT, (R.NO_ANSWER,) * 3, TRIED),
    (TaskKind.REFERRAL, (R.REACHED,), SPOKEN),
    (TaskKind.REFERRAL, (R.SENT,), WRITTEN),
]


def on_record(kind: TaskKind, results: tuple[AttemptResult, ...], source: Source) -> Callback:
    """Return a callback with these attempts, hours apart, as recording them leaves it."""
    answers = AnswersFactory(email="noor@example.org", other_way_details="Postbus 1, Utrecht")
    registration = RegistrationFactory(source=source, answers=answers)
    callback = CallbackFactory(registration=registration, kind=kind)
    way = wrong_ways.way_of_task(callback, answers)
    began = timezone.now() - timedelta(hours=3 * len(results))
    for number, result in enumerate(results):
        at = began + timedelta(hours=3 * number)
        ContactAttemptFactory(
            callback=callback, result=result, made_at=at, way_hash=wrong_ways.hash_of(way)
        )
        if result in {R.REACHED, R.CALLED_US}:
            Callback.objects.filter(pk=callback.pk).update(reached_at=at)
    return callback


@pytest.mark.parametrize("source", [Source.SELF, Source.PAPER, Source.QUESTION])
@pytest.mark.parametrize(("kind", "results", "expected"), BEARS_OUT)
def test_only_the_outcomes_that_are_true_can_be_chosen(sam, source, kind, results, expected):
    callback = on_record(kind, results, source)
    possible = set()
    for outcome in Lifecycle.outcomes_of(source):
        callback.refresh_from_db()
        Callback.objects.filter(pk=callback.pk).update(claimed_by=sam)
        try:
            ending.end(callback.pk, sam, outcome)
        except NotOnRecordError:
            assert Registration.objects.get().state == Lifecycle.RECEIVED
            continue
        except ending.HandOverMissingError:
            pass
        else:
            Callback.objects.update(state=CallbackState.OPEN, finished_at=None)
            Registration.objects.update(state=Lifecycle.RECEIVED)
        possible.add(outcome)
    assert possible == expected & set(Lifecycle.outcomes_of(source))


def test_what_was_spoken_about_before_a_pause_counts(sam):
    registration = RegistrationFactory()
    CallbackFactory(registration=registration, done=True, spoken=True)
    callback = CallbackFactory(registration=registration, claimed_by=sam)
    ending.end(callback.pk, sam, Lifecycle.OTHER_SERVICE)
    assert Registration.objects.get().state == Lifecycle.OTHER_SERVICE


def close(client, callback, outcome, note=""):
    return client.post(url("close", callback), {"close-outcome": outcome, "close-note": note})


class TestTheScreen:
    @pytest.mark.parametrize(
        ("outcome", "words"),
        [
            (Lifecycle.UNREACHABLE, "3 attempts are still to be made"),
            (Lifecycle.OTHER_SERVICE, "Nothing says that we spoke to this person"),
            (Lifecycle.ALLOCATED, "Nothing says that we spoke to this person"),
            (Lifecycle.WITHDRAWN, "Nothing says that we spoke to this person"),
            (Lifecycle.CONTRA_INDICATION, "write in the note why nobody did"),
        ],
    )
    def test_it_says_what_is_missing_and_offers_to_record_it(self, client, sam, outcome, words):
        callback = CallbackFactory(claimed_by=sam)
        response = close(client, callback, outcome, "" if "note" in words else "Een notitie")
        text = response.content.decode()
        assert response.status_code == 422
        assert words in text
        assert "Nothing has been recorded yet." in text
        assert 'href="#desk-attempt-heading"' in text
        assert "Een notitie" in text or "note" in words
        assert Callback.objects.get().state == CallbackState.OPEN

    def test_one_attempt_that_is_left_is_one(self, client, sam):
        callback = on_record(TaskKind.CALL, (R.NO_ANSWER, R.NO_ANSWER), Source.SELF)
        Callback.objects.update(claimed_by=sam)
        text = close(client, callback, Lifecycle.UNREACHABLE).content.decode()
        assert "one attempt is still to be made" in text

    def test_a_letter_that_was_not_sent(self, client, sam):
        callback = CallbackFactory(letter=True, claimed_by=sam)
        text = close(client, callback, Lifecycle.UNREACHABLE).content.decode()
        assert "Nothing says that we wrote to this person" in text

    @pytest.mark.parametrize("kind", [TaskKind.LETTER, TaskKind.MAIL, TaskKind.CONTACT])
    def test_who_was_written_to_is_unreachable_only_after_time_to_answer(self, client, sam, kind):
        callback = on_record(kind, (R.SENT,), Source.SELF)
        Callback.objects.update(claimed_by=sam)
        until = last_day_to_answer(callback.attempts.get().made_at)
        text = close(client, callback, Lifecycle.UNREACHABLE).content.decode()
        with override("en"):
            assert f"from {date_and_time_in_words(until)}" in text
        callback.attempts.update(made_at=callback.attempts.get().made_at - timedelta(days=10))
        assert close(client, callback, Lifecycle.UNREACHABLE)["Location"] == QUEUE

    def test_who_got_a_message_after_the_last_attempt_has_the_time_that_was_named(
        self, client, sam
    ):
        callback = on_record(TaskKind.CALL, (R.NO_ANSWER,) * 3, Source.SELF)
        Callback.objects.update(claimed_by=sam, message_at=timezone.now())
        text = close(client, callback, Lifecycle.UNREACHABLE).content.decode()
        assert "may still answer" in text
        Callback.objects.update(message_at=timezone.now() - timedelta(days=10))
        assert close(client, callback, Lifecycle.UNREACHABLE)["Location"] == QUEUE

    def test_a_registration_by_mistake_is_closed_with_the_reason(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        text = close(client, callback, Lifecycle.MISTAKE).content.decode()
        assert "We promised this person that we would get in touch." in text
        assert Callback.objects.get().state == CallbackState.OPEN
        response = close(client, callback, Lifecycle.MISTAKE, "Dubbel, zie de andere")
        assert response["Location"] == QUEUE

    def test_a_question_that_nobody_answered(self, client, sam):
        callback = on_record(TaskKind.CALL, (), Source.QUESTION)
        Callback.objects.update(claimed_by=sam)
        text = close(client, callback, Lifecycle.ANSWERED).content.decode()
        assert "Nothing says that this person got an answer." in text

    def test_what_is_not_safe_is_closed_with_the_reason(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        response = close(client, callback, Lifecycle.CONTRA_INDICATION, "Contact is niet veilig")
        assert response["Location"] == QUEUE

    def test_whom_nobody_may_try_is_closed_by_the_coordinator_with_the_reason(
        self, client, coordinator
    ):
        callback = CallbackFactory(claimed_by=coordinator, needs_coordinator=True)
        text = close(client, callback, Lifecycle.UNREACHABLE).content.decode()
        assert "If nobody can try any more, write in the note why." in text
        response = close(client, callback, Lifecycle.UNREACHABLE, "Alle momenten uitgesloten")
        assert response["Location"] == QUEUE

    def test_passing_on_from_the_card_asks_the_same(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        for send in (client.get, client.post):
            response = send(url("hand_over", callback), follow=True)
            [message] = messages_of(response)
            assert message.startswith("Nothing says that we spoke to this person")
        assert Callback.objects.get().state == CallbackState.OPEN
        Callback.objects.update(reached_at=timezone.now())
        assert "Allocate to a mediator, and close" in details(client, callback)
        assert client.get(url("hand_over", callback)).status_code == 200
