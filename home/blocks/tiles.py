"""Large tiles with a drawing: a choice that needs few words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.links import PREVIEW_LINK, LinkBlock
from home.blocks.pictograms import PictogramChoiceBlock
from home.blocks.sections import HeadingBlock, SectionValue


class TileBlock(LinkBlock):
    """One tile: a few words, a drawing, and where it leads."""

    pictogram = PictogramChoiceBlock(label=_("Drawing"), default="question")

    class Meta:
        icon = "link"
        label = _("Tile")
        label_format = "{label}"


class TilesBlock(blocks.StructBlock):
    """Two to eight tiles in facing pairs."""

    heading = HeadingBlock()
    intro = blocks.TextBlock(label=_("Introduction"), required=False, default="", rows=2)
    tiles = blocks.ListBlock(
        TileBlock(),
        label=_("Tiles"),
        min_num=2,
        max_num=8,
        help_text=_("An even number looks best: the tiles face each other in pairs."),
    )

    class Meta:
        icon = "grip"
        label = _("Tiles")
        group = _("Ways in")
        description = _("Large tiles with a drawing and a few words, each leading to a page.")
        template = "home/blocks/tiles.html"
        value_class = SectionValue
        preview_value = {
            "heading": "Wat is er gebeurd?",
            "intro": "Kies wat er het meest op lijkt.",
            "tiles": [
                PREVIEW_LINK | {"label": "Bedreiging", "pictogram": "speech"},
                PREVIEW_LINK | {"label": "Verkeer", "pictogram": "bicycle"},
            ],
        }
