"""What search knows of a page."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.search import index

from home.search.terms import terms_of


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """Entries as readers may find them."""

    def readable(self) -> "SearchEntryQuerySet":
        """Those of published pages in the active language that everybody may read."""
        language = get_language() or settings.LANGUAGE_CODE
        pages: PageQuerySet = Page.objects.live().public().order_by()
        return self.filter(language=language, page__in=pages)


class SearchEntry(index.Indexed, models.Model):
    """The texts of a published page, and their terms in Wagtail's search index.

    Derived from the page (`home.search.entries`), so that finding pages and quoting them loads
    none of their blocks, however many pages there are.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=2)
    title = models.TextField()
    #: What the page is about, in the words of its editor.
    lead = models.TextField(blank=True)
    #: Headings and questions within the page.
    headings = models.TextField(blank=True)
    #: Everything else there is to read and these headings, a line for each paragraph and so on.
    text = models.TextField(blank=True)
    #: From when the page comes after all others, if ever: a campaign that is over.
    outdated_from = models.DateTimeField(null=True, blank=True)

    objects = SearchEntryQuerySet.as_manager()

    # Boosts are weights on PostgreSQL. SQLite knows none, so `finding` weighs what it finds anew.
    search_fields = [
        index.SearchField("title_terms", boost=10),
        index.SearchField("lead_terms", boost=2),
        index.SearchField("text_terms", boost=1),
        index.FilterField("language"),
        index.FilterField("page"),
    ]
    wagtail_reference_index_ignore = True  # derived: a page is not in use because search knows it

    class Meta:
        verbose_name = "search entry"
        verbose_name_plural = "search entries"

    def __str__(self) -> str:
        return self.title

    @property
    def title_terms(self) -> str:
        """Terms of the title."""
        return self._terms_of(self.title)

    @property
    def lead_terms(self) -> str:
        """Terms of what the page is about."""
        return self._terms_of(self.lead)

    @property
    def text_terms(self) -> str:
        """Terms of everything else."""
        return self._terms_of(self.text)

    def _terms_of(self, text: str) -> str:
        return " ".join(terms_of(text, self.language))
