"""A mail is sent once where all goes well, and in the end where it does not."""

import logging
import random
import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend

from registration.mail import delivery as mail_delivery
from registration.mail.delivery import (
    JITTER,
    LEASE,
    LONGEST_PAUSE,
    MAX_TRIES,
    Message,
    Result,
    claim,
    deliver,
    deliver_due,
    pause_after,
)
from registration.mail.tasks import send_mail
from registration.models import OutboundMail
from registration.vocabulary.mails import MailCode

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ADDRESS = "noor@example.org"
MESSAGE = Message(ADDRESS, "aanmeldpunt@example.org", "", "Je bericht", "Hallo")


class Fault(EmailBackend):
    """A mail server that meets every message with `error`, while there is one."""

    error: Exception | None = None
    tries = 0

    def send_messages(self, messages: list[EmailMessage]) -> int:
        """Fail, or keep the messages where tests find them."""
        type(self).tries += 1
        if self.error is not None:
            raise self.error
        return super().send_messages(messages)


@pytest.fixture
def server(settings, monkeypatch) -> type[Fault]:
    """A mail server whose `error` a test can set."""
    settings.EMAIL_BACKEND = f"{__name__}.Fault"
    monkeypatch.setattr(Fault, "error", None)
    monkeypatch.setattr(Fault, "tries", 0)
    return Fault


def waiting(number: int = 1, **columns) -> OutboundMail:
    """Put mails in the outbox; return the last."""
    for count in range(number):
        row = OutboundMail.objects.create(
            code=MailCode.DESK_NOTICE,
            message_id=f"<{OutboundMail.objects.count()}{count}@example.org>",
            **{"next_try_at": NOW, "message": MESSAGE.to_stored(), **columns},
        )
    return row


# --- Where it goes --------------------------------------------------------------------------------


def test_a_mail_goes_to_the_domain_that_was_typed_and_not_to_one_like_it() -> None:
    message = Message("naam@straße.de", "aanmeldpunt@example.org", "", "Je bericht", "Hallo")
    row = waiting(message=message.to_stored())
    assert deliver(row.pk, NOW) is Result.SENT
    assert mail.outbox[0].to == ["naam@xn--strae-oqa.de"]


def test_an_address_that_no_server_can_get_is_given_up_at_once() -> None:
    message = Message("zoë@straße.de", "aanmeldpunt@example.org", "", "Je bericht", "Hallo")
    row = waiting(message=message.to_stored())
    assert deliver(row.pk, NOW) is Result.GIVEN_UP
    assert mail.outbox == []


# --- Claiming -------------------------------------------------------------------------------------


def test_of_two_claims_one_wins() -> None:
    row = waiting()
    assert [claim(row.pk, NOW), claim(row.pk, NOW)] == [True, False]
    row.refresh_from_db()
    assert (row.delivery_tries, row.lease_until) == (1, NOW + LEASE)


@pytest.mark.parametrize(
    ("columns", "free"),
    [
        ({}, True),
        ({"next_try_at": NOW + timedelta(seconds=1)}, False),
        ({"lease_until": NOW}, False),
        ({"lease_until": NOW - timedelta(seconds=1)}, True),
        ({"sent_at": NOW}, False),
        ({"failed_at": NOW}, False),
    ],
)
def test_only_a_free_mail_that_is_due_is_claimed(columns: dict[str, datetime], free: bool) -> None:
    assert claim(waiting(**columns).pk, NOW) is free


# --- Sending --------------------------------------------------------------------------------------


def test_a_mail_is_sent_once() -> None:
    row = waiting()
    assert [deliver(row.pk, NOW), deliver(row.pk, NOW)] == [Result.SENT, Result.NOT_OURS]
    assert deliver_due(NOW + timedelta(days=1)) == 0
    assert len(mail.outbox) == 1


def test_the_envelope_sender_is_the_sender() -> None:
    deliver(waiting().pk, NOW)
    (message,) = mail.outbox
    assert message.from_email == MESSAGE.sender
    assert "Sender" not in message.message()


def test_the_task_sends_its_mail() -> None:
    row = waiting(2)
    send_mail.func(row.pk)
    assert len(mail.outbox) == 1
    row.refresh_from_db()
    assert row.sent_at is not None


def test_a_mail_that_is_gone_is_nobodys_trouble() -> None:
    assert deliver(12345, NOW) is Result.NOT_OURS


def test_a_mail_that_goes_while_it_is_claimed_is_not_sent(monkeypatch) -> None:
    row = waiting()
    claim_it = mail_delivery.claim

    def claim_then_erase(mail_id: int, now: datetime) -> bool:
        won = claim_it(mail_id, now)
        OutboundMail.objects.all().delete()
        return won

    monkeypatch.setattr(mail_delivery, "claim", claim_then_erase)
    assert deliver(row.pk, NOW) is Result.NOT_OURS
    assert mail.outbox == []


def test_the_longest_waiting_mail_goes_first_and_a_round_has_an_end() -> None:
    late = waiting(next_try_at=NOW)
    early = waiting(next_try_at=NOW - timedelta(hours=1))
    assert deliver_due(NOW, limit=1) == 1
    early.refresh_from_db()
    late.refresh_from_db()
    assert (early.sent_at, late.sent_at) == (NOW, None)


def test_a_round_stops_when_asked() -> None:
    waiting(3)
    answers = iter([True, False])
    assert deliver_due(NOW, keep_going=lambda: next(answers)) == 1


# --- Faults ---------------------------------------------------------------------------------------

ADDRESS_IN_ERROR = f"{ADDRESS} is unknown here".encode()
REFUSED_FOR_GOOD = smtplib.SMTPRecipientsRefused({ADDRESS: (550, ADDRESS_IN_ERROR)})
REFUSED_FOR_NOW = smtplib.SMTPRecipientsRefused({ADDRESS: (450, ADDRESS_IN_ERROR)})


@pytest.mark.parametrize(
    ("error", "result"),
    [
        (ConnectionRefusedError(111, "refused"), Result.SERVER_AWAY),
        (TimeoutError("timed out"), Result.SERVER_AWAY),
        (smtplib.SMTPServerDisconnected("gone"), Result.SERVER_AWAY),
        (smtplib.SMTPConnectError(421, b"busy"), Result.SERVER_AWAY),
        (smtplib.SMTPAuthenticationError(535, b"who are you"), Result.SERVER_AWAY),
        (REFUSED_FOR_NOW, Result.POSTPONED),
        (smtplib.SMTPDataError(451, b"later"), Result.POSTPONED),
        (smtplib.SMTPSenderRefused(550, b"not you", "aanmeldpunt@example.org"), Result.POSTPONED),
        (RuntimeError(ADDRESS), Result.POSTPONED),
        (REFUSED_FOR_GOOD, Result.GIVEN_UP),
        (smtplib.SMTPDataError(554, b"no"), Result.GIVEN_UP),
        (mail.BadHeaderError("newline"), Result.GIVEN_UP),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_comes_of_a_fault(server, caplog, error: Exception, result: Result) -> None:
    server.error = error
    row = waiting()
    with caplog.at_level(logging.DEBUG):
        assert deliver(row.pk, NOW) is result
    row.refresh_from_db()
    assert row.message == MESSAGE.to_stored()  # never lost
    assert row.last_error == type(error).__name__
    assert row.lease_until is None
    if result is Result.GIVEN_UP:
        assert row.failed_at == NOW
    else:
        assert row.failed_at is None
        assert NOW < row.next_try_at <= NOW + timedelta(minutes=1.2)
    assert type(error).__name__ in caplog.text
    assert ADDRESS not in caplog.text


def test_while_the_server_is_away_a_round_ends_at_the_first_mail(server) -> None:
    waiting(5)
    server.error = ConnectionRefusedError()
    assert deliver_due(NOW) == 0
    assert server.tries == 1
    server.error = None
    assert deliver_due(NOW) == 4
    assert deliver_due(NOW + timedelta(minutes=2)) == 1


def test_one_refused_mail_stops_no_other(server) -> None:
    waiting(3)
    server.error = REFUSED_FOR_NOW
    assert deliver_due(NOW) == 0
    assert server.tries == 3


def test_a_message_that_cannot_be_read_stops_no_other(settings) -> None:
    waiting()
    keys = settings.FIELD_ENCRYPTION_KEYS
    settings.FIELD_ENCRYPTION_KEYS = ["5rNjvJ0xSVvYtFDXfNZzAmkbxqNDYJRKxJIzBOIz9QA="]
    readable = waiting()
    assert deliver_due(NOW) == 1
    readable.refresh_from_db()
    assert readable.sent_at == NOW
    settings.FIELD_ENCRYPTION_KEYS = keys
    assert deliver_due(NOW + timedelta(minutes=2)) == 1


def test_after_many_tries_a_mail_is_given_up_and_kept(server) -> None:
    row = waiting()
    server.error = ConnectionRefusedError()
    now = NOW
    for _ in range(MAX_TRIES):
        row.refresh_from_db()
        assert row.failed_at is None
        now = max(now, row.next_try_at)
        deliver(row.pk, now)
    row.refresh_from_db()
    assert row.failed_at == now
    assert row.message == MESSAGE.to_stored()
    assert timedelta(days=2) < now - NOW < timedelta(days=4)
    assert deliver(row.pk, now + timedelta(days=9)) is Result.NOT_OURS


def test_a_mail_over_which_every_worker_dies_is_given_up() -> None:
    row = waiting(delivery_tries=MAX_TRIES, lease_until=NOW - timedelta(seconds=1))
    assert deliver(row.pk, NOW) is Result.GIVEN_UP
    row.refresh_from_db()
    assert (row.failed_at, row.last_error) == (NOW, "WorkerDied")
    assert mail.outbox == []


def test_a_worker_that_comes_too_late_does_not_undo_what_another_did(server) -> None:
    row = waiting()
    assert claim(row.pk, NOW)
    later = NOW + LEASE + timedelta(seconds=1)
    assert deliver(row.pk, later) is Result.SENT
    mail_delivery._failed_try(row.pk, NOW + LEASE, NOW, ConnectionRefusedError())
    row.refresh_from_db()
    assert (row.sent_at, row.failed_at, row.last_error) == (later, None, "")


def test_pauses_grow_to_six_hours_with_some_chance() -> None:
    random.seed(1)
    for tries in range(1, MAX_TRIES + 1):
        expected = min(timedelta(minutes=2 ** (tries - 1)), LONGEST_PAUSE)
        pauses = {pause_after(tries) for _ in range(20)}
        assert len(pauses) > 1
        assert all(expected * (1 - JITTER) <= pause <= expected * (1 + JITTER) for pause in pauses)
