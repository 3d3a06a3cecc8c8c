"""Who looked at whose data: read-only, for whoever has to check that."""

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column

from registration import permissions
from registration.desk.listing import FilteredListView
from registration.models import AccessLogEntry


class AccessLogFilterForm(forms.Form):
    """Whose data was looked at, or who looked."""

    registration = forms.IntegerField(
        label=_("Number of the registration"), min_value=1, required=False
    )
    user = forms.CharField(label=_("User name"), max_length=150, required=False)


class AccessLogPaginator(WagtailPaginator):
    """Counts entries: the name of the table is that of the whole log."""

    verbose_name_plural = _("access log entries")


def exact_time(entry: AccessLogEntry) -> str:
    """Return when somebody looked, in Dutch time: "an hour ago" is no evidence."""
    return date_format(timezone.localtime(entry.at), "SHORT_DATETIME_FORMAT")


class AccessLogView(FilteredListView):
    """The access log, newest first. It holds numbers of registrations and no personal data."""

    predicate = staticmethod(permissions.can_view_access_log)
    model = AccessLogEntry
    page_title = _("Access log")
    header_icon = "view"
    index_url_name = "registration_access_log"
    paginator_class = AccessLogPaginator
    filter_form_class = AccessLogFilterForm
    columns = [
        Column("at", label=_("When"), accessor=exact_time),
        Column("username", label=_("Who")),
        Column("action", label=_("What"), accessor="get_action_display"),
        Column(
            "registration_number",
            label=_("Registration"),
            accessor=lambda entry: f"#{entry.registration_number}",
        ),
    ]

    def get_queryset(self) -> QuerySet[AccessLogEntry]:
        """Return the entries that were asked for."""
        entries = AccessLogEntry.objects.order_by("-at", "-pk")
        if number := self.chosen.get("registration"):
            entries = entries.filter(registration_number=number)
        if username := self.chosen.get("user"):
            entries = entries.filter(username__iexact=username)
        return entries
