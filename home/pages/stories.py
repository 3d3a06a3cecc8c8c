"""Experience stories: the list with its filters, and each story."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.blocks.body import PageBody
from home.blocks.sections import number_anchors
from home.blocks.story_body import StoryBody
from home.page_index import load_page_index
from home.pages.base import BasePage
from home.stories.codes import ContactForm, StoryKind, StoryRole
from home.stories.filters import chosen_values, filter_groups

STORIES_PER_PAGE = 12
RELATED_STORIES = 3
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


class StoryIndexPage(BasePage):
    """All stories of one language; its blocks come below the list."""

    intro: models.TextField = models.TextField(
        _("introduction"), blank=True, help_text=_("Who tells these stories, in two sentences.")
    )
    body = StreamField(PageBody(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.StoryPage"]
    max_count = len(settings.LANGUAGES)
    page_description = _("The list of stories with its filters; one for each language.")
    template = "home/story_index_page.html"

    class Meta:
        verbose_name = _("list of stories")
        verbose_name_plural = _("lists of stories")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the filter form (`groups`, `is_filtered`), `cards`, `total` and `page_obj`."""
        number_anchors(self.body)
        stories = StoryPage.objects.published(self.locale_id)
        chosen = chosen_values(request.GET)
        told = stories.order_by().values("role", "kind", "contact_form").distinct()
        found = stories.filter(**{f"{field}__in": values for field, values in chosen.items()})
        page_obj = Paginator(found, STORIES_PER_PAGE).get_page(request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | {
            "groups": filter_groups(told, chosen),
            "is_filtered": bool(chosen),
            "cards": _cards(page_obj.object_list),
            "total": page_obj.paginator.count,
            "page_obj": page_obj,
        }


class StoryPage(BasePage):
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
        help_text=_("The page says that these are not real people. Untick it only when they are."),
    )
    intro: models.TextField = models.TextField(
        _("introduction"), help_text=_("What the story is about, in two or three sentences.")
    )
    body = StreamField(StoryBody(), verbose_name=_("body"), blank=True)

    objects = StoryManager()

    content_panels = [
        *BasePage.content_panels,
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
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("role", "kind", "contact_form", "is_example")
    ]
    parent_page_types = ["home.StoryIndexPage"]
    subpage_types: list[str] = []
    page_description = _("What somebody went through, and what the contact was like.")
    template = "home/story_page.html"

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add `related`, cards of stories that are like this one, and `all_stories_url`."""
        number_anchors(self.body)
        lists = StoryIndexPage.objects.live().filter(locale_id=self.locale_id)
        entry = load_page_index().entries.get(lists.values_list("pk", flat=True).first())
        return super().get_context(request, *args, **kwargs) | {
            "related": _cards(StoryPage.objects.like(self)[:RELATED_STORIES]),
            "all_stories_url": entry.url if entry else "",
        }


def _cards(stories: Any) -> list[dict[str, Any]]:
    """What a card shows of each story; the addresses come from the page index, without queries."""
    entries = load_page_index().entries
    return [
        {"story": story, "url": entries[story.pk].url} for story in stories if story.pk in entries
    ]
