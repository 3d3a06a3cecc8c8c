"""A page that is also a sheet of paper, for people who have no internet where they are."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.pictograms import PictogramChoiceBlock
from home.blocks.sections import HeadingBlock, SectionValue


class SheetPanelBlock(blocks.StructBlock):
    """One part of the sheet."""

    pictogram = PictogramChoiceBlock(label=_("Drawing"), default="together")
    title = blocks.CharBlock(label=_("Title"), max_length=60)
    text = blocks.TextBlock(label=_("Text"), rows=3, help_text=_("Two or three short sentences."))

    class Meta:
        icon = "doc-full"
        label = _("Part")
        label_format = "{title}"


class SheetBlock(blocks.StructBlock):
    """Parts with drawings; on paper they fill one sheet, and the rest of the page stays away."""

    heading = HeadingBlock()
    panels = blocks.ListBlock(SheetPanelBlock(), label=_("Parts"), min_num=2, max_num=6)
    contact = blocks.CharBlock(
        label=_("Last line"),
        required=False,
        default="",
        max_length=160,
        help_text=_("How to reach us without internet."),
    )

    class Meta:
        icon = "print"
        label = _("Sheet to print")
        group = _("Explain")
        description = _("Two to six parts with drawings, which print on one sheet of A4.")
        template = "home/blocks/sheet.html"
        value_class = SectionValue
        preview_value = {
            "heading": "Contact met de ander",
            "panels": [
                {"pictogram": "letter", "title": "Je vraagt het aan", "text": "Dat kan per brief."},
                {"pictogram": "speech", "title": "We praten", "text": "Alleen met jou."},
            ],
            "contact": "Perspectief Herstelbemiddeling, [[phone]]",
        }
