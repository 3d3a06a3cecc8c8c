"""How staff read the number of registrations that came in through a campaign."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registration import services


def total_in_words(total: int | None) -> str:
    """Return a total, or that it is too small to be shown (None), in words."""
    if total is None:
        return _("fewer than %(number)s") % {"number": settings.SMALLEST_SHOWN_TOTAL}
    return ngettext("%(number)s registration", "%(number)s registrations", total) % {
        "number": total
    }


def totals_in_words(codes: Iterable[str]) -> dict[str, str]:
    """Return the total of each campaign in words, by its short code."""
    totals = services.campaign_totals(codes)
    return {code: total_in_words(total) for code, total in totals.items()}
