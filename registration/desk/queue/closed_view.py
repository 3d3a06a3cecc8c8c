"""What was closed lately, with a button to open it again; nothing personal."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Table

from perspectief.staff.requests import account_of
from registration.casework import permissions
from registration.casework.closed import closed_after, time_to_reopen
from registration.casework.seen import Part, stamp_of
from registration.desk.base.addresses import CLOSED
from registration.desk.base.listing import CardTable, FilteredListView, TemplateColumn
from registration.models import Callback
from registration.words import option_labels

MINE = "mine"


class ClosedFilterForm(forms.Form):
    """Whose work to show."""

    by = forms.ChoiceField(
        label=_("Closed by"),
        choices=[("", _("Everybody")), (MINE, _("Me"))],
        required=False,
    )


@dataclass(frozen=True)
class ClosedRow:
    """A callback that was closed, its outcome in words, and until when the user may open it."""

    callback: Callback
    outcome: str
    reopens_until: datetime | None

    @property
    def seen(self) -> str:
        """What the form of this row carries."""
        return stamp_of(self.callback.registration, self.callback, (Part.STATE,))


class ClosedColumn(TemplateColumn):
    """A column of the list, drawn by the template that has its name."""

    def __init__(self, name: str, label: Any, classname: str | None = None) -> None:
        template = f"registration/desk/closed/{name}_cell.html"
        super().__init__(name, template, label=label, classname=classname)


class ClosedView(FilteredListView):
    """The closed callbacks that can still be opened again by somebody, the last one first."""

    predicate = staticmethod(permissions.can_see_queue)
    model = Callback
    page_title = _("Recently closed")
    header_icon = "history"
    index_url_name = CLOSED
    filter_form_class = ClosedFilterForm
    table_class = CardTable
    columns = [
        ClosedColumn("callback", _("Callback"), classname="title"),
        ClosedColumn("ended", _("Outcome")),
        ClosedColumn("reopen", _("Open it again")),
    ]

    @cached_property
    def time_to_reopen(self) -> timedelta:
        """For how long what was closed can be opened again."""
        return time_to_reopen()

    @cached_property
    def closed_after(self) -> datetime:
        """The moment since which what was closed can be opened again."""
        return timezone.now() - self.time_to_reopen

    def get_queryset(self) -> QuerySet[Callback]:
        """Return what was closed since then."""
        found = closed_after(self.closed_after)
        if self.chosen.get("by") == MINE:
            found = found.filter(claimed_by=account_of(self.request))
        return found

    def get_table(self, object_list: Any) -> Table:
        """Return the table of this page."""
        outcomes = dict(option_labels.choices("state"))
        rows = [
            ClosedRow(
                callback, outcomes[callback.registration.state], self._reopens_until(callback)
            )
            for callback in object_list
        ]
        return super().get_table(rows)

    def get_table_kwargs(self) -> dict[str, Any]:
        """Return what the table needs beside its rows."""
        return {**super().get_table_kwargs(), "caption": _("Closed callbacks, the last one first")}

    def _reopens_until(self, callback: Callback) -> datetime | None:
        may = permissions.can_undo_closing(self.request.user, callback, self.closed_after)
        if not may or callback.finished_at is None:
            return None
        return callback.finished_at + self.time_to_reopen
