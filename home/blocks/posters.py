"""A page that is also a poster, to hang where people wait."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.sections import HeadingBlock, SectionValue


class PosterBlock(blocks.StructBlock):
    """A question in large type with the two half discs; on paper it fills one sheet."""

    heading = HeadingBlock(help_text=_("A question that catches the eye."), max_length=60)
    text = blocks.TextBlock(
        label=_("Text"), rows=3, max_length=200, help_text=_("Two or three short sentences.")
    )
    contact = blocks.CharBlock(
        label=_("Last line"),
        max_length=160,
        help_text=_("How to reach us: address of the site, and [[phone]] for our number."),
    )

    class Meta:
        icon = "print"
        label = _("Poster")
        group = _("Explain")
        description = _("A question in large type, which prints as a one-page poster.")
        template = "home/blocks/poster.html"
        value_class = SectionValue
        preview_value = {
            "heading": "Blijf je zitten met vragen?",
            "text": "Contact met de ander kan. Gratis en vrijwillig.",
            "contact": "Perspectief Herstelbemiddeling, [[phone]]",
        }
