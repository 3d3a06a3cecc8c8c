"""Keeps search entries like their pages."""

from collections.abc import Iterable
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import translation
from django_tasks import task
from wagtail.models import Page
from wagtail.signals import page_published

from home.figures.models import Figure, FigureSet
from home.search.models import SearchEntry
from home.search.page_text import lead_of, lines_of
from home.search.terms import STEMMERS
from media_library.models import MediaCoverage, Video
from perspectief.contact_details import ContactDetails
from registration.services import ROWS_NAMED_ON_PAGES

#: What pages show without holding it themselves.
SHOWN_BY_PAGES = (Figure, FigureSet, MediaCoverage, Video, ContactDetails, *ROWS_NAMED_ON_PAGES)
WAITING_KEY = "search-refresh-waits"
#: Seconds after which a refresh that never ran is asked for again.
WAITING_SECONDS = 60
CHUNK = 100


def refresh(page: Page) -> None:
    """Make the entry of one published page, in its specific type, say what the page says now.

    A page that search engines must leave out is not found here either, and none that is offline.
    """
    language = page.locale.language_code
    if (
        not page.live
        or getattr(page, "seo_noindex", False)
        or language not in STEMMERS
        or page.depth < 2
    ):
        SearchEntry.objects.filter(page_id=page.pk).delete()
        return
    with translation.override(language):
        lines = lines_of(page)
        texts = {
            "language": language,
            "title": page.title,
            "lead": lead_of(page),
            "headings": "\n".join(line.text for line in lines if line.is_heading),
            "text": "\n".join(line.text for line in lines),
            "outdated_from": getattr(page, "ends_at", None),
        }
    entry = SearchEntry.objects.filter(page_id=page.pk).first()
    if entry is None or any(getattr(entry, name) != value for name, value in texts.items()):
        SearchEntry.objects.update_or_create(page_id=page.pk, defaults=texts)


def refresh_all() -> None:
    """Make all entries say what their pages say now, and forget pages that are not published."""
    SearchEntry.objects.exclude(page__live=True).delete()
    for page in _published_pages():
        refresh(page)


@task()
def refresh_all_task() -> None:
    """See `refresh_all`; saving an entry has Wagtail put it into its index."""
    cache.delete(WAITING_KEY)
    refresh_all()


def refresh_soon() -> None:
    """Have a worker refresh all entries; asking again before it began changes nothing."""
    if cache.add(WAITING_KEY, True, WAITING_SECONDS):
        refresh_all_task.enqueue()


def connect() -> None:
    """Follow what editors publish and change."""
    page_published.connect(_page_published, dispatch_uid="home.search.page_published")
    for model in SHOWN_BY_PAGES:
        for signal in (post_save, post_delete):
            uid = f"home.search.shown.{model.__name__}"
            signal.connect(_shown_changed, sender=model, dispatch_uid=uid)


def _published_pages() -> Iterable[Page]:
    pages = Page.objects.live().filter(depth__gte=2).select_related("locale").order_by("pk")
    return pages.specific().iterator(chunk_size=CHUNK)


def _page_published(sender: Any, instance: Page, **kwargs: Any) -> None:
    # From the database: in memory a page may hold what its last revision left behind.
    refresh(Page.objects.select_related("locale").get(pk=instance.pk).specific)


def _shown_changed(sender: Any, **kwargs: Any) -> None:
    transaction.on_commit(refresh_soon)
