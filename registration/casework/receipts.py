"""What a person gets to know after sending a form, kept in the draft, so that it is sent once."""

from dataclasses import dataclass
from typing import Any, Self

from registration.models import Draft
from registration.rules.promised import Promised
from registration.vocabulary.whose import Whose


class DraftGoneError(Exception):
    """The draft expired or was thrown away before it was sent."""


@dataclass(frozen=True)
class Receipt:
    """What the person gets to know after sending; it repeats no answer.

    `crisis_audience` says which crisis lines come first there, `whose_story` about whom was told,
    `whose_contact` whom we reach, and the last three how that looks where our name may not be said.
    """

    reference: str
    promised: Promised
    mail_will_come: bool
    secret_words: str = ""
    crisis_audience: str = ""
    whose_story: str = Whose.OWN
    whose_contact: str = Whose.OWN
    withholds_number: bool = False
    mail_is_neutral: bool = False
    letter_is_neutral: bool = False

    def to_stored(self) -> dict[str, Any]:
        """Return the receipt as JSON-ready data."""
        return {
            "reference": self.reference,
            "promised": self.promised.to_stored(),
            "mail_will_come": self.mail_will_come,
            "secret_words": self.secret_words,
            "crisis_audience": str(self.crisis_audience),
            "whose_story": str(self.whose_story),
            "whose_contact": str(self.whose_contact),
            "withholds_number": self.withholds_number,
            "mail_is_neutral": self.mail_is_neutral,
            "letter_is_neutral": self.letter_is_neutral,
        }

    @classmethod
    def from_stored(cls, stored: dict[str, Any]) -> Self:
        """Read a receipt back."""
        return cls(**{**stored, "promised": Promised.from_stored(stored["promised"])})


def lock_draft(draft: Draft) -> Draft:
    """Return the draft as it is stored now; until the transaction ends nobody else sends it.

    Raises:
        DraftGoneError: the draft does not exist any more.
    """
    locked = Draft.objects.select_for_update().filter(pk=draft.pk).first()
    if locked is None:
        raise DraftGoneError
    return locked


def keep_receipt(draft: Draft, receipt: Receipt) -> None:
    """Leave in a draft that was sent only what the thank-you page shows, and no way to go on."""
    draft.answers = {}
    draft.receipt = receipt.to_stored()
    draft.saved_hash = draft.saved_until = None
    draft.save(update_fields=["answers", "receipt", "saved_hash", "saved_until"])
