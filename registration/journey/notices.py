"""What an address asks a page of the form to say once; no session is needed for that.

It is a code in the query, and nothing personal is said.
"""

from enum import StrEnum

from django.utils.translation import gettext as _

from registration.journey.definition import Journey

NOTICE_PARAMETER = "notice"


class Notice(StrEnum):
    """Why somebody is on this page."""

    SAVED = "saved"
    JUMPED = "jump"
    KEPT_ANEW = "anew"
    KEPT_BESIDE = "beside"
    NOTHING_TO_SAVE = "nothing"
    CONTINUED = "continued"
    # After a second click.
    SENT_BEFORE = "double"
    # After something was sent that is not right yet. Says nothing: the page points it out.
    REFUSED = "refused"
    # The script that waited with somebody leads there when the time is over. Says nothing.
    TIME_OVER = "time"


def notice_in_words(code: str, journey: Journey) -> str:
    """Return what a code asks to say, such as that answers were kept; "" if it asks for nothing.

    Args:
        code: as it came in the address, whatever it may be.
        journey: the form, which has words of its own for what was sent before.
    """
    match code:
        case Notice.SAVED:
            return _("We have kept what you filled in.")
        case Notice.JUMPED:
            return _(
                "You cannot do this step yet. We took you back to the first step that is not "
                "finished."
            )
        case Notice.KEPT_ANEW:
            return _(
                "The form was open for a while. So we deleted your earlier answers. "
                "What you just filled in is still here."
            )
        case Notice.KEPT_BESIDE:
            return _(
                "You saved your earlier answers. You can find them with your link or code. "
                "What you just filled in is still here."
            )
        case Notice.NOTHING_TO_SAVE:
            return _(
                "You have not filled in anything yet, so there is nothing to save. You can "
                "come back whenever you want."
            )
        case Notice.CONTINUED:
            return _(
                "You can continue where you left off. The link or code you used no longer works."
            )
        case Notice.SENT_BEFORE:
            return str(journey.wording.already_received)
    return ""


def asked_of_another() -> str:
    """Return why a step is asked again that was answered about somebody else."""
    return _(
        "You changed whom we call. That may be another number, and other things may be safe. So "
        "we ask this again."
    )
