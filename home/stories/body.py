"""The blocks of a story in one stream."""

from wagtail import blocks

from home.blocks.passages import HeavyPassageBlock
from home.blocks.pictures import CaptionedImageBlock
from home.blocks.stories import QuoteBlock
from home.blocks.texts import CrisisBlock, NoteBlock, TextBlock


class StoryBody(blocks.StreamBlock):
    """What a story is made of."""

    text = TextBlock()
    heavy_passage = HeavyPassageBlock()
    quote = QuoteBlock()
    note = NoteBlock()
    image = CaptionedImageBlock()
    crisis = CrisisBlock()
