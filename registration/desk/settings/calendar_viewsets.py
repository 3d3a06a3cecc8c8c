"""When the desk is open: hours by day of the week, and extra closed days."""

from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, DeleteView, EditView

from registration.casework.permissions import can_coordinate
from registration.desk.settings.editing import EditingViewSet, translated_panel
from registration.models import ClosedDay, OpeningHours, PromiseMove


class ShowsMovesMixin:
    """After a change that moved deadlines, shows the coordinator which."""

    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        """Save or delete, and go to the deadlines that moved if there are any."""
        last = PromiseMove.objects.aggregate(last=Max("pk", default=0))["last"]
        response = super().form_valid(form)  # type: ignore[misc]  # of the view
        moved = PromiseMove.objects.filter(pk__gt=last).count()
        if not moved or not can_coordinate(self.request.user):
            return response
        messages.warning(
            self.request,
            ngettext("%(count)s deadline moved.", "%(count)s deadlines moved.", moved)
            % {"count": moved},
        )
        return redirect(f"{reverse('coming_days:index')}#moved")


class MovingCreateView(ShowsMovesMixin, CreateView):
    """Adds a row of the calendar."""


class MovingEditView(ShowsMovesMixin, EditView):
    """Changes a row of the calendar."""


class MovingDeleteView(ShowsMovesMixin, DeleteView):
    """Deletes a row of the calendar."""


class CalendarViewSet(EditingViewSet):
    """Rows by which deadlines are computed."""

    add_view_class = MovingCreateView
    edit_view_class = MovingEditView
    delete_view_class = MovingDeleteView


class OpeningHoursViewSet(CalendarViewSet):
    """Opening hours; a day without a row is a closed day."""

    model = OpeningHours
    name = "opening_hours"
    icon = "time"
    list_display = [
        TitleColumn(
            "weekday",
            label=_("Day"),
            accessor="get_weekday_display",
            url_name="opening_hours:edit",
        ),
        Column("opens_at", label=_("Opens at")),
        Column("closes_at", label=_("Closes at")),
    ]
    panels = [
        FieldPanel("weekday"),
        FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
    ]


class ClosedDayViewSet(CalendarViewSet):
    """Closed days beside the public holidays, which are known already."""

    model = ClosedDay
    name = "closed_days"
    icon = "calendar"
    list_display = [
        TitleColumn("date", label=_("Date"), url_name="closed_days:edit"),
        Column("reason_nl", label=_("Reason")),
    ]
    panels = [FieldPanel("date"), translated_panel("reason", _("Reason"))]
