"""How long personal data is kept, and its removal. Anonymous counts are about nobody and stay."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from registration.codes import Lifecycle
from registration.erasure import delete_registrations
from registration.mail import outbox
from registration.models import (
    AccessLogEntry,
    Draft,
    OwnPageVisit,
    Registration,
    RetentionRun,
    RetentionSettings,
)

logger = logging.getLogger(__name__)

BATCH_SIZE = 100
RUNS_KEPT = timedelta(days=730)


def retention_periods(settings: RetentionSettings) -> Mapping[Lifecycle, timedelta]:
    """Return how long a registration is kept after it came into a closing state.

    A registration that is still open has no period: the desk has something to do with it.
    """
    special = {
        Lifecycle.WITHDRAWN: settings.withdrawn_days,
        Lifecycle.MISTAKE: settings.withdrawn_days,
        Lifecycle.UNREACHABLE: settings.unreachable_days,
    }
    return {
        state: timedelta(days=special.get(state, settings.closed_days))
        for state in Lifecycle.outcomes()
    }


def purge_drafts(now: datetime, *, dry_run: bool = False) -> int:
    """Delete the drafts whose time is over, saved or not; return how many.

    With them go the visits to one's own page and the mails with a link to continue with.

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
    outbox.purge_continue_links(now - kept)
    # Deleting needs no answers, so nothing is decrypted.
    deleted, _ = expired.only("pk").delete()
    return deleted


def apply_retention(
    now: datetime,
    *,
    dry_run: bool = False,
    started_by: RetentionRun.StartedBy = RetentionRun.StartedBy.JOB,
) -> dict[str, int]:
    """Delete what was kept long enough: registrations with all that hangs on them, and log entries.

    Callbacks, attempts and mails go with their registration. The log gets numbers only.

    Args:
        now: an aware datetime.
        dry_run: only count.
        started_by: what the report of this run says; a dry run makes no report.

    Returns:
        How many registrations of each state, and how many "access_log" entries.
    """
    settings = RetentionSettings.load()
    counts = {
        state.value: _remove_registrations(state, now - period, dry_run=dry_run)
        for state, period in retention_periods(settings).items()
    }
    limit = now - timedelta(days=settings.access_log_days)
    counts["access_log"] = (
        AccessLogEntry.objects.filter(at__lt=limit).count()
        if dry_run
        else AccessLogEntry.objects.purge_before(limit)
    )
    if not dry_run:
        RetentionRun.objects.filter(at__lt=now - RUNS_KEPT).delete()
        RetentionRun.objects.create(
            at=now, started_by=started_by, counts=counts, total=sum(counts.values())
        )
    if not dry_run and any(counts.values()):
        logger.info("Retention deleted %s", {key: value for key, value in counts.items() if value})
    return counts


def _remove_registrations(state: Lifecycle, limit: datetime, *, dry_run: bool) -> int:
    expired = Registration.objects.filter(state=state, state_changed_at__lte=limit)
    if dry_run:
        return expired.count()
    removed = 0
    while batch := _remove_batch(expired):
        removed += batch
    return removed


@transaction.atomic
def _remove_batch(expired: QuerySet[Registration]) -> int:
    """Remove some of the expired registrations: no long transaction keeps registrants waiting."""
    # Locked, because somebody may be about to open one again.
    numbers = list(expired.select_for_update().values_list("pk", flat=True)[:BATCH_SIZE])
    delete_registrations(numbers)
    return len(numbers)
