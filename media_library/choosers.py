"""How editors choose from the library, in fields and in blocks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from media_library.models import Video


class _VideoColumns:
    """Title and length of each video."""

    @property
    def columns(self) -> list[Column]:
        """Return the columns of the list."""
        return [*super().columns, Column("minutes", label=_("Minutes"))]  # type: ignore[misc]


class VideoChooseView(_VideoColumns, ChooseView):
    """The list of videos, when it opens."""


class VideoChooseResultsView(_VideoColumns, ChooseResultsView):
    """The list of videos, on another page."""


class VideoChooserViewSet(ChooserViewSet):
    """Chooses a video."""

    model = Video
    icon = "media"
    choose_one_text = _("Choose a video")
    choose_another_text = _("Choose another video")
    edit_item_text = _("Edit this video")
    choose_view_class = VideoChooseView
    choose_results_view_class = VideoChooseResultsView
    per_page = 20


video_chooser = VideoChooserViewSet("video_chooser")
VideoChooserBlock = video_chooser.get_block_class(
    name="VideoChooserBlock", module_path="media_library.choosers"
)
