"""Correcting what we have of somebody, after they told us themselves."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from perspectief.email_address import email_index
from perspectief.encryption import blind_index
from registration.casework import access_log
from registration.casework.changes_by_person import locked, plan_again, widened
from registration.casework.planning_anew import planning_anew_who_may_be_same
from registration.handover.allocation import export_again
from registration.mail.cancelling import cancel_waiting_for_person
from registration.vocabulary.access import AccessAction
from registration.vocabulary.answers import Answers, changed_names
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.whose import owner_of_number

REACH = frozenset(
    {
        "phone",
        "phone_impossible",
        "email",
        "other_way",
        "other_way_details",
        "phone_note",
        "fallback",
        "identify",
        "moments",
        "avoid",
        "who_to_call",
        "for_whom",
    }
)


class NotConfirmedError(Exception):
    """More contact would be allowed than before, and nobody says that the person wants it."""


class WaysOfAnotherError(Exception):
    """Another is called than before, and the number and permissions are those of who was called."""


@transaction.atomic
def correct(
    registration_id: int,
    given: Mapping[str, Any],
    user: User,
    now: datetime,
    *,
    confirmed: bool,
    ways_are_theirs: bool = False,
) -> frozenset[str]:
    """Store corrected answers; what hangs on them follows, and the promise stays as it was.

    What the desk corrects with the person counts as confirmed by the person.

    Args:
        registration_id: primary key.
        given: names and values of `Answers`, checked.
        now: an aware moment.
        confirmed: whether the person told the desk that what is now allowed is safe.
        ways_are_theirs: whether the desk asked whose number, address and permissions these are, now
            that another is called.

    Returns:
        The names of what was changed.

    Raises:
        ChangeNotPossibleError: the registration is gone.
        NotConfirmedError: `confirmed` is needed.
        WaysOfAnotherError: `ways_are_theirs` is needed.
    """
    registration = locked(registration_id, frozenset(Lifecycle))
    before = registration.read_answers()
    after = replace(before, **given)
    changed = changed_names(before, after)
    if not changed:
        return changed
    if _owner(before) != _owner(after) and not ways_are_theirs:
        raise WaysOfAnotherError
    if widened(before, after) and not confirmed:
        raise NotConfirmedError
    unverified = tuple(name for name in before.unverified if name not in changed)
    after = replace(after, unverified=unverified)
    with planning_anew_who_may_be_same(registration, now):
        registration.answers = after.to_stored()
        registration.phone_hash = blind_index("phone", after.phone) if after.phone else ""
        registration.email_hash = email_index(after.email) if after.email else ""
        registration.save(update_fields=["answers", "phone_hash", "email_hash"])
    if changed & REACH:
        # What waits was written for the address and the permissions of before.
        cancel_waiting_for_person(registration)
        for callback in registration.callbacks.filter(state=CallbackState.OPEN):
            plan_again(callback, before, after, now)
    export_again(registration.pk, now)
    access_log.record([registration.pk], user, AccessAction.CORRECTED, changed)
    return changed


def _owner(answers: Answers) -> str:
    return owner_of_number(for_whom=answers.for_whom, who_to_call=answers.who_to_call)
