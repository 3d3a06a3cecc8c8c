"""The front page of each language."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.search import index

from home.blocks.body import PageBody
from home.blocks.links import LinkBlock
from home.blocks.sections import number_anchors
from home.blocks.stream_field import PageStreamField
from home.pages.base import BasePage


class HomePage(BasePage):
    """Answers one question: is this for me?"""

    headline: models.TextField = models.TextField(
        _("headline"), help_text=_("A question in large type. A new line starts a new line.")
    )
    intro: models.TextField = models.TextField(
        _("introduction"), help_text=_("One promise, in two sentences.")
    )
    assurances = PageStreamField(
        [("assurance", blocks.CharBlock(label=_("Assurance"), max_length=40))],
        verbose_name=_("assurances"),
        help_text=_("Short words below the button, such as ‘Free’."),
        max_num=4,
        blank=True,
    )
    second_link = PageStreamField(
        [("link", LinkBlock())],
        verbose_name=_("second link"),
        help_text=_("Beside the button that leads to the registration page."),
        max_num=1,
        blank=True,
    )
    body = PageStreamField(PageBody(), verbose_name=_("body"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        HelpPanel(content=_("The ‘Register’ button appears automatically.")),
        FieldPanel("headline"),
        FieldPanel("intro"),
        FieldPanel("assurances"),
        FieldPanel("second_link"),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("headline"),
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    max_count = len(settings.LANGUAGES)
    page_description = _("The front page; one for each language.")
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Number the anchors of the sections, so that each is there once."""
        number_anchors(self.body)
        return super().get_context(request, *args, **kwargs)

    @property
    def secondary_label(self) -> str:
        """Text of the second link, "" without one."""
        return self.second_link[0].value["label"] if self.second_link else ""

    @property
    def secondary_url(self) -> str:
        """Address of the second link, "" when its page is not published."""
        return self.second_link[0].value.url if self.second_link else ""
