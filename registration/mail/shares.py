"""How many mails one recipient may get, counted exactly however many ask at once.

Anybody can type anybody's address, so nobody gets more than a few mails from us in a period.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from registration.models import OutboundMail, RecipientLock
from registration.vocabulary.mails import MailCode

BUCKET_DIGITS = 2


@dataclass(frozen=True)
class Share:
    """The most mails of some kinds, by their `MailCode`, that one recipient gets in a period."""

    codes: tuple[str, ...]
    limit: int
    period: timedelta


CONFIRMATIONS = Share(
    (
        MailCode.CONFIRMATION,
        MailCode.CONFIRMATION_NEUTRAL,
        MailCode.CONFIRMATION_NEUTRAL_OTHER,
        MailCode.CONFIRMATION_HELPER,
        MailCode.QUESTION_RECEIVED,
        MailCode.REFERRAL_RECEIVED,
        MailCode.CONTINUE_LINK,
    ),
    limit=3,
    period=timedelta(days=1),
)
TRIED = Share((MailCode.TRIED, MailCode.TRIED_NEUTRAL), limit=3, period=timedelta(days=30))
FAREWELLS = Share(
    (
        MailCode.WITHDRAWN,
        MailCode.WITHDRAWN_NEUTRAL,
        MailCode.ERASED,
        MailCode.ERASED_NEUTRAL,
    ),
    limit=3,
    period=timedelta(days=1),
)
REMINDERS = Share(
    (MailCode.REMINDER, MailCode.REMINDER_NEUTRAL), limit=3, period=timedelta(days=30)
)


def has_share_left(recipient_hash: str, share: Share, now: datetime) -> bool:
    """Return whether this recipient may get another mail, and make others wait for the answer.

    Until the end of the transaction nobody else counts for the same recipient: the mail must be
    written in it.

    Args:
        recipient_hash: keyed hash of the address.
        share: which mails count, and how many a recipient gets.
        now: an aware moment.

    Raises:
        TransactionManagementError: called outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("the count and the mail belong together")
    _lock(recipient_hash)
    recent = OutboundMail.objects.filter(
        recipient_hash=recipient_hash,
        code__in=share.codes,
        created_at__gt=now - share.period,
    )
    return recent.count() < share.limit


def _lock(recipient_hash: str) -> None:
    bucket = recipient_hash[:BUCKET_DIGITS]
    rows = RecipientLock.objects.select_for_update()
    # Locking comes first: where the row exists, as it nearly always does, nothing is written.
    if not rows.filter(bucket=bucket).values_list("pk").first():
        RecipientLock.objects.bulk_create([RecipientLock(bucket=bucket)], ignore_conflicts=True)
        rows.get(bucket=bucket)
