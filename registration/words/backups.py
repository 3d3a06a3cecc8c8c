"""Until when deleted data is still in the backups, as the screen and the mail both say it."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from perspectief.backup.keeping import BACKUPS_KEPT
from registration.words.dates import date_in_words


def gone_from_backups(erased_at: datetime, language: str | None = None) -> str:
    """Return by which day data that was deleted is gone from the backups too, in a sentence.

    Args:
        erased_at: an aware moment.
        language: `nl` or `en`; None means the active language.
    """
    with translation.override(language or translation.get_language()):
        return _("Your data will be gone from our backups no later than %(date)s.") % {
            "date": date_in_words(erased_at + BACKUPS_KEPT)
        }
