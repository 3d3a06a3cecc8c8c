"""Turning reminders that are due into mails, and removing what was kept long enough."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from perspectief import erasure_ledger
from perspectief.fault_isolation import contain_fault
from registration.mail import to_visitors
from registration.mail.enqueueing import enqueue
from registration.mail.senders import neutral_mail_available
from registration.mail.shares import REMINDERS
from registration.models import OutboundMail, Reminder
from registration.reminder.dates import is_civil_hour

logger = logging.getLogger(__name__)

# A reminder that could not be sent for a week comes at a moment that nobody chose.
KEPT_AFTER_DUE = timedelta(days=7)
BATCH_SIZE = 200
#: What the ledger of erasures calls a reminder.
LEDGER_KIND = "reminder"


def send_reminders(now: datetime) -> int:
    """Write the mails of the reminders that are due, and delete the reminders.

    Each changes from one into the other in a transaction of its own, so that it is sent once and
    never lost. At night nothing happens.

    Args:
        now: an aware datetime.

    Returns:
        How many mails were written.
    """
    purge_reminders(now)
    if not is_civil_hour(now):
        return 0
    due = Reminder.objects.filter(due_at__lte=now).order_by("due_at", "pk")
    written = 0
    for number in list(due.values_list("pk", flat=True)[:BATCH_SIZE]):
        with contain_fault("sending a reminder"):
            written += _send(number, now)
    return written


def purge_reminders(now: datetime) -> int:
    """Delete reminders a week after their day, and what is left of their mails.

    A mail that was given up goes after a week too. One that was sent holds nothing but the hash of
    the recipient by then, which limits how many an address gets, and goes after that time.

    Args:
        now: an aware datetime.

    Returns:
        How many reminders nobody could be sent.
    """
    mails = OutboundMail.objects.filter(code__in=REMINDERS.codes)
    mails.filter(
        Q(created_at__lte=now - REMINDERS.period)
        | Q(created_at__lte=now - KEPT_AFTER_DUE, sent_at=None)
    ).delete()
    overdue = Reminder.objects.filter(due_at__lte=now - KEPT_AFTER_DUE)
    # Deleting needs no address, so nothing is decrypted.
    deleted, _ = overdue.only("pk").delete()
    if deleted:
        logger.error("%s reminders could not be sent within a week and were deleted", deleted)
    return deleted


@transaction.atomic
def _send(number: int, now: datetime) -> bool:
    # Locked, because the person may cancel, and another worker may be at it.
    reminder = Reminder.objects.select_for_update().filter(pk=number).first()
    if reminder is None:
        return False
    recipient = reminder.recipient
    if not recipient["says_who"] and not neutral_mail_available():
        logger.error("A reminder waits: there is no neutral sender any more")
        return False
    mail = to_visitors.reminder(
        recipient["email"],
        says_who=recipient["says_who"],
        language=reminder.language,
        code_hash=reminder.code_hash,
    )
    is_written = enqueue(mail, now)
    # So that it is not sent a second time after a backup was put back.
    erasure_ledger.note(LEDGER_KIND, [reminder.code_hash], now)
    reminder.delete()
    return is_written
