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
        help_text=_("Say so if these are not real people."),
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


class LatestStoryValue(blocks.StructValue):
    """The newest story; `is_preview` in the chooser of blocks, where none needs to be published."""

    is_preview = False


class LatestStoryBlock(blocks.StructBlock):
    """The story that was published last; the template asks which (`story_tags`)."""

    label = blocks.CharBlock(label=_("Small line above"), required=False, default="", max_length=60)

    class Meta:
        icon = "openquote"
        label = _("Newest story")
        group = _("People")
        description = _("The story that was published last; it changes automatically.")
        template = "home/blocks/latest_story.html"
        value_class = LatestStoryValue
        preview_value = {"label": "Nieuwste verhaal"}

    def get_preview_value(self) -> LatestStoryValue:
        """Mark the value, so that an example is shown while there is no story."""
        value = super().get_preview_value()
        value.is_preview = True
        return value


class QuoteBlock(blocks.StructBlock):
    """A quotation on its own."""

    quote = blocks.TextBlock(label=_("Quotation"), rows=2)
    note = blocks.CharBlock(
        label=_("Note"),
        required=False,
        default="",
        max_length=120,
        help_text=_("Who says this, or a note that it is an example."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        group = _("People")
        description = _("One sentence that deserves space.")
        template = "home/blocks/quote.html"
        preview_value = {
            "quote": "‘Ik hoefde hem niet te zien. Een brief was genoeg.’",
            "note": "Voorbeeld. Deze persoon bestaat niet echt.",
        }
