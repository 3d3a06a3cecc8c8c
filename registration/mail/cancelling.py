"""Throws away mails that have not gone out and must not any more."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q

from registration.mail.message_ids import local_part
from registration.mail.shares import FAREWELLS, REMINDERS
from registration.mail.to_visitors import continue_link_identity, reminder_identity
from registration.models import OutboundMail, Registration
from registration.vocabulary.mails import MailCode

UNSENT_FAREWELLS_KEPT = timedelta(days=7)


def cancel_waiting(registration: Registration) -> int:
    """Throw away the mails about a registration that have not gone out; return how many."""
    deleted, _ = OutboundMail.objects.filter(registration=registration, sent_at=None).delete()
    return deleted


def cancel_waiting_for_person(registration: Registration) -> int:
    """Throw away what has not gone out to the person; what the desk gets still goes out."""
    deleted, _ = (
        OutboundMail.objects.filter(registration=registration, sent_at=None)
        .exclude(recipient_hash="")
        .delete()
    )
    return deleted


def cancel_continue_links(saved_hashes: Iterable[str]) -> None:
    """Throw away the links that have not gone out to drafts that are deleted."""
    for saved_hash in saved_hashes:
        _cancel((MailCode.CONTINUE_LINK,), continue_link_identity(saved_hash))


def purge_continue_links(before: datetime) -> None:
    """Delete the mails with a link that were written by an aware moment, sent or not."""
    OutboundMail.objects.filter(code=MailCode.CONTINUE_LINK, created_at__lte=before).only(
        "pk"
    ).delete()


def purge_farewells(now: datetime) -> None:
    """Delete the mails after which we keep no address: once they are no longer counted.

    One that never went out goes too in the end: its address was to be deleted.

    Args:
        now: an aware moment.
    """
    mails = OutboundMail.objects.filter(code__in=FAREWELLS.codes, registration=None)
    counted = Q(sent_at=None) | Q(created_at__gt=now - FAREWELLS.period)
    mails.exclude(counted).only("pk").delete()
    mails.filter(created_at__lte=now - UNSENT_FAREWELLS_KEPT).only("pk").delete()


def cancel_reminder(code_hash: str) -> bool:
    """Throw away the mail of a reminder, if it waits; return whether it did."""
    return _cancel(REMINDERS.codes, reminder_identity(code_hash))


def _cancel(codes: Iterable[str], identity: str) -> bool:
    deleted, _ = OutboundMail.objects.filter(
        code__in=codes, message_id__startswith=f"<{local_part(identity)}@", sent_at=None
    ).delete()
    return bool(deleted)
