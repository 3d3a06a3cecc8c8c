"""Finding a callback by whatever somebody mentions, or a mail, sheet or screen says."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from perspectief.staff.requests import account_of
from registration.casework import access_log, permissions
from registration.casework.finding import find_registrations
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.addresses import DETAILS
from registration.desk.base.find_form import FindForm
from registration.desk.base.titled_screen import TitledScreen
from registration.models import Callback, Registration
from registration.vocabulary.access import AccessAction
from registration.words import option_labels


@dataclass(frozen=True)
class FoundRow:
    """A registration that was found; nothing personal."""

    registration: Registration
    state: str
    callback_id: int | None


class FindView(DeskScreenMixin, TitledScreen):
    """Finds registrations, open and closed; what was typed stays out of addresses and logs."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["get", "post"]
    template_name = "registration/desk/queue/find.html"
    header_icon = "search"

    def get_page_title(self) -> str:
        """Return the title of the screen."""
        return _("Find a callback")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; the form and what was found may be given."""
        context = super().get_context_data(**kwargs)
        context.setdefault("form", FindForm())
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go to the callback, or list what was found; each that was found is logged."""
        form = FindForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(
                self.get_context_data(form=form), status=HTTPStatus.UNPROCESSABLE_ENTITY
            )
        found = find_registrations(form.cleaned_data["typed"])
        access_log.record([row.pk for row in found], account_of(request), AccessAction.SEARCHED)
        rows = rows_of(found)
        if len(rows) == 1 and rows[0].callback_id:
            return redirect(DETAILS, rows[0].callback_id)
        # A new form: what was typed need not stand on the screen any longer.
        return self.render_to_response(self.get_context_data(found=rows, searched=True))


def rows_of(found: Sequence[Registration]) -> list[FoundRow]:
    """Return the rows of what was found, each with its newest callback; takes two queries."""
    callbacks = Callback.objects.filter(registration__in=[row.pk for row in found])
    newest = dict(callbacks.values_list("registration").annotate(Max("pk")))
    labels = dict(option_labels.choices("state"))
    return [FoundRow(row, labels[row.state], newest.get(row.pk)) for row in found]
