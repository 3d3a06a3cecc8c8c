"""Telling the owner of an account what changed, and ending the sessions of before.

Several changes that belong together are told in one mail. The mail is written in the transaction
of the change, so neither is there without the other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from perspectief.staff import acting, sessions, staff_mail
from perspectief.staff.staff_mail import Recipient

CHANGED = "perspectief.account_changed"


class Change(models.TextChoices):
    """What can change in an account, as its owner reads it."""

    PASSWORD = "password", _("The password was changed.")
    ADDRESS = "address", _("The e-mail address was changed.")
    ACTIVE = "active", _("The account was made active.")
    INACTIVE = "inactive", _("The account was made inactive: nobody can log in with it.")
    DELETED = "deleted", _("The account was deleted.")
    APP_ADDED = "app_added", _("An authenticator app was added.")
    APP_REMOVED = "app_removed", _("The authenticator app was removed.")
    PASSKEY_ADDED = "passkey_added", _("A passkey was added.")
    PASSKEY_REMOVED = "passkey_removed", _("A passkey was removed.")
    CODES_MADE = "codes_made", _("New recovery codes were made.")
    GROUP_GIVEN = "group_given", _("The account is now in the group %(group)s.")
    GROUP_TAKEN = "group_taken", _("The account is no longer in the group %(group)s.")


@dataclass
class Notice:
    """What one owner is told."""

    username: str
    recipients: list[Recipient]
    by: str
    changes: list[tuple[Change, str]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return a sentence for each change, in the active language."""
        return [str(change.label) % {"group": group} for change, group in self.changes]


_gathered: ContextVar[dict[int, Notice] | None] = ContextVar("gathered", default=None)


@contextmanager
def gathered() -> Iterator[None]:
    """Tell all that changes within in one mail to each owner, and store all of it or nothing."""
    if _gathered.get() is not None:
        yield
        return
    notices: dict[int, Notice] = {}
    with transaction.atomic():
        token = _gathered.set(notices)
        try:
            yield
        finally:
            _gathered.reset(token)
        for notice in notices.values():
            staff_mail.write(notice.recipients, "changed", {"notice": notice})


def note(account: User, change: Change, *, group: str = "") -> None:
    """Note a change in the history of an account, with the name of the group it is about."""
    data = {"change": change.value, **({"group": group} if group else {})}
    log(instance=account, action=CHANGED, user=acting.actor(), data=data)


def tell(account: User, change: Change, *, group: str = "", old_address: str = "") -> None:
    """Note a change in the history, tell the owner, and end the sessions of the account.

    The session in which the owner changes it goes on.

    Args:
        account: it still has its primary key.
        change: what changed.
        group: the name of the group, where it is about one.
        old_address: where the owner read mail until now, if that changed.
    """
    note(account, change, group=group)
    with gathered():
        notices = _gathered.get()
        assert notices is not None  # noqa: S101 - `gathered` has just set it
        notice = notices.setdefault(account.pk, _begin_notice(account))
        if old_address:
            language = notice.recipients[0].language
            notice.recipients += [
                Recipient(address, language) for address in (old_address, account.email)
            ]
        notice.changes.append((change, group))
        sessions.end_all_of(account, but=acting.own_session_of(account))


def _begin_notice(account: User) -> Notice:
    actor = acting.actor()
    by = "" if actor is None or actor == account else staff_mail.name_of(actor)
    return Notice(account.get_username(), [Recipient.of(account)], by)
