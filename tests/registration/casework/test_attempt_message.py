"""Telling somebody that we tried: never over a channel or at a moment that was not allowed."""

from datetime import timedelta
from itertools import product
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from registration.casework.attempt_message import leave_message
from registration.casework.claims import NotAllowedError, NotClaimedError
from registration.casework.follow_up import channels_for
from registration.mail.delivery import deliver_due
from registration.models import Callback, ContactAttempt, OutboundMail
from registration.own_page.overview import overview_of
from registration.rules.contact_policy import policy_for
from registration.rules.mail_wording import reveals_organisation
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult, TaskKind
from registration.vocabulary.channels import Fallback, Identify, MessageChannel, OtherWay
from registration.vocabulary.mails import MailCode
from tests.registration.factories import (
    EMAIL,
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
    DeskMemberFactory,
)
from tests.registration.rules.test_contact_policy import EVERYTHING

NAMED = {"all_channels": True, "organisation_may_be_named": True}
NEUTRAL = {"all_channels": True, "first_name_only": True}


@pytest.fixture
def sam():
    with time_machine.travel("2026-06-09 10:00", tick=False):  # a Tuesday morning
        yield DeskMemberFactory()


def tried_in_vain(user: Any, **answers: Any) -> Callback:
    """Return a callback in hand, after three attempts that nobody answered."""
    callback = CallbackFactory(
        claimed_by=user,
        attempt_count=3,
        first_attempt_at=timezone.now() - timedelta(days=3),
        registration__answers=AnswersFactory(**answers),
    )
    for days_ago in (3, 2, 1):
        made_at = timezone.now() - timedelta(days=days_ago)
        ContactAttemptFactory(callback=callback, made_at=made_at)
    return callback


@pytest.mark.parametrize("neutral_sender", ["Afspraken <bericht@example.net>", ""])
def test_no_channel_that_was_not_allowed_whatever_was_answered(settings, neutral_sender) -> None:
    settings.NEUTRAL_FROM_EMAIL = neutral_sender
    for given in EVERYTHING:
        answers: Answers = AnswersFactory(**given)
        policy = policy_for(answers, neutral_mail_available=bool(neutral_sender))
        channels = set(channels_for(Callback(kind=policy.task_kind), answers))
        ticked = set() if Fallback.ONLY_RETRY in answers.fallback else set(answers.fallback)
        named = answers.identify == Identify.ORGANISATION
        can_call = bool(answers.phone) and not answers.phone_impossible
        if MessageChannel.VOICEMAIL in channels:
            assert Fallback.VOICEMAIL in ticked
            assert can_call
        if MessageChannel.TEXT in channels:
            assert Fallback.TEXT in ticked
            assert can_call
        if MessageChannel.EMAIL in channels:
            assert Fallback.EMAIL in ticked
            assert answers.email
            assert named or neutral_sender
        if MessageChannel.LETTER in channels:
            assert answers.other_way == OtherWay.LETTER
        if policy.task_kind != TaskKind.CALL:
            assert not channels


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("channel", "fallback"),
    [
        pair
        for pair in product(MessageChannel, Fallback)
        if pair
        not in {
            (MessageChannel.EMAIL, Fallback.EMAIL),
            (MessageChannel.TEXT, Fallback.TEXT),
            (MessageChannel.VOICEMAIL, Fallback.VOICEMAIL),
        }
    ],
)
def test_a_forged_channel_is_refused(sam, channel, fallback) -> None:
    callback = tried_in_vain(sam, email=EMAIL, fallback=(fallback,))
    with pytest.raises(NotAllowedError):
        leave_message(callback.pk, sam, channel)
    assert not OutboundMail.objects.exists()
    assert ContactAttempt.objects.count() == 3


@pytest.mark.django_db
class TestEmail:
    @pytest.mark.parametrize(
        ("language", "subject", "day"),
        [
            ("nl", "We hebben je gebeld", "vrijdag 19 juni"),
            ("en", "We tried to call you", "Friday 19 June"),
        ],
    )
    def test_it_comes_in_the_persons_language(self, sam, language, subject, day):
        callback = tried_in_vain(sam, told_all=True, **NAMED)
        callback.registration.language = language
        callback.registration.save()
        leave_message(callback.pk, sam, MessageChannel.EMAIL)
        assert deliver_due() == 1
        (message,) = mail.outbox
        assert (message.to, message.subject) == ([EMAIL], subject)
        assert day in message.body
        assert "Noor" not in message.body
        assert "traffic" not in message.body

    def test_a_neutral_one_does_not_say_who_we_are(self, sam):
        callback = tried_in_vain(sam, **NEUTRAL)
        leave_message(callback.pk, sam, MessageChannel.EMAIL)
        assert OutboundMail.objects.get().code == MailCode.TRIED_NEUTRAL
        deliver_due()
        (message,) = mail.outbox
        assert message.from_email == "Afspraken <bericht@example.net>"
        assert not reveals_organisation(str(message.message()))

    def test_without_a_neutral_sender_nothing_is_sent_or_recorded(self, sam, settings):
        settings.NEUTRAL_FROM_EMAIL = ""
        callback = tried_in_vain(sam, **NEUTRAL)
        with pytest.raises(NotAllowedError):
            leave_message(callback.pk, sam, MessageChannel.EMAIL)
        assert not OutboundMail.objects.exists()
        assert Callback.objects.get().message_at is None

    def test_an_address_gets_no_more_than_its_share(self, sam):
        for _person in range(3):
            leave_message(tried_in_vain(sam, **NAMED).pk, sam, MessageChannel.EMAIL)
        with pytest.raises(NotAllowedError):
            leave_message(tried_in_vain(sam, **NAMED).pk, sam, MessageChannel.EMAIL)


@pytest.mark.django_db
class TestLeavingWord:
    @pytest.mark.parametrize(
        ("channel", "result"),
        [
            (MessageChannel.VOICEMAIL, AttemptResult.VOICEMAIL),
            (MessageChannel.TEXT, AttemptResult.TEXT_SENT),
            (MessageChannel.EMAIL, AttemptResult.SENT),
        ],
    )
    def test_it_is_recorded_and_given_back(self, sam, channel, result):
        callback = tried_in_vain(sam, **NAMED)
        leave_message(callback.pk, sam, channel)
        callback.refresh_from_db()
        assert callback.message_at == timezone.now()
        assert callback.claimed_by is None
        last = callback.attempts.last()
        assert (last.result, last.made_by) == (result, sam)

    @pytest.mark.parametrize("channel", [MessageChannel.VOICEMAIL, MessageChannel.TEXT])
    def test_no_telephone_rings_at_a_ruled_out_moment(self, sam, channel):
        callback = tried_in_vain(sam, avoid=("tuesday:morning",), **NAMED)
        with pytest.raises(NotAllowedError):
            leave_message(callback.pk, sam, channel)

    def test_once_is_enough(self, sam):
        callback = tried_in_vain(sam, **NAMED)
        leave_message(callback.pk, sam, MessageChannel.TEXT)
        Callback.objects.update(claimed_by=sam)
        with pytest.raises(NotAllowedError):
            leave_message(callback.pk, sam, MessageChannel.EMAIL)

    def test_not_while_attempts_are_left(self, sam):
        callback = tried_in_vain(sam, **NAMED)
        callback.attempts.last().delete()
        with pytest.raises(NotAllowedError):
            leave_message(callback.pk, sam, MessageChannel.TEXT)

    def test_not_by_who_has_not_taken_it(self, sam):
        callback = tried_in_vain(DeskMemberFactory(), **NAMED)
        with pytest.raises(NotClaimedError):
            leave_message(callback.pk, sam, MessageChannel.TEXT)

    def test_the_person_reads_how_to_go_on(self, sam):
        callback = tried_in_vain(sam, **NAMED)
        leave_message(callback.pk, sam, MessageChannel.TEXT)
        sentence = overview_of(callback.registration, callback.registration).sentence
        assert sentence.endswith("Wil je nog contact? Bel ons: 030-2340045.")
