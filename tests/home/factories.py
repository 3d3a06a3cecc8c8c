"""Factories for pages and menus of the public site."""

from typing import Any
from uuid import UUID

import factory
import wagtail_factories
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import TranslatableObject, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.bilingual import english as bilingual
from home.bilingual.texts import Text
from home.models import ContentPage, HomePage, SiteMenu
from home.stories.pages import StoryIndexPage, StoryPage
from tests.support.planted_rows import planted_once


class HomePageFactory(wagtail_factories.PageFactory):
    """A front page; give it `parent` (the root page)."""

    title = "Perspectief"
    headline = "Wil je nog iets vragen?\nOf iets zeggen?"
    intro = "Na een ingrijpende gebeurtenis brengen we mensen in contact."

    class Meta:
        model = HomePage


class ContentPageFactory(wagtail_factories.PageFactory):
    """A content page; give it `parent`."""

    title = factory.Sequence(lambda number: f"Inhoud {number}")
    intro = "Een paar woorden vooraf."

    class Meta:
        model = ContentPage


class StoryIndexPageFactory(wagtail_factories.PageFactory):
    """The list of stories; give it `parent` (a front page)."""

    title = "Verhalen"

    class Meta:
        model = StoryIndexPage


class StoryPageFactory(wagtail_factories.PageFactory):
    """A story; give it `parent` (a list of stories)."""

    title = factory.Sequence(lambda number: f"Verhaal nummer {number}")
    role = "harmed"
    kind = "violence"
    contact_form = "conversation"
    intro = "Wat iemand meemaakte."

    class Meta:
        model = StoryPage


class SiteMenuFactory(factory.django.DjangoModelFactory):
    """Menus of one language; `language` chooses it."""

    class Params:
        language = "nl"

    locale = factory.LazyAttribute(
        lambda menu: Locale.objects.get_or_create(language_code=menu.language)[0]
    )
    organisation = "Stichting Perspectief"
    footer_title = "Twijfel je?"
    header_links = "[]"
    footer_groups = "[]"
    social_links = "[]"

    class Meta:
        model = SiteMenu

    @classmethod
    def _create(cls, model_class: type[SiteMenu], *args: Any, **kwargs: Any) -> SiteMenu:
        menu = model_class(*args, **kwargs)
        if menu.locale.language_code == "en":
            note_translation(SiteMenu, SiteMenu, menu.translation_key)
        menu.save()
        return menu


def plant_site() -> HomePage:
    """Make a Dutch front page and have the default site start there."""
    root = Page.objects.get(depth=1)
    home = HomePageFactory(parent=root, slug="start")
    site = Site.objects.get(is_default_site=True)
    site.root_page = home
    site.save()
    return home


@planted_once
def plant_home() -> HomePage:
    """Make a front page in both languages, and return the Dutch one."""
    home = plant_site()
    add_english(home, "Perspectief", "home-en")
    return home


def add_english(page: Page, title: str, slug: str) -> Page:
    """Add a live English page with the fields of a Dutch one, below the English parent.

    What Wagtail's copying and publishing do beside that takes ten times as long, and a thousand
    tests begin with such pages. Where a test is about it, use `translate`.
    """
    english, _created = Locale.objects.get_or_create(language_code="en")
    own_fields = [field for field in page._meta.local_fields if not field.remote_field]
    copy = type(page)(
        **{field.attname: getattr(page, field.attname) for field in own_fields},
        title=title,
        slug=slug,
        locale=english,
        translation_key=page.translation_key,
    )
    note_translation(Page, type(page), page.translation_key)
    parent = page.get_parent()
    return (parent if parent.is_root() else parent.get_translation(english)).add_child(
        instance=copy
    )


def note_translation(
    base: type[Model], model: type[Model], translation_key: UUID | str
) -> Translation:
    """Note that what has this key is translated from Dutch into English, without its texts.

    Args:
        base: the model that has the language, `Page` for pages.
        model: the model itself.
        translation_key: what the languages have in common.
    """
    dutch, english = (Locale.objects.get_or_create(language_code=code)[0] for code in ("nl", "en"))
    whole, _created = TranslatableObject.objects.get_or_create(
        translation_key=translation_key, content_type=ContentType.objects.get_for_model(base)
    )
    source, _created = TranslationSource.objects.get_or_create(
        object=whole,
        locale=dutch,
        defaults={
            "specific_content_type": ContentType.objects.get_for_model(model),
            "content_json": "{}",
            "last_updated_at": timezone.now(),
        },
    )
    return Translation.objects.get_or_create(source=source, target_locale=english)[0]


def translate(page: Page, title: str, slug: str, *, live: bool = True) -> Page:
    """Add the English page of a Dutch one as an editor would, below the English parent.

    Only title and slug differ; of the other texts somebody said that they are the same in English.
    """
    say_in_english(page.specific, {page.title: title, page.slug: slug}, live=live)
    return page.get_translation(Locale.objects.get(language_code="en")).specific


def say_in_english(instance: Any, words: dict[str, str], *, live: bool = True) -> None:
    """Translate a page or snippet as an editor would; what is not in `words` stays the same."""
    stored = type(instance).objects.get(pk=instance.pk)  # in memory, blocks have no number yet
    texts = [
        Text(segment.string.data, words.get(segment.string.data, segment.string.data))
        for segment in extract_segments(stored)
        if isinstance(segment, StringSegmentValue)
    ]
    texts += [Text(dutch, english) for dutch, english in words.items()]
    bilingual.translate(stored, texts, publish=live)
