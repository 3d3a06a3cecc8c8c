"""What each outcome says to the person, and so presupposes: nobody is told what did not happen."""

from enum import Enum, auto
from typing import assert_never

from registration.vocabulary.lifecycle import Lifecycle


class Presupposes(Enum):
    """What must be on record before a registration can be closed with an outcome."""

    #: A note with the reason why nobody gets what was promised.
    REASON = auto()
    #: We spoke to the person, or whoever is spoken to for them; also if they got in touch with us.
    CONTACT = auto()
    #: That, or we wrote what was asked.
    ANSWER = auto()
    #: As many attempts as the rules ask, and time to answer what was sent; or the number or
    #: address turned out wrong.
    ATTEMPTS = auto()
    #: Contact, or a note that says why there was none.
    CONTACT_OR_REASON = auto()


def presupposed_by(outcome: Lifecycle) -> Presupposes:
    """Return what an outcome presupposes; a new one has to be decided about here.

    Raises:
        ValueError: this state ends nothing.
    """
    match outcome:
        case Lifecycle.MISTAKE:
            return Presupposes.REASON
        case Lifecycle.UNREACHABLE:
            return Presupposes.ATTEMPTS
        case Lifecycle.ANSWERED:
            return Presupposes.ANSWER
        case Lifecycle.CONTRA_INDICATION:
            # To get in touch may be what is not safe.
            return Presupposes.CONTACT_OR_REASON
        case (
            Lifecycle.ALLOCATED
            | Lifecycle.CRIMINAL_CASE_FIRST
            | Lifecycle.DATA_NOT_OBTAINED
            | Lifecycle.OTHER_SERVICE
            | Lifecycle.WITHDRAWN
        ):
            return Presupposes.CONTACT
        case Lifecycle.RECEIVED | Lifecycle.SPOKEN | Lifecycle.PAUSED:
            raise ValueError("it ends nothing")
        case _:
            assert_never(outcome)
