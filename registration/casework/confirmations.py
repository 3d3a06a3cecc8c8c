"""What the person said to the desk: that a change is theirs, that they want this, or do not."""

from dataclasses import replace

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from registration.casework.claims import NotAllowedError, lock_and_renew
from registration.casework.counters import count
from registration.casework.ending import end
from registration.casework.states import move
from registration.vocabulary.lifecycle import Lifecycle, Source


@transaction.atomic
def record_changes_confirmed(callback_id: int, user: User) -> None:
    """Record that the person confirmed what was changed through their own page.

    Raises:
        NotClaimedError: the user has not taken this callback.
    """
    registration = lock_and_renew(callback_id, user, coordinator_may=False).registration
    answers = replace(registration.read_answers(), unverified=())
    registration.answers = answers.to_stored()
    registration.save(update_fields=["answers"])


@transaction.atomic
def record_own_yes(callback_id: int, user: User) -> None:
    """Record that the person told us to want this; only then it can be passed on.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: nobody referred or helped this person.
    """
    callback = lock_and_renew(callback_id, user, coordinator_may=False)
    registration = callback.registration
    if not registration.needs_own_yes():
        raise NotAllowedError
    now = timezone.now()
    registration.client_agreed_at = registration.client_agreed_at or now
    registration.own_no_at = None
    registration.save(update_fields=["client_agreed_at", "own_no_at"])
    callback.first_attempt_at = callback.first_attempt_at or now
    callback.reached_at = callback.reached_at or now
    callback.save(update_fields=["first_attempt_at", "reached_at"])
    move(registration, Lifecycle.SPOKEN, now)


@transaction.atomic
def record_own_no(callback_id: int, user: User) -> None:
    """Close what the person does not want, whoever sent it: nothing goes on.

    When they said so stays, also if it is opened again, until they say yes.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: nobody referred or helped this person.
    """
    callback = lock_and_renew(callback_id, user, coordinator_may=False)
    registration = callback.registration
    if not registration.needs_own_yes():
        raise NotAllowedError
    now = timezone.now()
    registration.client_agreed_at = None
    registration.own_no_at = now
    registration.save(update_fields=["client_agreed_at", "own_no_at"])
    if registration.source == Source.REFERRER:
        is_example = registration.is_demo
        count({"referral": "client_refused"}, now, is_example=is_example)
    end(callback_id, user, Lifecycle.WITHDRAWN)
