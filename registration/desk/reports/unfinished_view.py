"""What is closed, paused or taken back and still waits: who, for what, and how long."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any, assert_never, cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages

from perspectief.staff.requests import account_of
from registration.casework import permissions
from registration.casework.informed import note_told, to_be_told_of
from registration.casework.unfinished import (
    Unfinished,
    Waiting,
    count_unfinished,
    erased_and_not_told,
    unfinished,
)
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.titled_screen import TitledScreen
from registration.models import Callback, Informed
from registration.vocabulary.callbacks import CallbackAddress
from registration.words.informed import name_of_informed, names_of_informed

PAGE_SIZE = 50


@dataclass(frozen=True)
class UnfinishedRow:
    """One registration that is not finished; nothing personal."""

    number: int
    address: CallbackAddress | None
    reason: Unfinished
    since: datetime
    days: int
    mediator: str
    is_demo: bool


@dataclass(frozen=True, kw_only=True)
class ErasedRow:
    """Who has to hear that a person had everything deleted; a number is all that is left."""

    pk: int
    number: int
    who: str
    is_case_system: bool
    since: datetime
    days: int
    is_demo: bool


@dataclass(frozen=True)
class ReasonCount:
    """How many wait for a reason, and how many days the one that waits longest."""

    reason: Unfinished
    number: int
    longest_days: int


def rows_of(registrations: QuerySet[Any], now: datetime) -> list[UnfinishedRow]:
    """Return the rows of a list.

    Args:
        registrations: of `unfinished`.
        now: an aware moment.
    """
    found = registrations.values(
        "pk", "unfinished", "unfinished_since", "hand_over__mediator__name", "is_demo"
    )
    newest = Callback.objects.newest_addresses([row["pk"] for row in found])
    # Not whose they are now, but who had them before.
    holders: dict[int, list[Informed]] = defaultdict(list)
    for each in to_be_told_of([row["pk"] for row in found]):
        holders[each.registration_number].append(each)
    return [
        UnfinishedRow(
            number=row["pk"],
            address=newest.get(row["pk"]),
            reason=Unfinished(row["unfinished"]),
            since=row["unfinished_since"],
            days=_days_since(row["unfinished_since"], now),
            mediator=(
                names_of_informed(holders[row["pk"]])
                if row["unfinished"] == Unfinished.SHEET_OUT
                else row["hand_over__mediator__name"] or ""
            ),
            is_demo=row["is_demo"],
        )
        for row in found
    ]


def erased_rows(now: datetime) -> list[ErasedRow]:
    """Return who has to be told of what was deleted, the longest first.

    Args:
        now: an aware moment.
    """
    return [
        ErasedRow(
            pk=row.pk,
            number=row.registration_number,
            who=name_of_informed(row),
            is_case_system=row.mediator is None,
            since=row.erased_at,
            days=_days_since(row.erased_at, now),
            is_demo=row.is_demo,
        )
        for row in erased_and_not_told()
        if row.erased_at is not None
    ]


def reason_counts(now: datetime) -> list[ReasonCount]:
    """Return what waits for each reason, in the order of the list.

    Args:
        now: an aware moment.
    """
    found = count_unfinished()
    return [
        ReasonCount(reason, waiting.number, _days_since(waiting.since, now))
        for reason in Unfinished.listed()
        for waiting in [found.get(reason, Waiting(0, now))]
    ]


def next_step(reason: Unfinished) -> str:
    """Return what the desk can do about a reason."""
    match reason:
        case Unfinished.SHEET_OUT:
            return _(
                "A mediator has the handover sheet, or is named in the case system, but no longer "
                "has this person. So they may still call. Tell the mediator. Then open it and "
                "record that they know."
            )
        case Unfinished.QUEUE:
            return _("Take it from the queue.")
        case Unfinished.END_NOT_TOLD:
            return _(
                "The case system still has this person, so a mediator may call. Tell both of them "
                "how things stand. Then open it and record that they know."
            )
        case Unfinished.NO_MEDIATOR:
            return _("Open it and choose a mediator. Nothing is deleted before that.")
        case Unfinished.NOT_EXPORTED:
            return _("The coordinator makes the file, under Case system export.")
        case Unfinished.PAUSED:
            return _(
                "Do nothing, unless the person tells you to go on. Then open it and record that."
            )
        case Unfinished.ASTRAY:
            return _("This should not happen. Open it and put it back in the queue.")
        case Unfinished.MAIL:
            return _("It is under Outgoing mail: send it again, or say that it is not needed.")
        case _:
            assert_never(reason)


class UnfinishedView(DeskScreenMixin, TitledScreen):
    """Numbers and how long they wait; nothing personal, so the whole desk may see it."""

    predicate = staticmethod(permissions.can_see_queue)
    http_method_names = ["get"]
    template_name = "registration/desk/unfinished/index.html"
    page_title = gettext_lazy("Not finished yet")
    header_icon = "list-ul"

    @cached_property
    def reason(self) -> Unfinished | None:
        """The reason that was asked for; None for all of them."""
        chosen = self.request.GET.get("show", "")
        return next((reason for reason in Unfinished.listed() if reason == chosen), None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context."""
        now = timezone.now()
        reasons = [self.reason] if self.reason else Unfinished.listed()
        found = Paginator(unfinished(*reasons), PAGE_SIZE)
        page = found.get_page(self.request.GET.get("p"))
        counts = reason_counts(now)
        return {
            **super().get_context_data(**kwargs),
            "reason": self.reason,
            "counts": counts,
            "total": sum(count.number for count in counts),
            "page": page,
            "erased": erased_rows(now) if self.reason in {None, Unfinished.SHEET_OUT} else [],
            "may_tell": permissions.can_take_callbacks(self.request.user),
            "rows": rows_of(cast(QuerySet[Any], page.object_list), now),
            "next_steps": [(reason.label, next_step(reason)) for reason in reasons],
            "may_export": permissions.can_export_cases(self.request.user),
            "may_see_mail": permissions.can_view_outgoing_mail(self.request.user),
        }


class ErasedToldView(DeskScreenMixin, View):
    """Records that somebody outside the desk knows that everything about a person was deleted."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Record it, and show the list again."""
        waiting = erased_and_not_told().filter(pk=pk).exists()
        if waiting and note_told(pk, account_of(request), timezone.now()):
            messages.success(request, _("Recorded. Nothing is left of this registration."))
        else:
            messages.warning(request, _("A colleague has already recorded this."))
        return redirect("registration_unfinished")


def _days_since(moment: datetime, now: datetime) -> int:
    return (timezone.localdate(now) - timezone.localdate(moment)).days
