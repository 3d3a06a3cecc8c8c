"""Who looked at whose data: read-only, for whoever has to check that."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column

from registration.casework import permissions
from registration.desk.base.listing import FilteredListView
from registration.desk.reports.access_log_search import AccessLogFilterForm, search
from registration.models import AccessLogEntry


class AccessLogPaginator(WagtailPaginator):
    """Counts entries: the name of the table is that of the whole log."""

    verbose_name_plural = _("access log entries")


def exact_time(entry: AccessLogEntry) -> str:
    """Return when somebody looked, in Dutch time: "an hour ago" is no evidence."""
    return date_format(timezone.localtime(entry.at), "SHORT_DATETIME_FORMAT")


def action_in_words(entry: AccessLogEntry) -> str:
    """Return what was done, with the questions whose answers were corrected."""
    words = entry.get_action_display()
    return f"{words}: {', '.join(entry.fields)}" if entry.fields else words


class AccessLogView(FilteredListView):
    """The access log, newest first. It holds numbers of registrations and no personal data."""

    predicate = staticmethod(permissions.can_view_access_log)
    model = AccessLogEntry
    template_name = "registration/desk/listing/access_log.html"
    page_title = _("Access log")
    header_icon = "view"
    index_url_name = "registration_access_log"
    paginator_class = AccessLogPaginator
    filter_form_class = AccessLogFilterForm
    columns = [
        Column("at", label=_("When"), accessor=exact_time),
        Column("username", label=_("Who")),
        Column("action", label=_("What"), accessor=action_in_words),
        Column(
            "registration_number",
            label=_("Registration"),
            accessor=lambda entry: f"#{entry.registration_number}",
        ),
    ]

    def get_queryset(self) -> QuerySet[AccessLogEntry]:
        """Return the entries that were asked for."""
        return search(self.chosen)
