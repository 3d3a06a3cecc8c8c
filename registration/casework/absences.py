"""When colleagues are not there, and what they hold meanwhile. Nobody asks why."""

from datetime import date

from django.contrib.auth.models import User
from django.db.models import QuerySet

from registration.casework.permissions import can_coordinate
from registration.models import Absence, Callback


class NotTheirsError(Exception):
    """Only the coordinator enters or removes the absence of others."""


def absent_between(first_day: date, last_day: date) -> QuerySet[Absence]:
    """Return the absences on any of these days."""
    return Absence.objects.filter(first_day__lte=last_day, last_day__gte=first_day)


def absences_to_come(today: date) -> QuerySet[Absence]:
    """Return the absences of today and later, with the colleagues."""
    return Absence.objects.filter(last_day__gte=today).select_related("user")


def held_by_absent(today: date, user: User) -> QuerySet[Callback]:
    """Return the open callbacks that absent colleagues hold and this user can give back.

    Args:
        today: in the Netherlands.
        user: the coordinator can give back all of them, others their own.
    """
    absent = absent_between(today, today).values("user")
    held = Callback.objects.open().filter(claimed_by__in=absent)
    held = held.select_related("claimed_by", "registration")
    held = held.defer("registration__answers", "registration__desk_note")
    return held if can_coordinate(user) else held.filter(claimed_by=user)


def remove(absence_id: int, user: User) -> None:
    """Remove an absence; one that is gone already is fine.

    Raises:
        NotTheirsError: it is of somebody else, and the user is not a coordinator.
    """
    absence = Absence.objects.filter(pk=absence_id).first()
    if absence is None:
        return
    check_may_edit(absence.user_id, user)
    absence.delete()


def check_may_edit(owner_id: int, user: User) -> None:
    """Let the colleague themselves and the coordinator pass.

    Raises:
        NotTheirsError: it is somebody else.
    """
    if owner_id != user.pk and not can_coordinate(user):
        raise NotTheirsError
