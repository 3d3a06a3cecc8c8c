"""Until when answers are kept, in words, and what the script needs to warn before that."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registration.journey import drafts
from registration.models import Draft
from registration.rules.deadlines import DESK_TIME_ZONE

# So long before the answers are deleted the script warns, once a minute.
WARNING_MINUTES = 5


def expiry_in_words(draft: Draft | None) -> str:
    """Return until when the answers of a draft are kept; without one, how long they would be."""
    if draft is None:
        minutes = drafts.idle_minutes()
        return ngettext(
            "If nothing happens for %(minutes)s minute, we delete what you filled in, so that "
            "nobody else can read it.",
            "If nothing happens for %(minutes)s minutes, we delete what you filled in, so "
            "that nobody else can read it.",
            minutes,
        ) % {"minutes": minutes}
    until = draft.expires_at.astimezone(DESK_TIME_ZONE)
    return _(
        "We will keep your answers until %(time)s (Dutch time). Then we will delete them, so "
        "that nobody else can read them."
    ) % {"time": f"{until:%H:%M}"}


def time_warning(draft: Draft | None, *, name: str, gone_url: str, now: datetime) -> dict[str, Any]:
    """Return what `includes/time_warning.html` needs: the seconds left, and what to say when.

    WCAG 2.2.1 asks for a warning at least twenty seconds before, and a simple way to extend.

    Args:
        draft: the visitor's, if there is one.
        name: by which tabs with the same form know each other.
        gone_url: where the script leads when the time is over.
        now: an aware moment.
    """
    return {
        "name": name,
        "extended": _("We have kept what you filled in. You have more time."),
        "seconds_left": seconds_left(draft, now),
        "is_kept": draft is not None,
        "gone_url": gone_url,
        "sentences": [
            {"minutes": minutes, "words": _minutes_left(minutes)}
            for minutes in range(WARNING_MINUTES, 0, -1)
        ],
    }


def seconds_left(draft: Draft | None, now: datetime) -> int:
    """Return for how many seconds answers are still kept; without a draft, how long they would be.

    Args:
        draft: the visitor's, if there is one.
        now: an aware moment.
    """
    left = timedelta(minutes=drafts.idle_minutes()) if draft is None else draft.expires_at - now
    return max(0, int(left.total_seconds()))


def _minutes_left(minutes: int) -> str:
    return ngettext(
        "In %(minutes)s minute we will delete your answers, so that nobody else can read them.",
        "In %(minutes)s minutes we will delete your answers, so that nobody else can read them.",
        minutes,
    ) % {"minutes": minutes}
