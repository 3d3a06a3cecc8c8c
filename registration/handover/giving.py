"""Who got the handover sheet: what somebody of the desk says of it counts, not a look at it."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from registration.casework import access_log, informed
from registration.models import Callback, HandOver, Mediator, Registration
from registration.vocabulary.access import AccessAction


@transaction.atomic
def note_given(callback: Callback, user: User) -> Mediator | None:
    """Write down that the mediator who was chosen got the sheet.

    From now on this mediator may call, and has to be told if that is over (`casework.informed`);
    at once, where the desk has taken the person back meanwhile.

    Args:
        callback: whose user has been checked with `permissions.can_hand_over`.
        user: who gave it, or knows that somebody did.

    Returns:
        Who got it; None if there is no mediator.
    """
    registration, hand_over = _locked(callback)
    if hand_over is None or hand_over.mediator is None:
        return None
    informed.inform(registration, hand_over.mediator, user, timezone.now())
    access_log.record([registration.pk], user, AccessAction.SHEET_GIVEN)
    return hand_over.mediator


@transaction.atomic
def note_not_given(callback: Callback, user: User) -> Mediator | None:
    """Take back that the mediator who has the person now got the sheet: it was a mistake.

    Args:
        callback: whose user has been checked with `permissions.can_hand_over`.
        user: who knows that nobody gave it.

    Returns:
        Who did not get it; None if that was not on record, or they have to be told by now.
    """
    registration, hand_over = _locked(callback)
    mediator = hand_over.mediator if hand_over else None
    if mediator is None or not informed.forget_sheet(registration.pk, mediator):
        return None
    access_log.record([registration.pk], user, AccessAction.SHEET_NOT_GIVEN)
    return mediator


def _locked(callback: Callback) -> tuple[Registration, HandOver | None]:
    """Lock in the order of everywhere, so that nobody else gets it meanwhile."""
    rows = Callback.objects.filter(registration=callback.registration_id).order_by("pk")
    list(rows.select_for_update())
    registration = Registration.objects.select_for_update().get(pk=callback.registration_id)
    hand_overs = HandOver.objects.select_related("mediator").filter(registration=registration)
    return registration, hand_overs.first()
