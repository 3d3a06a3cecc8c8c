"""Why promises were not kept: the desk records it once for each."""

from collections.abc import Collection

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, Sum

from registration.casework.counters import count
from registration.casework.permissions import can_coordinate
from registration.models import AccessLogEntry, AnonymousCount, Callback, PromiseBreach
from registration.models.callback import CallbackQuerySet
from registration.vocabulary.access import AccessAction
from registration.vocabulary.promises import BreachReason, PromiseOutcome

DIMENSION = "breach_reason"
# Nobody said why before the registration was deleted; no reason that somebody can choose.
UNEXPLAINED = "unexplained"


class NoReasonNeededError(Exception):
    """The promise was kept, a colleague gave the reason, or it is not for this user to give."""


def broken_promises(user: User) -> CallbackQuerySet:
    """Return the broken promises that are this user's to explain, the latest first.

    The coordinator explains any of them; others what they hold or tried to call themselves.
    """
    broken = Callback.objects.filter(settled_as=PromiseOutcome.BROKEN).order_by("-due_at", "-pk")
    if can_coordinate(user):
        return broken
    return broken.filter(Q(claimed_by=user) | Q(attempts__made_by=user)).distinct()


def without_reason(user: User) -> CallbackQuerySet:
    """Return those of which nobody recorded the reason."""
    return broken_promises(user).filter(breach=None)


@transaction.atomic
def record_reason(callback_id: int, user: User, reason: BreachReason, note: str = "") -> None:
    """Record why a promise was not kept, and count the reason in the month of the deadline.

    Raises:
        NoReasonNeededError: there is nothing to explain, or not for this user.
    """
    if not broken_promises(user).filter(pk=callback_id).exists():
        raise NoReasonNeededError
    rows = Callback.objects.select_for_update(of=("self",)).select_related("registration")
    callback = rows.filter(pk=callback_id).first()
    if callback is None or PromiseBreach.objects.filter(callback=callback).exists():
        raise NoReasonNeededError
    PromiseBreach.objects.create(
        callback=callback, reason=reason, note=note or None, recorded_by=user
    )
    is_example = callback.registration.is_demo
    count({DIMENSION: reason.value}, callback.promised_before, is_example=is_example)


def count_unexplained(registrations: Collection[int]) -> None:
    """Count the broken promises that are about to be deleted without a reason: they leave the list.

    No personal data is kept for the sake of a reason, but that it is missing stays known.

    Args:
        registrations: primary keys; their promises are settled.
    """
    unexplained = Callback.objects.filter(
        registration__in=registrations,
        registration__is_demo=False,
        settled_as=PromiseOutcome.BROKEN,
        breach=None,
    )
    for callback in unexplained.only("due_at", "told_due_at"):
        count({DIMENSION: UNEXPLAINED}, callback.promised_before)


def number_unexplained() -> int:
    """Return how many broken promises were deleted before anybody said why."""
    counted = AnonymousCount.objects.filter(dimension=DIMENSION, code=UNEXPLAINED)
    return counted.aggregate(total=Sum("count"))["total"] or 0


def open_note(breach: PromiseBreach, user: User) -> str:
    """Return the note with a reason, and record who looked: it may say something of a person."""
    if not breach.note:
        return ""
    AccessLogEntry.objects.create(
        user=user,
        username=user.get_username(),
        registration_number=breach.callback.registration_id,
        action=AccessAction.VIEWED,
    )
    return str(breach.note)
