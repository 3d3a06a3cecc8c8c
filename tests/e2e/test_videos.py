"""Videos in a real browser: nothing comes from elsewhere before somebody asks for it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from home.models import VideoIndexPage, VideoPage
from media_library.models import Video
from tests.conftest import PHONE
from tests.home.factories import plant_site, translate
from tests.media_library.factories import make_image, make_video, new_youtube_video
from tests.support.page_fit import sticking_out

YOUTUBE = "https://www.youtube-nocookie.com/**"


@pytest.fixture
def pages(live_server, settings, tmp_path) -> None:
    """A list with our own video and one that is on YouTube, in both languages."""
    settings.MEDIA_ROOT = tmp_path
    poster = make_image("poster.png", is_decorative=True)
    on_youtube = new_youtube_video(title_nl="Op YouTube", title_en="On YouTube")
    on_youtube.save()
    index = VideoIndexPage(title="Video’s", slug="videos")
    home = plant_site()
    translate(home, "Perspectief", "home-en")
    home.add_child(instance=index)
    translate(index, "Videos", "videos")
    add(index, make_video(poster=poster), "eigen", "own")
    add(index, on_youtube, "youtube", "youtube")


def add(index: VideoIndexPage, video: Video, slug: str, english_slug: str) -> None:
    page = VideoPage(title=video.title_nl, slug=slug, video=video)
    index.add_child(instance=page)
    translate(page, video.title_en, english_slug)


def test_video_pages_are_accessible_and_fit_a_phone(
    pages,
    new_context: Callable[..., BrowserContext],
    assert_accessible: Callable[[Page], None],
):
    page = new_context(viewport={**PHONE, "width": 320}).new_page()
    for address in ("/videos/", "/en/videos/own/", "/videos/youtube/"):
        page.goto(address)
        assert_accessible(page)
        assert sticking_out(page) == ""


def test_our_own_video_has_a_large_button_and_captions_of_the_page(pages, page: Page):
    page.goto("/en/videos/own/")
    video, button = page.locator("video"), page.get_by_role("button", name="Play the video")
    expect(video).not_to_have_attribute("controls", "")
    assert page.evaluate(
        "[...document.querySelector('video').textTracks].map(t => [t.language, t.mode])"
    ) == [["nl", "disabled"], ["en", "showing"]]
    button.click()
    expect(button).to_be_hidden()
    expect(video).to_be_focused()
    expect(video).to_have_attribute("controls", "")
    page.get_by_text("Read the text of the video").click()
    expect(page.get_by_text("You register.", exact=True)).to_be_visible()


def test_youtube_is_asked_only_after_a_click(pages, page: Page):
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<!doctype html><title>Video</title>", content_type="text/html")

    page.route(YOUTUBE, answer)
    page.goto("/videos/youtube/")
    expect(page.get_by_role("link", name="Bekijk de video op YouTube")).to_be_hidden()
    assert asked == []
    page.get_by_role("button", name="Laad de video van YouTube").click()
    expect(page.locator("iframe")).to_be_visible()
    expect(page.frame_locator("iframe").locator("html")).to_have_count(1)
    assert len(asked) == 1
    assert asked[0].startswith("https://www.youtube-nocookie.com/embed/abcdefgh-_1?")


def test_without_script_there_are_the_controls_of_the_browser_and_a_link(
    pages, page_without_script: Page
):
    page = page_without_script
    page.goto("/videos/eigen/")
    expect(page.locator("video")).to_have_attribute("controls", "")
    expect(page.get_by_role("button", name="Speel de video af")).to_be_hidden()
    page.goto("/videos/youtube/")
    link = page.get_by_role("link", name="Bekijk de video op YouTube")
    expect(link).to_have_attribute("href", "https://www.youtube.com/watch?v=abcdefgh-_1")
    expect(page.get_by_role("button", name="Laad de video van YouTube")).to_be_hidden()
