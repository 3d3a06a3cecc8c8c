"""Somebody leaves: the account can do nothing any more, and nothing stays behind in its name."""

from dataclasses import asdict, dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models.signals import post_save, pre_delete
from django.dispatch import Signal
from wagtail.log_actions import log

from perspectief.staff import sessions
from perspectief.staff.account_notices import gathered

LEFT = "perspectief.left"
SESSIONS_ENDED = "perspectief.sessions_ended"


#: Sent with the `account` of somebody who leaves; a receiver gives back what the account held and
#: returns how many that were.
colleague_left = Signal()


class NotAllowedError(Exception):
    """Nobody does this to themself, and only a superuser to a superuser."""


@dataclass(frozen=True)
class Cleared:
    """How much was taken away."""

    sessions: int
    factors: int
    callbacks: int


def may_act_on(actor: User, account: User) -> bool:
    """Return whether `actor` may end the sessions of `account`, or have it leave.

    It takes the right to change accounts; never one's own, and a superuser's only as another one.
    """
    return (
        actor.is_active
        and actor.has_perm("auth.change_user")
        and actor.pk != account.pk
        and (actor.is_superuser or not account.is_superuser)
    )


def depart(account: User, actor: User) -> Cleared:
    """Deactivate the account, end its sessions, delete its factors, release its callbacks.

    Raises:
        NotAllowedError: see `may_act_on`.
    """
    if not may_act_on(actor, account):
        raise NotAllowedError
    with gathered():
        cleared = clear(account)
        account.is_active = False
        account.save(update_fields=["is_active"])
        log(instance=account, action=LEFT, user=actor, data=asdict(cleared))
    return cleared


@transaction.atomic
def end_sessions(account: User, actor: User) -> int:
    """End all sessions of an account and return how many there were.

    Raises:
        NotAllowedError: see `may_act_on`.
    """
    if not may_act_on(actor, account):
        raise NotAllowedError
    ended = sessions.end_all_of(account)
    log(instance=account, action=SESSIONS_ENDED, user=actor, data={"sessions": ended})
    return ended


def clear(account: User) -> Cleared:
    """Take away all that an account can still be used with, and what it holds of the queue."""
    ended = sessions.end_all_of(account)
    factors, _per_model = Authenticator.objects.filter(user=account).delete()
    released = colleague_left.send(sender=None, account=account)
    given_back = sum(int(count or 0) for _receiver, count in released)
    return Cleared(sessions=ended, factors=factors, callbacks=given_back)


def clear_inactive(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Clear an account that is saved as inactive, in whichever screen that was done."""
    if not instance.is_active and not raw:
        clear(instance)


def clear_deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Clear an account just before it is deleted."""
    clear(instance)


def connect() -> None:
    """Have accounts cleared that become inactive or are deleted; once, when the site starts."""
    user_model = get_user_model()
    post_save.connect(clear_inactive, sender=user_model)
    pre_delete.connect(clear_deleted, sender=user_model)
