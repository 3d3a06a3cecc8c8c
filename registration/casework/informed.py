"""Who outside the desk got to know of somebody, and has to hear when it is no longer theirs.

A mediator who was given the sheet may call. So they are told when the desk takes the registration
back, gives it to another or ends it, and when the person has everything deleted. What the case
system has is kept with the hand-over, until the person has everything deleted.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from registration.casework.access_log import record
from registration.models import HandOver, Informed, Mediator, Registration
from registration.vocabulary.access import AccessAction
from registration.vocabulary.lifecycle import Lifecycle


@dataclass(frozen=True)
class GivenSheet:
    """Who has the sheet since when, and whether they have yet to hear that it is over."""

    pk: int
    mediator: Mediator
    at: datetime
    is_to_be_told: bool


def inform(registration: Registration, mediator: Mediator, user: User, now: datetime) -> None:
    """Record that a mediator got the sheet, whether on paper or on a screen.

    Args:
        registration: a locked one, allocated to this mediator.
        mediator: who got it.
        user: who gave it.
        now: an aware moment.
    """
    given = {"is_demo": registration.is_demo, "at": now, "by": user, "told_at": None}
    Informed.objects.update_or_create(
        registration_number=registration.pk, mediator=mediator, defaults=given
    )


def to_be_told() -> QuerySet[Informed]:
    """Return who outside the desk goes by what is no longer so, with the mediator of each."""
    still_theirs = HandOver.objects.filter(
        registration=OuterRef("registration_number"),
        registration__state=Lifecycle.ALLOCATED,
        mediator=OuterRef("mediator"),
    )
    waiting = Informed.objects.filter(~Exists(still_theirs), told_at=None)
    return waiting.select_related("mediator")


def to_be_told_of(numbers: Collection[int]) -> list[Informed]:
    """Return them for some registrations, there or deleted, in the order in which they got it.

    Args:
        numbers: primary keys.
    """
    return list(to_be_told().filter(registration_number__in=numbers))


def sheets_of(number: int) -> list[GivenSheet]:
    """Return which mediators have the sheet of a registration, in the order in which they got it.

    Args:
        number: primary key; whoever was told that it is over is left out.
    """
    rows = Informed.objects.filter(registration_number=number, told_at=None, mediator__isnull=False)
    waiting = {row.pk for row in to_be_told_of([number])}
    return [
        GivenSheet(row.pk, row.mediator, row.at, is_to_be_told=row.pk in waiting)
        for row in rows.select_related("mediator")
        if row.mediator is not None
    ]


@transaction.atomic
def note_told(informed_id: int, user: User, now: datetime) -> bool:
    """Write down that somebody outside the desk knows how things stand.

    Of what was deleted nothing is left then but the line in the access log.

    Args:
        informed_id: primary key of an `Informed`.
        user: who told them, or knows that somebody did.
        now: an aware moment.

    Returns:
        Whether it was still to be told.
    """
    locked = Informed.objects.select_for_update(of=("self",)).filter(pk=informed_id).first()
    if locked is None or not to_be_told().filter(pk=locked.pk).exists():
        return False
    record([locked.registration_number], user, AccessAction.MEDIATOR_TOLD)
    if locked.erased_at is not None:
        locked.delete()
    else:
        locked.told_at = now
        locked.save(update_fields=["told_at"])
    return True


def who_would_be_told(numbers: Collection[int]) -> list[Informed]:
    """Return who has to be told once these registrations are deleted at the person's request.

    Whoever has the sheet and was not told that it is over; and for what was exported the case
    system, with the mediator it was exported for. Some of these are stored already.

    Args:
        numbers: primary keys of registrations, before they are deleted.
    """
    stored = {
        (row.registration_number, row.mediator_id): row
        for row in Informed.objects.filter(registration_number__in=numbers).select_related(
            "mediator"
        )
    }
    for hand_over, first_exported_at in _exported(numbers):
        number, mediator = hand_over.registration_id, hand_over.mediator
        ended = hand_over.registration.state_changed_at
        knows_end = hand_over.end_told_at is not None and hand_over.end_told_at >= ended
        for who in (mediator, None) if mediator and not knows_end else (None,):
            key = (number, who.pk if who else None)
            row = stored.get(key)
            if row is None:
                stored[key] = Informed(
                    registration_number=number,
                    is_demo=hand_over.registration.is_demo,
                    mediator=who,
                    at=first_exported_at,
                )
            elif row.told_at is not None and row.told_at < hand_over.at:
                row.told_at = None
    return [row for row in stored.values() if row.told_at is None]


def remember_erased(numbers: Collection[int], now: datetime) -> None:
    """Keep of registrations about to be deleted who has to be told of it: numbers only.

    Args:
        numbers: primary keys of registrations that the person has deleted.
        now: an aware moment.
    """
    for row in who_would_be_told(numbers):
        row.erased_at = now
        row.save()


def forget(numbers: Collection[int]) -> None:
    """Drop what nobody has to be told any more of registrations that are being deleted.

    Args:
        numbers: primary keys of registrations.
    """
    Informed.objects.filter(registration_number__in=numbers, erased_at=None).delete()


def _exported(numbers: Collection[int]) -> Iterator[tuple[HandOver, datetime]]:
    exported = HandOver.objects.filter(registration__in=numbers, first_exported_at__isnull=False)
    # Whether the answers can still be read does not matter here.
    rows = exported.select_related("registration", "mediator").order_by("pk")
    for row in rows.defer("registration__answers", "registration__desk_note", "told", "note"):
        if row.first_exported_at is not None:
            yield row, row.first_exported_at
