"""Throws away mails that have not gone out and must not any more."""

from collections.abc import Iterable
from datetime import datetime

from registration.mail.kinds import continue_link_identity, reminder_identity
from registration.mail.message_ids import local_part
from registration.mail.shares import REMINDERS
from registration.models import OutboundMail, Registration
from registration.vocabulary.mails import MailCode


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


def cancel_reminder(code_hash: str) -> bool:
    """Throw away the mail of a reminder, if it waits; return whether it did."""
    return _cancel(REMINDERS.codes, reminder_identity(code_hash))


def _cancel(codes: Iterable[str], identity: str) -> bool:
    deleted, _ = OutboundMail.objects.filter(
        code__in=codes, message_id__startswith=f"<{local_part(identity)}@", sent_at=None
    ).delete()
    return bool(deleted)
