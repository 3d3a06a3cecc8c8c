"""Mails to colleagues about accounts: in their own language, and not a word about registrations.

This package writes them and sends none: whoever follows `mail_written` sees to it that they go out,
also when the mail server is away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.dispatch import Signal
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from wagtail.admin.utils import get_user_display_name
from wagtail.users.models import UserProfile

from perspectief.site_address import absolute_url

# Sent in the transaction of what a mail is about, with `recipient`, `subject` and `body`.
mail_written = Signal()


@dataclass(frozen=True)
class Recipient:
    """Where a mail goes, and in which language."""

    address: str
    language: str

    @classmethod
    def of(cls, account: User) -> Self:
        """Return the owner of an account, in the language they chose, else in that of the site."""
        chosen = UserProfile.objects.filter(user=account.pk).values_list(
            "preferred_language", flat=True
        )
        return cls(account.email, chosen.first() or settings.LANGUAGE_CODE)


def desk() -> Recipient:
    """Return the mailbox of the desk."""
    return Recipient(settings.DESK_EMAIL, settings.LANGUAGE_CODE)


def write(recipients: Iterable[Recipient], template: str, values: dict[str, Any]) -> None:
    """Write one mail to each recipient that has an address; the same one gets it once.

    Args:
        recipients: in any order.
        template: name of a text in `staff/mail`; its first line is the subject.
        values: for the template.
    """
    for recipient in dict.fromkeys(recipients):
        if not recipient.address:
            continue
        with translation.override(recipient.language):
            text = render_to_string(f"staff/mail/{template}.txt", values)
        subject, _newline, body = text.strip().partition("\n")
        mail_written.send(
            sender=None,
            recipient=recipient.address,
            subject=" ".join(subject.split()),
            body=body.strip() + "\n",
        )


def write_to(accounts: Iterable[Any], template: str, values: dict[str, Any]) -> None:
    """Write one mail to the owner of each account; see `write`."""
    write([Recipient.of(account) for account in accounts], template, values)


def write_start_link(account: User, token: str, ends: datetime, *, is_again: bool) -> None:
    """Write the mail with the link to choose a password.

    Args:
        account: whose password it is.
        token: opens the page; it is in this mail only.
        ends: an aware moment, after which the link does nothing.
        is_again: whether the owner had used the account before.
    """
    recipient = Recipient.of(account)
    with translation.override(recipient.language):
        last_moment = date_format(timezone.localtime(ends), "j F Y, H:i")
    values = {
        "link": absolute_url(reverse("staff_start", args=[token])),
        "last_moment": last_moment,
        "username": account.get_username(),
        "is_again": is_again,
    }
    write([recipient], "start_link", values)


def name_of(account: User | None) -> str:
    """Return the name of a colleague, or nothing for nobody."""
    return get_user_display_name(account) if account is not None else ""
