"""What somebody still has to do something with, whatever its state: one list of reasons.

Screens list registrations by it and retention keeps off them by it, so that nothing can be out of
sight and erased too. Several reasons may hold; the first one in the order of `Unfinished` counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, assert_never

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    Min,
    Q,
    QuerySet,
    TextChoices,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _

from registration.casework.informed import to_be_told
from registration.models import Callback, Informed, OutboundMail, Registration
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle


class Unfinished(TextChoices):
    """Why a registration is not finished."""

    SHEET_OUT = "sheet_out", _("Tell the mediator who may still call")
    END_NOT_TOLD = "end_not_told", _("Tell the mediator and the case system")
    QUEUE = "queue", _("In the queue")
    NO_MEDIATOR = "no_mediator", _("No mediator yet")
    NOT_EXPORTED = "not_exported", _("Not in the case system yet")
    PAUSED = "paused", _("Paused by the person")
    ASTRAY = "astray", _("Open, but not in the queue")
    MAIL = "mail", _("E-mail to the person was not sent")

    @classmethod
    def listed(cls) -> tuple["Unfinished", ...]:
        """Return those that have no other list: the queue is one."""
        return tuple(reason for reason in cls if reason != cls.QUEUE)


# What may be left in any state; the rest belongs to states.
ANYWHERE = frozenset(
    {Unfinished.SHEET_OUT, Unfinished.QUEUE, Unfinished.END_NOT_TOLD, Unfinished.MAIL}
)
# In these the desk itself calls, or writes.
AT_THE_DESK = frozenset({Lifecycle.RECEIVED, Lifecycle.SPOKEN})


@dataclass(frozen=True)
class Waiting:
    """How many registrations wait for one reason, and since when the one that waits longest."""

    number: int
    since: datetime


def left_in(state: Lifecycle) -> tuple[Unfinished, ...]:
    """Return what may be left to do in a state, apart from what may be left in any.

    A new state has to be decided about here, and in `background.retention`.
    """
    match state:
        case Lifecycle.RECEIVED | Lifecycle.SPOKEN:
            return (Unfinished.ASTRAY,)
        case Lifecycle.PAUSED:
            return (Unfinished.PAUSED,)
        case Lifecycle.ALLOCATED:
            return (Unfinished.NO_MEDIATOR, Unfinished.NOT_EXPORTED)
        case (
            Lifecycle.CRIMINAL_CASE_FIRST
            | Lifecycle.DATA_NOT_OBTAINED
            | Lifecycle.OTHER_SERVICE
            | Lifecycle.CONTRA_INDICATION
            | Lifecycle.WITHDRAWN
            | Lifecycle.UNREACHABLE
            | Lifecycle.MISTAKE
            | Lifecycle.ANSWERED
        ):
            return ()
        case _:
            assert_never(state)


def with_unfinished(rows: QuerySet[Registration]) -> QuerySet[Any]:
    """Annotate registrations with `unfinished`, the reason or "", and `unfinished_since`."""
    is_being_exported = Q(state=Lifecycle.ALLOCATED, hand_over__mediator__isnull=False)
    return rows.annotate(
        unfinished=Case(
            *(When(_condition_of(reason), then=Value(reason.value)) for reason in Unfinished),
            default=Value(""),
            output_field=CharField(),
        ),
        unfinished_since=Case(
            When(is_being_exported, then=F("hand_over__at")), default=F("state_changed_at")
        ),
    )


def unfinished(*reasons: Unfinished) -> QuerySet[Any]:
    """Return the registrations that are not finished for one of these reasons, the oldest first.

    Without their answers.
    """
    # By state first, which has an index: hardly anything of what is closed is looked at.
    may_be = Q(state__in=[state for state in Lifecycle if {*reasons} & {*left_in(state)}])
    for reason in ANYWHERE.intersection(reasons):
        may_be |= _condition_of(reason)
    rows = Registration.objects.filter(may_be)
    found = with_unfinished(rows).filter(unfinished__in=[reason.value for reason in reasons])
    return found.order_by("unfinished_since", "pk")


def count_unfinished() -> Mapping[Unfinished, Waiting]:
    """Return what waits for each reason that has no other list; what waits for none is left out."""
    rows = unfinished(*Unfinished.listed()).order_by().values("unfinished")
    found = {
        Unfinished(row["unfinished"]): Waiting(row["number"], row["since"])
        for row in rows.annotate(number=Count("pk"), since=Min("unfinished_since"))
    }
    erased = erased_and_not_told().aggregate(number=Count("pk"), since=Min("erased_at"))
    if erased["number"]:
        there = found.get(Unfinished.SHEET_OUT, Waiting(0, erased["since"]))
        found[Unfinished.SHEET_OUT] = Waiting(
            there.number + erased["number"], min(there.since, erased["since"])
        )
    return found


def erased_and_not_told() -> QuerySet[Informed]:
    """Return who has to be told of what a person had deleted, the oldest first."""
    return to_be_told().filter(erased_at__isnull=False).order_by("erased_at", "pk")


def _condition_of(reason: Unfinished) -> Q:
    states = [state for state in Lifecycle if reason in left_in(state)]
    match reason:
        case Unfinished.SHEET_OUT:
            return Q(pk__in=to_be_told().values("registration_number"))
        case Unfinished.QUEUE:
            waiting = Callback.objects.filter(state=CallbackState.OPEN)
            return Q(pk__in=waiting.values("registration"))
        case Unfinished.END_NOT_TOLD:
            is_known = Q(hand_over__first_exported_at__isnull=False)
            # Each end is told anew; that the desk has somebody back, once for each allocation.
            is_end_told = Q(hand_over__end_told_at__gte=F("state_changed_at"))
            is_told = Q(hand_over__end_told_at__gte=F("hand_over__at"))
            is_over = ~Q(state__in={Lifecycle.ALLOCATED, *AT_THE_DESK})
            is_back = Q(state__in=AT_THE_DESK)
            return is_known & (is_over & ~is_end_told | is_back & ~is_told)
        case Unfinished.NO_MEDIATOR:
            return Q(state__in=states, hand_over__mediator=None)
        case Unfinished.NOT_EXPORTED:
            return Q(state__in=states, hand_over__exported_at=None)
        case Unfinished.PAUSED | Unfinished.ASTRAY:
            return Q(state__in=states)
        case Unfinished.MAIL:
            # What goes to the desk itself is about what other lists show.
            unsent = OutboundMail.objects.filter(sent_at=None).exclude(recipient_hash="")
            return Q(pk__in=unsent.values("registration"))
        case _:
            assert_never(reason)
