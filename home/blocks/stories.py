"""Voices of people: a story to read on, and a quotation."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.links import PREVIEW_LINK, LinkedValue, OptionalLinkBlock


class StoryTeaserBlock(blocks.StructBlock):
    """A quotation from a story, with a link to the whole."""

    label = blocks.CharBlock(label=_("Small line above"), required=False, default="", max_length=60)
    quote = blocks.TextBlock(label=_("Quotation"), rows=2)
    text = blocks.TextBlock(label=_("Text"), required=False, default="", rows=3)
    link = OptionalLinkBlock(label=_("Link"))
    example_note = blocks.CharBlock(
        label=_("Note"),
        required=False,
        default="",
        max_length=120,
        help_text=_("Say so when these are not real people."),
    )

    class Meta:
        icon = "openquote"
        label = _("Story")
        group = _("People")
        description = _("A quotation from a story, with a few lines and a link.")
        template = "home/blocks/story_teaser.html"
        value_class = LinkedValue
        preview_value = {
            "label": "Voorbeeldverhaal",
            "quote": "‘Ik wilde weten hoe het met hem ging.’",
            "text": "Ze schreef eerst een brief. Een half jaar later kwam er antwoord.",
            "link": PREVIEW_LINK | {"label": "Lees het verhaal"},
            "example_note": "Voorbeeldverhaal. De personen bestaan niet echt.",
        }


class QuoteBlock(blocks.StructBlock):
    """A quotation on its own."""

    quote = blocks.TextBlock(label=_("Quotation"), rows=2)
    note = blocks.CharBlock(
        label=_("Note"),
        required=False,
        default="",
        max_length=120,
        help_text=_("Who says this, or that it is an example."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        group = _("People")
        description = _("One sentence that deserves room.")
        template = "home/blocks/quote.html"
        preview_value = {
            "quote": "‘Ik hoefde hem niet te zien. Een brief was genoeg.’",
            "note": "Voorbeeld. Deze persoon bestaat niet echt.",
        }
