"""What search engines are told about a video (schema.org)."""

from typing import Any

from django.utils.html import strip_tags

from media_library.models import Video


def video_object(video: Video, *, page_url: str, picture_url: str, file_url: str) -> dict[str, Any]:
    """Return a VideoObject in the active language.

    The addresses are absolute; `file_url` is empty for a video that is on YouTube.
    """
    found = {
        "@type": "VideoObject",
        "name": video.title,
        "description": video.description,
        "thumbnailUrl": picture_url,
        "uploadDate": video.created_at.isoformat(),
        "duration": f"PT{video.duration}S",
        "transcript": " ".join(strip_tags(video.transcript.replace("</p>", "</p> ")).split()),
        "url": page_url,
    }
    if file_url:
        found["contentUrl"] = file_url
    else:
        found["embedUrl"] = f"https://www.youtube-nocookie.com/embed/{video.youtube_id}"
    return found
