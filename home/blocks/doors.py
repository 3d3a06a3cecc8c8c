"""The doors of the home page: where a reader recognises their own situation."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.links import PREVIEW_LINK, LinkRowBlock
from home.blocks.sections import HeadingBlock, SectionValue


class DoorsBlock(blocks.StructBlock):
    """Two facing panels of equal size, and rows below for everybody else."""

    heading = HeadingBlock()
    intro = blocks.TextBlock(label=_("Introduction"), required=False, default="", rows=2)
    left_title = blocks.CharBlock(label=_("Title on the left"), max_length=80)
    left_links = blocks.ListBlock(LinkRowBlock(), label=_("Links on the left"), max_num=4)
    right_title = blocks.CharBlock(label=_("Title on the right"), max_length=80)
    right_links = blocks.ListBlock(LinkRowBlock(), label=_("Links on the right"), max_num=4)
    meeting_text = blocks.CharBlock(
        label=_("Text in the middle"),
        required=False,
        default="",
        max_length=60,
        help_text=_("Where both sides meet; a few words."),
    )
    rows = blocks.ListBlock(
        LinkRowBlock(),
        label=_("Rows below"),
        default=[],
        max_num=4,
        help_text=_("For people who are not on one side: young people, witnesses, professionals."),
    )

    class Meta:
        icon = "group"
        label = _("Doors")
        group = _("Ways in")
        description = _("Two sides facing each other, with links for each, and rows below.")
        template = "home/blocks/doors.html"
        value_class = SectionValue
        preview_value = {
            "heading": "Waar sta jij?",
            "intro": "Van welke kant je ook komt: je bent hier goed.",
            "left_title": "Mij is iets overkomen",
            "left_links": [
                PREVIEW_LINK | {"label": "Mij is iets aangedaan", "note": "Ook jaren later"},
                PREVIEW_LINK | {"label": "Ik verloor iemand", "note": "Voor nabestaanden"},
            ],
            "right_title": "Het kwam door mij",
            "right_links": [
                PREVIEW_LINK | {"label": "Ik deed iets", "note": "Ook als je zaak nog loopt"},
                PREVIEW_LINK | {"label": "Ik veroorzaakte een ongeval", "note": "In het verkeer"},
            ],
            "meeting_text": "Alleen als jullie allebei willen",
            "rows": [PREVIEW_LINK | {"label": "Ik ben jong", "note": "Een eigen plek"}],
        }
