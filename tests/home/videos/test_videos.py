"""Videos in pages: the player, the list, and what search engines read."""

import json
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from home.blocks.body import PageBody
from home.models import HomePage, VideoIndexPage, VideoPage
from media_library.pictures import make_sizes
from tests.home.factories import ContentPageFactory, translate
from tests.media_library.factories import make_image, make_video, new_youtube_video
from tests.support.planted_rows import planted_once

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def index(home) -> VideoIndexPage:
    return plant_videos(home)


@planted_once
def plant_videos(home: HomePage) -> VideoIndexPage:
    """Make the list of videos in both languages."""
    page = VideoIndexPage(title="Video’s", slug="videos", intro="Kort uitgelegd.")
    home.add_child(instance=page)
    translate(page, "Videos", "videos")
    return page


def add_page(index: VideoIndexPage, number: int = 1, **changes) -> VideoPage:
    poster = make_image(f"poster-{number}.png", is_decorative=True)
    video = make_video(**{"title_nl": f"Video {number}", "poster": poster, **changes})
    page = VideoPage(title=f"Video {number}", slug=f"video-{number}", video=video)
    return index.add_child(instance=page)


def player(video, language: str = "nl") -> str:
    with translation.override(language):
        block = PageBody().child_blocks["video"]
        return block.render(block.to_python({"video": video.pk}))


def test_the_player_plays_nothing_by_itself_and_has_captions_in_both_languages(home):
    html = player(make_video())

    assert re.search(r"<video[^>]* controls [^>]*preload=\"none\"", html)
    assert "autoplay" not in html
    assert re.search(r'<track [^>]*srclang="nl"[^>]* default>', html)
    assert re.search(r'<track [^>]*srclang="en"[^>]*label="English">', html)
    assert 'srclang="en" label="English" default' in player(make_video(), "en")


def test_the_player_speaks_the_language_of_the_page(home):
    video = make_video(is_placeholder=True)

    assert "<p>Je meldt je aan.</p>" in player(video)
    assert "Hoe het gaat" in player(video)
    english = player(video, "en")
    assert "<p>You register.</p>" in english
    assert "Play the video: How it goes (2 minutes)" in english
    assert "This is a sample video." in english
    assert "This is a sample video." not in player(make_video(), "en")


def test_the_download_says_its_kind_and_size(home):
    with translation.override("en"):
        html = player(make_video(), "en")

    assert re.search(
        r'<a href="/media/videos/[^"]+" download>Download the video \(MP4, 1\xa0kB\)', html
    )


def test_a_video_on_youtube_is_only_a_link_until_somebody_asks(home):
    video = new_youtube_video()
    video.full_clean()
    video.save()

    html = player(video, "en")

    assert "<iframe" not in html
    assert "<video" not in html
    assert not re.search(r'(?:src|poster|action)="https?:', html)
    assert re.search(
        r'href="https://www.youtube.com/watch\?v=abcdefgh-_1" rel="noopener noreferrer"', html
    )
    assert "<p>You register.</p>" in html


def test_a_video_that_was_deleted_leaves_its_block_without_player(home):
    block = PageBody().child_blocks["video"]

    assert "player" not in block.render(block.to_python({"heading": "Kijk", "video": 4711}))


def test_a_page_has_its_video_and_the_way_to_others(index, html):
    add_page(index, 1)
    add_page(index, 2, description_nl="Waar de andere over gaat.")

    text = html("/videos/video-1/")

    assert len(re.findall(r"<h1[ >]", text)) == 1
    assert "<video" in text
    assert 'href="/videos/video-2/"' in text
    assert "Waar de andere over gaat." in text


def test_search_engines_read_what_the_video_is(index, html):
    page = add_page(index, transcript_nl="<p>Stop.</p><p></script><b>Ga & zie</b></p>")
    make_sizes(page.video.poster)

    text = html("/videos/video-1/")
    graph = json.loads(re.search(r"application/ld\+json\">(.*?)</script>", text)[1])["@graph"]
    (data,) = (item for item in graph if item["@type"] == "VideoObject")

    assert data["name"] == "Video 1"
    assert data["duration"] == "PT130S"
    assert data["transcript"].startswith("Stop.")
    assert data["contentUrl"].startswith("http://testserver/media/videos/clip")
    assert data["thumbnailUrl"].startswith("http://testserver/media/images/")
    assert data["uploadDate"]


def test_the_list_has_pages_and_costs_the_same_for_any_number(index, client):
    counts = []
    for number in range(1, VideoIndexPage.items_per_page + 2):
        add_page(index, number)
        if number in (2, VideoIndexPage.items_per_page + 1):
            client.get("/videos/")  # draws the pictures
            cache.clear()
            with CaptureQueriesContext(connection) as queries:
                text = client.get("/videos/").content.decode()
            counts.append(len(queries))

    assert counts[0] == counts[1]
    assert text.count('class="video-list__picture"') == VideoIndexPage.items_per_page
    last = f"Video {VideoIndexPage.items_per_page + 1}<"
    assert last in client.get("/videos/?page=2").content.decode()


def test_a_video_in_use_cannot_be_deleted(index):
    page = add_page(index)

    with pytest.raises(ProtectedError):
        page.video.delete()


def test_what_changes_in_a_video_shows_at_once(index, html):
    page = add_page(index)
    assert "Nieuwe woorden" not in html("/videos/video-1/")

    page.video.transcript_nl = "<p>Nieuwe woorden.</p>"
    page.video.save()

    assert "Nieuwe woorden" in html("/videos/video-1/")


def test_videos_live_below_the_list_and_the_list_below_the_front_page(index):
    assert VideoPage.can_create_at(index)
    assert not VideoPage.can_create_at(ContentPageFactory(parent=index.get_parent()))
    assert not VideoIndexPage.can_create_at(HomePage.objects.get(slug="start"))  # one a language
