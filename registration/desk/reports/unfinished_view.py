"""What is closed or paused and still waits for something: who, for what, and how long."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, assert_never, cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from registration.casework import permissions
from registration.casework.unfinished import Unfinished, Waiting, count_unfinished, unfinished
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.titled_screen import TitledScreen
from registration.models import Callback
from registration.vocabulary.callbacks import CallbackAddress

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
    return [
        UnfinishedRow(
            number=row["pk"],
            address=newest.get(row["pk"]),
            reason=Unfinished(row["unfinished"]),
            since=row["unfinished_since"],
            days=_days_since(row["unfinished_since"], now),
            mediator=row["hand_over__mediator__name"] or "",
            is_demo=row["is_demo"],
        )
        for row in found
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
            "rows": rows_of(cast(QuerySet[Any], page.object_list), now),
            "next_steps": [(reason.label, next_step(reason)) for reason in reasons],
            "may_export": permissions.can_export_cases(self.request.user),
            "may_see_mail": permissions.can_view_outgoing_mail(self.request.user),
        }


def _days_since(moment: datetime, now: datetime) -> int:
    return (timezone.localdate(now) - timezone.localdate(moment)).days
