"""One callback: nothing personal before taking it, everything to call safely after."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from registration.casework import attempts, changes_by_person, claims, wrong_ways
from registration.casework.attempt_message import leave_message
from registration.casework.attempt_undo import undo_attempt
from registration.models import AccessLogEntry, Callback, OutboundMail
from registration.rules.contact_policy import policy_for
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import AttemptResult, TaskKind
from registration.vocabulary.channels import Fallback, MessageChannel
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.mails import MailCode
from tests.registration.casework.test_attempt_message import tried_in_vain
from tests.registration.desk.screens import (
    QUEUE,
    TUESDAY_MORNING,
    details,
    end_so,
    messages_of,
    url,
)
from tests.registration.factories import (
    EMAIL,
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]


def in_two_days():
    return TUESDAY_MORNING + timedelta(days=2)


def callback_of(**answers):
    return CallbackFactory(registration__answers=AnswersFactory(**answers))


def test_a_name_from_the_right_turns_nothing_round_it_in_a_sentence(client, sam):
    callback = CallbackFactory(
        claimed_by=sam,
        registration__answers=AnswersFactory(name="محمد", organisation_may_be_named=True),
    )
    assert "\u2068محمد\u2069" in details(client, callback)


class TestBeforeTaking:
    def test_nothing_personal_is_shown_and_nothing_logged(self, client, sam):
        text = details(client, callback_of(name="Geheimnaam", told_all=True, all_channels=True))
        for secret in ("Geheimnaam", "2345678", "example.org", "rustig gesprek", "traffic"):
            assert secret not in text
        assert "Take this callback" in text
        assert not AccessLogEntry.objects.exists()

    def test_a_mail_that_never_arrived_is_seen_at_the_callback_and_in_the_list(self, client, sam):
        callback = callback_of()
        mail = OutboundMail.objects.create(
            code=MailCode.CONFIRMATION,
            registration=callback.registration,
            recipient_hash="x",
            message_id="<1@example.org>",
        )
        words = "An e-mail could not be delivered"
        assert words not in details(client, callback)
        OutboundMail.objects.filter(pk=mail.pk).update(failed_at=TUESDAY_MORNING)
        assert words in details(client, callback)
        assert words in client.get(QUEUE).content.decode()
        OutboundMail.objects.filter(pk=mail.pk).update(recipient_hash="")  # a notice to the desk
        assert words not in details(client, callback)

    def test_what_a_colleague_has_is_not_shown(self, client, sam, robin):
        callback = CallbackFactory(
            claimed_by=robin, registration__answers=AnswersFactory(name="Geheimnaam")
        )
        text = details(client, callback)
        assert "Geheimnaam" not in text
        assert "Do not contact this person." in text
        assert url("take", callback) not in text
        assert url("release", callback) not in text

    def test_only_the_coordinator_is_offered_a_hard_one(self, client, sam):
        callback = CallbackFactory(needs_coordinator=True)
        text = details(client, callback)
        assert url("take", callback) not in text
        assert "Only the coordinator can take this callback" in text


class TestTaking:
    def test_who_takes_it_sees_the_person(self, client, sam):
        callback = callback_of(name="Noor")
        response = client.post(url("take", callback), follow=True)
        assert "Noor" in response.content.decode()
        assert Callback.objects.get().claimed_by == sam

    def test_who_comes_second_hears_who_was_first(self, client, sam, robin):
        callback = CallbackFactory(claimed_by=robin)
        response = client.post(url("take", callback), follow=True)
        assert messages_of(response) == [
            f"Robin Jansen was just ahead of you and has taken callback {callback}."
        ]
        assert Callback.objects.get().claimed_by == robin

    def test_a_finished_one_cannot_be_taken(self, client, sam):
        response = client.post(url("take", CallbackFactory(done=True)), follow=True)
        assert messages_of(response) == ["This callback has already been dealt with."]

    def test_a_hard_one_is_refused_kindly(self, client, sam):
        callback = CallbackFactory(needs_coordinator=True)
        response = client.post(url("take", callback), follow=True)
        assert messages_of(response) == ["The coordinator decides about this callback."]
        assert Callback.objects.get().claimed_by is None

    def test_the_coordinator_takes_a_hard_one(self, client, coordinator):
        client.post(url("take", CallbackFactory(needs_coordinator=True)))
        assert Callback.objects.get().claimed_by == coordinator

    def test_giving_back(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        response = client.post(url("release", callback))
        assert response["Location"] == QUEUE
        assert Callback.objects.get().claimed_by is None

    def test_nobody_gives_back_what_a_colleague_has(self, client, sam, robin):
        response = client.post(url("release", CallbackFactory(claimed_by=robin)), follow=True)
        assert messages_of(response) == ["Someone else has taken this callback."]
        assert Callback.objects.get().claimed_by == robin

    def test_the_coordinator_gives_back_what_somebody_forgot(self, client, coordinator, robin):
        client.post(url("release", CallbackFactory(claimed_by=robin)))
        assert Callback.objects.get().claimed_by is None


class TestCallScreen:
    def test_every_view_is_logged_and_kept_nowhere(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        for _time in range(2):
            response = client.get(url("details", callback))
            assert "no-store" in response["Cache-Control"]
        entries = AccessLogEntry.objects.values_list("username", "registration_number", "action")
        expected = (sam.username, callback.registration_id, AccessAction.VIEWED)
        assert list(entries) == [expected, expected]

    def test_the_title_and_the_address_hold_no_personal_data(self, client, sam):
        callback = CallbackFactory(
            claimed_by=sam, registration__answers=AnswersFactory(name="Geheimnaam")
        )
        text = details(client, callback)
        assert "Geheimnaam" not in text[: text.index("</head>")]

    def test_all_answers_are_there_but_not_the_story(self, client, sam):
        callback = CallbackFactory(
            claimed_by=sam,
            registration__answers=AnswersFactory(told_all=True, organisation_may_be_named=True),
        )
        text = details(client, callback)
        for words in ("A traffic accident", "25 to 64", "Utrecht", "Pools", "Een rustig gesprek"):
            assert words in text
        assert "Ik wil graag weten" not in text
        assert url("story", callback) in text

    def test_answers_are_shown_as_text_and_not_as_html(self, client, sam):
        callback = CallbackFactory(
            claimed_by=sam,
            registration__answers=AnswersFactory(
                name="<script>alert(1)</script>", story="<b>vet</b>", pronouns="<i>x</i>"
            ),
        )
        text = details(client, callback)
        assert "<script>alert(1)" not in text
        assert "&lt;script&gt;alert(1)" in text
        story = client.post(url("story", callback)).content.decode()
        assert "&lt;b&gt;vet" in story

    def test_earlier_attempts_are_there_with_their_notes(self, client, sam, robin):
        callback = CallbackFactory(claimed_by=sam)
        ContactAttemptFactory(callback=callback, made_by=robin, note="Was bezig met koken")
        text = details(client, callback)
        assert "No answer" in text
        assert "Robin Jansen" in text
        assert "Was bezig met koken" in text

    def test_an_address_that_may_not_be_used_is_not_shown(self, client, sam):
        callback = CallbackFactory(
            claimed_by=sam,
            registration__answers=AnswersFactory(email="stil@example.org", fallback=()),
        )
        assert "stil@example.org" not in details(client, callback)


class TestNumber:
    @pytest.mark.parametrize(
        ("stored", "shown", "link"),
        [
            ("+31302345678", "030 234 5678", "tel:+31-30-234-5678"),
            ("+3225550123", "+32 2 555 01 23", "tel:+32-2-555-01-23"),
        ],
    )
    def test_it_is_a_link_while_calling_is_allowed(self, client, sam, stored, shown, link):
        callback = CallbackFactory(
            claimed_by=sam, registration__answers=AnswersFactory(phone=stored)
        )
        text = details(client, callback)
        assert f'href="{link}"' in text
        assert shown in text

    def test_at_a_ruled_out_moment_there_is_no_number_at_all(self, client, sam):
        callback = CallbackFactory(
            claimed_by=sam, registration__answers=AnswersFactory(avoid=("tuesday:morning",))
        )
        text = details(client, callback)
        assert "tel:" not in text
        assert "234 5678" not in text
        assert "the person ruled this moment out" in text
        assert "Calling is allowed again: Tuesday 9 June, afternoon" in text

    def test_outside_opening_hours_nobody_calls(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        with time_machine.travel(TUESDAY_MORNING + timedelta(hours=12), tick=False):
            client.force_login(sam)
            text = details(client, callback)
        assert "tel:" not in text
        assert "the desk is closed" in text
        assert "Calling is allowed again: Wednesday 10 June, morning" in text

    def test_what_is_closed_asks_for_no_call_later(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        with time_machine.travel(TUESDAY_MORNING + timedelta(hours=12), tick=False):
            client.force_login(sam)
            end_so(client, callback, Lifecycle.WITHDRAWN)
            text = details(client, callback)
        assert "tel:" not in text
        assert "The desk no longer contacts this person." in text
        assert "Calling is allowed again" not in text

    def test_without_any_permitted_moment_the_coordinator_decides(self, client, coordinator):
        avoid = tuple(
            f"{day}:{part}"
            for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
            for part in ("morning", "afternoon")
        )
        callback = CallbackFactory(
            claimed_by=coordinator,
            needs_coordinator=True,
            registration__answers=AnswersFactory(avoid=avoid),
        )
        text = details(client, callback)
        assert "tel:" not in text
        assert "There is no time left when calling is allowed. The coordinator decides." in text

    def test_who_cannot_be_called_has_no_number(self, client, sam):
        callback = CallbackFactory(claimed_by=sam, letter=True)
        text = details(client, callback)
        assert "tel:" not in text
        assert "Postbus 1, 3500 AA Utrecht" in text


class TestWrongNumber:
    def found_wrong(self, sam, coordinator, **answers):
        """A callback of which the number was wrong, now with the coordinator."""
        callback = CallbackFactory(claimed_by=sam, registration__answers=AnswersFactory(**answers))
        attempts.record_attempt(callback.pk, sam, AttemptResult.WRONG_NUMBER)
        claims.claim(callback.pk, coordinator)
        return callback

    def test_the_wrong_number_is_struck_out_and_cannot_be_dialled(self, client, sam, coordinator):
        text = details(client, self.found_wrong(sam, coordinator))
        assert "tel:" not in text
        assert '<s dir="auto">030 234 5678</s>' in text
        assert 'class="desk-phone"' not in text
        assert "This turned out to be a wrong number or address on" in text

    def test_it_says_what_can_be_done_now(self, client, sam, coordinator):
        callback = self.found_wrong(sam, coordinator)
        text = details(client, callback)
        assert (
            f'href="{reverse("privacy_duties:correct", args=[callback.registration_id])}"' in text
        )
        assert "close this callback as unreachable" in text

    def test_a_corrected_number_can_be_called(self, client, sam, coordinator):
        callback = self.found_wrong(sam, coordinator)
        registration = callback.registration
        registration.answers = AnswersFactory(phone="+31201234567").to_stored()
        registration.save()
        text = details(client, callback)
        assert 'href="tel:+31-20-123-4567"' in text
        assert "<s " not in text

    def test_a_corrected_number_can_be_called_after_two_registrations_were_put_together(
        self, client, sam, coordinator
    ):
        callback = self.found_wrong(sam, coordinator)
        callback.attempts.update(before=None)  # as putting together does: nothing is taken back
        assert "<s " in details(client, callback)
        registration = callback.registration
        registration.answers = AnswersFactory(phone="+31201234567").to_stored()
        registration.save()
        assert 'href="tel:+31-20-123-4567"' in details(client, callback)

    @pytest.mark.parametrize(
        ("answers", "shown"),
        [
            ({"letter": True}, "Postbus 1, 3500 AA Utrecht"),
            ({"contact_person": True}, "Vraag naar de contactpersoon op afdeling B"),
            ({"mail_only": True, "organisation_may_be_named": True}, EMAIL),
        ],
        ids=["a letter", "a contact person", "an e-mail"],
    )
    def test_any_other_address_is_struck_out_likewise(
        self, client, sam, coordinator, answers, shown
    ):
        given = AnswersFactory(**answers)
        kind = policy_for(given, neutral_mail_available=True).task_kind
        callback = CallbackFactory(claimed_by=sam, kind=kind, registration__answers=given)
        assert f'<s dir="auto">{shown}</s>' not in details(client, callback)
        attempts.record_attempt(callback.pk, sam, AttemptResult.WRONG_NUMBER)
        claims.claim(callback.pk, coordinator)
        text = details(client, callback)
        assert f'<s dir="auto">{shown}</s>' in text
        assert "What you can do now:" in text
        assert "Do not use it." in text

    def test_nobody_can_say_that_a_wrong_number_did_not_answer(self, client, sam, coordinator):
        callback = self.found_wrong(sam, coordinator, fallback=(Fallback.VOICEMAIL, Fallback.TEXT))
        client.force_login(coordinator)
        text = details(client, callback)
        for result in ("no_answer", "voicemail", "call_back", "wrong_number", "reached", "sent"):
            assert f'value="{result}"' not in text
        assert 'value="called_us"' in text
        assert url("plan", callback) not in text
        client.post(url("attempt", callback), {"result": "no_answer"})
        assert callback.attempts.count() == 1
        for result in set(AttemptResult) - {AttemptResult.CALLED_US}:
            with pytest.raises(claims.NotAllowedError):
                attempts.record_attempt(
                    callback.pk, coordinator, result, next_attempt_at=in_two_days()
                )
        with pytest.raises(claims.NotAllowedError):
            attempts.plan_by_hand(callback.pk, coordinator, in_two_days())

    def test_who_allows_e_mail_is_written_to_instead(self, client, sam, coordinator):
        callback = self.found_wrong(
            sam, coordinator, all_channels=True, organisation_may_be_named=True
        )
        text = details(client, callback)
        assert EMAIL in text
        assert '<s dir="auto">030 234 5678</s>' in text
        assert 'name="result" value="sent"' in text
        for result in ("no_answer", "voicemail", "call_back"):
            assert f'value="{result}"' not in text
        attempts.record_attempt(callback.pk, coordinator, AttemptResult.SENT)
        callback.refresh_from_db()
        assert callback.sent_at is not None
        attempts.record_attempt(callback.pk, coordinator, AttemptResult.WRONG_NUMBER)
        callback.refresh_from_db()
        assert callback.sent_at is None
        with pytest.raises(claims.NotClaimedError):
            attempts.record_attempt(callback.pk, coordinator, AttemptResult.SENT)
        claims.claim(callback.pk, coordinator)
        with pytest.raises(claims.NotAllowedError):
            attempts.record_attempt(callback.pk, coordinator, AttemptResult.SENT)

    def test_who_takes_back_a_wrong_number_may_call_it_again(self, client, sam):
        given = AnswersFactory(all_channels=True, organisation_may_be_named=True)
        callback = CallbackFactory(claimed_by=sam, registration__answers=given)
        attempts.record_attempt(callback.pk, sam, AttemptResult.WRONG_NUMBER)
        undo_attempt(callback.pk, sam)
        assert 'href="tel:' in details(client, callback)
        assert Callback.objects.get().kind == TaskKind.CALL

    @pytest.mark.parametrize("hours", [0, 10], ids=["open", "closed"])
    def test_that_the_person_called_us_can_always_be_recorded(
        self, client, sam, coordinator, hours
    ):
        callback = self.found_wrong(sam, coordinator)
        with time_machine.travel(TUESDAY_MORNING + timedelta(hours=hours), tick=False):
            client.force_login(coordinator)
            claims.claim(callback.pk, coordinator)
            assert 'name="result" value="called_us"' in details(client, callback)
            client.post(url("attempt", callback), {"result": AttemptResult.CALLED_US})
        assert callback.registration.callbacks.get().reached_at is not None

    def test_who_was_spoken_to_is_not_offered_to_be_closed_as_unreachable(
        self, client, sam, coordinator
    ):
        callback = self.found_wrong(sam, coordinator)
        attempts.record_attempt(callback.pk, coordinator, AttemptResult.CALLED_US)
        text = details(client, callback)
        assert "close this callback as unreachable" not in text
        assert "There was contact before" in text

    def test_who_finds_us_does_not_make_the_wrong_number_right(self, client, sam, coordinator):
        callback = self.found_wrong(sam, coordinator)
        attempts.record_attempt(callback.pk, coordinator, AttemptResult.CALLED_US)
        assert '<s dir="auto">030 234 5678</s>' in details(client, callback)

    def test_no_last_message_goes_to_an_address_that_turned_out_wrong(self, sam):
        answers = AnswersFactory(all_channels=True, organisation_may_be_named=True)
        callback = tried_in_vain(sam, all_channels=True, organisation_may_be_named=True)
        ContactAttemptFactory(
            callback=CallbackFactory(registration=callback.registration),
            result=AttemptResult.WRONG_NUMBER,
            way_hash=wrong_ways.hash_of(answers.email),
        )
        with pytest.raises(claims.NotAllowedError):
            leave_message(callback.pk, sam, MessageChannel.EMAIL)
        leave_message(callback.pk, sam, MessageChannel.TEXT)

    def test_another_callback_of_the_person_that_found_no_fault_stays_as_it_is(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        ContactAttemptFactory(callback=callback, made_by=sam)
        assert 'href="tel:' in details(client, callback)


class TestCoordinatorReads:
    def test_only_on_request_and_logged(self, client, coordinator, robin):
        callback = CallbackFactory(
            claimed_by=robin, registration__answers=AnswersFactory(name="Noor")
        )
        assert "Noor" not in details(client, callback)
        assert not AccessLogEntry.objects.exists()
        response = client.post(url("read", callback))
        text = response.content.decode()
        assert "Noor" in text
        assert url("attempt", callback) not in text
        assert "no-store" in response["Cache-Control"]
        assert AccessLogEntry.objects.get().user == coordinator


class TestWhatIsLeftToDo:
    """The heading says it: nobody calls, or writes, who need not."""

    def test_what_somebody_withdrew_asks_for_nothing_and_allows_nothing(self, client, sam):
        callback = callback_of(all_channels=True)
        changes_by_person.withdraw(callback.registration_id, timezone.now())
        page = details(client, callback)
        heading = page.partition('id="desk-summary-heading">')[2].partition("</h2>")[0]
        assert heading.split() == ["Withdrawn"]
        assert "Voicemail allowed" not in page
        assert "No preference for a moment" not in page

    def test_a_letter_that_was_sent_is_not_sent_again(self, client, sam):
        callback = CallbackFactory(letter=True, claimed_by=sam)
        attempts.record_attempt(callback.pk, sam, AttemptResult.SENT)
        claims.claim(callback.pk, sam)
        page = details(client, callback)
        assert "Waiting for an answer" in page
        assert "Send a letter before" not in " ".join(page.split())
        queue = client.get(QUEUE).content.decode()
        assert "waiting for an answer" in queue

    def test_nor_is_a_contact_person_written_to_again(self, client, sam):
        answers = AnswersFactory(contact_person=True)
        callback = CallbackFactory(
            kind=TaskKind.CONTACT, claimed_by=sam, registration__answers=answers
        )
        attempts.record_attempt(callback.pk, sam, AttemptResult.SENT)
        assert "Waiting for an answer" in details(client, callback)
        queue = client.get(QUEUE).content.decode()
        assert "waiting for an answer" in queue

    def test_a_planned_moment_is_named_instead_of_the_first_allowed_one(self, client, sam):
        callback = callback_of()
        Callback.objects.filter(pk=callback.pk).update(next_attempt_at=in_two_days())
        for page in (details(client, callback), client.get(QUEUE).content.decode()):
            assert "Planned: " in page
            assert "No preference for a moment" not in page
