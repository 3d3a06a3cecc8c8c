"""A place for a video in sign language."""

from django.utils.translation import gettext_lazy as _

from home.blocks.links import PREVIEW_LINK
from home.blocks.sections import HeadingBlock
from home.blocks.videos import VideoBlock
from media_library.choosers import VideoChooserBlock


class SignLanguageBlock(VideoBlock):
    """A video in sign language, or without one the words that say how else we can talk."""

    heading = HeadingBlock()
    video = VideoChooserBlock(
        label=_("Video in sign language"),
        required=False,
        help_text=_(
            "One video serves both languages of the site. While it is empty, the text below the "
            "heading stands alone: let it say how someone who signs can reach you."
        ),
    )

    class Meta:
        icon = "view"
        label = _("Sign language")
        group = _("Ways in")
        description = _("A video in sign language with a few words beside it.")
        template = "home/blocks/video.html"
        preview_value = {
            "heading": "In gebarentaal",
            "text": "Een tolk legt uit wat wij doen. De tekst staat erbij.",
            "link": PREVIEW_LINK | {"label": "Meer manieren om ons te bereiken"},
        }
