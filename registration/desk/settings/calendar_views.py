"""Storing what deadlines are computed by moves open promises, and each screen says how many."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.generic import CreateView, DeleteView, EditView
from wagtail.contrib.settings.views import EditView as SettingEditView

from registration.casework.permissions import can_coordinate
from registration.models import PromiseMove
from registration.promise_clock.recalculation import calendar_change


class MovesDeadlinesMixin:
    """Stores or deletes, moves open promises in the same step, and says what moved."""

    request: HttpRequest
    moves: list[PromiseMove]

    def save_instance(self) -> Any:
        """Store the row, and let open promises follow."""
        with calendar_change() as self.moves:
            return super().save_instance()  # type: ignore[misc]  # of the view

    def delete_action(self) -> None:
        """Delete the row, and let open promises follow."""
        with calendar_change() as self.moves:
            super().delete_action()  # type: ignore[misc]  # of the view

    def form_valid(self, form: Any) -> HttpResponse:
        """Store or delete, and say what moved; the coordinator goes to where it can be read.

        To the top of that screen, or nobody would see the message.
        """
        response = super().form_valid(form)  # type: ignore[misc]  # of the view
        if not self.moves:
            messages.info(self.request, _("No promise changed."))
            return response
        words = ngettext(
            "%(count)s promise got a new deadline.",
            "%(count)s promises got a new deadline.",
            len(self.moves),
        )
        said = words % {"count": len(self.moves)}
        if not can_coordinate(self.request.user):
            messages.warning(self.request, said)
            return response
        which = messages.button("#moved", _("See which"))
        messages.warning(self.request, said, buttons=[which])
        return redirect("coming_days:index")


class CalendarCreateView(MovesDeadlinesMixin, CreateView):
    """Adds a row of the calendar."""


class CalendarEditView(MovesDeadlinesMixin, EditView):
    """Changes a row of the calendar."""


class CalendarDeleteView(MovesDeadlinesMixin, DeleteView):
    """Deletes a row of the calendar."""


class PromiseSettingsView(MovesDeadlinesMixin, SettingEditView):
    """Changes the numbers of the promise, in the place of Wagtail's own screen for settings."""

    def run_before_hook(self) -> None:
        """Ask nobody again: it is the hook of that screen that shows this one."""
