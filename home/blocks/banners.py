"""Sections that ask for one action."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.links import PREVIEW_LINK, LinkBlock, OptionalLinkBlock
from home.blocks.sections import HeadingBlock, SectionValue


class BannerBlock(blocks.StructBlock):
    """A dark band across the page, for a theme; campaigns bring their own (`campaigns.py`)."""

    label = blocks.CharBlock(label=_("Small line above"), required=False, default="", max_length=60)
    heading = HeadingBlock()
    text = blocks.TextBlock(label=_("Text"), required=False, default="", rows=3)
    link = OptionalLinkBlock(label=_("Link"))
    art = blocks.ChoiceBlock(
        label=_("Drawing"),
        choices=[("none", _("None")), ("road", _("Two roads"))],
        default="none",
    )

    class Meta:
        icon = "placeholder"
        label = _("Banner")
        group = _("Ways in")
        description = _("A dark band with a large heading and one button.")
        template = "home/blocks/banner.html"
        value_class = SectionValue
        preview_value = {
            "label": "Verkeer",
            "heading": "Eén moment op de weg",
            "text": "Ook na een verkeersongeval kun je contact hebben met elkaar.",
            "link": PREVIEW_LINK | {"label": "Na een verkeersongeval"},
            "art": "road",
        }


class CallToActionBlock(blocks.StructBlock):
    """One thing the reader can do now."""

    heading = HeadingBlock()
    text = blocks.TextBlock(label=_("Text"), required=False, default="", rows=3)
    link = LinkBlock(label=_("Link"))

    class Meta:
        icon = "circle-check"
        label = _("Call to action")
        group = _("Ways in")
        description = _("A heading, a few words and one button.")
        template = "home/blocks/call_to_action.html"
        value_class = SectionValue
        preview_value = {
            "heading": "Wil je meer weten?",
            "text": "Meld je aan. Dan bellen we je binnen drie dagen.",
            "link": PREVIEW_LINK | {"label": "Meld je aan"},
        }
