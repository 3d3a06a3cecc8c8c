"""The access log as a file, for whoever has to check it elsewhere."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from perspectief.spreadsheet_files import csv_lines
from perspectief.staff.reauthentication import ReauthenticatedMixin
from registration.casework import permissions
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.attachment import attachment
from registration.desk.reports.access_log_search import AccessLogFilterForm, search

BATCH_SIZE = 2000
HEADER = ("at", "user_name", "action", "registration_number", "questions")


class AccessLogFileView(DeskScreenMixin, ReauthenticatedMixin, View):
    """Sends the entries that were searched for, oldest last, as CSV."""

    predicate = staticmethod(permissions.can_view_access_log)
    http_method_names = ["post"]

    def address_to_return_to(self) -> str:
        """Return the access log."""
        return reverse("registration_access_log")

    def post(self, request: HttpRequest) -> Any:
        """Send the file; a filter that is not understood gives no entries too many or too few."""
        form = AccessLogFilterForm(request.POST)
        chosen = form.cleaned_data if form.is_valid() else None
        name = f"access-log-{timezone.localtime():%Y%m%d-%H%M%S}.csv"
        lines = csv_lines(HEADER, _rows(chosen) if chosen is not None else ())
        return attachment(lines, "text/csv; charset=utf-8", name)


def _rows(chosen: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    for entry in search(chosen).iterator(chunk_size=BATCH_SIZE):
        yield (
            timezone.localtime(entry.at).isoformat(timespec="seconds"),
            entry.username,
            entry.action,
            entry.registration_number,
            "; ".join(entry.fields),
        )
