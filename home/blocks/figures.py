"""Large numbers with their meaning and their source."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from home.blocks.sections import HeadingBlock, SectionValue
from home.figures.catalogue import ShownFigure, load_figures


class FigureValue(blocks.StructValue):
    """One number: that of the chosen figure, or the one that was typed."""

    @property
    def chosen(self) -> ShownFigure | None:
        """The chosen figure as it is now, None without one."""
        figure = self.get("figure")
        return load_figures().figures.get(figure.pk) if figure else None

    @property
    def shown_number(self) -> str:
        """The number as it is read, without its unit."""
        return self.chosen.number if self.chosen else self.get("number", "")

    @property
    def shown_unit(self) -> str:
        """What stands behind the number, in small."""
        if self.chosen:
            return "%" if self.chosen.is_percentage else ""
        return self.get("unit", "")

    @property
    def shown_text(self) -> str:
        """What the number means."""
        text = self.get("text", "")
        if text or not self.chosen:
            return text
        parts = [self.chosen.label, self.chosen.base]
        return f"{' '.join(part for part in parts if part)} ({self.chosen.year})"


class FigureBlock(blocks.StructBlock):
    """One number."""

    figure = SnippetChooserBlock(
        "home.Figure",
        label=_("Figure"),
        required=False,
        help_text=_("Choose a figure, so that the number only has to be changed in one place."),
    )
    number = blocks.CharBlock(
        label=_("Number"),
        required=False,
        default="",
        max_length=12,
        help_text=_(
            "Only if there is no figure above. As people read it: 1.651 in Dutch, 1,651 in English."
        ),
    )
    unit = blocks.CharBlock(
        label=_("Unit"), required=False, default="", max_length=12, help_text="%"
    )
    text = blocks.TextBlock(
        label=_("Text"),
        required=False,
        default="",
        rows=2,
        help_text=_(
            "Say what it is a percentage of, and for which year. If left empty, the figure’s "
            "label is used."
        ),
    )

    class Meta:
        icon = "pick"
        label = _("Figure")
        label_format = "{number} {text}"
        value_class = FigureValue

    def clean(self, value: Any) -> Any:
        """Refuse a number beside a chosen figure, no number at all, and one that means nothing."""
        value = super().clean(value)
        errors = {}
        if value.get("figure") and (value.get("number") or value.get("unit")):
            errors["number"] = ValidationError(_("Choose a figure or write a number, not both."))
        elif not value.get("figure") and not value.get("number"):
            errors["figure"] = ValidationError(_("Choose a figure or write a number."))
        elif not value.get("figure") and not value.get("text"):
            errors["text"] = ValidationError(_("Say what the number means."))
        if errors:
            raise StructBlockValidationError(errors)
        return value


class FiguresValue(SectionValue):
    """A section whose numbers have a source."""

    @property
    def shown_source(self) -> str:
        """Where the numbers come from: as it was typed, or the sources of the chosen figures."""
        if self.get("source"):
            return self["source"]
        sources = [figure.chosen.source for figure in self["figures"] if figure.chosen]
        return ", ".join(dict.fromkeys(sources))


class FiguresBlock(blocks.StructBlock):
    """Up to three numbers beside each other."""

    heading = HeadingBlock(required=False, default="")
    figures = blocks.ListBlock(FigureBlock(), label=_("Figures"), min_num=1, max_num=3)
    source = blocks.CharBlock(
        label=_("Source"),
        required=False,
        default="",
        max_length=120,
        help_text=_(
            "Where the numbers come from, with the year. If left empty, the source of the figures "
            "is used."
        ),
    )

    class Meta:
        icon = "pick"
        label = _("Figures")
        group = _("Explain")
        description = _("One to three large numbers with their source.")
        template = "home/blocks/figures.html"
        value_class = FiguresValue
        preview_value = {
            "figures": [
                {"number": "1.651", "text": "aanmeldingen in 2024"},
                {"number": "24", "text": "bemiddelaars in het hele land"},
            ],
            "source": "Bron: ons jaarverslag over 2024.",
        }

    def clean(self, value: Any) -> Any:
        """Refuse numbers that were typed without a source."""
        value = super().clean(value)
        if not value.get("source") and any(figure.get("number") for figure in value["figures"]):
            raise StructBlockValidationError(
                {"source": ValidationError(_("Say where the numbers come from."))}
            )
        return value
