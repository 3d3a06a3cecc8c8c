"""Whatever an editor uploads: nothing that is served says where or by whom it was made."""

import base64
import os
import re
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms, ImageStat
from pypdf import PdfReader
from wagtail.images.models import Filter
from wagtail.models import Collection
from wagtail.users.models import UserProfile

from media_library import drawings, video_traces
from media_library.embedded_pictures import without_notes
from media_library.models import ContentDocument, ContentImage, ContentRendition, Video
from media_library.pictures import LAYOUTS, make_sizes
from perspectief.media_files import OPEN_FOLDERS
from tests.media_library import planted
from tests.media_library.factories import box, make_document, make_image, make_video, mp4, upload

pytestmark = pytest.mark.django_db

#: What Pillow tells of pictures that is no trace: of how the file itself is written.
HOW_IT_IS_WRITTEN = {
    *("jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"),
    *("loop", "background", "timestamp", "duration", "blend", "disposal"),
}

#: A copy that a worker is writing at this moment.
BEING_MADE = "being-made.jpg"


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def editor(client: Client) -> Client:
    user = get_user_model().objects.create_user("editor", password="-")
    user.groups.add(Group.objects.get(name="Communicatie"))
    client.force_login(user)
    return client


def add_image(editor: Client, name: str, content: bytes) -> ContentImage:
    data = {
        "title": "Brief",
        "file": SimpleUploadedFile(name, content),
        "description_nl": "Een brief",
        "description_en": "A letter",
        "collection": Collection.get_first_root_node().pk,
        "tags": "",
    }
    answer = editor.post(reverse("wagtailimages:add"), data)
    assert answer.status_code == 302, answer.context["form"].errors
    return ContentImage.objects.get()


def served_files(client: Client, media: Path) -> dict[str, bytes]:
    """Every stored file that the site or the web server hands out, by its path."""
    served = {}
    for path in sorted(path for path in media.rglob("*") if path.is_file()):
        name = path.relative_to(media).as_posix()
        answer = client.get(f"/media/{name}")
        assert (answer.status_code == 200) == name.startswith(OPEN_FOLDERS)
        if answer.status_code == 200:
            served[name] = b"".join(answer.streaming_content)
    for document in ContentDocument.objects.all():
        served[document.url] = b"".join(client.get(document.url).streaming_content)
    return served


def assert_no_trace(name: str, content: bytes) -> None:
    assert planted.PLACE not in content, name
    for mark in (b"Exif\0\0", b"xmpmeta", b"ns.adobe.com/xap", b"8BIM", b"eXIf", b"iTXt"):
        assert mark not in content, (name, mark)
    if not name.endswith((".jpg", ".png", ".webp", ".avif")):
        return
    picture = Image.open(BytesIO(content))
    picture.load()
    assert set(picture.info) <= HOW_IT_IS_WRITTEN | {"dpi"}, name
    assert not picture.getexif(), name
    assert getattr(picture, "n_frames", 1) == 1, name


@pytest.mark.parametrize("name", planted.PICTURES)
def test_no_copy_of_a_picture_says_where_it_was_taken(editor, media, name):
    content = planted.PICTURES[name]()
    image = add_image(editor, name, content)
    make_sizes(image)
    for address in (
        reverse("wagtailimages:index"),
        reverse("wagtailimages:edit", args=[image.pk]),
        reverse("wagtailimages:delete", args=[image.pk]),
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages_chooser:chosen", args=[image.pk]),
    ):
        assert editor.get(address).status_code == 200

    served = served_files(editor, media)

    specs = set(image.renditions.values_list("filter_spec", flat=True))
    expected = {spec for layout in LAYOUTS.values() for spec in layout.all_specs}
    assert specs >= {"original"} | (set() if name.endswith(".svg") else expected)
    assert len(served) == len(specs)
    for path, copy in served.items():
        assert_no_trace(path, copy)
    assert_no_trace(image.file.name, Path(image.file.path).read_bytes())
    assert image.is_cleaned
    assert image.file_size == image.file.size


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_is_shown_as_it_was_held(kind, orientation):
    """Red is to the left of the pixels; where it belongs is what EXIF says (CIPA DC-008 4.6.4)."""
    content = planted.written(
        planted.two_colours(), kind, exif=planted.exif(orientation), **{"quality": 95}
    )
    image = make_image(file=upload(f"held.{kind.lower()}", content))

    copy = image.get_rendition("max-96x96|format-jpeg")

    turned = orientation > 4
    assert (image.width, image.height) == (planted.SIZE[::-1] if turned else planted.SIZE)
    assert (copy.width, copy.height) == (image.width, image.height)
    picture = Image.open(copy.file)
    red_corner = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom"}
    width, height = picture.size
    place = {
        "left": (8, height // 2),
        "right": (width - 8, height // 2),
        "top": (width // 2, 8),
        "bottom": (width // 2, height - 8),
    }[red_corner.get(orientation, "bottom")]
    red, _green, blue = picture.getpixel(place)
    assert red > 150 > 100 > blue


def test_colours_of_a_camera_become_those_of_the_web():
    """A profile whose red and green are changed about: what is stored as green is seen as red."""
    image = make_image(
        file=upload("a.png", planted.written(planted.two_colours(), "PNG", icc_profile=swapped()))
    )

    picture = Image.open(image.get_rendition("width-96|format-jpeg").file)

    red, green, _blue = picture.getpixel((10, 30))
    assert green > 200 > 60 > red
    assert "icc_profile" not in picture.info


def swapped() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


def test_a_photo_loses_nothing_that_one_could_see_and_grows_no_larger():
    noise = Image.effect_noise((400, 300), 40).convert("RGB")
    content = planted.written(noise, "JPEG", quality=70, exif=planted.exif())
    image = make_image(file=upload("noise.jpg", content))

    stored = image.file.read()

    before, after = Image.open(BytesIO(content)), Image.open(BytesIO(stored))
    assert after.quantization == before.quantization
    assert len(stored) < len(content) * 1.05
    assert max(ImageStat.Stat(ImageChops.difference(before, after)).mean) < 2


@pytest.mark.parametrize("name", planted.DOCUMENTS)
def test_no_document_says_who_made_it(client, media, name):
    make_document(name, file=upload(name, planted.DOCUMENTS[name]()))

    (content,) = served_files(client, media).values()

    assert_no_trace(name, content)
    if name.endswith(".pdf"):
        reader = PdfReader(BytesIO(content))
        assert reader.metadata.title == "Folder"
        assert reader.metadata.author is None
        assert not reader.attachments
        assert reader.pages[0]["/Annots"][0]["/Contents"] == "Let op"
        photo = reader.pages[0]["/Resources"]["/XObject"]["/Im0"]
        assert Image.open(BytesIO(photo._data)).size == planted.SIZE
        return
    with ZipFile(BytesIO(content)) as packed:
        assert packed.testzip() is None
        assert packed.namelist()[0] == "mimetype"
        parts = {part: packed.read(part) for part in packed.namelist()}
    assert all(planted.PLACE not in part for part in parts.values())
    assert any(b"<w>Hallo</w>" in part for part in parts.values())
    assert any(b"Folder" in part for part in parts.values())


def test_no_video_says_where_it_was_filmed_and_it_plays_as_before(client, media):
    content = planted.planted_video()
    video = make_video(file=upload("clip.mp4", content))

    served = served_files(client, media)[video.file.name]

    assert_no_trace("clip.mp4", served)
    assert len(served) == len(content)
    assert b"\x07" * 64 in served
    assert served.index(b"stco") == content.index(b"stco")


def test_a_track_of_places_in_a_video_is_emptied():
    """As of a camera on a bicycle: the places lie between the frames, and have an index."""
    frames = b"\x07" * 64
    places_at = mp4().index(frames) + len(frames)
    table = box(b"stco", bytes(7) + b"\1" + places_at.to_bytes(4, "big"))
    handler = box(b"hdlr", bytes(8) + b"meta" + bytes(13))
    track = box(b"trak", box(b"mdia", handler + box(b"minf", box(b"stbl", table))))
    content = mp4(inside=[track], frames=frames, behind=planted.PLACE)

    cleaned = video_traces.without_traces(content)

    assert planted.PLACE in content
    assert planted.PLACE not in cleaned
    assert len(cleaned) == len(content)
    assert cleaned.count(b"trak") == 1
    assert cleaned.index(frames) == content.index(frames)


def test_a_video_in_fragments_keeps_them_all():
    """As browsers record it: what each fragment holds stands in the fragment itself."""
    frames = b"\x07" * 64
    content = mp4() + box(b"moof", box(b"mfhd", bytes(8))) + box(b"mdat", frames[::-1])

    assert video_traces.without_traces(content) == content


def test_a_portrait_of_a_colleague_is_small_and_says_nothing(editor, media):
    photo = planted.jpeg(planted.two_colours((900, 600)), orientation=6)
    old = planted.jpeg()
    profile = UserProfile.get_for_user(get_user_model().objects.get())

    for content in (photo, old):
        file = SimpleUploadedFile(f"{planted.WORD}.jpg", content)
        answer = editor.post("/admin/account/", account_data(file))
        assert answer.status_code == 302
        profile.refresh_from_db()
        (served,) = served_files(editor, media).items()
        assert_no_trace(*served)
        assert planted.WORD not in served[0]
        assert max(Image.open(BytesIO(served[1])).size) <= 400


def account_data(file: SimpleUploadedFile) -> dict[str, object]:
    return {
        "name_email-first_name": "Ad",
        "name_email-last_name": "Min",
        "name_email-email": "ad@example.org",
        "locale-preferred_language": "nl",
        "locale-current_time_zone": "Europe/Amsterdam",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "avatar-avatar": file,
    }


def test_a_damaged_portrait_is_explained_on_the_page(editor):
    file = SimpleUploadedFile("me.jpg", planted.jpeg()[:900])

    answer = editor.post("/admin/account/", account_data(file))

    assert answer.status_code == 200
    assert "beschadigd" in answer.content.decode()


@given(place=st.integers(0, 10_000), new=st.binary(min_size=1, max_size=8))
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_video_with_a_few_wrong_bytes_is_cleaned_or_refused(place, new):
    content = bytearray(planted.planted_video())
    place %= len(content)
    content[place : place + len(new)] = new
    with suppress(video_traces.UnreadableVideoError):
        assert len(video_traces.without_traces(bytes(content))) == len(content)


# --- Files from before --------------------------------------------------------------------------


def test_what_was_stored_before_is_cleaned_once_and_stays_where_it_was(client, media, capsys):
    image = stored_before(media)
    before = {path: path.read_bytes() for path in media.rglob("*") if path.is_file()}

    call_command("clean_uploads")
    said = capsys.readouterr().out
    served = served_files(client, media)
    assert served.pop(f"images/{BEING_MADE}") == b"half"
    for name, content in served.items():
        assert_no_trace(name, content)
    image.refresh_from_db()
    assert_no_trace(image.file.name, image.file.read())
    assert image.file_size == image.file.size
    for model in (ContentImage, ContentDocument, Video):
        assert model.objects.get().is_cleaned
    for expected in (
        *("Images: 1, and 2 copies", "Documents: 1, videos: 1", "Profile pictures: 1"),
        "no image any more: 1",
    ):
        assert expected in said
    after = {path: path.read_bytes() for path in media.rglob("*") if path.is_file()}
    kept = {path for path in before if "avatar" not in path.name and "orphan" not in path.name}
    assert kept <= set(after)
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in after)

    call_command("clean_uploads")

    assert "Images: 0, and 0 copies" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in media.rglob("*") if path.is_file()} == after


def stored_before(media: Path) -> ContentImage:
    """One of each sort, as files were kept before they were cleaned."""
    image = make_image("phone.jpg", file=upload("phone.jpg", planted.jpeg()))
    copies = [image.get_rendition(spec) for spec in ("original", "width-80|format-jpeg")]
    document = make_document(file=upload("folder.pdf", planted.planted_pdf()))
    video = make_video(file=upload("clip.mp4", planted.planted_video()))
    for stored, content in (
        (image, planted.jpeg(orientation=6)),
        *((copy, planted.jpeg()) for copy in copies),
        (document, planted.planted_pdf()),
        (video, planted.planted_video()),
    ):
        Path(stored.file.path).write_bytes(content)
    for model in (ContentImage, ContentDocument, Video):
        model.objects.update(is_cleaned=False)
    profile = UserProfile.get_for_user(get_user_model().objects.create_user("ad", password="-"))
    profile.avatar.save("avatar.jpg", upload("avatar.jpg", planted.jpeg()))
    orphan = media / "images" / "orphan.jpg"
    orphan.write_bytes(planted.jpeg())
    orphan.chmod(0o644)
    os.utime(orphan, (0, 0))
    (media / "images" / BEING_MADE).write_bytes(b"half")
    (media / "images" / BEING_MADE).chmod(0o644)
    return image


def test_copies_of_a_picture_that_is_gone_are_cleaned_and_somebody_is_told(client, media, capsys):
    image = make_image("phone.jpg", file=upload("phone.jpg", planted.jpeg()))
    copy = image.get_rendition("original")
    Path(copy.file.path).write_bytes(planted.jpeg())
    Path(image.file.path).unlink()
    ContentImage.objects.update(is_cleaned=False)

    call_command("clean_uploads")

    told = capsys.readouterr()
    assert f"image {image.pk}" in told.err
    assert "Images: 0, and 1 copies" in told.out
    for served in served_files(client, media).items():
        assert planted.PLACE not in served[1]
    assert ContentRendition.objects.exists()

    call_command("clean_uploads")
    assert "Images: 0, and 0 copies" in capsys.readouterr().out


def test_a_copy_without_a_file_gets_one_again():
    image = make_image()
    copy = image.get_rendition("width-80")
    Path(copy.file.path).unlink()
    ContentImage.objects.update(is_cleaned=False)

    call_command("clean_uploads")

    assert Image.open(copy.file.path).width == 80


def test_a_photo_in_a_drawing_that_is_now_too_much_is_cleaned_in_its_copy(monkeypatch, capsys):
    image = make_image(file=upload("plan.svg", planted.drawing()))
    copy = Path(image.get_rendition("original").file.path)
    photo = base64.b64encode(planted.jpeg()).decode()
    copy.write_text(f'<svg><image href="data:image/jpeg;base64,{photo}"/></svg>')
    ContentImage.objects.update(is_cleaned=False)
    monkeypatch.setattr(drawings, "MAXIMUM_ELEMENTS", 1)

    for expected in ("0, and 1 copies", "0, and 0 copies"):
        call_command("clean_uploads")
        assert expected in capsys.readouterr().out

    found = re.search(r"base64,([^\"]+)", copy.read_text())
    assert found
    assert_no_trace("photo", base64.b64decode(found[1]))  # which keeps its colours


def test_a_copy_made_of_a_picture_from_before_says_nothing_either(client, media):
    """Between an update and the command, a page may need a copy."""
    image = make_image("phone.jpg", file=upload("phone.jpg", planted.jpeg()))
    Path(image.file.path).write_bytes(planted.jpeg(orientation=6))

    for spec in ("original", "width-80|format-jpeg", "width-80|format-png", "width-80|format-webp"):
        ContentImage.objects.get().get_rendition(Filter(spec))

    served = served_files(client, media)
    assert len(served) == 4
    for name, content in served.items():
        assert_no_trace(name, content)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff", b"\x89PNG\r\n\x1a\n\0"]
)
def test_a_picture_in_a_document_that_ends_too_early_is_left_to_end(content):
    assert content.startswith(without_notes(content)[:2])
