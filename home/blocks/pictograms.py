"""The fixed set of drawings that editors choose from; `home/pictogram.html` draws them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

PICTOGRAMS = [
    ("apart", _("Two half discs with a line between them")),
    ("phone", _("Telephone")),
    ("speech", _("Speech balloon")),
    ("bag", _("Bag")),
    ("bicycle", _("Bicycle")),
    ("broken", _("Broken in two")),
    ("question", _("Question mark")),
    ("letter", _("Letter")),
    ("clock", _("Clock")),
    ("together", _("Two half discs that meet")),
]


class PictogramChoiceBlock(blocks.ChoiceBlock):
    """One of the drawings; decoration only, so it needs no text of its own."""

    choices = PICTOGRAMS
