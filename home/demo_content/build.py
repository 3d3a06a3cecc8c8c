"""Put the demo pages and menus into the database, each of them once and never again.

A page that this made before is left alone, whatever happened to it since: edited, moved,
unpublished or deleted. The page log remembers it, because the log outlives the page.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Locale, Page, PageLogEntry, Site
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail_localize.models import TranslationLog

from home.bilingual.english import record_translation, translate
from home.bilingual.texts import RichText, Text, texts_in
from home.demo_content import LOG_ACTION
from home.demo_content.coverage import load_coverage
from home.demo_content.documents import load_documents
from home.demo_content.figures import load_figures
from home.demo_content.reading.demo import the_demo
from home.demo_content.stored import Rows, stable_id
from home.demo_content.texts import DaysFromNow, DemoFields, DemoPage
from home.demo_content.videos.files import make_video
from home.models import SiteMenu

#: The page that Wagtail's first migration makes; it has this title in every installation.
WELCOME_TITLE = "Welcome to your new Wagtail site!"
#: The page that lists what appeared in the media.
COVERAGE_PAGE = "press-and-media"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def load() -> list[str]:
    """Make what is missing and return the keys of what was made.

    Raises:
        FaultyWordsError: a file with words needs work; nothing was made.
    """
    demo = the_demo()
    with transaction.atomic():
        load_figures(demo.figures)
        load_documents(demo.documents)
        made_before = set(
            PageLogEntry.objects.filter(action=LOG_ACTION).values_list("data__key", flat=True)
        )
        new = [page for page in demo.pages if page.key not in made_before]
        if COVERAGE_PAGE in {page.key for page in new}:
            load_coverage(demo.coverage)
        # All pages first, in both languages, and what they say later: they link to each other.
        with disable_reference_index_auto_update():  # there is nothing yet that they refer to
            planted = [page for page in new if _plant(page)]
        rows = Rows(page_pks(demo.pages))
        for page in planted:
            _fill(page, rows)
        if not made_before:
            _make_menus(demo.menus, rows)
        return [page.key for page in planted]


def has_pages_of_its_own() -> bool:
    """Return whether the site has pages, and none of them was ever made by this."""
    if PageLogEntry.objects.filter(action=LOG_ACTION).exists():
        return False
    return Page.objects.filter(depth__gt=1).exclude(title=WELCOME_TITLE).exists()


def page_pks(pages: Iterable[DemoPage]) -> dict[str, int]:
    """Primary keys of the Dutch pages by their key, without those that somebody deleted."""
    keys = {stable_id(page.key): page.key for page in pages}
    found = Page.objects.filter(translation_key__in=keys, locale__language_code="nl")
    return {
        keys[str(translation_key)]: pk
        for translation_key, pk in found.values_list("translation_key", "pk")
    }


def _page_in(language: str, key: str) -> Page | None:
    # Fetched anew each time: a page in memory does not know how many children it got since.
    return Page.objects.filter(
        translation_key=stable_id(key), locale__language_code=language
    ).first()


def _texts_of(page: DemoPage) -> Iterable[Text]:
    return texts_in(
        [page.title, page.slug, page.description, page.seo_title, page.plain, page.streams]
    )


def _plant(page: DemoPage) -> bool:
    """Add the page in both languages, unpublished, and saying nothing yet.

    Returns whether it could: not below a page that somebody deleted, nor where somebody has a page
    at the same address.
    """
    parent = _page_in("nl", page.parent) if page.parent else None
    if page.parent and (parent is None or parent.get_children().filter(slug=page.slug.nl).exists()):
        return False
    video = {"video": make_video(page.video)} if page.video else {}
    dutch = _new_page(page, "nl", **video)
    if parent is None:
        _replace_welcome_page(dutch)
    else:
        parent.add_child(instance=dutch)
    log(instance=dutch, action=LOG_ACTION, data={"key": page.key})
    _plant_english(page, dutch, **video)
    return True


def _new_page(page: DemoPage, language: str, **fields: Any) -> Page:
    model = apps.get_model(page.model)
    return model(
        title=getattr(page.title, language),
        slug=getattr(page.slug, language),
        show_in_menus=True,
        locale=Locale.objects.get(language_code=language),
        translation_key=stable_id(page.key),
        live=False,
        **page.codes,
        **{name: _beginning_of(day) for name, day in page.days.items()},
        **fields,
    )


def _beginning_of(day: date | DaysFromNow) -> datetime:
    if isinstance(day, DaysFromNow):
        day = timezone.localdate(timezone=AMSTERDAM) + day.distance
    return datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM)


def _plant_english(page: DemoPage, dutch: Page, **fields: Any) -> None:
    """Add the English page, which says nothing yet either."""
    parent = _page_in("en", page.parent) if page.parent else Page.objects.get(depth=1)
    if parent is None:  # somebody deleted it
        english = dutch.copy_for_translation(
            Locale.objects.get(language_code="en"), copy_parents=True
        )
        english.title = page.title.en
        english.slug = find_available_slug(english.get_parent(), page.slug.en)
        english.save()
        return
    english = _new_page(page, "en", **fields)
    english.slug = find_available_slug(parent, english.slug)
    parent.add_child(instance=english)


def _replace_welcome_page(home: Page) -> None:
    """Make `home` the start of the site; Wagtail's own first page goes, if nobody has used it."""
    root = Page.objects.get(depth=1)
    root.add_child(instance=home)
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        Site.objects.create(root_page=home, is_default_site=True)
        return
    welcome = site.root_page
    if (
        welcome.specific_class is Page
        and welcome.title == WELCOME_TITLE
        and not welcome.get_children().exists()
    ):
        site.root_page = home
        site.save()
        welcome.delete()


def _fill(page: DemoPage, rows: Rows) -> None:
    """Add what links to other pages and publish, in both languages."""
    dutch = _publish(_filled(page, "nl", rows))
    translation = record_translation(dutch, _texts_of(page))
    english = _publish(_filled(page, "en", rows))
    TranslationLog.objects.create(
        source=translation.source,
        locale=translation.target_locale,
        revision=english.latest_revision,
    )


def _filled(page: DemoPage, language: str, rows: Rows) -> Page:
    """The planted page with all that it says."""
    filled = Page.objects.get(
        translation_key=stable_id(page.key), locale__language_code=language
    ).specific
    filled.seo_title = getattr(page.seo_title, language) if page.seo_title else ""
    filled.search_description = getattr(page.description, language)
    _say(filled, page.key, page, language, rows)
    return filled


def _say(instance: Any, key: str, fields: DemoFields, language: str, rows: Rows) -> None:
    for name, said in fields.plain.items():
        value = said.html(language) if isinstance(said, RichText) else getattr(said, language)
        setattr(instance, name, value)
    for name, stream in fields.streams.items():
        setattr(instance, name, rows.stream_json(key, name, stream, language))
    for name, other in fields.pages.items():
        setattr(instance, f"{name}_id", rows.page(other))


def _publish(page: Page) -> Page:
    """Make what a page in memory says its first revision; return the page as it was published."""
    with disable_reference_index_auto_update():  # publishing updates it
        revision = page.save_revision(clean=False)  # publishing validates it
    publishing = PublishPageRevisionAction(revision)
    publishing.execute(skip_permission_checks=True)
    return publishing.object


def _make_menus(menus: DemoFields, rows: Rows) -> None:
    dutch = Locale.objects.get(language_code="nl")
    if SiteMenu.objects.filter(locale=dutch).exists():
        return
    menu = SiteMenu(locale=dutch, translation_key=stable_id("menu"))
    _say(menu, "menu", menus, "nl", rows)
    menu.full_clean()
    menu.save()
    translate(menu, texts_in([menus.plain, menus.streams]))
