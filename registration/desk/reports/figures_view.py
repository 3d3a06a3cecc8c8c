"""The figures of a year, for the annual report: tables with bars, and a file with all of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View

from registration.annual_figures.csv_file import as_csv
from registration.annual_figures.release import is_over, releasable_from
from registration.annual_figures.report import Report, build_report
from registration.annual_figures.totals import years_with_figures
from registration.casework import permissions
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.titled_screen import TitledScreen
from registration.desk.reports.figure_bars import table_with_bars
from registration.desk.reports.year_form import FigureYear, YearForm
from registration.promise_clock.hit_rate import rates_of_year


class YearMixin(DeskScreenMixin):
    """Knows the year that was asked for, or else the newest."""

    predicate = staticmethod(permissions.can_view_figures)

    @cached_property
    def years(self) -> list[FigureYear]:
        """The years that have figures, the newest first; those of examples after them."""
        return [
            FigureYear(year, is_example)
            for is_example in (False, True)
            for year in years_with_figures(is_example=is_example)
        ]

    @cached_property
    def chosen(self) -> FigureYear | None:
        """The year that was asked for; None if nothing was counted yet."""
        if not self.years:
            return None
        form = YearForm(self.request.GET, years=self.years)
        return form.cleaned_data["year"] if form.is_valid() else self.years[0]

    @cached_property
    def report(self) -> Report | None:
        """The report of the year; None if nothing was counted yet."""
        if self.chosen is None:
            return None
        return build_report(self.chosen.year, is_example=self.chosen.is_example)


class FiguresView(YearMixin, TitledScreen):
    """The figures on screen."""

    template_name = "registration/desk/figures/index.html"
    page_title = _("Figures for a year")
    header_icon = "table"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the tables with their bars, and the form to choose a year."""
        context = super().get_context_data(**kwargs)
        if self.report is None or self.chosen is None:
            return context
        is_example = self.report.is_example
        return context | {
            "report": self.report,
            "year_before": self.report.year - 1,
            "promises": rates_of_year(self.report.year, is_example=is_example),
            "tables": [table_with_bars(table) for table in self.report.tables],
            "chosen": self.chosen,
            "may_release": not is_example and permissions.can_release_figures(self.request.user),
            "is_over": is_over(self.report.year),
            "releasable_from": releasable_from(self.report.year),
            "year_form": YearForm(initial={"year": self.chosen.code}, years=self.years),
        }


class FiguresCsvView(YearMixin, View):
    """The same as a file."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Return the file; without figures it has only its header."""
        report = self.report or Report(0, ())
        name = f"figures-{self.chosen.code}.csv" if self.chosen else "figures.csv"
        return HttpResponse(
            as_csv(report),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
