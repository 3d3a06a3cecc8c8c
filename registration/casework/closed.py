"""What was closed lately: a wrong ending can be found, and taken back while that is allowed."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from registration.models import AttemptPolicy, Callback
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle


def time_to_reopen() -> timedelta:
    """Return for how long what was closed can be opened again."""
    return timedelta(days=AttemptPolicy.load().days_to_reopen)


def closed_after(moment: datetime) -> QuerySet[Callback]:
    """Return the last callback of each registration that was closed after a moment, newest first.

    Whoever closed it, the person or a day of the site included; without any answers.

    Args:
        moment: an aware one.
    """
    later = Callback.objects.filter(registration=OuterRef("registration"), pk__gt=OuterRef("pk"))
    waits = Callback.objects.filter(registration=OuterRef("registration"), state=CallbackState.OPEN)
    closed = Callback.objects.filter(
        ~Exists(later),
        ~Exists(waits),
        registration__state__in=Lifecycle.outcomes(),
        finished_at__gt=moment,
    )
    return (
        closed.select_related("registration", "claimed_by")
        .defer("registration__answers", "registration__desk_note")
        .order_by("-finished_at", "-pk")
    )
