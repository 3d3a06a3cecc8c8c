"""Closing as unreachable whom nobody reached, some days after a message was left."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Max, Q, QuerySet

from registration.casework.ending import end_locked
from registration.casework.follow_up import had_contact, unanswered_calls
from registration.mail.shares import TRIED
from registration.models import AttemptPolicy, Callback, OutboundMail
from registration.models.callback import is_free
from registration.vocabulary.callbacks import CallbackState, TaskKind
from registration.vocabulary.lifecycle import Lifecycle


def close_unreachable(now: datetime) -> int:
    """Close the callbacks to people who were told that we tried, and from whom nothing came.

    Never one that somebody has, that the coordinator decides about, that is paused, that has a
    next attempt, or in which there was contact; nor if the person changed something since.

    Args:
        now: an aware moment.

    Returns:
        How many were closed.
    """
    policy = AttemptPolicy.load()
    if not policy.closes_unreachable:
        return 0
    limit = now - timedelta(days=policy.days_until_unreachable)
    silent = _silent_since(limit, now).annotate(last_made_at=Max("attempts__made_at"))
    numbers = list(silent.filter(last_made_at__lte=limit).values_list("pk", flat=True))
    return sum(_close(number, policy, limit, now) for number in numbers)


def _silent_since(limit: datetime, now: datetime) -> QuerySet[Callback]:
    unchanged = Q(registration__changed_by_person_at=None) | Q(
        registration__changed_by_person_at__lt=F("message_at")
    )
    return Callback.objects.filter(
        is_free(now),
        unchanged,
        state=CallbackState.OPEN,
        kind=TaskKind.CALL,
        message_at__lte=limit,
        next_attempt_at=None,
        reached_at=None,
        needs_coordinator=False,
        registration__state=Lifecycle.RECEIVED,
    )


@transaction.atomic
def _close(number: int, policy: AttemptPolicy, limit: datetime, now: datetime) -> bool:
    # Asked again on the locked row: somebody may have taken it or tried again meanwhile.
    callback = (
        _silent_since(limit, now)
        .select_for_update(of=("self",))
        .select_related("registration")
        .filter(pk=number)
        .first()
    )
    if callback is None or callback.attempts.filter(made_at__gt=limit).exists():
        return False
    if _mail_has_not_gone(callback):
        return False
    if had_contact(callback) or len(unanswered_calls(callback)) < policy.attempts:
        return False
    end_locked(callback, Lifecycle.UNREACHABLE, now)
    return True


def _mail_has_not_gone(callback: Callback) -> bool:
    return OutboundMail.objects.filter(
        registration=callback.registration_id, code__in=TRIED.codes, sent_at=None
    ).exists()
