"""A screen that finds registrations by whatever somebody mentions; each that is found is logged."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

from perspectief.staff.requests import account_of
from registration.casework import access_log
from registration.casework.finding import find_registrations
from registration.desk.base.find_form import FindForm
from registration.desk.base.titled_screen import TitledScreen
from registration.models import Registration
from registration.vocabulary.access import AccessAction


class FindScreen(TitledScreen):
    """Finds registrations, open and closed; what was typed stays out of addresses and logs."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; the form and what was found may be given."""
        context = super().get_context_data(**kwargs)
        context.setdefault("form", FindForm())
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Look for it, and show what was found."""
        form = FindForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(
                self.get_context_data(form=form), status=HTTPStatus.UNPROCESSABLE_ENTITY
            )
        found = find_registrations(form.cleaned_data["typed"])
        access_log.record([row.pk for row in found], account_of(request), AccessAction.SEARCHED)
        return self.show(self.rows_of(found))

    def show(self, rows: Sequence[Any]) -> HttpResponse:
        """List what was found, by a new form: what was typed need not stay on the screen."""
        return self.render_to_response(self.get_context_data(found=rows, searched=True))

    def rows_of(self, found: Sequence[Registration]) -> Sequence[Any]:
        """Return what the template shows of each registration."""
        raise NotImplementedError
