"""Videos in a page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.links import PREVIEW_LINK, OptionalLinkBlock
from home.blocks.sections import HeadingBlock, SectionValue
from media_library.choosers import VideoChooserBlock
from media_library.models import Video


class VideoValue(SectionValue):
    """A section with a video, or without when that was deleted."""

    @property
    def title(self) -> str:
        """The heading, or else what the video is called."""
        video = self.get("video")
        return self.get("heading") or (video.title if video else "")


class VideoBlock(blocks.StructBlock):
    """A video from the library, with its captions, transcript and download."""

    heading = HeadingBlock(
        required=False, default="", help_text=_("If left empty, the title of the video is used.")
    )
    text = blocks.TextBlock(label=_("Text"), required=False, default="", rows=3)
    video = VideoChooserBlock(label=_("Video"))
    link = OptionalLinkBlock(label=_("Link"))

    class Meta:
        icon = "media"
        label = _("Video")
        group = _("Explain")
        description = _("A video with a few words beside it. Nothing plays automatically.")
        template = "home/blocks/video.html"
        value_class = VideoValue
        preview_value = {
            "heading": "Waarom zou je dit doen?",
            "text": "In een korte video vertellen we wat het je kan geven.",
            "link": PREVIEW_LINK | {"label": "Bekijk alle video’s"},
        }

    def get_preview_value(self) -> VideoValue:
        """Show a video of the library, if there is one."""
        value = super().get_preview_value()
        value["video"] = Video.objects.first()
        return value
