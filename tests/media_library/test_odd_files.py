"""Files that cannot be shown: refused in plain words, and no page falls over one that is there."""

import json
import logging
import tracemalloc
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from PIL import Image
from wagtail.images.models import Filter
from wagtail.models import Collection, UploadedFile
from wagtail.users.models import UserProfile

from media_library import drawings
from media_library.image_files import check_image, cleaned_image
from media_library.models import ContentImage, ContentRendition
from media_library.picture_files import check_shape
from media_library.pictures import LAYOUTS, make_sizes, one_size
from tests.media_library import planted
from tests.media_library.factories import make_image, picture_file, upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

#: What Wagtail's screens ask for.
ADMIN_SPECS = ("original", "max-165x165", "max-800x600", "max-150x150", "fill-600x338")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}>{}</svg>'


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    cache.clear()
    return tmp_path


@pytest.fixture
def editor(client: Client) -> Client:
    user = get_user_model().objects.create_user("editor", password="-")
    user.groups.add(Group.objects.get(name="Communicatie"))
    client.force_login(user)
    return client


def form_data(file: SimpleUploadedFile | str, prefix: str = "") -> dict[str, Any]:
    fields = {
        "title": "Een brief op tafel",
        "file": file,
        "description_nl": "Een brief",
        "description_en": "A letter",
        "collection": Collection.get_first_root_node().pk,
        "tags": "",
    }
    return {f"{prefix}{name}": value for name, value in fields.items()}


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it has ten thousand million pixels."""
    content = planted.written(Image.new("L", (50, 50)), "PNG")
    header = b"IHDR" + (100_000).to_bytes(4, "big") * 2 + content[24:29]
    return content[:12] + header + zlib.crc32(header).to_bytes(4, "big") + content[33:]


def svg(attributes: str = 'viewBox="0 0 40 20"', inner: str = "<path d='M0 0h9'/>") -> bytes:
    return SVG.format(attributes, inner).encode()


def deep(depth: int = 50_000) -> bytes:
    return svg(inner="<g>" * depth + "</g>" * depth)


def doubled(times: int = 30) -> bytes:
    """Each group draws the one before twice: a thousand million parts."""
    groups = "".join(
        f'<g id="g{number}">' + f'<use href="#g{number - 1}"/>' * 2 + "</g>"
        for number in range(1, times)
    )
    return svg(inner=f'<g id="g0"><path d="M0 0h9"/></g>{groups}')


def on_and_on(times: int = 5_000) -> bytes:
    """Each part leads to the next, and none is deep."""
    parts = (f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(times))
    return svg(inner="".join(parts))


def laughs() -> bytes:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return f"<!DOCTYPE svg [{entities}]>".encode() + svg(inner="<text>&i;</text>")


def cut_off(kind: str) -> bytes:
    content = planted.written(Image.effect_noise((200, 200), 50).convert("RGB"), kind)
    return content[: len(content) // 2]


#: Name, content, and what the message says in Dutch and in English.
REFUSED: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "no size": ("a.svg", lambda: svg('viewBox="0 0 0 0"'), "afmeting", "size"),
    "negative": ("a.svg", lambda: svg('viewBox="0 0 -4 9"'), "afmeting", "size"),
    "no numbers": ("a.svg", lambda: svg('viewBox="a b c d"'), "afmeting", "size"),
    "no number": ("a.svg", lambda: svg('width="nan" height="9"'), "afmeting", "size"),
    "endless": ("a.svg", lambda: svg('width="1e999" height="9"'), "afmeting", "size"),
    "no width": ("a.svg", lambda: svg('width="0" height="9"'), "afmeting", "size"),
    "huge": ("a.svg", lambda: svg('width="99999999" height="99999999"'), "afmeting", "size"),
    "tiny": ("a.svg", lambda: svg('width="0.1" height="0.1"'), "afmeting", "size"),
    "odd unit": ("a.svg", lambda: svg('width="9vw" height="9vw"'), "afmeting", "size"),
    "a line": ("a.svg", lambda: svg('viewBox="0 0 4000 1"'), "afmeting", "size"),
    "deep": ("a.svg", deep, "onderdelen", "parts"),
    "wide": ("a.svg", lambda: svg(inner="<g/>" * 30_000), "onderdelen", "parts"),
    "doubled": ("a.svg", doubled, "onderdelen", "parts"),
    "in a circle": (
        "a.svg",
        lambda: svg(inner='<g id="a"><use href="#a"/></g>'),
        "onderdelen",
        "parts",
    ),
    "on and on": ("a.svg", on_and_on, "onderdelen", "parts"),
    "laughs": ("a.svg", laughs, "lezen", "read"),
    "no drawing": ("a.svg", lambda: b"<svg", "lezen", "read"),
    "no SVG": ("a.svg", lambda: b"<html/>", "lezen", "read"),
    "photo in a drawing": (
        "a.svg",
        lambda: svg(inner='<image href="data:image/png;base64,AAAA"/>'),
        "beschadigd",
        "damaged",
    ),
    "bomb": ("a.png", bomb, "pixels", "pixels"),
    "cut off": ("a.jpg", lambda: cut_off("JPEG"), "beschadigd", "damaged"),
    "cut off PNG": ("a.png", lambda: cut_off("PNG"), "beschadigd", "damaged"),
    "cut off WebP": ("a.webp", lambda: cut_off("WEBP"), "beschadigd", "damaged"),
    "cut off AVIF": ("a.avif", lambda: cut_off("AVIF"), "beschadigd", "damaged"),
    "empty": ("a.png", lambda: b" ", "beschadigd", "damaged"),
    "a strip": ("a.png", lambda: picture_file(size=(1000, 20)).read(), "smal", "narrow"),
    "a dot": ("a.png", lambda: picture_file(size=(4, 4)).read(), "smal", "narrow"),
    "photo of a phone": ("a.HEIC", planted.jpeg, "als JPEG", "as JPEG"),
    "photo for print": ("a.tiff", planted.jpeg, "als JPEG", "as JPEG"),
    "GIF": ("a.gif", lambda: planted.written(planted.two_colours(), "GIF"), "PNG", "PNG"),
    "two bytes a letter": ("a.svg", lambda: svg().decode().encode("utf-16"), "UTF-8", "UTF-8"),
    "moving": ("a.png", lambda: planted.moving("PNG"), "beweegt", "moves"),
    "moving WebP": ("a.webp", lambda: planted.moving("WEBP"), "beweegt", "moves"),
}


def speak(language: str) -> None:
    profile = UserProfile.get_for_user(get_user_model().objects.get(username="editor"))
    profile.preferred_language = language
    profile.save()


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_shown_is_refused_in_plain_words(editor, case):
    name, content, dutch, english = REFUSED[case]
    for language, word in (("nl", dutch), ("en", english)):
        speak(language)
        answer = editor.post(
            reverse("wagtailimages:add"), form_data(SimpleUploadedFile(name, content()))
        )

        errors = answer.context["form"].errors
        assert list(errors) == ["file"]
        assert len(errors["file"]) == 1
        assert word in errors["file"][0]
        page = answer.content.decode()
        assert escape(errors["file"][0]) in page
        assert "Een brief op tafel" in page
        assert "A letter" in page
    assert not ContentImage.objects.exists()


def test_a_file_that_only_we_can_read_is_refused_in_our_words(editor, monkeypatch):
    """Wagtail looks too, with other eyes, and says no more than that it is no picture."""

    def refuse(self: object, data: object) -> None:
        raise ValidationError("No image")

    monkeypatch.setattr("wagtail.images.fields.WagtailImageField.to_python", refuse)
    file = SimpleUploadedFile("a.jpg", planted.jpeg())

    errors = editor.post(reverse("wagtailimages:add"), form_data(file)).context["form"].errors

    assert "Niet elk programma" in errors["file"][0]


def test_among_several_files_each_odd_one_is_named_and_none_is_kept(editor):
    for case in ("no size", "bomb", "cut off"):
        name, content, _dutch, _english = REFUSED[case]
        answer = editor.post(
            reverse("wagtailimages:add_multiple"), {"files[]": SimpleUploadedFile(name, content())}
        )

        told = json.loads(answer.content)
        assert not told["success"]
        assert told["error_message"]
    assert not ContentImage.objects.exists()
    assert not UploadedFile.objects.exists()


def test_the_chooser_of_a_page_refuses_too_and_keeps_what_was_typed(editor):
    for case in ("deep", "bomb"):
        name, content, dutch, _english = REFUSED[case]
        prefix = "image-chooser-upload-"
        answer = editor.post(
            reverse("wagtailimages_chooser:create"),
            form_data(SimpleUploadedFile(name, content()), prefix),
        )

        told = json.loads(answer.content)
        assert told["step"] == "reshow_creation_form"
        assert dutch in told["htmlFragment"]
        assert "Een brief op tafel" in told["htmlFragment"]
    assert not ContentImage.objects.exists()


def test_another_file_for_an_image_is_refused_and_the_one_that_was_there_stays(editor):
    image = make_image()
    stored = Path(image.file.path).read_bytes()
    address = reverse("wagtailimages:edit", args=[image.pk])
    for case in ("no size", "cut off", "bomb"):
        name, content, dutch, _english = REFUSED[case]
        answer = editor.post(address, form_data(SimpleUploadedFile(name, content())))

        assert answer.status_code == 200
        assert dutch in str(answer.context["form"].errors["file"])
    image.refresh_from_db()
    assert Path(image.file.path).read_bytes() == stored
    assert (image.width, image.height) == (1600, 900)


def test_a_good_file_on_a_form_that_is_refused_leaves_no_copies_of_itself(editor):
    image = make_image()
    new = planted.written(planted.two_colours((100, 80)), "PNG")
    data = form_data(SimpleUploadedFile("new.png", new)) | {"description_en": ""}

    answer = editor.post(reverse("wagtailimages:edit", args=[image.pk]), data)

    assert list(answer.context["form"].errors) == ["description_en"]
    assert "could not be found" not in answer.content.decode()
    copy = image.renditions.get(filter_spec="max-800x600")
    assert (copy.width, copy.height) == (800, 450)


def test_a_replaced_file_is_measured_and_cleaned(editor):
    image = make_image()
    new = SimpleUploadedFile("new.jpg", planted.jpeg(orientation=6))

    answer = editor.post(reverse("wagtailimages:edit", args=[image.pk]), form_data(new))

    assert answer.status_code == 302
    image.refresh_from_db()
    assert (image.width, image.height) == planted.SIZE[::-1]
    assert image.file_size == image.file.size
    assert planted.PLACE not in Path(image.file.path).read_bytes()


@pytest.mark.parametrize("case", REFUSED)
def test_code_cannot_store_it_either(case):
    name, content, _dutch, _english = REFUSED[case]
    if case.startswith("moving"):  # kept as the picture with which it begins
        image = make_image(file=upload(name, content()))
        assert Image.open(image.file.path).n_frames == 1
        return
    with pytest.raises(ValidationError):
        make_image(file=upload(name, content()))


# --- What is taken can be shown -----------------------------------------------------------------


@given(
    width=st.integers(1, 16_000),
    height=st.integers(1, 16_000),
    focus=st.none() | st.tuples(*[st.integers(0, 16_000)] * 4),
)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_shape_that_is_taken_fits_every_place(width, height, focus):
    try:
        check_shape(width, height)
    except ValidationError:
        reject()  # another example
    image = ContentImage(width=width, height=height)
    image.__dict__["file"] = "a.png"
    if focus:
        names = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
        for name, value in zip(names, focus, strict=True):
            setattr(image, name, value)
    for spec in ADMIN_SPECS + tuple(
        operation for layout in LAYOUTS.values() for operation in layout.operations
    ):
        transform = Filter(spec).get_transform(image, (width, height))
        cut = transform.get_rect().round()
        assert max(0, cut.left) < min(cut.right, width)
        assert max(0, cut.top) < min(cut.bottom, height)
        assert max(transform.size) < 16_384  # all that WebP takes


@pytest.mark.parametrize("size", [(10, 10), (10, 100), (100, 10), (213, 22)])
def test_the_most_extreme_shapes_are_made_in_every_place_and_format(size):
    image = make_image(size=size)
    make_sizes(image)
    for spec in ADMIN_SPECS:
        image.get_rendition(spec)

    made = {copy.filter_spec for copy in image.renditions.all()}
    assert made == {spec for layout in LAYOUTS.values() for spec in layout.all_specs} | set(
        ADMIN_SPECS
    )


@pytest.mark.parametrize(
    "attributes",
    [
        'viewBox="0 0 40 20"',
        'viewBox="0,0,40,20"',
        'viewBox="-5 -5 4e1 20.5"',
        'width="4cm" height="2in"',
        'width="100%" height="100%" viewBox="0 0 40 20"',
        'width="40" height="20"',
        'width="40px"',
        "",
    ],
)
def test_drawings_of_all_sorts_of_sizes_are_shown_everywhere(editor, attributes):
    image = make_image(file=upload("a.svg", svg(attributes)))

    for spec in ADMIN_SPECS:
        copy = image.get_rendition(spec)
        assert copy.is_there
        assert copy.width > 0 < copy.height
    assert image.width > 0 < image.height
    assert editor.get(reverse("wagtailimages:index")).status_code == 200


@given(st.binary(max_size=300), st.sampled_from(["jpg", "png", "webp", "avif", "svg"]))
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_any_input_is_taken_or_refused(content, kind):
    with pytest.raises(ValidationError):
        check_image(f"a.{kind}", content)


@given(
    place=st.integers(0, 10_000),
    new=st.binary(min_size=1, max_size=8),
    name=st.sampled_from(sorted(planted.PICTURES)),
)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_file_with_a_few_wrong_bytes_is_cleaned_or_refused(place, new, name):
    content = bytearray(ORDINARY[name])
    place %= len(content)
    content[place : place + len(new)] = new
    try:
        cleaned = cleaned_image(name, bytes(content))
    except ValidationError:
        reject()  # another example; any other error would fail here
    if name.endswith(".svg"):
        assert drawings.drawing_size(cleaned)
    else:
        assert not Image.open(BytesIO(cleaned)).getexif()


ORDINARY = {name: make() for name, make in planted.PICTURES.items()}


def test_a_drawing_that_grows_beyond_bounds_is_refused():
    """The filter writes each element on a line of its own, so depth makes a drawing long."""
    many = svg(inner="<g>" * 97 + "<g/>" * 19_000 + "</g>" * 97)
    assert len(drawings.cleaned_drawing(many)) > 20 * len(many)
    long = svg(inner=f"<path d='{'h9' * 4_000_000}'/>" + "<g/>")
    assert len(drawings.cleaned_drawing(long)) < drawings.MAXIMUM_BYTES

    longer = svg(
        inner=f"<path d='{'h9' * 4_000_000}'/>" + "<g>" * 97 + "<g/>" * 9_000 + "</g>" * 97
    )
    for too_much in (longer, svg(inner=f"<path d='{'h9' * 4_500_000}'/>")):
        with pytest.raises(ValidationError):
            drawings.cleaned_drawing(too_much)


def test_words_in_a_drawing_may_speak_of_data():
    content = svg(inner="<title>Data: hoe vaak?</title><text>data:</text>")

    assert b"hoe vaak" in drawings.cleaned_drawing(content)


def test_counting_a_deep_drawing_costs_next_to_nothing():
    """It once took five gigabytes."""
    content = deep()
    assert len(content) > 340_000
    for odd in (content, doubled(), laughs(), svg(inner="<g/>" * 400_000)):
        tracemalloc.start()
        with pytest.raises(ValidationError):
            drawings.cleaned_drawing(odd)
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 8_000_000


# --- What is there already and cannot be shown --------------------------------------------------


def spoil(image: ContentImage, content: bytes | None, name: str = "") -> ContentImage:
    """Make the stored file one that came in before files were checked, or take it away."""
    path = Path(image.file.path)
    path.unlink()
    if name:
        path = path.with_name(name)
        ContentImage.objects.filter(pk=image.pk).update(file=f"original_images/{name}")
    if content is not None:
        path.write_bytes(content)
    ContentImage.objects.filter(pk=image.pk).update(width=0, height=0)
    return ContentImage.objects.get(pk=image.pk)


SPOILT: dict[str, tuple[str, Callable[[], bytes | None]]] = {
    "no size": ("old.svg", lambda: svg('viewBox="0 0 0 0"')),
    "deep": ("old.svg", deep),
    "no drawing": ("old.svg", lambda: b"<svg"),
    "bomb": ("old.png", bomb),
    "cut off": ("old.jpg", lambda: cut_off("JPEG")),
    "no picture": ("old.png", lambda: b"Dear reader"),
    "gone": ("old.png", lambda: None),
}


@pytest.mark.parametrize("case", SPOILT)
def test_one_odd_file_breaks_no_screen_and_no_page(editor, case, caplog):
    name, content = SPOILT[case]
    good = make_image("good.png")
    odd = spoil(make_image("odd.png"), content(), name)

    with caplog.at_level(logging.ERROR):
        for address in (
            reverse("wagtailimages:index"),
            reverse("wagtailimages:index") + "?layout=list",
            reverse("wagtailimages:edit", args=[odd.pk]),
            reverse("wagtailimages_chooser:choose"),
            reverse("wagtailimages_chooser:choose") + "?layout=list",
            reverse("wagtailimages_chooser:chosen", args=[odd.pk]),
            reverse("wagtailimages_chooser:select_format", args=[odd.pk]),
            f"/admin/api/main/images/{odd.pk}/",
        ):
            answer = editor.get(address)
            assert answer.status_code == 200, address
            assert "no-picture.svg" in answer.content.decode()
        for name in ("delete", "image_usage"):
            address = reverse(f"wagtailimages:{name}", args=[odd.pk])
            assert editor.get(address).status_code == 200
        page = Template(
            '{% load pictures %}{% picture_in "column" odd %}{% picture_in "card" odd "" %}'
            '{% picture_in "card" good %}{% one_size_url "social" odd %}'
        ).render(Context({"odd": odd, "good": good}))
        make_sizes(odd)

    assert '<span class="picture-in-words">Afbeelding: Twee lege stoelen</span>' in page
    assert page.count("picture-in-words") == 1
    assert page.count("<img") == 1
    assert one_size(odd, "social") is None
    assert not odd.renditions.exists()
    assert len(caplog.records) == 1
    line = caplog.records[0].getMessage()
    assert f"image {odd.pk}" in line
    assert "old" not in line
    assert "stoelen" not in line


def test_a_picture_in_words_speaks_the_language_of_the_page():
    odd = spoil(make_image('"<b>.png'.replace('"', "").replace("<", "")), b"", "old.png")
    ContentImage.objects.update(description_en="<two> chairs")
    with translation.override("en"):
        page = Template('{% load pictures %}{% picture_in "column" odd %}').render(
            Context({"odd": ContentImage.objects.get(pk=odd.pk)})
        )

    assert "Picture: &lt;two&gt; chairs" in page


def test_a_copy_that_failed_is_not_tried_for_each_visitor(monkeypatch):
    odd = spoil(make_image(), cut_off("PNG"), "old.png")
    tried = []
    run = Filter.run

    def counted(*arguments: Any, **options: Any) -> Any:
        tried.append(arguments)
        return run(*arguments, **options)

    monkeypatch.setattr(Filter, "run", counted)
    for _visitor in range(5):
        assert not ContentImage.objects.get(pk=odd.pk).get_rendition("width-480").is_there

    assert len(tried) == 1


def test_a_copy_that_failed_is_there_once_the_file_is_replaced(editor):
    odd = spoil(make_image(), cut_off("PNG"), "old.png")
    assert not odd.get_rendition("max-165x165").is_there

    new = SimpleUploadedFile("new.png", picture_file().read())
    answer = editor.post(reverse("wagtailimages:edit", args=[odd.pk]), form_data(new))

    assert answer.status_code == 302
    assert ContentImage.objects.get(pk=odd.pk).get_rendition("max-165x165").is_there


def test_a_full_disk_breaks_no_page(monkeypatch, caplog):
    image = make_image()

    def full(*_arguments: Any, **_options: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)

    for spec in ("width-480", "width-960"):
        assert not image.get_rendition(spec).is_there
    assert not ContentRendition.objects.exists()
    assert [record.levelname for record in caplog.records] == ["ERROR"]


@pytest.mark.parametrize("name", ["folder.docx", "sheet.xlsx", "folder.odt"])
def test_an_office_document_that_nobody_can_open_is_refused(editor, name):
    data = {
        "title": "Folder",
        "file": SimpleUploadedFile(name, b"PK no more than this"),
        "language": "nl",
        "collection": Collection.get_first_root_node().pk,
        "tags": "",
    }

    answer = editor.post(reverse("wagtaildocs:add"), data)

    assert list(answer.context["form"].errors) == ["file"]
