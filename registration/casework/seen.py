"""What a form of the desk was made from: whoever sends one that is out of date decides again.

Two tabs, or two colleagues, may look at the same callback. Each form carries a keyed stamp of what
its page showed, and each view says on which parts of that its work depends. What changed meanwhile
is said, and nothing is recorded.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum

from perspectief.encryption import blind_index
from registration.models import Callback, ContactAttempt, HandOver, Registration

STAMP_LENGTH = 16
SEPARATOR = "."


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
    """Return what a form carries: a keyed hash of each part as it is now.

    Args:
        registration: of which the page shows something.
        callback: of it; None where the page is about no callback.
        parts: which parts the page shows; each may take a query.
    """
    found = _hashes(registration, callback, parts)
    return SEPARATOR.join(f"{part}:{found[part]}" for part in sorted(found))


def changed_since(
    stamp: str,
    registration: Registration,
    callback: Callback | None = None,
    parts: Collection[Part] = EVERYTHING,
) -> frozenset[Part]:
    """Return which parts are no longer as a page showed them.

    Args:
        stamp: of `stamp_of`, as a form sent it. A part that is not in it was not shown.
        registration: as it is now, best of all locked.
        callback: of it, as it is now.
        parts: on which the work depends.
    """
    shown = dict(pair.split(":", 1) for pair in stamp.split(SEPARATOR) if ":" in pair)
    asked = [part for part in parts if part in shown]
    now = _hashes(registration, callback, asked)
    return frozenset(part for part in asked if shown[part] != now[part])


def _hashes(
    registration: Registration, callback: Callback | None, parts: Collection[Part]
) -> Mapping[Part, str]:
    return {
        part: blind_index(f"seen.{part}", repr(_value(part, registration, callback)))[:STAMP_LENGTH]
        for part in parts
    }


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
