"""What a password may not be, said in our words: Django’s are not all there in Dutch."""

from django.contrib.auth import password_validation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class LongEnough(password_validation.MinimumLengthValidator):
    """It has enough characters."""

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
    """It is none of those that are guessed first."""

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
