"""Put the demo pages and menus into the database, each of them once and never again.

A page that this made before is left alone, whatever happened to it since: edited, moved,
unpublished or deleted. The page log remembers it, because the log outlives the page.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Locale, Page, PageLogEntry, Site

from home.bilingual.english import plant_english, translate
from home.demo_content import LOG_ACTION
from home.demo_content.coverage import load_coverage
from home.demo_content.documents import load_documents
from home.demo_content.dutch import stable_id, stream_json
from home.demo_content.figures import load_figures
from home.demo_content.menus import MENU_PLAIN, MENU_STREAMS
from home.demo_content.pages import PAGES
from home.demo_content.pages.press_and_media import PRESS_AND_MEDIA
from home.demo_content.reading import NEUTRAL_CARDS, related_stream
from home.demo_content.texts import DemoPage, RichText, Text, texts_in
from home.demo_content.videos.files import make_video
from home.models import SiteMenu

#: The page that Wagtail's first migration makes; it has this title in every installation.
WELCOME_TITLE = "Welcome to your new Wagtail site!"


def load() -> list[str]:
    """Make what is missing and return the keys of what was made."""
    with transaction.atomic():
        load_figures()
        load_documents()
        made_before = set(
            PageLogEntry.objects.filter(action=LOG_ACTION).values_list("data__key", flat=True)
        )
        new = [demo for demo in PAGES if demo.key not in made_before]
        dutch = Locale.objects.get(language_code="nl")
        if PRESS_AND_MEDIA in new:
            load_coverage()
        # All pages first and their blocks later, because pages link to each other.
        planted = [demo for demo in new if _plant(demo, dutch)]
        for demo in planted:
            _fill(demo)
        for demo in planted:
            plant_english(_dutch_page(demo.key))
        for demo in planted:
            translate(_dutch_page(demo.key), _texts_of(demo))
        if not made_before:
            _make_menus(dutch)
        return [demo.key for demo in planted]


def page_pk(key: str) -> int | None:
    """Primary key of the Dutch page of a demo page, None if somebody deleted it."""
    return (
        Page.objects.filter(translation_key=stable_id(key), locale__language_code="nl")
        .values_list("pk", flat=True)
        .first()
    )


def _dutch_page(key: str) -> Page:
    # Fetched anew each time: a page in memory does not know how many children it got since.
    return Page.objects.get(translation_key=stable_id(key), locale__language_code="nl").specific


def _texts_of(demo: DemoPage) -> Iterable[Text]:
    parts: list[Any] = [demo.title, demo.slug, demo.description, demo.plain]
    return texts_in([*parts, demo.seo_title, demo.streams])


def _plant(demo: DemoPage, locale: Locale) -> bool:
    """Add the page, unpublished, with its texts but without its blocks.

    Returns whether it could: not below a page that somebody deleted, nor where somebody has a page
    at the same address.
    """
    parent = None
    if demo.key != "home":
        if page_pk(demo.parent) is None:
            return False
        parent = _dutch_page(demo.parent)
        if parent.get_children().filter(slug=demo.slug.nl).exists():
            return False
    model = apps.get_model(demo.model)
    plain = {
        name: value.html() if isinstance(value, RichText) else value.nl
        for name, value in demo.plain.items()
    }
    page = model(
        title=demo.title.nl,
        slug=demo.slug.nl,
        seo_title=demo.seo_title.nl if demo.seo_title else "",
        search_description=demo.description.nl,
        show_in_menus=True,
        locale=locale,
        translation_key=stable_id(demo.key),
        live=False,
        **plain,
        **{name: code() if callable(code) else code for name, code in demo.codes.items()},
        **({"video": make_video(demo.video)} if demo.video else {}),
        **({"neutral_card": True} if demo.key in NEUTRAL_CARDS else {}),
    )
    if parent is None:
        _replace_welcome_page(page)
    else:
        parent.add_child(instance=page)
    log(instance=page, action=LOG_ACTION, data={"key": demo.key})
    return True


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


def _fill(demo: DemoPage) -> None:
    """Add the blocks and publish."""
    page = _dutch_page(demo.key)
    for name, stream in (demo.streams | related_stream(demo.key)).items():
        setattr(page, name, stream_json(demo.key, name, stream, page_pk))
    page.save_revision().publish()


def _make_menus(locale: Locale) -> None:
    if SiteMenu.objects.filter(locale=locale).exists():
        return
    menu = SiteMenu(
        locale=locale,
        translation_key=stable_id("menu"),
        hide_visit_page_id=page_pk("hide-your-visit"),
        figures_page_id=page_pk("annual-figures"),
        **{name: text.nl for name, text in MENU_PLAIN.items()},
        **{
            name: stream_json("menu", name, stream, page_pk)
            for name, stream in MENU_STREAMS.items()
        },
    )
    menu.full_clean()
    menu.save()
    translate(menu, texts_in([MENU_PLAIN, MENU_STREAMS]))
