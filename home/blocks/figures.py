"""Large numbers with their meaning and their source."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.sections import HeadingBlock, SectionValue


class FigureBlock(blocks.StructBlock):
    """One number."""

    number = blocks.CharBlock(
        label=_("Number"),
        max_length=12,
        help_text=_("As it is read: 1.651 in Dutch, 1,651 in English."),
    )
    unit = blocks.CharBlock(
        label=_("Unit"), required=False, default="", max_length=12, help_text="%"
    )
    text = blocks.TextBlock(
        label=_("Text"),
        rows=2,
        help_text=_("A percentage says of what, and of which year."),
    )

    class Meta:
        icon = "pick"
        label = _("Figure")
        label_format = "{number} {text}"


class FiguresBlock(blocks.StructBlock):
    """Up to three numbers beside each other."""

    heading = HeadingBlock(required=False, default="")
    figures = blocks.ListBlock(FigureBlock(), label=_("Figures"), min_num=1, max_num=3)
    source = blocks.CharBlock(
        label=_("Source"),
        max_length=120,
        help_text=_("Where the numbers come from, with the year."),
    )

    class Meta:
        icon = "pick"
        label = _("Figures")
        group = _("Explain")
        description = _("One to three large numbers with their source.")
        template = "home/blocks/figures.html"
        value_class = SectionValue
        preview_value = {
            "figures": [
                {"number": "1.651", "text": "aanmeldingen in 2024"},
                {"number": "24", "text": "bemiddelaars in het hele land"},
            ],
            "source": "Bron: ons jaarverslag over 2024.",
        }
