"""Dates as people say them: "donderdag 26 november", "Thursday 26 November".

A day that is more than half a year away gets its year: without it another year could be meant.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from babel.dates import format_date
from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from registration.rules.deadlines import DESK_TIME_ZONE, Moment
from registration.words import option_labels

# Further than this from today, the same day of another year is as near.
HALF_A_YEAR = timedelta(days=182)


def date_in_words(day: date | datetime, language: str | None = None) -> str:
    """Return a date with its weekday, such as "donderdag 26 november", with a year where needed.

    Args:
        day: a date, or an aware datetime, of which the date in Dutch time is meant.
        language: `nl` or `en`; None means the active language.
    """
    if isinstance(day, datetime):
        day = day.astimezone(DESK_TIME_ZONE).date()
    language = language or translation.get_language() or settings.LANGUAGE_CODE
    # Babel, because a translation of our own ("Thursday" as a label) would change Django's names.
    today = timezone.now().astimezone(DESK_TIME_ZONE).date()
    pattern = "EEEE d MMMM" if abs(day - today) <= HALF_A_YEAR else "EEEE d MMMM y"
    return format_date(day, pattern, locale=translation.to_locale(language))


def date_and_time_in_words(at: datetime, language: str | None = None) -> str:
    """Return a moment, such as "donderdag 26 november om 17:00 uur".

    Args:
        at: an aware datetime; it is shown in Dutch time.
        language: `nl` or `en`; None means the active language.
    """
    with translation.override(language or translation.get_language()):
        return _("%(date)s at %(time)s") % {
            "date": date_in_words(at),
            "time": f"{at.astimezone(DESK_TIME_ZONE):%H:%M}",
        }


def month_in_words(day: date, language: str | None = None) -> str:
    """Return the month of a date, such as "september 2026".

    Args:
        day: any day of the month.
        language: `nl` or `en`; None means the active language.
    """
    language = language or translation.get_language() or settings.LANGUAGE_CODE
    return format_date(day, "MMMM yyyy", locale=translation.to_locale(language))


def moment_in_words(moment: Moment, language: str | None = None) -> str:
    """Return a part of a day, such as "donderdag 26 november, ochtend (9 tot 12 uur)".

    Args:
        moment: the part of a day.
        language: `nl` or `en`; None means the active language.
    """
    with translation.override(language or translation.get_language()):
        return moment_choices([moment])[0][1]


def moment_choices(moments: Iterable[Moment]) -> list[tuple[str, str]]:
    """Return (code, words) of moments in the active language, as a form offers them."""
    parts = dict(option_labels.choices("day_part"))
    return [
        (
            moment.code,
            _("%(weekday_date)s, %(part)s")
            % {"weekday_date": date_in_words(moment.date), "part": parts[moment.part]},
        )
        for moment in moments
    ]
