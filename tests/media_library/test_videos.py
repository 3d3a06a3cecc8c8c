"""Videos: what is accepted, what is kept, how their files are served."""

import json
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from media_library import captions, video_files
from media_library.models import Video
from perspectief.staff import groups
from tests.media_library.factories import CAPTIONS, make_video, mp4, new_video, upload
from tests.media_library.factories import new_youtube_video as on_youtube


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def errors_of(video: Video) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        video.full_clean()
    return caught.value.message_dict


@pytest.mark.django_db
class TestWhatIsAccepted:
    def test_a_complete_video_and_one_on_youtube(self):
        new_video().full_clean()
        on_youtube().full_clean()

    def test_a_video_is_somewhere(self):
        assert "__all__" in errors_of(on_youtube(youtube_id=""))

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_our_own_video_has_captions_in_both_languages(self, language):
        assert list(errors_of(new_video(**{f"captions_{language}": ""}))) == [
            f"captions_{language}"
        ]

    @pytest.mark.parametrize("youtube_id", ["short", "abcdefgh<_1", "abcdefgh-_12", "abcdéfgh-_1"])
    def test_an_id_of_youtube_has_its_shape(self, youtube_id):
        assert "youtube_id" in errors_of(on_youtube(youtube_id=youtube_id))

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("clip.mp4", b"<html>not a video</html>"),
            ("clip.mp4", b""),
            ("clip.mp4", mp4(codec=b"hvc1")),
            ("clip.webm", mp4()),
            ("clip.mp4", b"\x00\x00\x00\x04ftyp"),
            ("clip.mp4", mp4()[12:]),
        ],
    )
    def test_another_kind_of_file_is_refused(self, name, content):
        assert "file" in errors_of(new_video(file=upload(name, content)))

    def test_a_file_that_is_too_large_is_refused(self, monkeypatch):
        monkeypatch.setattr(video_files, "MAXIMUM_BYTES", 20)
        monkeypatch.setattr(captions, "MAXIMUM_BYTES", 20)
        assert {"file", "captions_nl"} <= set(errors_of(new_video()))

    @pytest.mark.parametrize("duration", [0, 20_000])
    def test_a_duration_is_possible(self, duration):
        assert "duration" in errors_of(new_video(duration=duration))


class TestCaptions:
    def test_cues_notes_names_and_settings_are_read(self):
        text = (
            "\ufeffWEBVTT - Hoe het gaat\r\n\r\nNOTE niet voor lezers\r\n\r\n"
            "1\r\n00:01.000 --> 00:03.500 line:80%\r\nJe meldt je aan.\r\nWij bellen.\r\n\r\n"
            "01:00:00.000 --> 01:00:02.000\r\nTot ziens.\r\n"
        )
        captions.check_captions_file(upload("nl.vtt", text))
        assert captions.parse_captions(text.lstrip("\ufeff")) == [
            captions.Cue(1, 3.5, "Je meldt je aan.\nWij bellen."),
            captions.Cue(3600, 3602, "Tot ziens."),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "1\n00:00:01,000 --> 00:00:02,000\nSubRip\n",
            "WEBVTTX\n\n00:01.000 --> 00:02.000\nTekst\n",
            "WEBVTT\n",
            "WEBVTT\n\nNOTE alleen dit\n",
            "WEBVTT\n\n00:01,000 --> 00:02,000\nKomma\n",
            "WEBVTT\n\n00:61.000 --> 00:62.000\nTekst\n",
            "WEBVTT\n\n00:02.000 --> 00:02.000\nTekst\n",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n",
            "WEBVTT\n\neen naam\n",
        ],
    )
    def test_what_no_browser_shows_is_refused(self, text):
        with pytest.raises(ValidationError):
            captions.check_captions_file(upload("nl.vtt", text))

    def test_the_message_names_the_line(self):
        with pytest.raises(ValidationError, match="5"):
            captions.parse_captions("WEBVTT\n\n\nnaam\n00:02.000 --> 00:01.000\nTekst\n")

    def test_another_encoding_is_refused(self):
        with pytest.raises(ValidationError, match="UTF-8"):
            captions.check_captions_file(upload("nl.vtt", "WEBVTT\n\né".encode("utf-16")))

    @given(st.binary(max_size=200))
    def test_any_input_is_read_or_refused(self, content):
        for check, name in (
            (captions.check_captions_file, "x.vtt"),
            (video_files.check_video_file, "x.mp4"),
        ):
            with pytest.raises(ValidationError):
                check(upload(name, content))


@pytest.mark.django_db
class TestFiles:
    def test_captions_are_served_as_captions_and_a_video_in_parts(self, client):
        video = make_video()
        answer = client.get(video.captions_nl.url)
        assert answer["Content-Type"] == "text/vtt"
        assert b"Je meldt je aan." in b"".join(answer.streaming_content)
        part = client.get(video.file.url, headers={"Range": "bytes=4-7"})
        assert part.status_code == 206
        assert part["Content-Type"] == "video/mp4"
        assert b"".join(part.streaming_content) == b"ftyp"

    def test_the_size_is_that_of_the_file(self):
        video = make_video()
        assert video.file_size == len(mp4())
        again = Video.objects.get(pk=video.pk)
        again.save()
        assert again.file_size == len(mp4())

    def test_a_replaced_file_is_gone_once_the_change_is_certain(
        self, media, django_capture_on_commit_callbacks
    ):
        video = make_video()
        old, kept = Path(video.file.path), Path(video.captions_nl.path)
        video.file = upload("later.mp4", mp4())
        with django_capture_on_commit_callbacks(execute=True):
            video.save()
            assert old.exists()
        assert not old.exists()
        assert kept.exists()
        assert Path(video.file.path).exists()

    def test_a_deleted_video_leaves_no_files(self, media, django_capture_on_commit_callbacks):
        video = make_video()
        with django_capture_on_commit_callbacks(execute=True):
            video.delete()
        assert [path for path in media.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(("seconds", "minutes"), [(5, 1), (89, 1), (91, 2), (130, 2), (600, 10)])
def test_visitors_see_whole_minutes(seconds, minutes):
    assert Video(duration=seconds).minutes == minutes


def member_of(group: str) -> User:
    user = User.objects.create_user("sam", "sam@example.org", "een lang wachtwoord")
    user.groups.add(Group.objects.get(name=group))
    return user


def rich_text(words: str) -> str:
    """What the editor of Wagtail sends."""
    block = {"key": "a", "text": words, "type": "unstyled", "depth": 0}
    return json.dumps(
        {"blocks": [{**block, "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}
    )


@pytest.mark.django_db
class TestAdmin:
    def test_communication_adds_a_video_and_finds_it_in_the_chooser(self, client):
        client.force_login(member_of(groups.COMMUNICATION))
        page = client.get("/admin/videos/new/")
        assert page.status_code == 200
        assert "multipart/form-data" in page.content.decode()
        data = {
            **{f"title_{code}": f"Titel {code}" for code in ("nl", "en")},
            **{f"description_{code}": "Waar het over gaat" for code in ("nl", "en")},
            **{f"transcript_{code}": rich_text("Woorden") for code in ("nl", "en")},
            "duration": "61",
            "file": upload("clip.mp4", mp4()),
            "captions_nl": upload("nl.vtt", CAPTIONS.format("Dag.")),
            "captions_en": upload("en.vtt", CAPTIONS.format("Hello.")),
        }
        answer = client.post("/admin/videos/new/", data)
        assert answer.status_code == 302
        video = Video.objects.get()
        assert (video.title_nl, video.title_en) == ("Titel nl", "Titel en")
        assert "Woorden" in video.transcript_en
        assert "Titel nl" in client.get("/admin/videos/").content.decode()
        assert "Titel nl" in client.get("/admin/video_chooser/").json()["html"]

    def test_a_wrong_file_is_explained(self, client):
        client.force_login(member_of(groups.COMMUNICATION))
        answer = client.post("/admin/videos/new/", {"file": upload("clip.mp4", b"no video")})
        assert answer.status_code == 200
        assert answer.context["form"].errors["file"]
        assert Video.objects.count() == 0

    def test_the_desk_edits_no_videos(self, client):
        client.force_login(member_of(groups.DESK))
        assert client.get("/admin/videos/new/").status_code == 302
