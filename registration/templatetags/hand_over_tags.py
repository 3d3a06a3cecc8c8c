"""What the screen of a callback says about passing somebody on."""

from typing import Any

from django import template
from django.contrib.auth.models import User

from registration.casework import permissions
from registration.casework.informed import named_before, opened_unrecorded, sheets_of
from registration.casework.seen import Part, stamp_of
from registration.handover.allocation import is_end_to_tell
from registration.models import Callback, HandOver
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle

register = template.Library()


@register.inclusion_tag("registration/desk/hand_over/card_content.html")
def hand_over_card(callback: Callback, user: User) -> dict[str, Any]:
    """Show what the user can do to pass this person on, or to correct the answers."""
    registration = callback.registration
    is_open = callback.state == CallbackState.OPEN
    can_end_so = Lifecycle.ALLOCATED in Lifecycle.outcomes_of(registration.source)
    is_allocated = registration.state == Lifecycle.ALLOCATED
    holds_it = is_open and callback.claimed_by_id == user.pk
    may = holds_it or (is_allocated and permissions.can_hand_over(user, callback))
    hand_over = (
        HandOver.objects.select_related("mediator").filter(registration=registration).first()
    )
    is_known = hand_over is not None and hand_over.first_exported_at is not None
    sheets = sheets_of(registration.pk)
    has_it = {sheet.mediator.pk for sheet in sheets}
    return {
        "callback": callback,
        "seen": stamp_of(registration, callback, (Part.STATE, Part.HAND_OVER)),
        "is_open": is_open,
        "may_allocate": may and can_end_so and (is_allocated or is_open),
        "may_correct": holds_it or permissions.can_coordinate(user),
        "hand_over": hand_over if is_allocated else None,
        "is_allocated": is_allocated,
        "in_case_system_since": hand_over and hand_over.first_exported_at,
        "sheets": sheets,
        "sheet_to_give": is_allocated and hand_over and hand_over.mediator_id not in has_it,
        "sheet_unrecorded": opened_unrecorded(hand_over),
        "named_before": named_before(registration.pk, sheets),
        "is_end_to_tell": is_known and is_end_to_tell(registration.pk),
        "may_tell": permissions.can_hand_over(user, callback),
    }
