"""Heavy parts of a story, which say so beforehand and can be skipped."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.sections import TEXT_FEATURES


class HeavyPassageBlock(blocks.StructBlock):
    """A part of a story with a note before it, and a link that leads past it."""

    topic = blocks.CharBlock(
        label=_("Topic"),
        max_length=80,
        help_text=_("Completes ‘this story is about …’, such as ‘violence’. No details."),
    )
    text = blocks.RichTextBlock(
        label=_("Text"),
        features=TEXT_FEATURES,
        help_text=_("Consequences instead of the scene: no method, injury or weapon."),
    )

    class Meta:
        icon = "warning"
        label = _("Difficult part with a note before it")
        group = _("People")
        description = _("Names the topic first; readers can skip the part.")
        template = "home/blocks/heavy_passage.html"
        preview_value = {
            "topic": "geweld",
            "text": "<p>Na die avond durfde ze niet meer alleen naar huis.</p>",
        }
