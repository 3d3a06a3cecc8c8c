"""What the pages share that people read through: where to read on, and a neutral preview."""

from typing import Any

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from home.blocks.stream_field import PageStreamField
from home.page_index import PageEntry, load_page_index
from home.pages.base import BasePage

RELATED_PAGES = 3


class ReadingPage(BasePage):
    """Abstract page that offers up to three others at its end.

    A chosen page stands for all its translations, so the choice is made once, in Dutch.
    """

    related = PageStreamField(
        [("page", blocks.PageChooserBlock(label=_("Page")))],
        verbose_name=_("related pages"),
        help_text=_(
            "Up to three pages to read next; choose the Dutch ones. If you choose none, the site "
            "offers related pages."
        ),
        max_num=RELATED_PAGES,
        blank=True,
    )
    neutral_card: models.BooleanField = models.BooleanField(
        _("neutral preview"),
        default=False,
        help_text=_(
            "If someone shares this page in a chat, only our name is shown, not the subject. For "
            "pages that people may not want to be seen reading."
        ),
    )

    related_panel = FieldPanel("related")
    promote_panels = [*BasePage.promote_panels, FieldPanel("neutral_card")]
    #: Types with more fields that are the same in all languages add theirs.
    override_translatable_fields: list[Any] = [
        SynchronizedField("related", overridable=False),
        SynchronizedField("neutral_card", overridable=False),
    ]

    class Meta:
        abstract = True

    @cached_property
    def chosen_related(self) -> list[PageEntry]:
        """What editors chose and readers of this language can read; costs no query."""
        index = load_page_index()
        language = get_language() or ""
        # The stored numbers, because asking the blocks would fetch every page.
        found = (index.translation_of(child["value"], language) for child in self.related.raw_data)
        unique = {entry.pk: entry for entry in found if entry and entry.pk != self.pk}
        return list(unique.values())

    @property
    def related_pages(self) -> list[PageEntry]:
        """The chosen pages, or else those that lie near this one in the page tree."""
        return self.chosen_related or load_page_index().near(self.pk)[:RELATED_PAGES]
