"""The list of callbacks: what is waiting, what is urgent, and how to contact people safely."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Table
from wagtail.admin.views.generic.base import BaseListingView

from perspectief.staff.requests import account_of
from registration.casework import permissions
from registration.casework.desk_calendar import current_calendar
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.find_form import FindForm
from registration.desk.base.listing import CardTable, TemplateColumn
from registration.desk.queue.filters import QueueFilterForm, filtered_queue, ordered_part
from registration.desk.queue.open_answers import OpenAnswers, PartCount
from registration.desk.queue.rows import rows_for
from registration.desk.queue.sections import QueuePart, Viewpoint, count_parts
from registration.models import Callback
from registration.rules.deadlines import DeskCalendar

ROWS_PER_PAGE = 25


class QueueColumn(TemplateColumn):
    """A column of the queue, drawn by the template that has its name."""

    def __init__(self, name: str, label: Any, classname: str | None = None) -> None:
        template = f"registration/desk/queue/{name}_cell.html"
        super().__init__(name, template, label=label, classname=classname)


class QueueView(DeskScreenMixin, BaseListingView):
    """Shows the open callbacks without any personal data.

    With `results_only` it gives the list alone, with which a script keeps the page up to date.
    """

    predicate = staticmethod(permissions.can_see_queue)
    page_title = _("Callbacks")
    header_icon = "phone"
    template_name = "registration/desk/queue/index.html"
    results_template_name = "registration/desk/queue/results.html"
    index_url_name = "callbacks:index"
    index_results_url_name = "callbacks:results"
    paginate_by = ROWS_PER_PAGE
    table_class = CardTable
    columns = [
        QueueColumn("callback", _("Callback"), classname="title"),
        QueueColumn("promise", _("Promised before")),
        QueueColumn("moment", _("When to call")),
        QueueColumn("contact", _("Safe contact")),
        QueueColumn("taken", _("Taken by")),
    ]

    @cached_property
    def filter_form(self) -> QueueFilterForm:
        """What the user asked to see."""
        return QueueFilterForm(self.request.GET)

    @cached_property
    def viewpoint(self) -> Viewpoint:
        """Who looks, and when: one moment for the whole page."""
        now = timezone.now()
        return Viewpoint(account_of(self.request), now, OpenAnswers(now, self.calendar))

    @cached_property
    def calendar(self) -> DeskCalendar:
        """The opening hours."""
        return current_calendar(timezone.now())

    @cached_property
    def filtered(self) -> QuerySet[Callback]:
        """The open callbacks that the filters leave, in all parts."""
        return filtered_queue(self.filter_form, self.viewpoint)

    def get_queryset(self) -> QuerySet[Callback]:
        """Return the callbacks of the chosen part of the queue."""
        return ordered_part(self.filtered, self.filter_form.part, self.viewpoint)

    def get_table(self, object_list: Any) -> Table:
        """Return the table of this page; only its rows are read in full."""
        rows = rows_for(
            list(object_list),
            user=account_of(self.request),
            now=self.viewpoint.now,
            calendar=self.calendar,
        )
        return super().get_table(rows)

    def get_table_kwargs(self) -> dict[str, Any]:
        """Return what the table needs beside its rows."""
        return {**super().get_table_kwargs(), "caption": _("Open callbacks, most urgent first")}

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the context with the parts of the queue and the forms above the table."""
        context = super().get_context_data(*args, **kwargs)
        index_url = reverse(self.index_url_name)
        form = self.filter_form
        counts = {
            **count_parts(self.filtered, self.viewpoint),
            form.part: PartCount(context["paginator"].count),  # everybody in it is listed
        }
        context["parts"] = [
            {
                "code": part.value,
                "label": part.label,
                "count": counts[part],
                "url": index_url + form.address_of(part),
                "is_current": part == form.part,
            }
            for part in QueuePart
        ]
        context["without_filters_url"] = (
            f"{index_url}?show={form.part.value}" if form.filters else ""
        )
        context["everything_url"] = index_url if form.part != QueuePart.ALL else ""
        context["updated_at"] = self.viewpoint.now
        context["filter_form"] = form
        context["may_enter_paper"] = permissions.can_enter_paper(self.request.user)
        context["may_find"] = permissions.can_take_callbacks(self.request.user)
        context["find_form"] = FindForm()
        return context
