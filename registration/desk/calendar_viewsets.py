"""When the desk is open: hours by day of the week, and extra closed days."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column, TitleColumn

from registration.desk.editing import EditingViewSet, translated_panel
from registration.models import Closure, OpeningHours


class OpeningHoursViewSet(EditingViewSet):
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


class ClosureViewSet(EditingViewSet):
    """Closed days beside the public holidays, which are known already."""

    model = Closure
    name = "closures"
    icon = "calendar"
    list_display = [
        TitleColumn("date", label=_("Date"), url_name="closures:edit"),
        Column("reason_nl", label=_("Reason")),
    ]
    panels = [FieldPanel("date"), translated_panel("reason", _("Reason"))]
