"""What no screen does with an account, however it is made: refused where it would be stored.

These hold while a request is answered. Whoever has the server has the database too, so a command
there may do all of it, and tells it by itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models.signals import m2m_changed, pre_save

from perspectief.staff import acting, memberships, starting
from perspectief.staff.account_difference import difference, has_chosen_password

_with_a_yes: ContextVar[bool] = ContextVar("with_a_yes", default=False)


@contextmanager
def with_a_yes() -> Iterator[None]:
    """Allow what a coordinator has just said yes to; `account_requests` alone uses it."""
    token = _with_a_yes.set(True)
    try:
        yield
    finally:
        _with_a_yes.reset(token)


def guard_members(
    sender: Any, instance: Any, action: str, reverse: bool, pk_set: set[int] | None, **kwargs: Any
) -> None:
    """Let nobody into a group of the desk without a yes; raises PermissionDenied."""
    if action != "pre_add" or acting.current_request() is None or _with_a_yes.get():
        return
    added = [instance] if reverse else Group.objects.filter(pk__in=pk_set or ())
    if pk_set and any(memberships.needs_a_yes(group) for group in added):
        raise PermissionDenied


def guard_permissions(sender: Any, action: str, pk_set: set[int] | None, **kwargs: Any) -> None:
    """Give no permission to a group or an account: `groups.GROUPS` does, after every migrate."""
    if action == "pre_add" and pk_set and acting.current_request() is not None:
        raise PermissionDenied


def guard_account(
    sender: Any, instance: Any, update_fields: Any, raw: bool = False, **kwargs: Any
) -> None:
    """Make nobody a superuser, set nobody else's password, and move no address without a yes.

    Raises PermissionDenied.
    """
    if raw or acting.current_request() is None:
        return
    found = difference(instance, update_fields)
    becomes_superuser = instance.is_superuser and "is_superuser" in found.columns
    actor = acting.actor_in_admin()
    sets_anothers_password = (
        actor is not None
        and actor.pk != instance.pk
        and has_chosen_password(instance, found.columns)
    )
    moves_somebodys_address = (
        found.before is not None
        and "email" in found.columns
        and starting.is_somebodys(found.before)
        and not _with_a_yes.get()
    )
    if becomes_superuser or sets_anothers_password or moves_somebodys_address:
        raise PermissionDenied


def connect() -> None:
    """Have accounts and groups guarded; once, when the site starts."""
    user_model = get_user_model()
    pre_save.connect(guard_account, sender=user_model)
    m2m_changed.connect(guard_members, sender=user_model.groups.through)
    m2m_changed.connect(guard_permissions, sender=Group.permissions.through)
    m2m_changed.connect(guard_permissions, sender=user_model.user_permissions.through)
