"""Uploaded files in development: whole, in part, and not outside their folder."""

from pathlib import Path

import pytest
from django.conf import settings
from django.http import Http404
from django.test import RequestFactory

from perspectief.media_files import OPEN_FOLDERS, media_file

CONTENT = b"0123456789"


@pytest.fixture
def video(settings, tmp_path: Path) -> str:
    settings.MEDIA_ROOT = tmp_path / "media"
    for folder in ("videos", "original_images", "later"):
        (tmp_path / "media" / folder).mkdir(parents=True)
        (tmp_path / "media" / folder / "film.mp4").write_bytes(CONTENT)
    (tmp_path / "media" / "film.mp4").write_bytes(CONTENT)
    (tmp_path / "secret.txt").write_text("secret")
    return "videos/film.mp4"


def get(rf: RequestFactory, path: str, **headers: str):
    response = media_file(rf.get(f"/media/{path}", headers=headers), path)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return response, content


def test_whole_file(rf: RequestFactory, video: str):
    response, content = get(rf, video)
    assert (response.status_code, content) == (200, CONTENT)
    assert response["Content-Type"] == "video/mp4"
    assert response["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "part", "told"),
    [
        ("bytes=0-3", b"0123", "bytes 0-3/10"),
        ("bytes=4-", b"456789", "bytes 4-9/10"),
        ("bytes=8-99", b"89", "bytes 8-9/10"),
        ("bytes=-3", b"789", "bytes 7-9/10"),
        ("bytes=-99", CONTENT, "bytes 0-9/10"),
    ],
)
def test_part_of_a_file(rf: RequestFactory, video: str, asked: str, part: bytes, told: str):
    response, content = get(rf, video, Range=asked)
    assert (response.status_code, content) == (206, part)
    assert response["Content-Range"] == told
    assert response["Content-Length"] == str(len(part))


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=5-2", "bytes=-0"])
def test_part_that_is_not_there(rf: RequestFactory, video: str, asked: str):
    response, content = get(rf, video, Range=asked)
    assert (response.status_code, content) == (416, b"")
    assert response["Content-Range"] == "bytes */10"


@pytest.mark.parametrize("asked", ["bytes=0-1,4-5", "bytes=-", "lines=1-2", "nonsense"])
def test_what_is_not_one_range_gets_the_whole_file(rf: RequestFactory, video: str, asked: str):
    response, content = get(rf, video, Range=asked)
    assert (response.status_code, content) == (200, CONTENT)


@pytest.mark.parametrize(
    "path",
    [
        *("../secret.txt", "videos/../../secret.txt", "videos/nothing.mp4", "", "videos", "a\0b"),
        *("film.mp4", "original_images/film.mp4", "videos/../original_images/film.mp4"),
        "later/film.mp4",  # a folder that somebody makes later
    ],
)
def test_nothing_else_is_served(rf: RequestFactory, video: str, path: str):
    with pytest.raises(Http404):
        media_file(rf.get("/media/x"), path)


def test_the_web_server_in_front_opens_the_same_folders():
    nginx = Path(settings.BASE_DIR, "deploy", "nginx", "site").read_text(encoding="utf-8")

    assert f"location ~ ^/media/({'|'.join(OPEN_FOLDERS)})/" in nginx
    assert "location /media/ { return 404; }" in nginx
