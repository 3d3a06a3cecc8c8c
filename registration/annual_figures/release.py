"""Gives the figures of a year that is over to whoever publishes them.

The desk does not know who that is: it sends a signal, and whoever answers says what came of it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from registration.annual_figures.released import (
    BothLanguages,
    ReleasedChart,
    ReleasedFigure,
    ReleasedFigures,
    figures_to_release,
)
from registration.rules.deadlines import DESK_TIME_ZONE

__all__ = [
    "BothLanguages",
    "FiguresDraft",
    "NotReleasableError",
    "ReleasedChart",
    "ReleasedFigure",
    "ReleasedFigures",
    "figures_released",
    "is_over",
    "releasable_from",
    "release_figures",
]

#: Sent within a transaction with `figures`, a `ReleasedFigures`, and `user`, who released them. A
#: receiver that makes something of them returns a `FiguresDraft`; if it fails, nothing is kept.
figures_released = Signal()


@dataclass(frozen=True)
class FiguresDraft:
    """What a receiver has of the figures of a year.

    Attributes:
        title: of the draft, in the language that it is written in.
        place: the title of what it stands below.
        edit_url: where the user edits it; "" if the user may not.
        was_there: it existed already, and was left as it is.
    """

    title: str
    place: str
    edit_url: str
    was_there: bool


class NotReleasableError(Exception):
    """The year is not over, or too little was counted in it to tell anything."""


def releasable_from(year: int) -> date:
    """Return the first day on which the figures of a year can be released."""
    return date(year + 1, 1, 1)


def is_over(year: int, now: datetime | None = None) -> bool:
    """Return whether a year has ended in the Netherlands.

    Args:
        now: an aware moment; None means the present.
    """
    # Not the time zone that a staff member may have chosen for the admin.
    today = (now or timezone.now()).astimezone(DESK_TIME_ZONE).date()
    return today >= releasable_from(year)


@transaction.atomic
def release_figures(year: int, user: User) -> FiguresDraft | None:
    """Send the figures of a year to who publishes them, and return what came of it.

    Args:
        user: who released them.

    Returns:
        What the first receiver that answered has; None if nobody did anything with them.

    Raises:
        NotReleasableError: see there. What a receiver raises is passed on, and nothing is kept.
    """
    if not is_over(year):
        raise NotReleasableError
    figures = figures_to_release(year)
    if not figures.charts:
        raise NotReleasableError
    answers: list[tuple[Any, Any]] = figures_released.send(
        sender=ReleasedFigures, figures=figures, user=user
    )
    drafts = (answer for _receiver, answer in answers if answer is not None)
    return next(drafts, None)
