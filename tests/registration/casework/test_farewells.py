"""Who stops, or has everything deleted, gets a last mail that says so, and nobody else does."""

from datetime import timedelta

import pytest
import time_machine
from cryptography.fernet import Fernet
from django.core import mail
from django.utils import timezone

from registration.background.retention import purge_drafts
from registration.casework import changes_by_person, ending
from registration.casework.farewells import recipient_of
from registration.mail.delivery import deliver_due
from registration.mail.shares import FAREWELLS
from registration.models import OutboundMail, Registration
from registration.rules.mail_wording import reveals_organisation
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.mails import MailCode
from tests.registration.factories import (
    EMAIL,
    AnswersFactory,
    CallbackFactory,
    DeskMemberFactory,
    put_on_record,
)
from tests.registration.referral.factories import ReferralFactory

pytestmark = pytest.mark.django_db

NAMED = {"all_channels": True, "organisation_may_be_named": True}
NEUTRAL = {"all_channels": True, "first_name_only": True}


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel("2026-11-24 09:00", tick=False) as clock:
        yield clock


def waiting(**answers):
    """Return the open callback of somebody with these answers."""
    return CallbackFactory(registration__answers=AnswersFactory(**answers))


def farewells():
    return OutboundMail.objects.filter(code__in=FAREWELLS.codes)


def withdraw(callback):
    changes_by_person.withdraw(callback.registration_id, timezone.now())


def erase(callback):
    return changes_by_person.erase(callback.registration_id, timezone.now())


@pytest.mark.parametrize(
    ("language", "subject", "day"),
    [
        ("nl", "We nemen geen contact meer met je op", "dinsdag 24 november"),
        ("en", "We will not contact you again", "Tuesday 24 November"),
    ],
)
def test_who_withdraws_reads_that_it_is_done(language, subject, day):
    callback = waiting(**NAMED)
    Registration.objects.update(language=language)
    withdraw(callback)
    deliver_due()
    message = next(sent for sent in mail.outbox if sent.to == [EMAIL])
    assert message.subject == subject
    assert day in message.body
    assert "Noor" not in message.body


def test_who_has_everything_deleted_reads_the_proof_and_until_when_backups_last():
    proof = erase(waiting(**NAMED)).proof
    assert not Registration.objects.exists()
    deliver_due()
    (message,) = (sent for sent in mail.outbox if sent.to == [EMAIL])
    assert message.subject == "We hebben je gegevens gewist"
    assert proof in message.body
    assert "uiterlijk op donderdag 24 december" in message.body


@pytest.mark.parametrize("end", [withdraw, erase])
def test_where_our_name_may_not_be_said_the_last_mail_is_neutral(end):
    proof = end(waiting(**NEUTRAL))
    deliver_due()
    (message,) = (sent for sent in mail.outbox if sent.to == [EMAIL])
    assert message.from_email == "Afspraken <bericht@example.net>"
    assert not reveals_organisation(str(message.message()))
    assert str(proof) not in message.body


@pytest.mark.parametrize("end", [withdraw, erase])
@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"email": EMAIL},
        {"email": EMAIL, "fallback": ("text",), "organisation_may_be_named": True},
        {**NAMED, "email": "noor@localhost"},
    ],
    ids=["no address", "not allowed", "only a text message", "no mail can arrive there"],
)
def test_nobody_is_mailed_who_did_not_allow_it(end, answers):
    end(waiting(**answers))
    assert not farewells().exists()


@pytest.mark.parametrize("end", [withdraw, erase])
def test_without_a_neutral_sender_nothing_is_sent(end, settings):
    settings.NEUTRAL_FROM_EMAIL = ""
    end(waiting(**NEUTRAL))
    assert not farewells().exists()


@pytest.mark.parametrize("end", [withdraw, erase])
def test_a_client_who_was_referred_gets_none(end):
    end(waiting(referral=ReferralFactory(), **NAMED))
    assert not farewells().exists()


def test_who_tells_the_desk_to_stop_gets_it_too():
    sam = DeskMemberFactory()
    callback = CallbackFactory(claimed_by=sam, registration__answers=AnswersFactory(**NAMED))
    put_on_record(callback, Lifecycle.WITHDRAWN)
    ending.end(callback.pk, sam, Lifecycle.WITHDRAWN)
    assert farewells().get().code == MailCode.WITHDRAWN


@pytest.mark.parametrize("outcome", [Lifecycle.OTHER_SERVICE, Lifecycle.UNREACHABLE])
def test_no_other_end_is_called_stopping(outcome):
    sam = DeskMemberFactory()
    callback = CallbackFactory(claimed_by=sam, registration__answers=AnswersFactory(**NAMED))
    put_on_record(callback, outcome)
    ending.end(callback.pk, sam, outcome)
    assert not farewells().exists()


def test_a_helper_does_not_read_what_the_person_told_the_desk():
    sam = DeskMemberFactory()
    callback = CallbackFactory(
        claimed_by=sam, registration__answers=AnswersFactory(helped=True, **NAMED)
    )
    put_on_record(callback, Lifecycle.WITHDRAWN)
    ending.end(callback.pk, sam, Lifecycle.WITHDRAWN)
    assert not farewells().exists()


def test_nobody_floods_an_address_with_last_mails():
    for _time in range(FAREWELLS.limit + 2):
        erase(waiting(**NAMED))
    assert farewells().count() == FAREWELLS.limit


def test_the_address_is_not_kept_once_the_last_mail_went(tuesday):
    erase(waiting(**NAMED))
    deliver_due()
    assert farewells().get().message is None
    tuesday.shift(timedelta(days=1, minutes=1))
    purge_drafts(timezone.now())
    assert not farewells().exists()


def test_nor_for_long_where_it_cannot_go_out(tuesday):
    erase(waiting(**NAMED))
    tuesday.shift(timedelta(days=6))
    purge_drafts(timezone.now())
    assert farewells().exists()
    tuesday.shift(timedelta(days=1))
    purge_drafts(timezone.now())
    assert not farewells().exists()


def test_whose_answers_can_no_longer_be_read_is_not_kept_for_a_mail(settings):
    registration = waiting(**NAMED).registration
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    assert recipient_of(Registration.objects.get(pk=registration.pk)) is None


def test_a_question_has_no_page_of_its_own_and_a_last_mail_all_the_same():
    callback = waiting(asks=True, **NAMED)
    Registration.objects.update(source=Source.QUESTION)
    erase(callback)
    assert farewells().get().code == MailCode.ERASED
