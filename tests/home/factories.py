"""Factories for pages and menus of the public site."""

import factory
import wagtail_factories
from wagtail.models import Locale, Page, Site

from home.models import ContentPage, HomePage, SiteMenu
from home.pages.stories import StoryIndexPage, StoryPage


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
    phone = "030-2340045"
    opening_hours = "Maandag tot en met vrijdag"
    footer_title = "Twijfel je?"
    header_links = "[]"
    footer_groups = "[]"
    social_links = "[]"

    class Meta:
        model = SiteMenu


def plant_site() -> HomePage:
    """Make a Dutch front page and have the default site start there."""
    root = Page.objects.get(depth=1)
    home = HomePageFactory(parent=root, slug="start")
    site = Site.objects.get(is_default_site=True)
    site.root_page = home
    site.save()
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
    parent = page.get_parent()
    return (parent if parent.is_root() else parent.get_translation(english)).add_child(
        instance=copy
    )


def translate(page: Page, title: str, slug: str, *, live: bool = True) -> Page:
    """Add the English page of a Dutch one, below the English page of its parent."""
    english, _created = Locale.objects.get_or_create(language_code="en")
    copy = page.copy_for_translation(english)
    copy.title, copy.slug, copy.live = title, slug, live
    if live:
        copy.save_revision().publish()
    else:
        copy.save()
    return copy
