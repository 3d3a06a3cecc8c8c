"""Puts the mails that perspectief.staff writes to colleagues into the outbox."""

from typing import Any

from perspectief.staff.staff_mail import mail_written
from registration.mail import enqueueing, to_colleagues


def enqueue(sender: Any, recipient: str, subject: str, body: str, **kwargs: Any) -> None:
    """Have the mail sent, also when the mail server is away now."""
    enqueueing.enqueue(to_colleagues.account_mail(recipient, subject, body))


def connect() -> None:
    """Have `enqueue` called; once, when the site starts."""
    mail_written.connect(enqueue)
