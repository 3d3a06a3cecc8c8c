"""Allocating somebody to a mediator."""

from datetime import datetime
from typing import Any

from django.db import transaction

from registration import access_log, queue
from registration.answers import Answers
from registration.codes import AccessAction, CallbackState, Lifecycle
from registration.models import Callback, HandOver, Mediator, Province, Region, Registration


@transaction.atomic
def allocate(
    callback: Callback,
    user: Any,
    *,
    mediator: Mediator | None,
    with_story: bool,
    told: str,
    note: str,
    now: datetime,
) -> HandOver:
    """Close an open callback as allocated, or change the allocation of one that is closed so.

    Another mediator makes it ready to be exported again.

    Args:
        callback: whose user has been checked with `permissions.can_hand_over`.
        mediator: None only while there are no mediators.
        told: what the person was told.
        note: for the mediator.
        now: an aware moment.

    Raises:
        NotClaimedError: the callback is somebody else's, or gone.
        NotAllowedError: the person's own yes is missing, or it ended in another way.
    """
    if callback.state == CallbackState.OPEN:
        queue.close(callback.pk, user, Lifecycle.ALLOCATED)
    registration = (
        Registration.objects.select_for_update()
        .filter(pk=callback.registration_id, state=Lifecycle.ALLOCATED)
        .first()
    )
    if registration is None:
        raise queue.NotAllowedError
    earlier = HandOver.objects.filter(registration=registration).first()
    is_new_mediator = earlier is None or earlier.mediator_id != (mediator and mediator.pk)
    values: dict[str, Any] = {
        "mediator": mediator,
        "with_story": with_story,
        "told": told or None,
        "note": note or None,
        "at": now,
        "by": user,
    }
    if is_new_mediator:
        values["exported_at"] = None
    hand_over, _created = HandOver.objects.update_or_create(
        registration=registration, defaults=values
    )
    access_log.record([registration.pk], user, AccessAction.ALLOCATED)
    return hand_over


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
