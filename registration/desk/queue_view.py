"""The list of callbacks: what is waiting, what is urgent, and how to contact people safely."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Table
from wagtail.admin.views.generic.base import BaseListingView

from registration import permissions
from registration.desk.access import DeskScreenMixin
from registration.desk.forms import FindByCodeForm
from registration.desk.queue_filter import PARTS, QueueFilterForm, filtered_queue
from registration.desk.queue_rows import rows_for
from registration.desk_calendar import current_calendar
from registration.models import Callback

ROWS_PER_PAGE = 25


class QueueColumn(BaseColumn):
    """A column whose cells are drawn by a template of their own."""

    def __init__(self, name: str, label: Any, classname: str | None = None) -> None:
        super().__init__(name, label=label, classname=classname)
        self.cell_template_name = f"registration/desk/queue/{name}_cell.html"


class QueueTable(Table):
    """The table of callbacks, which turns into cards where the window is narrow."""

    template_name = "registration/desk/queue/table.html"


class QueueView(DeskScreenMixin, BaseListingView):
    """Shows the open callbacks without any personal data."""

    predicate = staticmethod(permissions.can_see_queue)
    page_title = _("Callbacks")
    header_icon = "phone"
    template_name = "registration/desk/queue/index.html"
    results_template_name = "registration/desk/queue/results.html"
    index_url_name = "callbacks:index"
    paginate_by = ROWS_PER_PAGE
    table_class = QueueTable
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

    def get_queryset(self) -> QuerySet[Callback]:
        """Return the callbacks of the chosen part of the queue."""
        return filtered_queue(self.filter_form, user=self.request.user, now=timezone.now())

    def get_table(self, object_list: Any) -> Table:
        """Return the table of this page; only its rows are decrypted."""
        now = timezone.now()
        rows = rows_for(
            list(object_list), user=self.request.user, now=now, calendar=current_calendar(now)
        )
        return super().get_table(rows)

    def get_table_kwargs(self) -> dict[str, Any]:
        """Return what the table needs beside its rows."""
        return {**super().get_table_kwargs(), "caption": _("Open callbacks, most urgent first")}

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the context with the parts of the queue and the forms above the table."""
        index_url = reverse(self.index_url_name)
        chosen = {
            "language": self.filter_form.chosen_language,
            "source": self.filter_form.chosen_source,
        }
        suffix = "".join(f"&{name}={code}" for name, code in chosen.items() if code)
        context = super().get_context_data(*args, **kwargs)
        context["parts"] = [
            {
                "label": label,
                "url": f"{index_url}?show={code}{suffix}",
                "is_current": code == self.filter_form.part,
            }
            for code, label in PARTS
        ]
        context["filter_form"] = self.filter_form
        context["may_enter_paper"] = permissions.can_enter_paper(self.request.user)
        context["may_find"] = permissions.can_take_callbacks(self.request.user)
        context["find_form"] = FindByCodeForm()
        return context
