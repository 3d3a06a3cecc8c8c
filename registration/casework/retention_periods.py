"""How long what we know of somebody is kept after all is done."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, assert_never

from django.db.models import Case, F, QuerySet, When

from registration.casework.unfinished import with_unfinished
from registration.models import Registration, RetentionSettings
from registration.vocabulary.lifecycle import Lifecycle


def retention_periods(settings: RetentionSettings) -> Mapping[Lifecycle, timedelta]:
    """Return how long a registration is kept after it came into a state that ends it.

    A registration that is still open has no period: the desk has something to do with it.
    """
    days = {state: _days_kept(state, settings) for state in Lifecycle}
    return {state: timedelta(days=kept) for state, kept in days.items() if kept is not None}


def _days_kept(state: Lifecycle, settings: RetentionSettings) -> int | None:
    match state:
        case Lifecycle.RECEIVED | Lifecycle.SPOKEN | Lifecycle.PAUSED:
            return None
        case Lifecycle.WITHDRAWN | Lifecycle.MISTAKE:
            return settings.withdrawn_days
        case Lifecycle.UNREACHABLE:
            return settings.unreachable_days
        case (
            Lifecycle.ALLOCATED
            | Lifecycle.CRIMINAL_CASE_FIRST
            | Lifecycle.DATA_NOT_OBTAINED
            | Lifecycle.OTHER_SERVICE
            | Lifecycle.CONTRA_INDICATION
            | Lifecycle.ANSWERED
        ):
            return settings.other_outcomes_days
        case _:
            assert_never(state)


def kept_until(registration: Registration) -> datetime | None:
    """Return when retention deletes a registration; None while somebody has something to do."""
    period = retention_periods(RetentionSettings.load()).get(Lifecycle(registration.state))
    row = with_end(Registration.objects.filter(pk=registration.pk)).values("unfinished", "ended")
    found = row.first()
    if period is None or found is None or found["unfinished"]:
        return None
    return found["ended"] + period if found["ended"] else None


def with_end(rows: QuerySet[Registration]) -> QuerySet[Any]:
    """Annotate `unfinished`, and `ended`: the moment from which the period counts, if it is known.

    For who is allocated that is when the case system got them.
    """
    return with_unfinished(rows).annotate(
        ended=Case(
            When(state=Lifecycle.ALLOCATED, then=F("hand_over__exported_at")),
            default=F("state_changed_at"),
        )
    )
