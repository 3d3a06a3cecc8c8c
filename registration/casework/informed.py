"""Who outside the desk got to know of somebody, and has to hear when it is no longer theirs.

A mediator who was given the sheet may call, and so may one whom the file for the case system named.
So they are told when the desk takes the registration back, gives it to another or ends it, and when
the person has everything deleted. What the case system itself has is kept with the hand-over, until
the person has everything deleted.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from registration.casework.access_log import record
from registration.models import AccessLogEntry, HandOver, Informed, Mediator, Registration
from registration.vocabulary.access import AccessAction
from registration.vocabulary.hand_over import InformedBy
from registration.vocabulary.lifecycle import Lifecycle


@dataclass(frozen=True)
class InformedMediator:
    """Who knows of somebody since when, and whether they have yet to hear that it is over."""

    pk: int
    mediator: Mediator
    at: datetime
    is_to_be_told: bool


def inform(registration: Registration, mediator: Mediator, user: User, now: datetime) -> None:
    """Record that a mediator got the sheet.

    Args:
        registration: a locked one, allocated to this mediator.
        mediator: who got it.
        user: who gave it.
        now: an aware moment.
    """
    given = {"is_demo": registration.is_demo, "at": now, "by": user, "told_at": None}
    Informed.objects.update_or_create(
        registration_number=registration.pk,
        mediator=mediator,
        way=InformedBy.SHEET,
        defaults=given,
    )


def forget_sheet(number: int, mediator: Mediator) -> bool:
    """Take back that a mediator got the sheet, as long as the person is theirs.

    Args:
        number: primary key of a locked registration.
        mediator: who did not get it after all.

    Returns:
        Whether that was on record. Whoever has to be told by now stays on the list.
    """
    rows = Informed.objects.filter(
        registration_number=number, mediator=mediator, way=InformedBy.SHEET, told_at=None
    )
    waiting = [row.pk for row in to_be_told_of([number])]
    return bool(rows.exclude(pk__in=waiting).delete()[0])


def inform_by_file(hand_overs: Iterable[HandOver], user: User, now: datetime) -> None:
    """Record whom a file for the case system names: from now on they may call.

    Args:
        hand_overs: locked, each with its registration; those without a mediator name nobody.
        user: who made the file.
        now: an aware moment.
    """
    rows = [
        Informed(
            registration_number=each.registration_id,
            is_demo=each.registration.is_demo,
            mediator_id=each.mediator_id,
            way=InformedBy.FILE,
            at=now,
            by=user,
        )
        for each in hand_overs
        if each.mediator_id is not None
    ]
    Informed.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["registration_number", "mediator", "way"],
        update_fields=["at", "by", "told_at"],
    )


def to_be_told() -> QuerySet[Informed]:
    """Return who outside the desk goes by what is no longer so, with the mediator of each.

    Whoever has the sheet is told as soon as the desk takes the person back. Whoever is only named
    in the file, and still is the mediator, hears it together with the case system
    (`Unfinished.END_NOT_TOLD`); so here they wait once there is another mediator.
    """
    theirs = HandOver.objects.filter(
        registration=OuterRef("registration_number"), mediator=OuterRef("mediator")
    )
    allocated = theirs.filter(registration__state=Lifecycle.ALLOCATED)
    waiting = Informed.objects.filter(
        Q(way=InformedBy.SHEET) & ~Exists(allocated) | Q(way=InformedBy.FILE) & ~Exists(theirs),
        told_at=None,
    )
    return waiting.select_related("mediator")


def to_be_told_of(numbers: Collection[int]) -> list[Informed]:
    """Return them for some registrations, there or deleted, in the order in which they got it.

    Args:
        numbers: primary keys.
    """
    return list(to_be_told().filter(registration_number__in=numbers))


def sheets_of(number: int) -> list[InformedMediator]:
    """Return which mediators have the sheet of a registration, in the order in which they got it.

    Args:
        number: primary key; whoever was told that it is over is left out.
    """
    rows = Informed.objects.filter(
        registration_number=number, told_at=None, mediator__isnull=False, way=InformedBy.SHEET
    )
    waiting = to_be_told().filter(pk=OuterRef("pk")).order_by()
    return [
        InformedMediator(row.pk, row.mediator, row.at, is_to_be_told=row.is_waiting)
        for row in rows.select_related("mediator").annotate(is_waiting=Exists(waiting))
        if row.mediator is not None
    ]


def named_before(number: int, sheets: Collection[InformedMediator]) -> list[InformedMediator]:
    """Return whom only the file for the case system named, and who has yet to hear of another.

    Args:
        number: primary key of a registration.
        sheets: who has one of it, as `sheets_of` returned them.
    """
    with_sheet = {sheet.mediator.pk for sheet in sheets}
    return [
        InformedMediator(row.pk, row.mediator, row.at, is_to_be_told=True)
        for row in to_be_told_of([number])
        if row.way == InformedBy.FILE and row.mediator and row.mediator.pk not in with_sheet
    ]


@transaction.atomic
def note_told(informed_id: int, user: User, now: datetime) -> bool:
    """Write down that somebody outside the desk knows how things stand, however they got to know.

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
        return True
    of_the_same = to_be_told().filter(
        registration_number=locked.registration_number, mediator=locked.mediator_id
    )
    numbers = [row.pk for row in of_the_same]
    Informed.objects.filter(pk__in=numbers).update(told_at=now)
    return True


def note_named_told(hand_over: HandOver, now: datetime) -> None:
    """Write down that the mediator of an allocation knows, together with the case system.

    What is said of a sheet stands by itself: that has to be destroyed too.

    Args:
        hand_over: of which they were told.
        now: an aware moment.
    """
    named = Informed.objects.filter(
        registration_number=hand_over.registration_id,
        mediator=hand_over.mediator_id,
        way=InformedBy.FILE,
    )
    named.exclude(mediator=None).update(told_at=now)


def opened_unrecorded(hand_over: HandOver | None) -> Mediator | None:
    """Return the mediator of whom nobody said whether they got the sheet that somebody opened.

    Args:
        hand_over: the allocation as it is, or was before the person was taken back.
    """
    if hand_over is None or hand_over.mediator is None:
        return None
    ours = {"registration_number": hand_over.registration_id}
    opened = AccessLogEntry.objects.filter(
        **ours, action=AccessAction.SHEET_OPENED, at__gte=hand_over.at
    )
    recorded = Informed.objects.filter(
        Q(told_at=None) | Q(at__gte=hand_over.at),
        **ours,
        mediator=hand_over.mediator,
        way=InformedBy.SHEET,
    )
    is_asked = opened.exists() and not recorded.exists()
    return hand_over.mediator if is_asked else None


def who_would_be_told(numbers: Collection[int]) -> list[Informed]:
    """Return who has to be told once these registrations are deleted at the person's request.

    Each mediator once, who has the sheet or is named in a file and was not told that it is over;
    and for what was exported the case system. Where a sheet was opened and nobody said whether it
    was given, it counts as given: after this nobody can be asked. Some of these are stored already.

    Args:
        numbers: primary keys of registrations, before they are deleted.
    """
    rows = Informed.objects.filter(registration_number__in=numbers, told_at=None)
    # A sheet goes before a file: it has to be destroyed.
    found = {
        (row.registration_number, row.mediator_id): row
        for row in rows.select_related("mediator").order_by("way", "pk")
    }
    for hand_over in _hand_overs(numbers):
        if mediator := opened_unrecorded(hand_over):
            found[hand_over.registration_id, mediator.pk] = _may_have_sheet(hand_over, mediator)
    for hand_over, first_exported_at in _exported(numbers):
        number = hand_over.registration_id
        if (number, None) not in found:
            found[number, None] = Informed(
                registration_number=number,
                is_demo=hand_over.registration.is_demo,
                way=InformedBy.FILE,
                at=first_exported_at,
            )
    return list(found.values())


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


def _may_have_sheet(hand_over: HandOver, mediator: Mediator) -> Informed:
    return Informed(
        registration_number=hand_over.registration_id,
        is_demo=hand_over.registration.is_demo,
        mediator=mediator,
        way=InformedBy.SHEET,
        at=hand_over.at,
    )


def _hand_overs(numbers: Collection[int]) -> QuerySet[HandOver]:
    rows = HandOver.objects.filter(registration__in=numbers)
    # Whether the answers can still be read does not matter here.
    rows = rows.select_related("registration", "mediator").order_by("pk")
    return rows.defer("registration__answers", "registration__desk_note", "told", "note")


def _exported(numbers: Collection[int]) -> Iterator[tuple[HandOver, datetime]]:
    for row in _hand_overs(numbers):
        if row.first_exported_at is not None:
            yield row, row.first_exported_at
