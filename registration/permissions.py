"""Who may do what with registrations, as named questions about a user."""

from collections.abc import Callable

from django.contrib.auth.models import AbstractUser, AnonymousUser, Permission
from django.db.models import QuerySet

from registration.models import Callback

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


def can_release(user: User, callback: Callback) -> bool:
    """Return whether the user may give this callback back to the queue."""
    is_taken = callback.claimed_by_id is not None
    is_own = callback.claimed_by_id == user.pk
    return is_taken and (can_coordinate(user) or (is_own and can_take_callbacks(user)))


def can_view_access_log(user: User) -> bool:
    """Return whether the user may see who viewed personal data."""
    return _has(user, "view_access_log")


def can_view_outgoing_mail(user: User) -> bool:
    """Return whether the user may see which mails wait or failed, and send those again."""
    return _has(user, "view_outboundmail")


def can_view_figures(user: User) -> bool:
    """Return whether the user may see the figures of a year, which are about nobody."""
    return _has(user, "view_figures")


def permissions_to_assign() -> QuerySet[Permission]:
    """Return the permissions that an administrator can give to a group in the admin."""
    return Permission.objects.filter(
        content_type__app_label="registration",
        codename__in=(*DESK_PERMISSIONS, "view_outboundmail"),
    )


def _has(user: User, codename: str) -> bool:
    return bool(user.is_active and user.has_perm(f"registration.{codename}"))
