"""Puts a mail into the outbox, in the same transaction as what it is about.

The OutboundMail row is the truth and the task only a nudge: `delivery` sends every row sooner or
later. docs/decisions/outbox-mail.md says why.
"""

from datetime import datetime

from django.utils import timezone

from perspectief.email_address import index_form, is_deliverable
from perspectief.encryption import blind_index
from registration.mail.declaration import Mail
from registration.mail.delivery import Message
from registration.mail.message_ids import local_part
from registration.mail.rendering import render
from registration.mail.senders import domain_of
from registration.mail.shares import has_share_left
from registration.mail.tasks import nudge
from registration.models import OutboundMail


def enqueue(mail: Mail, now: datetime | None = None) -> bool:
    """Have a mail sent; call within the transaction of what it is about.

    Args:
        mail: made in one of the modules `to_…`.
        now: an aware datetime, to count shares by; None means the present.

    Returns:
        Whether a mail will come. It will not if it is not allowed, the address is none, or the
        address has had its share.

    Raises:
        TransactionManagementError: the mail counts for a share, and this is no transaction.
    """
    if not mail.is_allowed:
        return False
    recipient_hash = ""
    if mail.share is not None:
        if not is_deliverable(mail.recipient):
            return False
        recipient_hash = hash_of_mailbox(mail.recipient)
        if not has_share_left(recipient_hash, mail.share, now or timezone.now()):
            return False
    row = OutboundMail(
        message_id=f"<{local_part(mail.identity)}@{domain_of(mail.sender.address)}>",
        code=mail.code,
        registration=mail.registration,
        recipient_hash=recipient_hash,
        message=_message(mail).to_stored(),
    )
    # The same mail has the same Message-ID, however often it is enqueued or sent.
    OutboundMail.objects.bulk_create([row], ignore_conflicts=True)
    nudge(OutboundMail.objects.values_list("pk", flat=True).get(message_id=row.message_id))
    return True


def hash_of_mailbox(address: str) -> str:
    """Return the keyed hash of an address; name+anything@ reaches the same mailbox as name@."""
    name, _, domain = index_form(address).rpartition("@")
    return blind_index("recipient", f"{name.partition('+')[0]}@{domain}")


def _message(mail: Mail) -> Message:
    words = mail.written or render(mail.code, mail.language, mail.values)
    late = render(mail.code, mail.language, mail.late_values) if mail.late_values else None
    return Message(
        mail.recipient,
        mail.sender.address,
        mail.sender.reply_to,
        words.subject,
        words.body,
        until=mail.until.isoformat() if mail.until else "",
        late_body=late.body if late else "",
    )
