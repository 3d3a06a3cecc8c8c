"""The figures of the annual report, loaded once and then in the hands of editors."""

from dataclasses import dataclass
from typing import Any

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from home.bilingual.rows import write_texts
from home.bilingual.texts import Text
from home.demo_content import LOG_ACTION
from home.figures.models import Figure, FigureSet, Precision, Unit


@dataclass(frozen=True)
class DemoFigure:
    """One number of one year."""

    code: str
    value: int
    label: Text
    year: int
    precision: str = Precision.EXACT
    unit: str = Unit.NUMBER
    note: Text | None = None
    base: Text | None = None


@dataclass(frozen=True)
class DemoSet:
    """Figures that belong together; `percent` makes all of them percentages."""

    code: str
    title: Text
    figures: tuple[DemoFigure, ...]
    base: Text | None = None
    percent: bool = False
    has_bars: bool = False


@dataclass(frozen=True)
class DemoFigures:
    """All sets, and where their figures come from."""

    source: Text
    sets: tuple[DemoSet, ...]

    def names(self) -> list[str]:
        """By which texts know the figures: set.figure.year."""
        return [
            f"{each.code}.{figure.code}.{figure.year}"
            for each in self.sets
            for figure in each.figures
        ]


def load_figures(figures: DemoFigures) -> None:
    """Make the sets and figures that were never made; what editors did to others stays."""
    made_before = set(
        ModelLogEntry.objects.filter(action=LOG_ACTION).values_list("data__key", flat=True)
    )
    for order, demo_set in enumerate(figures.sets, start=1):
        figure_set = None
        if demo_set.code not in made_before:
            figure_set = FigureSet(code=demo_set.code, sort_order=order * 10)
            figure_set.has_bars = demo_set.has_bars
            write_texts(figure_set, title=demo_set.title, base=demo_set.base)
            _keep(figure_set, demo_set.code)
        for position, demo in enumerate(demo_set.figures, start=1):
            key = f"{demo_set.code}.{demo.code}.{demo.year}"
            if key in made_before:
                continue
            figure_set = figure_set or FigureSet.objects.filter(code=demo_set.code).first()
            if figure_set is None:
                break  # an editor deleted the set, and so does not want its figures
            figure = Figure(
                figure_set=figure_set,
                code=demo.code,
                year=demo.year,
                value=demo.value,
                precision=demo.precision,
                unit=Unit.PERCENT if demo_set.percent else demo.unit,
                sort_order=position * 10,
            )
            write_texts(
                figure, label=demo.label, note=demo.note, base=demo.base, source=figures.source
            )
            _keep(figure, key)


def _keep(row: Any, key: str) -> None:
    row.full_clean()
    row.save()
    log(instance=row, action=LOG_ACTION, data={"key": key})
