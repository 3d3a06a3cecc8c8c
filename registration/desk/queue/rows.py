"""What the queue shows of each callback; only the rows of one page are decrypted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import get_language_info

from registration.casework.contact_answers import contact_answers_of_each
from registration.casework.earlier_turns import EarlierAttempts, earlier_attempts
from registration.casework.follow_up import (
    awaits_outcome,
    is_agreed,
    last_contact_at,
    must_agree_again,
)
from registration.casework.matching import Alike, Match, alike_among, matches_of
from registration.mail.senders import neutral_mail_available
from registration.mail.unsent import undelivered_among
from registration.models import AttemptPolicy, Callback, ContactAttempt
from registration.rules.call_moments import when_to_call
from registration.rules.contact_policy import policy_for
from registration.rules.deadlines import DeskCalendar
from registration.words import signs
from registration.words.dates import moment_choices


@dataclass(frozen=True)
class QueueRow:
    """One callback with its signs, ready to be shown; it holds no personal data."""

    callback: Callback
    task: signs.Sign
    promise: list[signs.Sign]
    marks: list[signs.Sign]
    moments: list[signs.Sign]
    contact: list[signs.Sign]
    matches: list[Match]
    earlier: EarlierAttempts | None
    plan: str
    is_agreed: bool
    awaits_outcome: bool
    is_mine: bool
    is_taken: bool

    @property
    def pk(self) -> int:
        """The key of the callback, for links."""
        return self.callback.pk

    @property
    def language_name(self) -> str:
        """The language of the form, named in the active language."""
        return str(get_language_info(self.callback.registration.language)["name_translated"])


def rows_for(
    callbacks: Sequence[Callback],
    *,
    user: User,
    now: datetime,
    calendar: DeskCalendar,
    policy: AttemptPolicy | None = None,
    alike: Alike | None = None,
) -> list[QueueRow]:
    """Return the rows of one page of the queue.

    Args:
        callbacks: with their registrations and takers loaded.
        user: who looks.
        now: an aware moment.
        calendar: of the desk.
        policy: how often the desk tries, if it is read already.
        alike: who may be the same person, if that is looked up already.
    """
    registrations = [callback.registration for callback in callbacks]
    alike = alike or alike_among(registrations)
    permitted = contact_answers_of_each(registrations, alike)
    answers = [permitted[callback.registration_id] for callback in callbacks]
    prefetch_attempts(callbacks)
    neutral_available = neutral_mail_available()
    contacts = [policy_for(one, neutral_mail_available=neutral_available) for one in answers]
    moments = [
        when_to_call(callback.kind, one, contact, now, calendar)
        for callback, one, contact in zip(callbacks, answers, contacts, strict=True)
    ]
    # One query for the words of all rows: the labels of parts of days are rows themselves.
    words = dict(moment_choices(signs.moments_to_word(moments)))
    attempts = (policy or AttemptPolicy.load()).attempts
    matches = matches_of(registrations, alike)
    earlier = earlier_attempts(callbacks)
    undelivered = undelivered_among(callback.registration_id for callback in callbacks)
    return [
        QueueRow(
            callback=callback,
            task=signs.task_sign(callback.kind),
            promise=[
                *signs.promise_signs(callback, now, is_agreed=is_agreed(callback)),
                *signs.contact_signs(
                    last_contact_at(callback),
                    awaits_outcome=awaits_outcome(callback),
                    must_agree_again=must_agree_again(callback),
                ),
                *signs.plan_signs(callback, now, calendar),
                *signs.sent_signs(callback),
                *signs.message_signs(callback, attempts),
            ],
            marks=[
                *signs.undelivered_signs(is_undelivered=callback.registration_id in undelivered),
                *signs.mark_signs(callback),
            ],
            moments=(
                signs.planned_signs(callback, now, is_agreed=is_agreed(callback))
                or signs.moment_signs(own_moments, words)
            ),
            contact=signs.safe_contact_signs(contact),
            matches=matches.get(callback.registration_id, []),
            earlier=earlier.get(callback.pk),
            plan=signs.plan_words(callback, is_agreed=is_agreed(callback)),
            is_agreed=is_agreed(callback),
            awaits_outcome=awaits_outcome(callback),
            is_mine=callback.is_held_by(user, now),
            is_taken=callback.is_held(now),
        )
        for callback, contact, own_moments in zip(callbacks, contacts, moments, strict=True)
    ]


def prefetch_attempts(callbacks: Sequence[Callback]) -> None:
    """Read the attempts of all these callbacks in one query: what came of them, and no note."""
    attempts = ContactAttempt.objects.defer("note", "before")
    prefetch_related_objects(callbacks, Prefetch("attempts", attempts))
