"""Put a demo video into the library, with its clip, poster, captions and transcript."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from home.demo_content.videos.script import DemoVideo, captions, duration, transcript
from media_library.models import Video

MEDIA = Path(__file__).resolve().parent.parent / "media"
LANGUAGES = ("nl", "en")


def make_video(demo: DemoVideo) -> Video:
    """Store a new video, which says of itself that it is a sample."""
    with (MEDIA / f"{demo.clip}.png").open("rb") as picture:
        poster = get_image_model().objects.create(
            title=demo.title.nl,
            file=ImageFile(picture, f"{demo.clip}.png"),
            is_decorative=True,  # the video says what it shows
        )
    video = Video(
        duration=duration(demo),
        poster=poster,
        is_placeholder=True,
        file=ContentFile((MEDIA / f"{demo.clip}.mp4").read_bytes(), f"{demo.clip}.mp4"),
    )
    for language in LANGUAGES:
        setattr(video, f"title_{language}", getattr(demo.title, language))
        setattr(video, f"description_{language}", getattr(demo.description, language))
        setattr(video, f"transcript_{language}", transcript(demo, language))
        name = f"{demo.clip}-{language}.vtt"
        setattr(video, f"captions_{language}", ContentFile(captions(demo, language).encode(), name))
    video.full_clean()
    video.save()
    return video
