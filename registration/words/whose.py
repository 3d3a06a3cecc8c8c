"""Whom a sentence is about, in words; one wording for oneself, and one for anybody else.

What is said of somebody else has `%(who)s` in it, for `WHO`.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registration.vocabulary.whose import Whose

Words = str | Promise

WHO: Mapping[Whose, Promise] = {
    Whose.CLIENT: _("your client"),
    Whose.HELPED: _("the person this is about"),
    Whose.HELPER: _("the person who is helping"),
}


def of_other(words: Words, whose: Whose, **values: str) -> str:
    """Return what is said of somebody else, in the active language.

    Args:
        words: with `%(who)s` where that person is named.
        whose: whom it is about.
        values: what stands for other placeholders.

    Raises:
        KeyError: it is about the reader.
    """
    return str(words) % {"who": WHO[whose], **values}


def said(own: Words, other: Words, whose: Whose, **values: str) -> str:
    """Return a sentence in the words for whom it is about.

    Args:
        own: what is said to the reader about the reader.
        other: what is said of somebody else, with `%(who)s`.
        whose: whom it is about.
        values: what stands for other placeholders.
    """
    if whose is Whose.OWN:
        return str(own) % values if values else str(own)
    return of_other(other, whose, **values)
