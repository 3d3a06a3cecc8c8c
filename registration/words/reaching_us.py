"""How to reach us, in texts that colleagues edit: our number, when we answer, which code."""

from django.utils import translation
from django.utils.translation import gettext as _

from perspectief.phone_number import phone_number
from registration.vocabulary.lifecycle import Source
from registration.vocabulary.whose import Whose
from registration.words.opening_hours import when_open


def how_to_reach_us(language: str | None = None) -> dict[str, str]:
    """Return the words for each name of `rules.placeholders.HOW_TO_REACH_US`.

    Args:
        language: `nl` or `en`; None means the active language.
    """
    return {"phone": phone_number(language), "opening_hours": when_open(language)}


def code_to_give(source: str, whose_contact: Whose, language: str | None = None) -> str:
    """Return which code somebody can give on the telephone, by how they came to us.

    Whoever wrote on paper saw no screen: their code is in the letter that the desk sends. Nor did
    whoever was registered by somebody else.

    Args:
        source: a code of `Source`.
        whose_contact: whom we reach, seen from who filled in the form.
        language: `nl` or `en`; None means the active language.
    """
    with translation.override(language or translation.get_language()):
        if source == Source.PAPER:
            return _("the code in our letter")
        if whose_contact is Whose.HELPED:
            return _("the code that the person who registered you saw on the screen")
        return _("the code you saw on the screen")
