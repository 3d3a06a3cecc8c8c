"""A number or address that turned out to be somebody else's: nobody uses it again by mistake."""

from datetime import datetime

from perspectief.encryption import blind_index
from registration.models import Callback
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult, TaskKind


def hash_of_way(callback: Callback, answers: Answers) -> str:
    """Return a keyed hash of the number or address that the task of a callback leads to now."""
    return blind_index("way", _way(callback, answers))


def found_wrong_at(callback: Callback, answers: Answers) -> datetime | None:
    """Return when the number or address of the task turned out wrong; None if it may be right.

    One that was changed since is another one.
    """
    tried = callback.attempts.filter(way_hash=hash_of_way(callback, answers))
    return next(
        (
            attempt.made_at
            for attempt in tried.order_by("-made_at", "-pk")
            if attempt.result == AttemptResult.WRONG_NUMBER  # encrypted, so no filter finds it
        ),
        None,
    )


def _way(callback: Callback, answers: Answers) -> str:
    referral = answers.referral
    match callback.kind:
        case TaskKind.REFERRAL if referral is not None:
            return referral.phone if referral.may_call_referrer else referral.email
        case TaskKind.MAIL:
            return answers.email
        case TaskKind.LETTER | TaskKind.CONTACT:
            return answers.other_way_details
        case _:
            return answers.phone
