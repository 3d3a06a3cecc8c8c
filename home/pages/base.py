"""What every page type shares: search engines, social networks, languages."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from home.bilingual.gate import TranslatedBeforeLive
from home.page_index import load_page_index
from perspectief.page_roles import PageRole


class BasePage(TranslatedBeforeLive, Page):
    """Abstract base of all page types.

    Title and description for search engines are Wagtail's own (`seo_title`,
    `search_description`); the picture for social networks is added here.
    """

    social_image: models.ForeignKey = models.ForeignKey(
        "media_library.ContentImage",
        verbose_name=_("picture for social networks"),
        help_text=_("Shown when someone shares the page; at least 1200 by 630 pixels."),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    #: What the page is for, if other parts of the site lead to it (`perspectief.page_roles`).
    page_role: ClassVar[PageRole | None] = None

    search_fields = [*Page.search_fields, index.SearchField("search_description")]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel(
            [FieldPanel("social_image")],
            _("When someone shares this page"),
            help_text=_("Title and text come from ‘title tag’ and ‘meta description’ above."),
        ),
    ]

    class Meta:
        abstract = True

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Whether editors may make such a page there: in Dutch, because English is translated."""
        is_for_sources = parent.is_root() or parent.locale.language_code == settings.LANGUAGE_CODE
        return bool(is_for_sources and super().can_create_at(parent))

    @property
    def seo_noindex(self) -> bool:
        """Whether search engines must leave the page out; types override it."""
        return False

    @property
    def summary(self) -> str:
        """What the page is about in one line, for search engines and lists of results."""
        text = self.search_description or getattr(self, "intro", "")
        return " ".join(text.split())

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Who alone may read the page: nobody is asked where the index has it for everybody."""
        if self.pk in load_page_index().entries:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_alternate_urls(self, request: HttpRequest) -> dict[str, str]:
        """Addresses of what is shown now, by language: this page in each language it is live in.

        Page types with more than one address (a form with steps) override this.

        Args:
            request: the request that is answered, for types whose address depends on it.
        """
        return load_page_index().urls_of(str(self.translation_key))
