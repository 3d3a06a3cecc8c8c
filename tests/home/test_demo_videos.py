"""The demo videos: captions that fit the clips, and clips that every browser plays."""

import re
from itertools import pairwise

import pytest
from django.core.files import File

from home.demo_content.reading.demo import the_demo
from home.demo_content.videos.files import MEDIA
from home.demo_content.videos.script import captions, duration, timed_lines, transcript
from home.models import VideoPage
from media_library.captions import parse_captions
from media_library.models import Video
from media_library.video_files import check_video_file
from tests.home.test_demo_content import DUTCH, ENGLISH, LONGEST_SENTENCE

CLIPS = the_demo().videos()
LARGEST_CLIP = 150_000  # bytes
#: Two lines of captions hold this many characters.
LONGEST_LINE = 84

every_video = pytest.mark.parametrize("video", CLIPS, ids=lambda video: video.clip)


def length_of(clip: bytes) -> float:
    """Seconds that an MP4 file takes, from its movie header (version 0)."""
    start = clip.index(b"mvhd") + 4
    scale, length = (
        int.from_bytes(clip[start + offset : start + offset + 4], "big") for offset in (12, 16)
    )
    return length / scale


@every_video
def test_the_clip_takes_as_long_as_its_words(video):
    content = (MEDIA / f"{video.clip}.mp4").read_bytes()

    assert len(content) < LARGEST_CLIP
    assert abs(length_of(content) - duration(video)) < 1
    with (MEDIA / f"{video.clip}.mp4").open("rb") as file:
        check_video_file(File(file))


@every_video
@pytest.mark.parametrize("language", ["nl", "en"])
def test_captions_are_complete_in_order_and_can_be_read(video, language):
    cues = parse_captions(captions(video, language))

    words = [word for cue in cues for word in cue.text.split()]
    read = re.sub(r"<[^>]+>", " ", transcript(video, language)).split()
    assert words == read[-len(words) :]
    assert all(first.end <= second.start for first, second in pairwise(cues))
    for cue in cues:
        assert len(cue.text) <= LONGEST_LINE
        assert len(cue.text) / (cue.end - cue.start) <= 17


@every_video
def test_words_keep_the_rules_of_the_house(video):
    lines = [video.title, video.description, *(line for *_times, line in timed_lines(video))]
    for line in lines:
        assert not ENGLISH.search(line.nl)
        assert not DUTCH.search(line.en)
        for whole in (line.nl, line.en):
            for sentence in re.split(r"(?<=[.?!:])\s+", whole):
                assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


@pytest.mark.any_database
@pytest.mark.django_db
def test_the_demo_shows_every_video_in_both_languages(demo_site, client):
    assert Video.objects.count() == len(CLIPS)
    for language, start in (("nl", "/videos/"), ("en", "/en/videos/")):
        listed = client.get(start).content.decode()
        for page in VideoPage.objects.filter(locale__language_code=language):
            assert f'href="{page.url}"' in listed
            text = client.get(page.url).content.decode()
            assert "<video" in text
            assert getattr(page.video, f"title_{language}") in text.replace("&shy;", "")
    for front in ("/", "/en/"):
        assert "<video" in client.get(front).content.decode()
