"""One click records an attempt, it can be taken back, and notes can be changed."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from registration.casework import attempts, claims, ending
from registration.models import AccessLogEntry, Callback, ContactAttempt, Registration
from registration.promise_clock.settlement import settle_promises
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import AttemptResult, TaskKind
from registration.vocabulary.channels import Fallback, MessageChannel
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.promises import PromiseOutcome
from tests.registration.casework.test_attempt_message import tried_in_vain
from tests.registration.desk.screens import (
    QUEUE,
    TUESDAY_MORNING,
    details,
    messages_of,
    url,
)
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
    DeskMemberFactory,
    put_on_record,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]


def quick_buttons(text: str) -> str:
    """Return the part of the screen with the buttons that record at once."""
    start = text.index('class="desk-quick"')
    return text[start : text.index("</form>", start)]


class TestTwoClicks:
    def test_open_it_and_press_what_happened(self, client, sam):
        callback = CallbackFactory(registration__answers=AnswersFactory(all_channels=True))
        screen = client.post(url("take", callback), follow=True).content.decode()
        assert 'value="voicemail"' in quick_buttons(screen)
        client.post(url("attempt", callback), {"result": AttemptResult.NO_ANSWER})
        assert ContactAttempt.objects.get().result == AttemptResult.NO_ANSWER

    def test_only_what_needs_nothing_more_has_a_button(self, client, sam):
        callback = CallbackFactory(
            claimed_by=sam, registration__answers=AnswersFactory(fallback=(Fallback.TEXT,))
        )
        buttons = quick_buttons(details(client, callback))
        assert 'value="no_answer"' in buttons
        assert 'value="reached"' in buttons
        for other in ("voicemail", "wrong_number", "call_back", "text_sent"):
            assert f'value="{other}"' not in buttons


class TestPlanningByHand:
    def plan(self, client, callback, day="2026-06-11", at="14:30"):
        return client.post(url("plan", callback), {"plan-next_date": day, "plan-next_time": at})

    def test_another_moment_without_an_attempt(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        self.plan(client, callback)
        fresh = Callback.objects.get()
        assert fresh.next_attempt_at == datetime(2026, 6, 11, 12, 30, tzinfo=UTC)
        assert (fresh.claimed_by, fresh.attempt_count) == (sam, 0)

    @pytest.mark.parametrize(
        ("day", "at", "error"),
        [
            ("", "", "Enter when to call back"),
            ("2026-06-11", "", "Enter a time too"),
            ("2026-06-08", "14:30", "Choose a moment in the future"),
            ("2026-06-13", "14:30", "The desk is closed then."),
            ("2026-06-11", "9:30", "The person ruled this moment out."),
        ],
    )
    def test_a_moment_that_cannot_be_is_explained(self, client, sam, day, at, error):
        callback = CallbackFactory(
            claimed_by=sam, registration__answers=AnswersFactory(avoid=("thursday:morning",))
        )
        response = self.plan(client, callback, day, at)
        assert response.status_code == 422
        assert error in response.content.decode()
        assert Callback.objects.get().next_attempt_at is None

    @pytest.mark.parametrize(("day", "is_late"), [("2026-06-10", False), ("2026-06-12", True)])
    def test_a_moment_after_the_promise_warns_and_says_what_was_promised(
        self, client, sam, day, is_late
    ):
        callback = CallbackFactory(claimed_by=sam, due_at=datetime(2026, 6, 11, 8, 0, tzinfo=UTC))
        response = client.post(
            url("plan", callback), {"plan-next_date": day, "plan-next_time": "14:30"}, follow=True
        )
        warning = "That is later than promised. We promised it before Thursday 11 June at 10:00."
        said = ["The next attempt is planned.", *([warning] if is_late else [])]
        assert messages_of(response) == said

    def test_after_a_first_attempt_the_promise_is_kept_and_nothing_warns(self, client, sam):
        callback = CallbackFactory(
            claimed_by=sam,
            due_at=datetime(2026, 6, 11, 8, 0, tzinfo=UTC),
            first_attempt_at=TUESDAY_MORNING,
        )
        response = client.post(
            url("plan", callback),
            {"plan-next_date": "2026-06-12", "plan-next_time": "14:30"},
            follow=True,
        )
        assert messages_of(response) == ["The next attempt is planned."]

    @pytest.mark.parametrize("kind", [each for each in TaskKind if each != TaskKind.REFERRAL])
    def test_only_who_is_to_be_called_is_not_to_be_called_now(self, client, sam, kind):
        text = details(client, CallbackFactory(claimed_by=sam, kind=kind))
        assert ("Do not call now, but plan another moment" in text) is (kind == TaskKind.CALL)
        assert ("Not now, but plan another moment" in text) is (kind != TaskKind.CALL)

    def test_a_day_far_ahead_is_asked_about_and_believed_once_somebody_says_so(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        response = self.plan(client, callback, "2027-06-11")
        assert response.status_code == 422
        words = response.content.decode()
        assert "That is in 367 days. Are day and year right?" in words
        assert 'name="plan-next_date_is_right"' in words
        assert 'value="2027-06-11"' in words
        assert Callback.objects.get().next_attempt_at is None
        client.post(
            url("plan", callback),
            {
                "plan-next_date": "2027-06-11",
                "plan-next_time": "14:30",
                "plan-next_date_is_right": "on",
            },
        )
        assert Callback.objects.get().next_attempt_at == datetime(2027, 6, 11, 12, 30, tzinfo=UTC)

    def test_a_day_in_the_next_month_is_not_asked_about(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        assert "next_date_is_right" not in details(client, callback)
        self.plan(client, callback, "2026-07-10")
        assert Callback.objects.get().next_attempt_at is not None

    def test_nor_past_the_screen(self, sam):
        callback = CallbackFactory(
            claimed_by=sam, registration__answers=AnswersFactory(avoid=("thursday:morning",))
        )
        with pytest.raises(claims.NotAllowedError):
            attempts.plan_by_hand(callback.pk, sam, datetime(2026, 6, 11, 8, 0, tzinfo=UTC))
        with pytest.raises(ValueError, match="future"):
            attempts.plan_by_hand(callback.pk, sam, TUESDAY_MORNING)


class TestTakingBack:
    @pytest.fixture
    def recorded(self, client, sam):
        """A callback with an attempt that Sam has just recorded with one click."""
        callback = CallbackFactory(claimed_by=sam)
        client.post(url("attempt", callback), {"result": AttemptResult.WRONG_NUMBER})
        return callback

    def test_everything_is_as_it_was(self, client, sam, recorded):
        assert Callback.objects.get().needs_coordinator
        assert url("undo", recorded) in details(client, recorded)
        response = client.post(url("undo", recorded), follow=True)
        assert "is yours again" in messages_of(response)[0]
        fresh = Callback.objects.get()
        assert (fresh.attempt_count, fresh.first_attempt_at) == (0, None)
        assert (fresh.claimed_by, fresh.needs_coordinator) == (sam, False)
        assert not ContactAttempt.objects.exists()
        assert AccessLogEntry.objects.filter(action=AccessAction.ATTEMPT_UNDONE).exists()

    def test_a_plan_and_a_state_come_back_too(self, client, sam):
        planned = TUESDAY_MORNING + timedelta(hours=1)
        callback = CallbackFactory(claimed_by=sam, next_attempt_at=planned)
        client.post(url("attempt", callback), {"result": AttemptResult.REACHED})
        assert Registration.objects.get().state == Lifecycle.SPOKEN
        client.post(url("undo", callback))
        fresh = Callback.objects.get()
        assert (fresh.next_attempt_at, fresh.reached_at) == (planned, None)
        assert Registration.objects.get().state == Lifecycle.RECEIVED

    def test_the_screen_shows_nothing_of_it_before(self, client, sam, recorded):
        text = details(client, recorded)
        assert "Wrong number" not in text
        assert "Noor" not in text

    def test_not_after_ten_minutes(self, client, sam, recorded):
        with time_machine.travel(TUESDAY_MORNING + timedelta(minutes=10), tick=False):
            assert url("undo", recorded) not in details(client, recorded)
            response = client.post(url("undo", recorded), follow=True)
        assert messages_of(response) == ["This attempt can no longer be undone."]
        assert ContactAttempt.objects.count() == 1

    def test_not_once_a_colleague_has_it(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        client.post(url("attempt", callback), {"result": AttemptResult.NO_ANSWER})
        claims.claim(callback.pk, DeskMemberFactory())
        client.post(url("undo", callback))
        assert ContactAttempt.objects.count() == 1

    def test_not_what_a_colleague_recorded(self, client, sam, robin, recorded):
        client.force_login(robin)
        client.post(url("undo", recorded))
        assert ContactAttempt.objects.count() == 1

    @pytest.mark.parametrize(
        "moment", ["changed_by_person_at", "client_agreed_at"], ids=["a change", "a yes"]
    )
    def test_not_once_the_person_did_something(self, client, sam, recorded, moment):
        Registration.objects.update(**{moment: TUESDAY_MORNING})
        client.post(url("undo", recorded))
        assert ContactAttempt.objects.count() == 1

    def test_not_once_the_promise_was_counted_as_kept_by_it(self, client, sam):
        callback = CallbackFactory(claimed_by=sam, due_at=TUESDAY_MORNING + timedelta(minutes=2))
        client.post(url("attempt", callback), {"result": AttemptResult.NO_ANSWER})
        with time_machine.travel(TUESDAY_MORNING + timedelta(minutes=5), tick=False):
            settle_promises(TUESDAY_MORNING + timedelta(minutes=5))
            client.post(url("undo", callback))
            assert "the promise was counted as kept" in details(client, callback)
        assert ContactAttempt.objects.count() == 1

    @pytest.mark.parametrize("result", [AttemptResult.NO_ANSWER, AttemptResult.WRONG_NUMBER])
    def test_also_where_the_promise_was_broken_before_it(self, client, sam, result):
        callback = CallbackFactory(claimed_by=sam, overdue=True)
        settle_promises(TUESDAY_MORNING)
        assert Callback.objects.get().settled_as == PromiseOutcome.BROKEN
        client.post(url("attempt", callback), {"result": result})
        assert url("undo", callback) in details(client, callback)
        client.post(url("undo", callback))
        fresh = Callback.objects.get()
        assert (fresh.attempt_count, fresh.first_attempt_at) == (0, None)
        assert fresh.settled_as == PromiseOutcome.BROKEN
        assert fresh.is_overdue(TUESDAY_MORNING)

    @pytest.mark.parametrize(
        ("channel", "answers"),
        [
            (MessageChannel.TEXT, {"all_channels": True}),
            (MessageChannel.VOICEMAIL, {"all_channels": True}),
            (MessageChannel.EMAIL, {"all_channels": True}),
            (MessageChannel.LETTER, {"other_way": "letter", "other_way_details": "Dorpsstraat 1"}),
        ],
    )
    def test_a_message_that_was_sent_stays_and_is_not_offered_again(
        self, client, sam, channel, answers
    ):
        callback = tried_in_vain(sam, **answers)
        client.post(url("message", callback), {"channel": channel})
        assert url("undo", callback) not in details(client, callback)
        response = client.post(url("undo", callback), follow=True)
        assert messages_of(response) == ["This attempt can no longer be undone."]
        assert "That cannot be undone, so that nobody does it twice." in details(client, callback)
        client.post(url("take", callback))
        assert url("message", callback) not in details(client, callback)
        assert Callback.objects.get().has_message

    def test_nor_a_letter_that_was_promised(self, client, sam):
        callback = CallbackFactory(letter=True, claimed_by=sam)
        client.post(url("attempt", callback), {"result": AttemptResult.SENT})
        client.post(url("undo", callback))
        assert ContactAttempt.objects.get().result == AttemptResult.SENT
        assert Callback.objects.get().first_attempt_at is not None

    def test_twice_takes_back_one(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        for _attempt in range(2):
            client.post(url("attempt", callback), {"result": AttemptResult.REACHED})
        client.post(url("undo", callback))
        client.post(url("undo", callback))
        assert Callback.objects.get().attempt_count == 0


class TestNotes:
    def test_the_holder_changes_the_note_of_the_desk(self, client, sam):
        callback = CallbackFactory(claimed_by=sam, registration__desk_note="Oude notitie")
        client.post(url("note", callback), {"desk-note": "Nieuwe notitie"})
        registration = Registration.objects.get()
        assert registration.desk_note == "Nieuwe notitie"
        text = details(client, callback)
        assert "Last edited by Sam: Tuesday 9 June" in " ".join(text.split())
        assert AccessLogEntry.objects.filter(action=AccessAction.NOTE_EDITED).exists()

    def test_a_note_when_closing_goes_below_it(self, client, sam):
        callback = CallbackFactory(claimed_by=sam, registration__desk_note="Eerst dit")
        put_on_record(callback, Lifecycle.OTHER_SERVICE)
        ending.end(callback.pk, sam, Lifecycle.OTHER_SERVICE, "Toen dat")
        assert Registration.objects.get().desk_note == "Eerst dit\n\nToen dat"

    def test_a_note_that_is_too_long_is_not_lost(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        response = client.post(url("note", callback), {"desk-note": "x" * 5001})
        assert response.status_code == 422
        assert "x" * 5001 in response.content.decode()

    def change_attempt(self, client, attempt, note):
        address = reverse("callbacks:attempt_note", args=[attempt.callback.address, attempt.pk])
        return client.post(address, {"note": note}, follow=True)

    def test_who_made_an_attempt_corrects_its_note(self, client, sam):
        attempt = ContactAttemptFactory(
            callback=CallbackFactory(claimed_by=sam), made_by=sam, note="Belt maandag"
        )
        self.change_attempt(client, attempt, "Belt dinsdag")
        attempt.refresh_from_db()
        assert (attempt.note, attempt.note_edited_at) == ("Belt dinsdag", TUESDAY_MORNING)
        assert "Note edited: Tuesday 9 June" in details(client, attempt.callback)

    def test_nobody_changes_the_note_of_a_colleague(self, client, sam, robin):
        attempt = ContactAttemptFactory(
            callback=CallbackFactory(claimed_by=sam), made_by=robin, note="Van Robin"
        )
        response = self.change_attempt(client, attempt, "Van Sam")
        assert messages_of(response) == ["This note cannot be changed."]
        attempt.refresh_from_db()
        assert attempt.note == "Van Robin"

    def test_nor_one_of_another_callback(self, client, sam):
        elsewhere = ContactAttemptFactory(made_by=sam, note="Elders")
        mine = CallbackFactory(claimed_by=sam)
        client.post(
            reverse("callbacks:attempt_note", args=[mine.address, elsewhere.pk]), {"note": "x"}
        )
        elsewhere.refresh_from_db()
        assert elsewhere.note == "Elders"

    def test_who_has_not_taken_it_changes_nothing(self, client, sam, robin):
        callback = CallbackFactory(claimed_by=robin, registration__desk_note="Van Robin")
        response = client.post(url("note", callback), {"desk-note": "Van Sam"})
        assert response.status_code == 409
        assert "Van Robin" not in response.content.decode()
        assert client.post(url("note", callback))["Location"] == QUEUE
        assert Registration.objects.get().desk_note == "Van Robin"


class TestLeavingWord:
    @pytest.fixture
    def tried(self, sam):
        """A callback in hand, after all attempts, to somebody who allows a text message only."""
        callback = CallbackFactory(
            claimed_by=sam,
            attempt_count=3,
            registration__answers=AnswersFactory(fallback=(Fallback.TEXT,)),
        )
        for hours_ago in (50, 26, 3):
            made_at = TUESDAY_MORNING - timedelta(hours=hours_ago)
            ContactAttemptFactory(callback=callback, made_at=made_at)
        return callback

    def test_the_screen_offers_what_is_allowed_with_the_words(self, client, sam, tried):
        text = details(client, tried)
        assert "Tell the person we called" in text
        assert 'name="channel" value="text"' in text
        assert "Hallo, ik heb je een paar keer gebeld" in text
        for channel in ("email", "voicemail", "letter"):
            assert f'name="channel" value="{channel}"' not in text

    def test_not_while_attempts_are_left(self, client, sam):
        assert "Tell the person we called" not in details(client, CallbackFactory(claimed_by=sam))

    def test_afterwards_it_says_when_it_closes(self, client, sam, tried):
        client.post(url("message", tried), {"channel": "text"})
        client.post(url("take", tried))
        text = details(client, tried)
        assert "closed as unreachable after Friday 19 June" in text
        assert 'name="channel"' not in text

    @pytest.mark.parametrize("channel", ["email", "voicemail", "letter", "pigeon", ""])
    def test_what_is_not_allowed_is_refused_calmly(self, client, sam, tried, channel):
        response = client.post(url("message", tried), {"channel": channel}, follow=True)
        assert messages_of(response) == [
            "This is not possible in this way now, so nothing was sent or recorded."
        ]
        assert ContactAttempt.objects.count() == 3

    def test_at_a_ruled_out_moment_there_is_no_button(self, client, sam, tried):
        registration = tried.registration
        registration.answers = AnswersFactory(
            fallback=(Fallback.TEXT,), avoid=("tuesday:morning",)
        ).to_stored()
        registration.save()
        text = details(client, tried)
        assert "Not now: the person ruled this moment out." in text
        assert 'name="channel"' not in text

    def test_at_the_last_attempt_nobody_promises_another(self, client, sam, tried):
        answers = AnswersFactory(all_channels=True, phone="+31201234567")
        callback = CallbackFactory(claimed_by=sam, registration__answers=answers)
        assert "Ik probeer het een andere keer weer." in details(client, callback)
        for hours_ago in (30, 3):
            ContactAttemptFactory(
                callback=callback, made_at=TUESDAY_MORNING - timedelta(hours=hours_ago)
            )
        text = details(client, callback)
        script = text[text.index("desk-script-heading") : text.index("desk-attempt-heading")]
        assert "This is the last attempt." in script
        assert "Ik heb je een paar keer gebeld." in script
        assert "You may send a text message" not in script

    def test_the_queue_says_that_it_is_time_and_later_that_it_was_done(self, client, sam, tried):
        assert "Leave a message" in client.get(QUEUE).content.decode()
        client.post(url("message", tried), {"channel": "text"})
        text = client.get(QUEUE).content.decode()
        assert "Message left" in text
        assert "Leave a message" not in text
