"""The page type for nearly everything: what it is depends on its blocks."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from home.blocks.body import PageBody
from home.blocks.links import LinkBlock
from home.blocks.sections import number_anchors
from home.blocks.stream_field import PageStreamField
from home.pages.reading import ReadingPage


class ContentPage(ReadingPage):
    """A title, an introduction, one primary action, and any blocks."""

    intro: models.TextField = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("The first screen answers: is this for me, and what can I do now?"),
    )
    action = PageStreamField(
        [("link", LinkBlock())],
        verbose_name=_("primary action"),
        help_text=_("The one button below the introduction."),
        max_num=1,
        blank=True,
    )
    body = PageStreamField(PageBody(), verbose_name=_("body"), blank=True)

    content_panels = [
        *ReadingPage.content_panels,
        FieldPanel("intro"),
        FieldPanel("action"),
        FieldPanel("body"),
        ReadingPage.related_panel,
    ]
    search_fields = [
        *ReadingPage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    parent_page_types = ["home.HomePage", "home.ContentPage", "home.CoverageIndexPage"]
    page_description = _("Text, steps, questions and answers, in any order.")
    template = "home/content_page.html"

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")

    @property
    def action_label(self) -> str:
        """Text of the primary action, "" without one."""
        return self.action[0].value["label"] if self.action else ""

    @property
    def action_url(self) -> str:
        """Address of the primary action, "" when its page is not published."""
        return self.action[0].value.url if self.action else ""

    @cached_property
    def table_of_contents(self) -> list[dict[str, str]]:
        """Anchor and label of each section with a heading; also numbers the anchors in the body."""
        return number_anchors(self.body)
