"""The figures that the registration desk gives away, as sets of their own for each year.

They are apart from the sets that editors keep, so that nothing changes on pages that show those.
"""

from home.bilingual.rows import write_texts
from home.bilingual.texts import Text
from home.figures.models import Figure, FigureSet, Unit
from home.figures.usage import shown_to_visitors
from registration.services import BothLanguages, ReleasedChart, ReleasedFigures

#: Behind the sets that editors made, in lists and choosers.
FIRST_PLACE = 1000


def set_code(year: int, chart_code: str) -> str:
    """The code of the set for a chart of a year, such as "year-2026-role"."""
    return f"year-{year}-{chart_code}"


def source_of(year: int) -> Text:
    """Where the figures of a year come from."""
    return Text(
        f"de registratie van Perspectief Herstelbemiddeling over {year}",
        f"the records of Perspectief Herstelbemiddeling for {year}",
    )


def write_sets(released: ReleasedFigures) -> dict[str, FigureSet]:
    """Make the sets of a year say what was released, and return them by the code of the chart.

    Figures that were released before and are hidden now are deleted. A set of which a published
    page shows anything is left as it is: only editors change what visitors see.

    Raises:
        ValidationError: something that was released does not fit.
    """
    shown = shown_to_visitors()
    return {
        chart.code: _write_set(released, chart, FIRST_PLACE + place, shown)
        for place, chart in enumerate(released.charts)
    }


def _write_set(
    released: ReleasedFigures, chart: ReleasedChart, place: int, shown: set[tuple[type, str]]
) -> FigureSet:
    code = set_code(released.year, chart.code)
    figure_set = FigureSet.objects.filter(code=code).first() or FigureSet(code=code)
    if figure_set.pk and _is_shown(figure_set, shown):
        return figure_set
    write_texts(figure_set, title=_text(chart.title), base=_text(chart.base))
    figure_set.has_bars = len(chart.rows) > 1
    figure_set.sort_order = place
    figure_set.full_clean()
    figure_set.save()
    figure_set.figures.all().delete()
    for position, row in enumerate(chart.rows, start=1):
        for year, value in ((released.year, row.value), (released.year_before, row.year_before)):
            if value is None:
                continue
            figure = Figure(
                figure_set=figure_set,
                code=row.code,
                year=year,
                value=value,
                unit=Unit.PERCENT if chart.is_percentage else Unit.NUMBER,
                sort_order=position * 10,
            )
            write_texts(figure, label=_text(row.label), source=source_of(year))
            figure.full_clean()
            figure.save()
    return figure_set


def _text(words: BothLanguages) -> Text:
    return Text(words.nl, words.en)


def _is_shown(figure_set: FigureSet, shown: set[tuple[type, str]]) -> bool:
    keys = figure_set.figures.values_list("pk", flat=True)
    rows = [(FigureSet, str(figure_set.pk)), *((Figure, str(key)) for key in keys)]
    return not shown.isdisjoint(rows)
