"""Sends what lies in the outbox: claim, send, mark, wipe. Any number of workers may do so at once.

None goes out while the site was put back from a backup and nobody has looked yet (`restoration`).

A mail is sent at least once. If a worker dies in mid-send, the mail goes out again after the lease,
with the same Message-ID, so that mailboxes can drop the double.
"""

import logging
import random
import smtplib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from perspectief.clocks import CLOCK_DIFFERENCE
from perspectief.email_address import for_mail_server
from perspectief.restoration import mail_is_paused
from registration.models import OutboundMail

logger = logging.getLogger(__name__)

# Longer than a mail can take, with EMAIL_TIMEOUT seconds for each step of the talk with the server:
# connect, EHLO, STARTTLS, EHLO, three for AUTH, MAIL, RCPT, DATA, text, RSET. checks.py sees to it.
LEASE = timedelta(minutes=5)
STEPS_OF_SENDING = 12
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)
JITTER = 0.2
# With these pauses a mail server may be away for three days, a weekend.
MAX_TRIES = 20
MAILS_PER_ROUND = 100


class Result(Enum):
    """What came of a try to send a mail."""

    SENT = "sent"
    NOT_OURS = "not ours"  # sent already, not due, or another worker is at it
    POSTPONED = "postponed"
    SERVER_AWAY = "server away"
    GIVEN_UP = "given up"


class OvertakenError(ValueError):
    """What the mail says is over, and there are no other words for it."""


@dataclass(frozen=True)
class Message:
    """What a mail server needs; stored encrypted, and wiped once sent.

    A mail may wait for days. After `until` (ISO; "" is never) the text names a day that is over:
    then `late_body` is sent instead, or nothing if there is none.
    """

    recipient: str
    sender: str
    reply_to: str
    subject: str
    body: str
    until: str = ""
    late_body: str = ""

    def body_at(self, now: datetime) -> str:
        """Return the text to send at an aware moment.

        Raises:
            OvertakenError: it is too late for this mail.
        """
        if not self.until or now < datetime.fromisoformat(self.until):
            return self.body
        if not self.late_body:
            raise OvertakenError
        return self.late_body

    @classmethod
    def from_stored(cls, stored: dict[str, str]) -> Self:
        """Read a message back."""
        return cls(**stored)

    def to_stored(self) -> dict[str, str]:
        """Return the message as JSON-ready data."""
        return asdict(self)


def deliver_due(
    now: datetime | None = None,
    limit: int = MAILS_PER_ROUND,
    keep_going: Callable[[], bool] = lambda: True,
) -> int:
    """Send the mails that are due, the longest waiting first; stop if the mail server is away.

    Args:
        now: an aware datetime; None means the present, also while the round goes on.
        limit: how many mails to try in this round.
        keep_going: asked before each mail.

    Returns:
        How many were sent.
    """
    due = list(
        _free(OutboundMail.objects.all(), now or timezone.now())
        .order_by("next_try_at", "pk")
        .values_list("pk", flat=True)[:limit]
    )
    if not due:
        return 0
    sent = 0
    connection = get_connection()
    try:
        for mail_id in due:
            if not keep_going():
                break
            result = deliver(mail_id, now or timezone.now(), connection)
            sent += result is Result.SENT
            if result is Result.SERVER_AWAY:
                break
    finally:
        _close(connection)
    return sent


def deliver(
    mail_id: int, now: datetime | None = None, connection: BaseEmailBackend | None = None
) -> Result:
    """Send one mail, if it is due and nobody else is at it. Never raises for a mail that fails.

    Args:
        mail_id: primary key of the OutboundMail; it may be gone.
        now: an aware datetime; None means the present.
        connection: to send through, and left open; None makes one for this mail.
    """
    if connection is None:
        connection = get_connection()
        try:
            return deliver(mail_id, now, connection)
        finally:
            _close(connection)
    now = now or timezone.now()
    if not claim(mail_id, now):
        return Result.NOT_OURS
    lease = now + LEASE
    try:
        mail = OutboundMail.objects.get(pk=mail_id)
        if mail.delivery_tries > MAX_TRIES:  # workers died over it, again and again
            return _fail(mail_id, lease, now, "WorkerDied", give_up=True)
        connection.open()  # else each mail of a round would connect anew
        _email(mail, connection, now).send()
    except OutboundMail.DoesNotExist:  # cancelled or erased meanwhile
        return Result.NOT_OURS
    except Exception as error:  # noqa: BLE001 - one mail must not stop the others; class name only
        _close(connection)
        return _failed_try(mail_id, lease, now, error)
    OutboundMail.objects.filter(pk=mail_id).update(
        sent_at=now, message=None, lease_until=None, last_error="", failed_at=None
    )
    return Result.SENT


def claim(mail_id: int, now: datetime) -> bool:
    """Take a mail for the length of the lease; of several workers, one wins.

    Args:
        mail_id: primary key of the OutboundMail.
        now: an aware datetime.
    """
    return bool(
        _free(OutboundMail.objects.filter(pk=mail_id), now).update(
            lease_until=now + LEASE, delivery_tries=F("delivery_tries") + 1
        )
    )


def pause_after(tries: int) -> timedelta:
    """Return how long to wait after so many tries: twice as long each time, a bit at random."""
    pause = min(FIRST_PAUSE * 2 ** min(tries - 1, 20), LONGEST_PAUSE)
    return pause * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - spreads load, no secret


def _free(mails: QuerySet[OutboundMail], now: datetime) -> QuerySet[OutboundMail]:
    latest_lease = now + LEASE + CLOCK_DIFFERENCE
    latest_try = now + LONGEST_PAUSE * (1 + JITTER) + CLOCK_DIFFERENCE
    unleased = Q(lease_until=None) | Q(lease_until__lt=now) | Q(lease_until__gt=latest_lease)
    due = Q(next_try_at__lte=now) | Q(next_try_at__gt=latest_try)
    ready = mails.filter(unleased, due, sent_at=None, failed_at=None)
    return ready.filter(~mail_is_paused())


def _close(connection: BaseEmailBackend) -> None:
    with suppress(OSError):  # saying goodbye to a server that is away fails too
        connection.close()


def _email(mail: OutboundMail, connection: BaseEmailBackend, now: datetime) -> EmailMessage:
    message = Message.from_stored(mail.message)
    return EmailMessage(
        message.subject,
        message.body_at(now),
        message.sender,  # becomes the Return-Path too
        [for_mail_server(message.recipient)],
        connection=connection,
        headers={"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"},
        reply_to=[message.reply_to] if message.reply_to else None,
    )


def _failed_try(mail_id: int, lease: datetime, now: datetime, error: Exception) -> Result:
    tries = OutboundMail.objects.values_list("delivery_tries", flat=True).filter(pk=mail_id).first()
    if tries is None:
        return Result.NOT_OURS
    result = _fail(
        mail_id,
        lease,
        now,
        type(error).__name__,
        give_up=_is_final(error) or tries >= MAX_TRIES,
        pause=pause_after(tries),
    )
    return Result.SERVER_AWAY if result is Result.POSTPONED and _is_server_away(error) else result


def _fail(
    mail_id: int,
    lease: datetime,
    now: datetime,
    error_name: str,
    *,
    give_up: bool,
    pause: timedelta = FIRST_PAUSE,
) -> Result:
    changes: dict[str, Any] = {"failed_at": now} if give_up else {"next_try_at": now + pause}
    # Only while the lease is ours: another worker may have taken over, and sent it.
    OutboundMail.objects.filter(pk=mail_id, lease_until=lease, sent_at=None).update(
        lease_until=None, last_error=error_name[:100], **changes
    )
    # The text of the error is left out: mail servers repeat the address in it.
    if give_up:
        logger.error("Mail %s is given up: %s", mail_id, error_name)
        return Result.GIVEN_UP
    logger.warning("Mail %s is postponed: %s", mail_id, error_name)
    return Result.POSTPONED


def _is_final(error: Exception) -> bool:
    """Return whether trying again cannot help: refused for good, or no proper message."""
    match error:
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            return all(500 <= code < 600 for code, _ in refused.values())
        case smtplib.SMTPDataError(smtp_code=code):
            return 500 <= code < 600
        case _:
            return isinstance(error, ValueError | ValidationError)


def _is_server_away(error: Exception) -> bool:
    """Return whether the next mail would meet the same fault."""
    if isinstance(error, smtplib.SMTPConnectError | smtplib.SMTPServerDisconnected):
        return True
    if isinstance(error, smtplib.SMTPAuthenticationError | smtplib.SMTPHeloError):
        return True
    return isinstance(error, OSError) and not isinstance(error, smtplib.SMTPException)
