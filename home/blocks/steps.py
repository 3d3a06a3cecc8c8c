"""Steps of a process, in order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.sections import HeadingBlock, SectionValue

#: The drawing beside the steps has six stages.
MAXIMUM_STEPS = 6


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(label=_("Title"), max_length=60)
    text = blocks.TextBlock(label=_("Text"), rows=3, help_text=_("Two or three short sentences."))

    class Meta:
        icon = "list-ol"
        label = _("Step")
        label_format = "{title}"


class StepsBlock(blocks.StructBlock):
    """Up to six steps, each with its drawing of two shapes that come closer."""

    heading = HeadingBlock()
    intro = blocks.TextBlock(label=_("Introduction"), required=False, default="", rows=2)
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=2, max_num=MAXIMUM_STEPS)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        group = _("Explain")
        description = _("What happens, step by step; two to six steps.")
        template = "home/blocks/steps.html"
        value_class = SectionValue
        preview_value = {
            "heading": "Stap voor stap",
            "intro": "Jij beslist bij elke stap opnieuw.",
            "steps": [
                {"title": "Je meldt je aan", "text": "Online of met de telefoon."},
                {"title": "We bellen je", "text": "Binnen drie dagen."},
                {"title": "Je praat met een bemiddelaar", "text": "Apart van de ander."},
            ],
        }
