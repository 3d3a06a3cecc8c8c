"""When the desk is open: hours by day of the week, and extra closed days."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column, TitleColumn

from registration.desk.settings.calendar_views import (
    CalendarCreateView,
    CalendarDeleteView,
    CalendarEditView,
)
from registration.desk.settings.editing import EditingViewSet, translated_panel
from registration.models import ClosedDay, OpeningHours
from registration.words.dates import date_in_words


class CalendarViewSet(EditingViewSet):
    """Rows by which deadlines are computed."""

    add_view_class = CalendarCreateView
    edit_view_class = CalendarEditView
    delete_view_class = CalendarDeleteView


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
        Column("opens_at", label=_("Opens at"), accessor=lambda row: f"{row.opens_at:%H:%M}"),
        Column("closes_at", label=_("Closes at"), accessor=lambda row: f"{row.closes_at:%H:%M}"),
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
        TitleColumn(
            "date",
            label=_("Date"),
            accessor=lambda row: date_in_words(row.date),
            url_name="closed_days:edit",
        ),
        Column("reason_nl", label=_("Reason")),
    ]
    panels = [FieldPanel("date"), translated_panel("reason", _("Reason"))]
