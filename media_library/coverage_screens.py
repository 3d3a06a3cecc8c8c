"""Where communications staff keep what appeared in the media."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from media_library.models import MediaCoverage


def _in_both_languages(field: str) -> list[FieldPanel]:
    return [
        FieldPanel(f"{field}_nl", heading=_("in Dutch")),
        FieldPanel(f"{field}_en", heading=_("in English")),
    ]


class MediaCoverageViewSet(ModelViewSet):
    """The items on the page about press and media; a saved item is on the site at once."""

    model = MediaCoverage
    name = "media-coverage"
    icon = "doc-full"
    menu_label = _("Press and media")
    menu_order = 320
    add_to_admin_menu = True
    copy_view_enabled = False
    list_per_page = 50
    list_display = ["outlet", "title", "kind", "date_text", "language"]
    list_filter = ["kind", "year", "language"]
    search_fields = ["outlet", "title_nl", "title_en", "summary_nl", "summary_en"]
    search_backend_name = None
    ordering = ["-year", "-month", "-day", "-pk"]
    panels = [
        HelpPanel(
            content=_(
                "A saved item is on the site straight away, in both languages. Write what it is "
                "about in our own words: other people’s headlines often look for drama."
            )
        ),
        MultiFieldPanel(
            [
                FieldPanel("outlet"),
                FieldPanel("kind"),
                FieldPanel("language"),
                FieldRowPanel([FieldPanel("year"), FieldPanel("month"), FieldPanel("day")]),
                FieldPanel("url"),
            ],
            _("Where and when"),
        ),
        MultiFieldPanel(_in_both_languages("title"), _("Title")),
        MultiFieldPanel(_in_both_languages("summary"), _("Summary")),
        MultiFieldPanel(_in_both_languages("people"), _("People")),
    ]
