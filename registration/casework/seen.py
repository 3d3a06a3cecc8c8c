"""What a form of the desk was made from: whoever sends one that is out of date decides again.

Two tabs, or two colleagues, may look at the same callback. Each form carries a keyed stamp of what
its page showed, and each view says on which parts of that its work depends. What changed meanwhile
is said, and nothing is recorded.
"""

from collections.abc import Collection
from enum import StrEnum

from perspectief import page_stamps
from registration.models import Callback, ContactAttempt, HandOver, Registration

PURPOSE = "registration.desk"


class Part(StrEnum):
    """What a page of the desk shows of a callback, and somebody else may change."""

    STATE = "state"
    CLAIM = "claim"
    ATTEMPTS = "attempts"
    NOTE = "note"
    ATTEMPT_NOTES = "attempt_notes"
    ANSWERS = "answers"
    HAND_OVER = "hand_over"


EVERYTHING = frozenset(Part)
#: What is known without reading what somebody told us, or noted.
WITHOUT_READING = frozenset({Part.STATE, Part.CLAIM, Part.ATTEMPTS})


def stamp_of(
    registration: Registration,
    callback: Callback | None = None,
    parts: Collection[Part] = EVERYTHING,
) -> str:
    """Return what a form carries: a keyed digest of each part as it is now.

    Args:
        registration: of which the page shows something.
        callback: of it; None where the page is about no callback.
        parts: which parts the page shows; each may take a query.
    """
    return page_stamps.stamp(PURPOSE, _values(registration, callback, parts))


def changed_since(
    stamp: str,
    registration: Registration,
    callback: Callback | None = None,
    parts: Collection[Part] = EVERYTHING,
) -> frozenset[Part]:
    """Return which parts are not as a page showed them, or were not shown by it.

    Args:
        stamp: of `stamp_of`, as a form sent it, whatever it may be.
        registration: as it is now, best of all locked.
        callback: of it, as it is now.
        parts: on which the work depends.
    """
    now = _values(registration, callback, parts)
    return frozenset(map(Part, page_stamps.changed_since(PURPOSE, stamp, now)))


def _values(
    registration: Registration, callback: Callback | None, parts: Collection[Part]
) -> dict[str, object]:
    """Return the parts by their names, with whose they are: a stamp counts for nobody else."""
    whose = (registration.pk, callback and callback.pk)
    return {str(part): (whose, _value(part, registration, callback)) for part in parts}


def _value(part: Part, registration: Registration, callback: Callback | None) -> object:
    match part:
        case Part.STATE:
            state = (registration.state, registration.state_changed_at)
            said = (registration.client_agreed_at, registration.own_no_at)
            return (*state, *said, callback and callback.state)
        case Part.CLAIM:
            return callback and callback.claimed_by_id
        case Part.ATTEMPTS:
            made = ContactAttempt.objects.filter(callback__registration=registration)
            plan = callback and (callback.next_attempt_at, callback.message_at)
            return (list(made.order_by("pk").values_list("pk", flat=True)), plan)
        case Part.NOTE:
            return (registration.desk_note, registration.desk_note_edited_at)
        case Part.ATTEMPT_NOTES:
            made = ContactAttempt.objects.filter(callback__registration=registration)
            edited = made.filter(note_edited_at__isnull=False).order_by("pk")
            return list(edited.values_list("pk", "note_edited_at"))
        case Part.ANSWERS:
            return registration.read_answers().to_stored()
        case Part.HAND_OVER:
            rows = HandOver.objects.filter(registration=registration)
            # Whoever changes any of it does so at another moment, so nothing is decrypted for it.
            return list(rows.values_list("mediator", "at"))
