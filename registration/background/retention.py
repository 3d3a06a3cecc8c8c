"""How long personal data is kept, and its removal. Anonymous counts are about nobody and stay."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from registration.casework.erasure import delete_registrations
from registration.casework.retention_periods import retention_periods, with_end
from registration.casework.unfinished import Unfinished
from registration.mail.cancelling import purge_continue_links, purge_farewells
from registration.models import (
    AccessLogEntry,
    Draft,
    OwnPageVisit,
    Registration,
    RetentionRun,
    RetentionSettings,
)
from registration.vocabulary.lifecycle import Lifecycle

logger = logging.getLogger(__name__)

BATCH_SIZE = 100
RUNS_KEPT = timedelta(days=730)


@dataclass
class RetentionReport:
    """What a run removed or would remove, and what it held back; numbers only.

    `removed` has the states of registrations and "access_log"; `held_back` the reasons for which
    something is kept although its time is over.
    """

    removed: dict[str, int] = field(default_factory=dict)
    held_back: dict[str, int] = field(default_factory=dict)


def purge_drafts(now: datetime, *, dry_run: bool = False) -> int:
    """Delete the drafts whose time is over, saved or not; return how many.

    With them go the visits to one's own page, the mails with a link to continue with, and the last
    mails to people of whom nothing else is left.

    Args:
        now: an aware datetime.
        dry_run: only count them.
    """
    expired = Draft.objects.filter(expires_at__lte=now).filter(
        Q(saved_until=None) | Q(saved_until__lte=now)
    )
    if dry_run:
        return expired.count()
    OwnPageVisit.objects.filter(expires_at__lte=now).delete()
    # A day longer than the links work, because each works until the end of its last day.
    kept = timedelta(days=RetentionSettings.load().saved_draft_days + 1)
    purge_continue_links(now - kept)
    purge_farewells(now)
    # Deleting needs no answers, so nothing is decrypted.
    deleted, _ = expired.only("pk").delete()
    return deleted


def apply_retention(
    now: datetime,
    *,
    dry_run: bool = False,
    started_by: RetentionRun.StartedBy = RetentionRun.StartedBy.JOB,
) -> RetentionReport:
    """Delete what was kept long enough: registrations with all that hangs on them, and log entries.

    Callbacks, attempts and mails go with their registration. What somebody still has to do
    something with (`registration.casework.unfinished`) stays. The log gets numbers only.

    Args:
        now: an aware datetime.
        dry_run: only count.
        started_by: what the stored report of this run says; a dry run stores none.
    """
    settings = RetentionSettings.load()
    report = RetentionReport()
    periods = retention_periods(settings)
    states_over = _states_over(periods, now)
    for state, period in periods.items():
        if state not in states_over:
            report.removed[state.value] = 0
            continue
        over = with_end(Registration.objects.filter(_is_over(state, now - period)))
        _add_held_back(report, over)
        expired = over.filter(unfinished="", ended__lte=now - period)
        report.removed[state.value] = expired.count() if dry_run else _remove_all(expired)
    limit = now - timedelta(days=settings.access_log_days)
    report.removed["access_log"] = (
        AccessLogEntry.objects.filter(at__lt=limit).count()
        if dry_run
        else AccessLogEntry.objects.purge_before(limit)
    )
    if not dry_run:
        _write_down(report, now, started_by)
    return report


def _states_over(periods: Mapping[Lifecycle, timedelta], now: datetime) -> set[str]:
    """Return the states in which somebody's time is over: on most days few, and each costs much."""
    is_over = (_is_over(state, now - period) for state, period in periods.items())
    rows = Registration.objects.filter(reduce(or_, is_over)).order_by()
    return set(rows.values_list("state", flat=True).distinct())


def _is_over(state: Lifecycle, limit: datetime) -> Q:
    return Q(state=state, state_changed_at__lte=limit)


def _add_held_back(report: RetentionReport, over: QuerySet[Any]) -> None:
    held_back = over.exclude(unfinished="").order_by().values("unfinished")
    for row in held_back.annotate(number=Count("pk")):
        reason = Unfinished(row["unfinished"]).value
        report.held_back[reason] = report.held_back.get(reason, 0) + row["number"]


def _remove_all(expired: QuerySet[Registration]) -> int:
    removed = 0
    while batch := _remove_batch(expired):
        removed += batch
    return removed


@transaction.atomic
def _remove_batch(expired: QuerySet[Registration]) -> int:
    """Remove some of the expired registrations: no long transaction keeps registrants waiting."""
    locked = lock_some(expired)
    # Asked once more: what the locks waited for may be that somebody chose another mediator.
    numbers = list(expired.filter(pk__in=locked).values_list("pk", flat=True))
    delete_registrations(numbers)
    return len(numbers)


def lock_some(expired: QuerySet[Registration]) -> list[int]:
    """Return the numbers of some registrations, locked: somebody may be about to open one again."""
    # Of this table alone: a hand-over that is not there cannot be locked. No answer is read.
    rows = expired.order_by("pk").select_for_update(of=("self",)).only("pk")
    return [row.pk for row in rows[:BATCH_SIZE]]


def _write_down(report: RetentionReport, now: datetime, started_by: RetentionRun.StartedBy) -> None:
    RetentionRun.objects.filter(at__lt=now - RUNS_KEPT).delete()
    RetentionRun.objects.create(
        at=now,
        started_by=started_by,
        counts=report.removed,
        total=sum(report.removed.values()),
        held_back=report.held_back,
    )
    if any(report.removed.values()):
        deleted = {key: value for key, value in report.removed.items() if value}
        logger.info("Retention deleted %s", deleted)
    if report.held_back:
        logger.info("Retention held back %s", report.held_back)
