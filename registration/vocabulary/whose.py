"""Of whom an answer tells, seen from whoever reads the question."""

from enum import StrEnum

from registration.vocabulary.person import ForWhom, WhoToCall


class Whose(StrEnum):
    """Whom a sentence is about; every text that differs has one wording for each.

    `OWN` is who reads it: "you". A professional reads about a client. Who helps somebody reads
    about the person whom they help, and who is helped may read about the helper, if that is whom we
    call.
    """

    OWN = "own"
    CLIENT = "client"
    HELPED = "helped"
    HELPER = "helper"


def whose_story(*, for_whom: str) -> Whose:
    """Return about whom somebody tells in a form that is not for professionals.

    Args:
        for_whom: a code of `ForWhom`; what was not answered is about oneself.
    """
    return Whose.HELPED if for_whom == ForWhom.OTHER_WHO_AGREES else Whose.OWN


def whose_contact(*, for_whom: str, who_to_call: str) -> Whose:
    """Return whom we reach after a form that is not for professionals.

    Args:
        for_whom: a code of `ForWhom`; what was not answered is about oneself.
        who_to_call: a code of `WhoToCall`; unanswered means the person it is about.
    """
    calls_helper = who_to_call == WhoToCall.HELPER
    match for_whom:
        case ForWhom.OTHER_WHO_AGREES:
            return Whose.OWN if calls_helper else Whose.HELPED
        case ForWhom.SELF_WITH_HELP:
            return Whose.HELPER if calls_helper else Whose.OWN
    return Whose.OWN


def owner_of_number(*, for_whom: str, who_to_call: str) -> str:
    """Return a code of who answers the number in such a form; it differs between two people.

    Args:
        for_whom: a code of `ForWhom`.
        who_to_call: a code of `WhoToCall`; it counts for nothing where nobody helps.
    """
    is_helped = for_whom not in {"", ForWhom.SELF}
    called = WhoToCall.HELPER if is_helped and who_to_call == WhoToCall.HELPER else WhoToCall.PERSON
    return f"{whose_contact(for_whom=for_whom, who_to_call=who_to_call)}:{called}"
