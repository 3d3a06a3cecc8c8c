"""One click turns the figures of a year into a draft for the site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages

from perspectief.invisible import isolated
from perspectief.staff.requests import account_of
from registration.annual_figures.release import (
    FiguresDraft,
    NotReleasableError,
    release_figures,
)
from registration.annual_figures.totals import years_with_figures
from registration.casework import permissions
from registration.desk.base.access import DeskScreenMixin
from registration.desk.reports.year_form import FigureYear, YearForm


class FiguresReleaseView(DeskScreenMixin, View):
    """Releases the figures, says what came of it, and returns to them."""

    http_method_names = ["post"]
    predicate = staticmethod(permissions.can_release_figures)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Have the draft made; a fault in that is not hidden."""
        figures_screen = reverse("registration_figures")
        form = YearForm(request.POST, years=[FigureYear(year) for year in years_with_figures()])
        if not form.is_valid():
            messages.error(request, _("There are no figures for that year."))
            return redirect(figures_screen)
        year = form.cleaned_data["year"].year
        try:
            _tell(request, year, release_figures(year, account_of(request)))
        except NotReleasableError:
            messages.error(
                request,
                _("No draft was made: %(year)s is not over, or has too few figures.")
                % {"year": year},
            )
        return redirect(f"{figures_screen}?year={year}")


def _tell(request: HttpRequest, year: int, draft: FiguresDraft | None) -> None:
    if draft is None:
        messages.error(
            request,
            _("No draft was made of the figures for %(year)s: this site does not use them.")
            % {"year": year},
        )
        return
    words = {"title": isolated(draft.title), "place": isolated(draft.place)}
    buttons = [messages.button(draft.edit_url, _("Open"))] if draft.edit_url else []
    if draft.was_there:
        text = _("‘%(title)s’ already exists, below ‘%(place)s’. Nothing in it was changed.")
        messages.info(request, text % words, buttons=buttons)
    else:
        text = _(
            "The draft ‘%(title)s’ has been made, below ‘%(place)s’. Visitors will not see it "
            "until communications publishes it."
        )
        messages.success(request, text % words, buttons=buttons)
