"""What goes into the outbox, for whom, in which words; and what becomes of it."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from registration.checks import check_mail_timeout, check_neutral_sender
from registration.mail import to_colleagues, to_registrants, unsent
from registration.mail.cancelling import cancel_waiting
from registration.mail.delivery import deliver_due
from registration.mail.enqueueing import enqueue
from registration.mail.senders import neutral_mail_available
from registration.models import OutboundMail, Registration
from registration.rules.contact_policy import policy_for
from registration.rules.promised import Promised
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import CallbackState, TaskKind
from registration.vocabulary.mails import MailCode
from tests.registration.factories import (
    EMAIL,
    AnswersFactory,
    CallbackFactory,
    RegistrationFactory,
)

pytestmark = pytest.mark.django_db
# A Thursday that is to come, also for whoever runs these tests in some years.
DUE = datetime(2037, 11, 26, 16, tzinfo=UTC)
PROMISED = Promised(task_kind=TaskKind.CALL, before=DUE)


def confirm(answers: Answers, **registration: Any) -> bool:
    """Enqueue the confirmation of a new registration; return whether a mail will come."""
    return enqueue(
        to_registrants.confirmation(
            RegistrationFactory(answers=answers, **registration),
            answers,
            policy_for(answers, neutral_mail_available=neutral_mail_available()),
            PROMISED,
        )
    )


def named(**answers: Any) -> Answers:
    """Return answers that allow a mail with our name in it."""
    return AnswersFactory(all_channels=True, organisation_may_be_named=True, **answers)


def neutral(**answers: Any) -> Answers:
    """Return answers that allow a mail without our name."""
    return AnswersFactory(all_channels=True, first_name_only=True, **answers)


def sent_mail() -> EmailMessage:
    """Send what waits and return the one mail that went out."""
    assert deliver_due() == 1
    (message,) = mail.outbox
    return message


# --- Confirmations --------------------------------------------------------------------------------


def test_a_confirmation_says_what_happens_next_and_repeats_no_answer() -> None:
    answers = named(told_all=True, name="Noor-Achterberg")
    assert confirm(answers, language="nl") is True
    message = sent_mail()
    assert message.to == [EMAIL]
    assert message.from_email == "Perspectief Herstelbemiddeling <aanmeldpunt@example.org>"
    assert message.reply_to == ["aanmeldpunt@example.org"]
    assert message.subject == "We hebben je aanmelding ontvangen"
    assert "We bellen je uiterlijk op donderdag 26 november 2037." in message.body
    assert "Heb jij je niet aangemeld?" in message.body
    words = f"{message.subject} {message.body}".casefold()
    for answer in ("noor", "victim", "traffic", "verkeer", "slachtoffer", answers.story.casefold()):
        assert answer not in words


def test_a_confirmation_is_in_the_language_of_the_form() -> None:
    assert confirm(named(), language="en")
    message = sent_mail()
    assert message.subject == "We have received your registration"
    assert "We will call you no later than Thursday 26 November 2037." in message.body


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_neutral_confirmation_gives_nothing_away_in_any_header(language: str) -> None:
    assert confirm(neutral(), language=language) is True
    message = sent_mail()
    raw = message.message().as_string()
    assert message.from_email == "Afspraken <bericht@example.net>"
    assert re.search(r"^Message-ID: <[0-9a-f]{32}@example\.net>$", raw, re.M)
    assert "Reply-To" not in raw  # so answers go to the neutral sender
    assert "26 november" in raw.casefold()
    for word in ("perspectief", "aanmeldpunt", "mediat", "bemiddel", "2340045", "http"):
        assert word not in raw.casefold()
    assert "example.org" not in raw.replace(EMAIL, "")


def test_without_a_neutral_sender_no_neutral_mail_comes(settings) -> None:
    settings.NEUTRAL_FROM_EMAIL = ""
    assert confirm(neutral()) is False
    assert not OutboundMail.objects.exists()


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"email": EMAIL, "organisation_may_be_named": True},
        {"email": EMAIL, "fallback": ("email", "only_retry"), "organisation_may_be_named": True},
        {"fallback": ("email",), "organisation_may_be_named": True},
    ],
)
def test_without_permission_no_mail_comes(answers: dict[str, Any]) -> None:
    assert confirm(AnswersFactory(**answers)) is False
    assert not OutboundMail.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        "noor@example.org\nBcc: iedereen@example.org",
        "noor@example.org\r\nX-Header: y",
        "noor@example.org, ander@example.org",
        "Noor <noor@example.org>",
        "noor@example.org\x00",
        "noor",
    ],
)
def test_what_is_no_address_gets_no_mail(address: str) -> None:
    assert confirm(named(email=address)) is False
    assert not OutboundMail.objects.exists()


def test_every_mail_says_that_a_machine_sent_it() -> None:
    confirm(named())
    assert sent_mail().message()["Auto-Submitted"] == "auto-generated"


# --- Nobody's mailbox is flooded ------------------------------------------------------------------


def test_an_address_gets_three_confirmations_a_day() -> None:
    spellings = [EMAIL, "NOOR@example.org", " noor@EXAMPLE.org", "noor+1@example.org", EMAIL]
    assert [confirm(named(email=email)) for email in spellings] == [True, True, True, False, False]
    assert confirm(neutral()) is False
    assert confirm(named(email="ander@example.org")) is True


def test_a_day_later_it_gets_mail_again() -> None:
    for _ in range(3):
        confirm(named())
    OutboundMail.objects.update(created_at=timezone.now() - timedelta(days=1, minutes=1))
    assert confirm(named()) is True


def test_mails_that_went_out_still_count() -> None:
    for _ in range(3):
        confirm(named())
    assert deliver_due() == 3
    assert confirm(named()) is False


# --- The desk -------------------------------------------------------------------------------------


def test_the_desk_hears_of_a_callback_and_nothing_of_the_person(settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = "http://localhost:8000"
    answers = AnswersFactory(told_all=True, all_channels=True, name="Achterberg")
    callback = CallbackFactory(registration__answers=answers, registration__language="en")
    callback.due_at = DUE
    enqueue(to_colleagues.desk_notice(callback))
    message = sent_mail()
    assert message.to == ["aanmeldpunt@example.org"]
    assert message.subject == f"Nieuw in de lijst: #{callback.registration_id} (bellen)"
    assert "Beloofd voor: donderdag 26 november 2037 om 17:00 uur." in message.body
    assert f"http://localhost:8000/admin/callbacks/{callback.registration_id}/" in message.body
    raw = message.message().as_string()
    for secret in (answers.name, answers.phone, answers.email, "verkeer", "traffic", "victim"):
        assert secret not in raw


@pytest.mark.parametrize(
    ("kind", "task"),
    [
        (TaskKind.CALL, "bellen"),
        (TaskKind.LETTER, "een brief sturen"),
        (TaskKind.MAIL, "een e-mail sturen"),
        (TaskKind.CONTACT, "contact opnemen met de contactpersoon"),
        (TaskKind.REFERRAL, "de verwijzing bekijken"),
    ],
)
def test_every_notice_to_the_desk_names_what_has_to_be_done(kind: str, task: str) -> None:
    callback = CallbackFactory(kind=kind)
    enqueue(to_colleagues.desk_notice(callback))
    enqueue(to_colleagues.change_notice(callback))
    digest = {"broken": [callback], "ending": [callback], "now": timezone.now()}
    enqueue(to_colleagues.promise_digest("kim@example.org", "nl", **digest))
    assert deliver_due() == 3
    for message in mail.outbox:
        assert f": {task}.\n" in message.body or message.body.count(f": {task}, vóór ") == 2
        assert (kind == TaskKind.CALL) == ("bellen" in message.body)


def test_the_desk_is_not_told_to_call_who_withdrew_or_about_whom_somebody_decides_first() -> None:
    enqueue(to_colleagues.change_notice(CallbackFactory(state=CallbackState.CANCELLED)))
    assert "Wat je daarna moet doen: niets meer." in sent_mail().body
    mail.outbox.clear()
    enqueue(to_colleagues.desk_notice(CallbackFactory(needs_coordinator=True)))
    assert "bellen, zodra de coördinator heeft besloten hoe." in sent_mail().body


@pytest.mark.parametrize(
    ("answers", "late"),
    [
        (named, "We bellen je zo snel als we kunnen."),
        (neutral, "Je hoort zo snel als we kunnen van ons."),
    ],
)
def test_a_confirmation_that_waited_too_long_names_no_day_that_is_over(answers, late) -> None:
    with time_machine.travel(DUE - timedelta(days=2), tick=False):
        confirm(answers())
    assert deliver_due(DUE + timedelta(hours=1)) == 1
    (message,) = mail.outbox
    assert late in message.body
    assert "26 november" not in message.body


def test_a_mail_of_which_nothing_is_true_any_more_is_given_up_and_shown_to_the_desk() -> None:
    answers = named()
    with time_machine.travel(DUE, tick=False):
        callback = CallbackFactory(registration__answers=answers)
        policy = policy_for(answers, neutral_mail_available=True)
        assert enqueue(to_registrants.tried(callback, answers, policy, DUE + timedelta(days=10)))
        assert deliver_due(DUE + timedelta(days=11)) == 0
    assert not mail.outbox
    assert unsent.undelivered_among([callback.registration_id]) == {callback.registration_id}


# --- In the database ------------------------------------------------------------------------------


def test_a_waiting_mail_is_unreadable_and_a_sent_one_is_wiped() -> None:
    confirm(named())
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM registration_outboundmail")
        stored = b" ".join(
            bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
            for value in cursor.fetchone()
        )
    for secret in (b"noor", b"example.org", b"bellen", b"aanmelding"):
        assert secret not in stored.replace(OutboundMail.objects.get().message_id.encode(), b"")
    assert OutboundMail.objects.get().message["recipient"] == EMAIL
    deliver_due()
    row = OutboundMail.objects.get()
    assert (row.message, row.last_error, row.lease_until) == (None, "", None)
    assert row.sent_at is not None


def test_the_same_mail_is_enqueued_once_with_one_message_id() -> None:
    answers = named()
    registration = RegistrationFactory(answers=answers)
    policy = policy_for(answers, neutral_mail_available=True)
    for _ in range(2):
        assert enqueue(to_registrants.confirmation(registration, answers, policy, PROMISED))
    assert OutboundMail.objects.count() == 1


def test_the_task_carries_a_primary_key_and_nothing_else(
    django_capture_on_commit_callbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        confirm(named())
    task = DBTaskResult.objects.get()
    assert task.task_path == "registration.mail.tasks.send_mail"
    assert task.args_kwargs == {"args": [OutboundMail.objects.get().pk], "kwargs": {}}


def test_a_nudge_that_fails_is_nobodys_trouble(
    django_capture_on_commit_callbacks, monkeypatch
) -> None:
    def refuse(self: Any, *args: Any, **kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("django_tasks_db.backend.DatabaseBackend.enqueue", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        confirm(named())
    assert deliver_due() == 1


def test_mail_about_somebody_who_withdrew_is_thrown_away() -> None:
    confirm(named())
    confirm(named(email="ander@example.org"))
    first = Registration.objects.earliest("pk")
    assert cancel_waiting(first) == 1
    assert sent_mail().to == ["ander@example.org"]
    assert cancel_waiting(Registration.objects.latest("pk")) == 0


def test_waiting_and_failed_mails_are_counted() -> None:
    for address in ("a@example.org", "b@example.org", "c@example.org"):
        confirm(named(email=address))
    failed = OutboundMail.objects.latest("pk")
    OutboundMail.objects.filter(pk=failed.pk).update(failed_at=timezone.now())
    counts = unsent.waiting_and_failed_counts()
    assert (counts.waiting, counts.failed) == (2, 1)
    assert counts.oldest_waiting == OutboundMail.objects.earliest("pk").created_at
    deliver_due()
    assert unsent.waiting_and_failed_counts() == unsent.MailCounts(0, 1, None)


def test_a_mail_that_was_given_up_can_be_sent_again() -> None:
    confirm(named())
    row = OutboundMail.objects.get()
    assert unsent.resend(row.pk) is False  # it was not given up
    OutboundMail.objects.update(
        failed_at=timezone.now(), delivery_tries=20, code=MailCode.CONFIRMATION
    )
    assert deliver_due() == 0
    assert unsent.resend(row.pk) is True
    assert sent_mail().to == [EMAIL]
    assert unsent.resend(row.pk) is False  # it was sent


# --- Settings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sender", "available"),
    [
        ("Afspraken <bericht@example.net>", True),
        ("", False),
        ("bericht@example.net", False),  # nothing to sign with
        ("Afspraken <bericht@example.org>", False),  # the foundation's own domain
        ("Afspraken <bericht@mail.example.org>", False),
        ("Afspraken <bericht@EXAMPLE.org>", False),
        ("Perspectief <bericht@example.net>", False),
        ("Afspraken <bericht@herstelbemiddeling.example.net>", False),
        ("Afspraken <bericht>", False),
    ],
)
def test_a_neutral_sender_is_neutral(settings, sender: str, available: bool) -> None:
    settings.NEUTRAL_FROM_EMAIL = sender
    assert neutral_mail_available() is available
    assert bool(check_neutral_sender(None)) is (sender != "" and not available)


@pytest.mark.parametrize(("timeout", "sound"), [(20, True), (None, False), (0, False), (25, False)])
def test_a_mail_server_is_given_up_before_the_lease_ends(settings, timeout, sound: bool) -> None:
    settings.EMAIL_TIMEOUT = timeout
    assert (check_mail_timeout(None) == []) is sound
