"""All figures as they are read in one language; made once until something changes."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from home.figures.models import Figure, FigureSet, Precision, Unit
from home.figures.references import fill_in
from perspectief.kept_values import kept
from registration.services import how_to_reach_us


@dataclass(frozen=True)
class ShownFigure:
    """A figure in words and digits.

    `number` is without the sign of a percentage; `share` is the width of its bar, in percent of
    the whole track; `earlier_year` and `earlier_text` are there when an earlier year is known.
    """

    reference: str
    number: str
    is_percentage: bool
    year: int
    label: str
    note: str
    base: str
    source: str
    share: str = "0"
    is_largest: bool = False
    earlier_year: int | None = None
    earlier_text: str = ""

    @property
    def text(self) -> str:
        """The number with its sign, such as 44%."""
        return f"{self.number}%" if self.is_percentage else self.number

    @property
    def has_words(self) -> bool:
        """Whether the number is not only digits, such as “about 100”."""
        return " " in self.number


@dataclass(frozen=True)
class Chart:
    """The figures of the last year of a set; `base` and `source` are those that all rows share."""

    title: str
    year: int
    base: str
    source: str
    has_bars: bool
    rows: list[ShownFigure]


@dataclass(frozen=True)
class FigureCatalogue:
    """Figures and charts by primary key, and the words that stand for each reference."""

    figures: dict[int, ShownFigure] = field(default_factory=dict)
    charts: dict[int, Chart] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


def number_in_words(value: Decimal, precision: str) -> str:
    """A value as it is read in the present language, such as 1,651 or “about 100”."""
    value = Decimal(value)
    decimals = 0 if value == value.to_integral_value() else 1
    number = number_format(value, decimal_pos=decimals, use_l10n=True, force_grouping=True)
    words = {
        Precision.ABOUT: _("about %(number)s"),
        Precision.AT_LEAST: _("at least %(number)s"),
        Precision.AT_MOST: _("at most %(number)s"),
        Precision.MORE_THAN: _("more than %(number)s"),
        Precision.GROWTH: "+%(number)s",
    }
    return words.get(Precision(precision), "%(number)s") % {"number": number}


@kept
def load_figures() -> FigureCatalogue:
    """The figures of now in the language of the request."""
    rows = list(Figure.objects.select_related("figure_set"))
    shown = {row.pk: _show(row) for row in rows}
    # Texts name these the same way: `[[phone]]`, `[[opening_hours]]`.
    texts = how_to_reach_us() | {figure.reference: figure.text for figure in shown.values()}
    # Bases and notes name other figures themselves.
    for pk, figure in shown.items():
        shown[pk] = replace(
            figure, base=fill_in(figure.base, texts), note=fill_in(figure.note, texts)
        )
    charts = {}
    for figure_set in FigureSet.objects.all():
        members = [row for row in rows if row.figure_set_id == figure_set.pk]
        if members:
            charts[figure_set.pk] = _chart(figure_set, members, shown)
    return FigureCatalogue(shown, charts, texts)


def _show(row: Figure) -> ShownFigure:
    return ShownFigure(
        reference=row.reference,
        number=number_in_words(row.value, row.precision),
        is_percentage=row.unit == Unit.PERCENT,
        year=row.year,
        label=row.label,
        note=row.note,
        base=row.base or row.figure_set.base,
        source=row.source,
    )


def _chart(figure_set: FigureSet, rows: list[Figure], shown: dict[int, ShownFigure]) -> Chart:
    year = max(row.year for row in rows)
    current = sorted(
        (row for row in rows if row.year == year), key=lambda row: (row.sort_order, row.code)
    )
    largest = max(row.value for row in current)
    drawn = []
    for row in current:
        whole = Decimal(100) if row.unit == Unit.PERCENT else largest
        share = row.value * 100 / whole if whole else Decimal(0)
        earlier = max(
            (other for other in rows if other.code == row.code and other.year < year),
            key=lambda other: other.year,
            default=None,
        )
        drawn.append(
            replace(
                shown[row.pk],
                share=f"{min(share, Decimal(100)):.1f}",
                is_largest=row.value == largest,
                earlier_year=earlier.year if earlier else None,
                earlier_text=shown[earlier.pk].text if earlier else "",
            )
        )
    base, source = _shared(drawn, "base"), _shared(drawn, "source")
    # What all rows share stands above the table, and so not in each row again.
    drawn = [
        replace(row, base="" if base else row.base, source="" if source else row.source)
        for row in drawn
    ]
    return Chart(figure_set.title, year, base, source, figure_set.has_bars, drawn)


def _shared(figures: list[ShownFigure], name: str) -> str:
    values = {getattr(figure, name) for figure in figures}
    return values.pop() if len(values) == 1 else ""
