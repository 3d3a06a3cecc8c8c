"""Who may do what with registrations, as named questions about a user."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, AnonymousUser, Permission
from django.db.models import QuerySet
from django.utils import timezone

from registration.casework.closed import time_to_reopen
from registration.models import Callback, HandOver, Registration
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle

User = AbstractUser | AnonymousUser
Predicate = Callable[[User], bool]

# What only the desk's own screens check; models that are edited by hand have Django's permissions.
DESK_PERMISSIONS = ("view_queue", "take_callbacks", "coordinate", "view_access_log", "view_figures")


def can_see_queue(user: User) -> bool:
    """Return whether the user may see which callbacks are waiting, without personal data."""
    return _has(user, "view_queue")


def can_take_callbacks(user: User) -> bool:
    """Return whether the user may take callbacks and read the registrations they are about."""
    return can_see_queue(user) and _has(user, "take_callbacks")


def can_enter_paper(user: User) -> bool:
    """Return whether the user may enter a registration that came on paper."""
    return can_take_callbacks(user)


def can_coordinate(user: User) -> bool:
    """Return whether the user may release other people's callbacks and decide hard ones."""
    return can_see_queue(user) and _has(user, "coordinate")


def can_take(user: User, callback: Callback) -> bool:
    """Return whether the user may take this callback; some are for the coordinator only."""
    if callback.needs_coordinator and not can_coordinate(user):
        return False
    return can_take_callbacks(user)


def colleagues_to_take(callback: Callback) -> QuerySet[AbstractUser]:
    """Return the active colleagues, by name, who could be given this callback and have it not."""
    people = get_user_model()._default_manager
    colleagues = people.filter(is_active=True)
    if callback.claimed_by_id is not None:
        colleagues = colleagues.exclude(pk=callback.claimed_by_id)
    needed = ["view_queue", "take_callbacks"]
    if callback.needs_coordinator:
        needed.append("coordinate")
    for codename in needed:
        # Without superusers, who may everything but do not call.
        allowed = people.with_perm(f"registration.{codename}", include_superusers=False)
        colleagues = colleagues.filter(pk__in=allowed)
    return colleagues.order_by("first_name", "last_name", "username")


def can_reassign(user: User, callback: Callback) -> bool:
    """Return whether the user may give this callback to a colleague."""
    is_own = callback.is_held_by(user, timezone.now())
    return can_coordinate(user) or (is_own and can_take_callbacks(user))


def can_release(user: User, callback: Callback) -> bool:
    """Return whether the user may give this callback back to the queue."""
    is_taken = callback.claimed_by_id is not None
    is_own = callback.claimed_by_id == user.pk
    return is_taken and (can_coordinate(user) or (is_own and can_take_callbacks(user)))


def users_who_coordinate() -> QuerySet[Any]:
    """Return the coordinators themselves; superusers, who may do everything, are not meant."""
    return _users_with("coordinate")


def users_who_take_callbacks() -> QuerySet[Any]:
    """Return everybody of the desk who may take callbacks."""
    return _users_with("take_callbacks")


def can_hand_over(user: User, callback: Callback) -> bool:
    """Return whether the user may allocate this person and print the sheet for the mediator.

    The coordinator, whoever holds or closed the callback, and whoever made the hand-over.
    """
    if can_coordinate(user):
        return True
    made_it = HandOver.objects.filter(registration=callback.registration_id, by=user.pk)
    return can_take_callbacks(user) and (callback.claimed_by_id == user.pk or made_it.exists())


def can_reopen(user: User, callback: Callback) -> bool:
    """Return whether the user may open this again: what was closed, paused or went astray.

    Whoever speaks to a person who paused may go on with them; for the rest see `can_undo_closing`.
    """
    registration = callback.registration
    if callback.state == CallbackState.OPEN or not can_take_callbacks(user):
        return False
    if registration.callbacks.filter(state=CallbackState.OPEN).exists():
        return False
    if Lifecycle(registration.state) in Lifecycle.open_states():
        return True
    return can_undo_closing(user, callback, timezone.now() - time_to_reopen())


def can_undo_closing(user: User, callback: Callback, closed_after: datetime) -> bool:
    """Return whether the user may open again what was closed; it takes no query of its own.

    The coordinator may, and whoever closed it, for as many days as the setting says. What the
    person ended, or what was a double, stays as it is.

    Args:
        callback: whose registration has an outcome, and nothing in the queue.
        closed_after: what was closed before this (aware) moment stays so.
    """
    if callback.state != CallbackState.DONE or callback.finished_at is None:
        return False
    is_own = callback.claimed_by_id == user.pk
    may = can_take_callbacks(user) and (can_coordinate(user) or is_own)
    return may and callback.finished_at > closed_after


def can_export_cases(user: User) -> bool:
    """Return whether the user may make the file for the case system."""
    return can_coordinate(user)


def can_answer_requests(user: User) -> bool:
    """Return whether the user may give people all their data, and delete it, at their request."""
    return can_coordinate(user)


def can_correct(user: User, registration: Registration) -> bool:
    """Return whether the user may correct answers: the coordinator, and who has the callback."""
    if can_coordinate(user):
        return True
    return can_take_callbacks(user) and registration.callbacks.held_by(user).exists()


def can_see_retention(user: User) -> bool:
    """Return whether the user may see how long data is kept and what was removed: numbers only."""
    return can_coordinate(user) or _has(user, "change_retentionsettings")


def can_view_access_log(user: User) -> bool:
    """Return whether the user may see who viewed personal data."""
    return _has(user, "view_access_log")


def can_view_outgoing_mail(user: User) -> bool:
    """Return whether the user may see which mails wait or failed, and send those again."""
    return _has(user, "view_outboundmail")


def can_view_figures(user: User) -> bool:
    """Return whether the user may see the figures of a year, which are about nobody."""
    return _has(user, "view_figures")


def can_release_figures(user: User) -> bool:
    """Return whether the user may have a draft of the public figures of a year made."""
    return can_view_figures(user) and can_coordinate(user)


def permissions_to_assign() -> QuerySet[Permission]:
    """Return the permissions that an administrator can give to a group in the admin."""
    return Permission.objects.filter(
        content_type__app_label="registration",
        codename__in=(*DESK_PERMISSIONS, "view_outboundmail"),
    )


def _users_with(codename: str) -> QuerySet[Any]:
    return get_user_model().objects.with_perm(
        f"registration.{codename}",
        include_superusers=False,
        backend="django.contrib.auth.backends.ModelBackend",
    )


def _has(user: User, codename: str) -> bool:
    return bool(user.is_active and user.has_perm(f"registration.{codename}"))
