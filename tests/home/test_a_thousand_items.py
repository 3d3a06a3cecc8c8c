"""Lists, menus, feeds and the sitemap ask the database as often for 1,000 items as for 10."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.db import connection, models
from django.db.models.signals import post_init
from django.test.utils import CaptureQueriesContext

from home.coverage.page import CoverageIndexPage
from home.models import ContentPage, VideoIndexPage, VideoPage
from home.stories.pages import StoryPage
from media_library.coverage import CoverageKind
from media_library.models import MediaCoverage
from media_library.pictures import make_sizes
from tests.home.factories import (
    ContentPageFactory,
    SiteMenuFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
)
from tests.media_library.coverage_factories import MediaCoverageFactory
from tests.media_library.factories import make_image, make_video
from tests.support.many_pages import plant_many

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

#: What each visit may cost at most, on the first visit after something was published.
MOST_QUERIES = 40


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def library(home) -> Callable[[int], None]:
    """One item of everything that is listed; call it to bring each to a number of items."""
    stories = StoryIndexPageFactory(parent=home, slug="verhalen")
    shelf = ContentPageFactory(parent=home, slug="plank")
    home.add_child(
        instance=CoverageIndexPage(
            title="Pers", slug="pers", press_heading="Journalist?", press_text="Bel ons."
        )
    )
    videos = home.add_child(instance=VideoIndexPage(title="Video’s", slug="videos"))
    poster = make_image(is_decorative=True)
    make_sizes(poster)
    video = make_video(title_nl="Video", poster=poster)
    originals = [
        StoryPageFactory(parent=stories, slug="verhaal"),
        ContentPageFactory(parent=shelf, slug="boek"),
        videos.add_child(instance=VideoPage(title="Video", slug="video", video=video)),
    ]
    MediaCoverageFactory()
    links = [
        {"type": "link", "value": {"label": page.title, "page": page.pk}}
        for page in (stories, shelf, videos)
    ]
    SiteMenuFactory(header_links=json.dumps(links))

    def grow(number: int) -> None:
        for original in originals:
            plant_many(original, number - type(original).objects.count())
        MediaCoverage.objects.bulk_create(
            MediaCoverageFactory.build(
                kind=CoverageKind.values[each % 5], year=2000 + each % 25, language="nl"
            )
            for each in range(MediaCoverage.objects.count(), number)
        )

    return grow


ADDRESSES = (
    "/",
    "/verhalen/",
    "/verhalen/?role=harmed&kind=violence&page=1",
    "/verhalen/verhaal/",
    "/verhalen/rss/",
    "/videos/",
    "/videos/video/",
    "/pers/",
    "/pers/?kind=radio&year=2003&page=1",
    "/pers/rss/",
    "/plank/boek/",
    "/sitemap.xml",
)


def test_a_thousand_cost_as_many_queries_as_ten(library, client):
    costs = []
    for number in (30, 1000):  # thirty fill a page of every list
        library(number)
        cache.clear()  # as after something was published; the first address pays for the menus
        found = {}
        for address in ADDRESSES:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200, address
            found[address] = len(queries)
        costs.append(found)

    assert costs[0] == costs[1]
    assert max(costs[1].values()) <= MOST_QUERIES


@contextmanager
def count_of(model: type[models.Model]) -> Iterator[list[int]]:
    """Collect the keys of the rows of `model` that are loaded."""
    loaded: list[int] = []

    def note(instance: models.Model, **kwargs: object) -> None:
        loaded.append(instance.pk)

    post_init.connect(note, sender=model)
    try:
        yield loaded
    finally:
        post_init.disconnect(note, sender=model)


#: Address, what it lists, and how many of them it shows.
SHOWN: tuple[tuple[str, type[models.Model], int], ...] = (
    ("/verhalen/?role=harmed&page=40", StoryPage, 12),
    ("/verhalen/rss/", StoryPage, 30),
    ("/videos/?page=7", VideoPage, 12),
    ("/pers/?page=9", MediaCoverage, 20),
    ("/pers/rss/", MediaCoverage, 30),
    ("/plank/boek/", ContentPage, 2),  # itself and the page above it
)


def test_a_list_loads_what_it_shows_and_no_more(library, client):
    library(1000)

    for address, model, most in SHOWN:
        with count_of(model) as loaded:
            assert client.get(address).status_code == 200
        assert 0 < len(loaded) <= most, address


def test_a_long_list_offers_few_pages_and_says_which_is_this_one(library, client):
    library(1000)

    text = client.get("/pers/?page=25").content.decode()
    pages = text[text.index('<nav class="pagination"') :].split("</nav>")[0]

    assert pages.count("<li") == 7  # 1 … 24 25 26 … 50
    assert pages.count("…") == 2
    assert pages.count('aria-current="page"') == 1
    for number in (1, 24, 26, 50):
        assert (
            f'href="?page={number}"><span class="visually-hidden">Pagina </span>{number}' in pages
        )
