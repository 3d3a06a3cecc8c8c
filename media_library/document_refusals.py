"""Why a document is not taken, in words that say what to do about it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _


class RefusedDocumentError(Exception):
    """A document that cannot be handed to visitors.

    Args:
        part: the name of what is wrong in it, "" if that is all of it.
    """

    advice: Any

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.part = part

    @property
    def params(self) -> dict[str, Any]:
        """What the advice has placeholders for."""
        return {"part": self.part}


class UnreadablePdfError(RefusedDocumentError):
    """It is no PDF, it is broken, or it asks for a password."""

    advice = _("This PDF cannot be opened. Save it again, without a password.")


class UnreadableDocumentError(RefusedDocumentError):
    """It is not what its name says."""

    advice = _("This document cannot be opened. Save it again, without a password.")


class NoTableError(RefusedDocumentError):
    """It is called a CSV file and holds something else."""

    advice = _("This is no table of text. Save the sheet as CSV again.")


class TooMuchInDocumentError(RefusedDocumentError):
    """Reading it would take more memory or time than we have."""

    advice = _(
        "There is more in this document than we can check. Make it simpler, or make several "
        "smaller documents of it."
    )


class UncleanablePdfError(RefusedDocumentError):
    """What is in it may say where and by whom it was made, and cannot be taken out."""

    advice = _(
        "A picture in this PDF may say where and by whom it was made, and we cannot take that "
        "out. Print the document to a new PDF, and upload that one."
    )


class UncleanablePartError(RefusedDocumentError):
    """The same, of one part of an office document."""

    advice = _(
        "In this document is a file that may say where and by whom it was made, and we cannot "
        "take that out: %(part)s. If it is a picture, save it as JPEG or PNG and put that in its "
        "place. Otherwise upload the document as PDF."
    )


#: What a document is refused with, by name: so a process of its own says it.
REFUSALS: Mapping[str, type[RefusedDocumentError]] = {
    each.__name__: each
    for each in (
        UnreadablePdfError,
        UnreadableDocumentError,
        NoTableError,
        TooMuchInDocumentError,
        UncleanablePdfError,
        UncleanablePartError,
    )
}
