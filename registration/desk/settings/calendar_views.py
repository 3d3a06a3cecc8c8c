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
from registration.promise_clock.recalculation import CalendarChange, calendar_change


class MovesDeadlinesMixin:
    """Stores or deletes, moves open promises in the same step, and says what moved."""

    request: HttpRequest
    change: CalendarChange

    def save_instance(self) -> Any:
        """Store the row, and let open promises follow."""
        with calendar_change() as self.change:
            return super().save_instance()  # type: ignore[misc]  # of the view

    def delete_action(self) -> None:
        """Delete the row, and let open promises follow."""
        with calendar_change() as self.change:
            super().delete_action()  # type: ignore[misc]  # of the view

    def form_valid(self, form: Any) -> HttpResponse:
        """Store or delete, and say what moved; the coordinator goes to where it can be read.

        To the top of that screen, or nobody would see the message.
        """
        response = super().form_valid(form)  # type: ignore[misc]  # of the view
        said = _what_followed(self.change)
        if not said:
            messages.info(self.request, _("No promise changed."))
            return response
        if not can_coordinate(self.request.user):
            for words in said.values():
                messages.warning(self.request, words)
            return response
        for place, words in said.items():
            which = [messages.button(place, _("See which"))] if place else []
            messages.warning(self.request, words, buttons=which)
        return redirect("coming_days:index")


def _what_followed(change: CalendarChange) -> dict[str, str]:
    """Return what the change did, by where on the screen of the coming days it can be read."""
    moved, replanned = len(change.moves), len(change.replanned)
    agreed = len(change.appointments)
    said = {}
    if moved:
        said["#moved"] = ngettext(
            "%(count)s promise got a new deadline.",
            "%(count)s promises got a new deadline.",
            moved,
        ) % {"count": moved}
    if replanned:
        said[""] = ngettext(
            "%(count)s planned attempt was moved to another time.",
            "%(count)s planned attempts were moved to another time.",
            replanned,
        ) % {"count": replanned}
    if agreed:
        said["#appointments"] = ngettext(
            "%(count)s appointment is at a time when the desk is closed.",
            "%(count)s appointments are at a time when the desk is closed.",
            agreed,
        ) % {"count": agreed}
    return said


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
