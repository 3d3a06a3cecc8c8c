"""What editors find of the media library in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.rich_text.feature_registry import FeatureRegistry

from media_library.choosers import video_chooser
from media_library.coverage_screens import MediaCoverageViewSet
from media_library.models import Video
from media_library.rich_text import DocumentLinkWithFactsHandler


def _in_both_languages(field: str) -> list[FieldPanel]:
    return [
        FieldPanel(f"{field}_nl", heading=_("in Dutch")),
        FieldPanel(f"{field}_en", heading=_("in English")),
    ]


class VideoViewSet(ModelViewSet):
    """Videos with their captions and transcripts."""

    model = Video
    name = "videos"
    icon = "media"
    menu_label = _("Videos")
    menu_order = 310
    add_to_admin_menu = True
    copy_view_enabled = False
    list_per_page = 50
    list_display = [
        "title",
        Column("minutes", label=_("Minutes")),
        BooleanColumn("is_placeholder", label=_("Sample video")),
    ]
    search_fields = ["title_nl", "title_en"]
    search_backend_name = None
    panels = [
        HelpPanel(
            content=_(
                "A video is complete with captions and a transcript in both languages: some "
                "visitors cannot hear it, others cannot play it where they are."
            )
        ),
        MultiFieldPanel(_in_both_languages("title"), _("Title")),
        MultiFieldPanel(_in_both_languages("description"), _("Description")),
        MultiFieldPanel(
            [
                FieldPanel("file"),
                FieldPanel("youtube_id"),
                FieldPanel("duration"),
                FieldPanel("poster"),
                FieldPanel("is_placeholder"),
            ],
            _("Video"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("captions_nl", heading=_("in Dutch")),
                FieldPanel("captions_en", heading=_("in English")),
            ],
            _("Captions"),
        ),
        MultiFieldPanel(_in_both_languages("transcript"), _("Transcript")),
    ]


@hooks.register("register_admin_viewset")
def register_video_screens() -> list[ModelViewSet | ChooserViewSet]:
    """Return the screens for videos, and the one that chooses them."""
    return [VideoViewSet(), video_chooser]


@hooks.register("register_admin_viewset")
def register_coverage_screens() -> ModelViewSet:
    """Return the screens for what appeared in the media."""
    return MediaCoverageViewSet()


@hooks.register("register_rich_text_features", order=10)  # after Wagtail's own
def say_what_documents_are(features: FeatureRegistry) -> None:
    """Let links to documents in running text say the kind and size of the file."""
    features.register_link_type(DocumentLinkWithFactsHandler)
