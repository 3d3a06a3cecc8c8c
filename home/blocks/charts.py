"""A set of figures as a table with bars."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from home.blocks.sections import HeadingBlock, SectionValue
from home.figures.catalogue import Chart, ShownFigure, load_figures

#: What the preview shows while there are no figures yet.
EXAMPLE = Chart(
    title="Hoe mensen contact hadden",
    year=2024,
    base="van alle contacten in dat jaar",
    source="ons jaarverslag over 2024",
    has_bars=True,
    rows=[
        ShownFigure("", "44", True, 2024, "Via de bemiddelaar", "", "", "", "44.0", True),
        ShownFigure("", "35", True, 2024, "Een gesprek", "", "", "", "35.0"),
    ],
)


class ChartValue(SectionValue):
    """A section with its `chart`; `example` stands in where no set was chosen."""

    example: Chart | None = None

    @property
    def chart(self) -> Chart | None:
        """The chosen set as it is now, None when it has no figures."""
        figure_set = self.get("figure_set")
        return load_figures().charts.get(figure_set.pk) if figure_set else self.example


class ChartBlock(blocks.StructBlock):
    """The last year of a set, beside the year before where that is known."""

    heading = HeadingBlock(required=False, default="")
    intro = blocks.TextBlock(label=_("Introduction"), required=False, default="", rows=2)
    figure_set = SnippetChooserBlock(
        "home.FigureSet",
        label=_("Set of figures"),
        help_text=_("The numbers themselves are edited under ‘Figures’."),
    )

    class Meta:
        icon = "pick"
        label = _("Chart")
        group = _("Explain")
        description = _("A set of figures as a table with bars, with year, base and source.")
        template = "home/blocks/chart.html"
        value_class = ChartValue
        preview_value = {"heading": "Hoe hadden mensen contact?", "intro": ""}

    def get_preview_value(self) -> Any:
        """Show the first set that there is, or an example."""
        # Imported here: pages hold these blocks, and are loaded before the models of figures.
        from home.figures.models import FigureSet

        value = self.normalize(self.meta.preview_value | {"figure_set": FigureSet.objects.first()})
        value.example = EXAMPLE
        return value
