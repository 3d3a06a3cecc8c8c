"""How an account begins, or begins again: its owner opens a mailed link and chooses a password.

Nobody else ever sets it. Until the link is opened everything stays as it is.
"""

import secrets
from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from perspectief.encryption import blind_index
from perspectief.staff import account_notices, memberships, staff_mail
from perspectief.staff.models import StartLink

LINK_SENT = "perspectief.start_link_sent"
STARTED = "perspectief.started"
# 32 hexadecimal digits are 128 bits. The logs recognise a link by them, and leave it out.
TOKEN_BYTES = 16


def has_been_started(account: User) -> bool:
    """Return whether somebody has ever chosen a password for this account or logged in with it."""
    return (
        account.has_usable_password()
        or account.last_login is not None
        or account.start_links.exclude(used_at=None).exists()
    )


def is_somebodys(account: User) -> bool:
    """Return whether a person is known to be behind the account: it was used, or a yes was given.

    Until then a slip in its address is corrected without asking anybody.
    """
    return has_been_started(account) or memberships.is_of_the_desk(account)


def has_open_link(account: User) -> bool:
    """Return whether a link was mailed that has not been used; it may have ended."""
    return StartLink.objects.filter(account=account, used_at=None).exists()


@transaction.atomic
def send_link(account: User, by: Any | None) -> None:
    """Mail the owner a link to choose a password; an earlier one no longer works.

    Args:
        account: an active one.
        by: who has it sent; None for the server.
    """
    close_links(account)
    token = secrets.token_hex(TOKEN_BYTES)
    ends = timezone.now() + timedelta(seconds=settings.STAFF_START_LINK_SECONDS)
    StartLink.objects.create(account=account, token_hash=_hash(token), expires_at=ends)
    log(instance=account, action=LINK_SENT, user=by)
    staff_mail.write_start_link(account, token, ends, is_again=has_been_started(account))


def close_links(account: User) -> None:
    """Make the link that was mailed and not used useless."""
    StartLink.objects.filter(account=account, used_at=None).delete()


def find(token: str) -> StartLink | None:
    """Return the link of this token, if it still works."""
    return (
        StartLink.objects.filter(
            token_hash=_hash(token),
            used_at=None,
            expires_at__gt=timezone.now(),
            account__is_active=True,
        )
        .select_related("account")
        .first()
    )


def use(link: StartLink, password: str) -> bool:
    """Set the password that the owner chose, and take away the second factors of before.

    Args:
        link: from `find`.
        password: one that Django's validators accept.

    Returns:
        Whether this happened; it did not if the link was used in the meantime.
    """
    with account_notices.gathered():
        # One statement, so that of two clicks one wins.
        unused = StartLink.objects.filter(pk=link.pk, used_at=None)
        if not unused.update(used_at=timezone.now()):
            return False
        account = link.account
        account.set_password(password)
        account.save(update_fields=["password"])
        Authenticator.objects.filter(user=account).delete()
        log(instance=account, action=STARTED, user=account)
    return True


def _hash(token: str) -> str:
    return blind_index("start_link", token)
