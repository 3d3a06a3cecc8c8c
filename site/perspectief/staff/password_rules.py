"""What a password may not be, said in our words: Django’s are not all there in Dutch."""

from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

FEWEST_CHARACTERS = 12
DUTCH_WORDS = Path(__file__).with_name("common_dutch_passwords.txt")
#: What people type in place of a letter, and the letter.
_LETTERS = str.maketrans("0134578@$€", "oieastbase")


class LongEnough(password_validation.MinimumLengthValidator):
    """It has enough characters."""

    def __init__(self) -> None:
        super().__init__(FEWEST_CHARACTERS)

    def get_error_message(self) -> str:
        """Return what is wrong."""
        return ngettext(
            "This password is too short. Choose one of at least %(count)d character.",
            "This password is too short. Choose one of at least %(count)d characters.",
            self.min_length,
        ) % {"count": self.min_length}

    def get_help_text(self) -> str:
        """Return what is asked."""
        return ngettext(
            "At least %(count)d character.", "At least %(count)d characters.", self.min_length
        ) % {"count": self.min_length}


class UnlikeItsOwner(password_validation.UserAttributeSimilarityValidator):
    """It is not nearly the name or the address of who has it."""

    def get_error_message(self) -> str:
        """Return what is wrong."""
        return _("This password is too much like your name or e-mail address. Choose another one.")

    def get_help_text(self) -> str:
        """Return what is asked."""
        return _("Not your name or e-mail address.")


class Uncommon(password_validation.CommonPasswordValidator):
    """It is none of those that are guessed first, in English or in Dutch.

    A common word does not become another one by a year, a sign, a digit for a letter, or by typing
    it twice: that is how it gets long enough.
    """

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse a common one.

        Raises:
            ValidationError: it is one.
        """
        known = self.passwords | dutch_words()
        if any(form in known for form in plain_forms(password)):
            raise ValidationError(self.get_error_message(), code="password_too_common")

    def get_error_message(self) -> str:
        """Return what is wrong."""
        return _("Many people use this password, so it is easy to guess. Choose another one.")

    def get_help_text(self) -> str:
        """Return what is asked."""
        return _("Not a password that many people use.")


class NotOnlyDigits(password_validation.NumericPasswordValidator):
    """It is no number."""

    def get_error_message(self) -> str:
        """Return what is wrong."""
        return _("This password has only digits. Add letters or other characters.")

    def get_help_text(self) -> str:
        """Return what is asked."""
        return _("Not only digits.")


@cache
def dutch_words() -> frozenset[str]:
    """Return the words that people choose in Dutch."""
    lines = DUTCH_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def plain_forms(password: str) -> set[str]:
    """Return what is left of a password without what people put round a word."""
    typed = password.strip().lower()
    core = typed.strip("".join({each for each in typed if not each.isalpha()}))
    forms = {
        typed,
        *(
            "".join(filter(keep, form))
            for form in (typed, core, core.translate(_LETTERS))
            for keep in (str.isalnum, str.isalpha)
        ),
    }
    forms |= {once for form in forms if (once := _said_once(form))}
    return forms - {""}


def _said_once(form: str) -> str:
    """Return what is typed again and again, or nothing."""
    # A text that is repeated stands in its double before the end of the first.
    length = (form + form).find(form, 1) if form else 0
    return form[:length] if 0 < length < len(form) else ""
