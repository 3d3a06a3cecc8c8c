"""Experience stories: the list with its filters, and each story."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page as ResultPage
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.blocks.sections import number_anchors
from home.blocks.stream_field import PageStreamField
from home.page_index import load_page_index
from home.pages.lists import FeedListPage
from home.pages.reading import RELATED_PAGES, ReadingPage
from home.stories.body import StoryBody
from home.stories.codes import ContactForm, StoryKind, StoryRole
from home.stories.feed import StoryFeed
from home.stories.filters import FILTERS
from home.structured_data.article import article
from perspectief.site_address import absolute_url

# Databases do not agree on where a missing date comes.
NEWEST = models.F("first_published_at").desc(nulls_last=True)


class StoryQuerySet(PageQuerySet):
    """Stories as readers may see them."""

    def published(self, locale_id: int) -> "StoryQuerySet":
        """The stories that everybody may read in a language, newest first, without their blocks."""
        stories = self.live().public().filter(locale_id=locale_id).defer_streamfields()
        return stories.order_by(NEWEST, "-pk")

    def like(self, story: "StoryPage") -> "StoryQuerySet":
        """The other stories with the same kind of event or contact; those with both come first."""
        same_kind = models.Q(kind=story.kind)
        same_form = models.Q(contact_form=story.contact_form)
        both = models.Case(
            models.When(same_kind & same_form, then=models.Value(0)),
            default=models.Value(1),
            output_field=models.IntegerField(),
        )
        found = self.published(story.locale_id).filter(same_kind | same_form)
        return found.exclude(pk=story.pk).order_by(both, NEWEST, "-pk")


StoryManager = PageManager.from_queryset(StoryQuerySet)


class StoryIndexPage(FeedListPage):
    """All stories of one language."""

    filters = FILTERS
    feed_class = StoryFeed

    subpage_types = ["home.StoryPage"]
    page_description = _("The list of stories with its filters; one for each language.")
    template = "home/story_index_page.html"

    class Meta:
        verbose_name = _("list of stories")
        verbose_name_plural = _("lists of stories")

    def listed(self) -> StoryQuerySet:
        """The stories of this language, newest first."""
        return StoryPage.objects.published(self.locale_id)

    def shown(self, page_obj: ResultPage) -> dict[str, Any]:
        """Return `cards`."""
        return {"cards": self.cards(page_obj.object_list)}

    @staticmethod
    def cards(stories: Iterable["StoryPage"]) -> list[dict[str, Any]]:
        """What a card shows of each story; addresses come from the page index, without queries."""
        entries = load_page_index().entries
        return [
            {"story": story, "url": entries[story.pk].url}
            for story in stories
            if story.pk in entries
        ]


class StoryPage(ReadingPage):
    """One story."""

    role: models.CharField = models.CharField(
        _("whose story"), max_length=20, choices=StoryRole.choices
    )
    kind: models.CharField = models.CharField(
        _("kind of event"), max_length=20, choices=StoryKind.choices
    )
    contact_form: models.CharField = models.CharField(
        _("form of contact"), max_length=20, choices=ContactForm.choices
    )
    is_example: models.BooleanField = models.BooleanField(
        _("example story"),
        default=True,
        help_text=_(
            "The page says that these are not real people. Only untick this if they are real."
        ),
    )
    intro: models.TextField = models.TextField(
        _("introduction"), help_text=_("What the story is about, in two or three sentences.")
    )
    body = PageStreamField(StoryBody(), verbose_name=_("body"), blank=True)

    objects = StoryManager()

    content_panels = [
        *ReadingPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("role"),
                FieldPanel("kind"),
                FieldPanel("contact_form"),
                FieldPanel("is_example"),
            ],
            heading=_("About this story"),
        ),
        FieldPanel("intro"),
        FieldPanel("body"),
        ReadingPage.related_panel,
    ]
    search_fields = [
        *ReadingPage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    override_translatable_fields = [
        *ReadingPage.override_translatable_fields,
        *(
            SynchronizedField(name, overridable=False)
            for name in ("role", "kind", "contact_form", "is_example")
        ),
    ]
    parent_page_types = ["home.StoryIndexPage"]
    subpage_types: list[str] = []
    page_description = _("What someone went through, and what the contact was like.")
    template = "home/story_page.html"

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add `related`, cards of stories like this one unless pages were chosen, and the list."""
        number_anchors(self.body)
        lists = StoryIndexPage.objects.live().filter(locale_id=self.locale_id)
        entry = load_page_index().entries.get(lists.values_list("pk", flat=True).first())
        like_this = StoryPage.objects.like(self)[:RELATED_PAGES]
        return super().get_context(request, *args, **kwargs) | {
            "related": [] if self.chosen_related else StoryIndexPage.cards(like_this),
            "all_stories_url": entry.url if entry else "",
        }

    def structured_items(self, request: HttpRequest, picture_url: str) -> list[dict[str, Any]]:
        """Tell search engines about the story, and that it is an example if it is one."""
        genre = gettext("Example story. These are not real people.") if self.is_example else ""
        address = absolute_url(self.get_url(request) or request.path)
        return [article(self, page_url=address, picture_url=picture_url, genre=genre)]
