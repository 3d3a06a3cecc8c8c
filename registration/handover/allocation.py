"""Allocating somebody to a mediator."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from registration.casework import access_log, claims, ending, informed
from registration.casework.unfinished import Unfinished, unfinished
from registration.models import Callback, HandOver, Mediator, Province, Region, Registration
from registration.vocabulary.access import AccessAction
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle


@dataclass(frozen=True, kw_only=True)
class Allocation:
    """To whom somebody is passed on, and with what.

    `mediator` is None while nobody is possible yet; then it stays on the list of `unfinished`.
    `told` is what the person was told, `note` is for the mediator.
    """

    mediator: Mediator | None
    with_story: bool = False
    told: str = ""
    note: str = ""


@transaction.atomic
def allocate(
    callback: Callback, user: User, allocation: Allocation, *, desk_note: str = ""
) -> HandOver:
    """Close an open callback as allocated, or change the allocation of one that is closed so.

    Args:
        callback: whose user has been checked with `permissions.can_hand_over`.
        user: who allocates.
        allocation: to whom, and with what.
        desk_note: for colleagues; only while the callback is open.

    Raises:
        NotClaimedError: the callback is somebody else's, or gone.
        NotAllowedError: the person's own yes is missing, or it ended in another way.
        NotOnRecordError: nothing says that we spoke to the person.
    """
    # The callback before the registration, as everywhere, so that nobody waits for ever.
    locked = Callback.objects.select_for_update().filter(pk=callback.pk).first()
    if locked is None:  # the person had everything deleted meanwhile
        raise claims.NotClaimedError
    registration = Registration.objects.select_for_update().get(pk=locked.registration_id)
    is_open = locked.state == CallbackState.OPEN
    if not is_open and registration.state != Lifecycle.ALLOCATED:
        raise claims.NotAllowedError
    hand_over = _store(registration, user, allocation)
    if is_open:
        ending.end(callback.pk, user, Lifecycle.ALLOCATED, desk_note)
    access_log.record([registration.pk], user, AccessAction.ALLOCATED)
    return hand_over


def _store(registration: Registration, user: User, allocation: Allocation) -> HandOver:
    """Whatever the case system does not know yet makes it ready to be exported again."""
    given: dict[str, Any] = {
        "mediator_id": allocation.mediator and allocation.mediator.pk,
        "with_story": allocation.with_story,
        "told": allocation.told or None,
        "note": allocation.note or None,
    }
    earlier = HandOver.objects.filter(registration=registration).first()
    is_known = earlier is not None and all(getattr(earlier, name) == given[name] for name in given)
    exported_at = earlier.exported_at if earlier and is_known else None
    hand_over, _created = HandOver.objects.update_or_create(
        registration=registration,
        defaults={**given, "at": timezone.now(), "by": user, "exported_at": exported_at},
    )
    return hand_over


def export_again(number: int, now: datetime) -> None:
    """Let what the case system has been given wait again, because something of it changed.

    Args:
        number: of the registration; nothing happens if it was not exported.
        now: an aware moment.
    """
    exported = HandOver.objects.filter(registration=number, exported_at__isnull=False)
    exported.update(exported_at=None, at=now)


@transaction.atomic
def note_end_told(callback: Callback, user: User) -> bool:
    """Write down that the mediator and the case system know that a person is no longer theirs.

    Args:
        callback: whose user has been checked with `permissions.can_hand_over`.
        user: who told them, or knows that somebody did.

    Returns:
        Whether it was still to be told. If the registration has changed since, it was not.
    """
    # Locked as everywhere, so that it does not end in yet another way meanwhile.
    list(Callback.objects.select_for_update().filter(registration=callback.registration_id))
    Registration.objects.select_for_update().filter(pk=callback.registration_id).first()
    if not is_end_to_tell(callback.registration_id):
        return False
    now = timezone.now()
    for hand_over in HandOver.objects.filter(registration=callback.registration_id):
        hand_over.end_told_at = now
        hand_over.save(update_fields=["end_told_at"])
        informed.note_named_told(hand_over, now)
    access_log.record([callback.registration_id], user, AccessAction.END_TOLD)
    return True


def is_end_to_tell(number: int) -> bool:
    """Return whether the case system has somebody of whom it does not know that it is over."""
    return unfinished(Unfinished.END_NOT_TOLD).filter(pk=number).exists()


def region_of(answers: Answers) -> Region | None:
    """Return the region in which somebody lives, if we know it."""
    province = Province.objects.select_related("region").filter(code=answers.province).first()
    return province.region if province else None


def mediators_by_nearness(region: Region | None) -> tuple[list[Mediator], list[Mediator]]:
    """Return the active mediators of a region, and the others."""
    near: list[Mediator] = []
    others: list[Mediator] = []
    for mediator in Mediator.objects.filter(is_active=True).prefetch_related("regions"):
        is_near = region is not None and region in mediator.regions.all()
        (near if is_near else others).append(mediator)
    return near, others
