"""Settling promises: each ends once, and what remains is a count per day that is about nobody.

A promise is kept if the first attempt came no later than the moment that the person was told. It
lapses if the person withdrew or paused, had everything deleted, or registered by mistake before
then. Anything else is broken, also a registration that was closed without any attempt on record.
What nobody promised to the person whom it is about is settled too, and is in no figure.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from perspectief.fault_isolation import contain_fault
from registration.casework.erasure import before_deletion
from registration.models import Callback
from registration.promise_clock.hit_rate import promise_days
from registration.promise_clock.reasons import count_unexplained
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.callbacks import CallbackState, TaskKind
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.promises import PromiseOutcome

BATCH_SIZE = 500
LAPSING = (Lifecycle.WITHDRAWN, Lifecycle.MISTAKE)
# "We get in touch with you within three days" is promised to who asked for it. The client of a
# referral who did not ask to be called was promised nothing; the professional gets an answer.
PROMISED_TO_PEOPLE = frozenset(TaskKind) - {TaskKind.REFERRAL}


def settle_promises(now: datetime) -> int:
    """Settle the promises that are decided; return how many.

    Examples count among examples. Several workers may do this at once.

    Args:
        now: an aware datetime.
    """
    numbers = _decided(_unsettled(), now).order_by("pk").values_list("pk", flat=True)
    settled = 0
    for number in list(numbers[:BATCH_SIZE]):
        with contain_fault("settling a promise"), transaction.atomic():
            settled += _settle(Callback.objects.filter(pk=number), now, is_leaving=False)
    return settled


@transaction.atomic
def settle_before_deletion(numbers: Collection[int], now: datetime, **kwargs: Any) -> int:
    """Settle the promises of registrations that are about to be deleted; return how many.

    Nothing is decrypted: a key that was lost must not keep data alive.

    Args:
        numbers: primary keys of the registrations.
        now: an aware datetime.
    """
    settled = _settle(Callback.objects.filter(registration__in=numbers), now, is_leaving=True)
    count_unexplained(numbers)
    return settled


def connect() -> None:
    """Settle what is about to be deleted, whoever deletes it."""
    before_deletion.connect(settle_before_deletion, dispatch_uid="registration.settlement")


def outcome_of(
    callback: Callback, now: datetime, *, is_leaving: bool = False
) -> PromiseOutcome | None:
    """Return how a promise ended, or None while that is not decided.

    Args:
        callback: with its registration.
        now: an aware datetime.
        is_leaving: whether it is about to be deleted: then it lapses if nothing else is decided.
    """
    promised, is_past = callback.promised_before, callback.promised_before < now
    if callback.state == CallbackState.OPEN and not is_past and not is_leaving:
        return None  # also after an attempt: somebody may yet be reached in time
    if callback.first_attempt_at is not None and callback.first_attempt_at <= promised:
        return PromiseOutcome.MET
    lapsed = callback.state == CallbackState.CANCELLED or callback.registration.state in LAPSING
    if lapsed and callback.finished_at is not None and callback.finished_at <= promised:
        return PromiseOutcome.VOID
    if is_past:
        return PromiseOutcome.BROKEN
    return PromiseOutcome.VOID if is_leaving else None


def _unsettled() -> QuerySet[Callback]:
    return Callback.objects.filter(settled_as="")


def _decided(callbacks: QuerySet[Callback], now: datetime) -> QuerySet[Callback]:
    is_done = Q(state=CallbackState.DONE)
    return callbacks.annotate(promised=Coalesce("told_due_at", "due_at")).filter(
        Q(promised__lt=now)
        | Q(state=CallbackState.CANCELLED)
        | (is_done & Q(first_attempt_at__isnull=False))
        | (is_done & Q(registration__state__in=LAPSING))
    )


def _settle(callbacks: QuerySet[Callback], now: datetime, *, is_leaving: bool) -> int:
    # Locked: an attempt that is being recorded counts, and of two workers one finds it unsettled.
    rows = (
        callbacks.filter(settled_as="")
        .select_for_update(of=("self",))
        .select_related("registration")
        # No answers: settling needs none.
        .only(
            "kind",
            "state",
            "due_at",
            "told_due_at",
            "first_attempt_at",
            "reached_at",
            "finished_at",
            "registration__state",
            "registration__source",
            "registration__is_demo",
        )
        .order_by("pk")
    )
    settled = 0
    for callback in rows:
        outcome = outcome_of(callback, now, is_leaving=is_leaving)
        if outcome is None:
            continue
        Callback.objects.filter(pk=callback.pk).update(settled_as=outcome)
        if callback.kind in PROMISED_TO_PEOPLE:
            _count(callback, outcome)
        settled += 1
    return settled


def _count(callback: Callback, outcome: PromiseOutcome) -> None:
    promised = callback.promised_before
    is_met, is_void = outcome == PromiseOutcome.MET, outcome == PromiseOutcome.VOID
    days = promise_days(is_example=callback.registration.is_demo)
    row, _created = days.get_or_create(
        day=promised.astimezone(DESK_TIME_ZONE).date(),
        is_question=callback.registration.source == Source.QUESTION,
    )
    reached = callback.reached_at is not None and callback.reached_at <= promised
    days.filter(pk=row.pk).update(
        promised=F("promised") + 1,
        met=F("met") + int(is_met),
        reached_in_time=F("reached_in_time") + int(is_met and reached),
        void=F("void") + int(is_void),
    )
