"""Images: described in both languages or decorative, in every way in which they are saved."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.images import get_image_model
from wagtail.models import Collection, UploadedFile
from wagtail.users.models import UserProfile

from media_library.models import ContentImage
from tests.media_library.factories import make_image, picture_file, upload

pytestmark = pytest.mark.django_db

DESCRIBED = {"description_nl": "Een brief op tafel", "description_en": "A letter on a table"}
HOSTILE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" onload="alert(1)">'
    '<script>alert(1)</script><a href="javascript:alert(1)"><rect width="9" height="9"/></a>'
    '<image href="https://spy.example/pixel.png"/></svg>'
)


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(client: Client) -> Client:
    user = get_user_model().objects.create_user("editor", password="-")
    user.groups.add(Group.objects.get(name="Communicatie"))
    client.force_login(user)
    return client


def form_data(prefix: str = "", **changes: Any) -> dict[str, Any]:
    fields = {
        "title": "Brief",
        "file": SimpleUploadedFile("Brief.png", picture_file().read(), "image/png"),
        "description_nl": "",
        "description_en": "",
        "collection": Collection.get_first_root_node().pk,
        "tags": "",
    }
    return {f"{prefix}{name}": value for name, value in {**fields, **changes}.items()}


# --- What may be saved --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        {"description_nl": "", "description_en": ""},
        {"description_nl": "Twee stoelen", "description_en": ""},
        {"description_nl": "", "description_en": "Two chairs"},
        {"description_nl": None, "description_en": None},
    ],
)
def test_the_database_itself_refuses_an_image_without_words(words):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_image(**words)
    with pytest.raises(IntegrityError), transaction.atomic():
        ContentImage.objects.filter(pk=make_image().pk).update(**words)


def test_a_decorative_image_needs_no_words_and_gets_none():
    image = make_image(is_decorative=True, description_nl="", description_en="")
    image.full_clean()

    assert image.default_alt_text == ""
    assert image.get_rendition("width-100").alt == ""


def test_the_alt_text_is_that_of_the_language_of_the_page():
    image = make_image()
    rendition = image.get_rendition("width-100")

    assert image.default_alt_text == rendition.alt == "Twee lege stoelen"
    with translation.override("en"):
        assert image.default_alt_text == rendition.alt == "Two empty chairs"


def test_spaces_are_no_description():
    with pytest.raises(ValidationError) as refused:
        make_image(description_nl="   ").full_clean()

    assert list(refused.value.message_dict) == ["description_nl"]


# --- Screens ------------------------------------------------------------------------------------


def test_the_upload_screen_asks_for_words_and_then_saves(editor):
    answer = editor.post(reverse("wagtailimages:add"), form_data())
    errors = answer.context["form"].errors

    assert set(errors) == {"description_nl", "description_en"}
    assert "Vertel wat de afbeelding laat zien, of kies “alleen versiering”." in str(errors)
    assert not ContentImage.objects.exists()

    assert editor.post(reverse("wagtailimages:add"), form_data(**DESCRIBED)).status_code == 302
    assert ContentImage.objects.get().default_alt_text == "Een brief op tafel"


def test_an_image_may_be_marked_as_decorative_instead(editor):
    answer = editor.post(reverse("wagtailimages:add"), form_data(is_decorative="on"))

    assert answer.status_code == 302
    assert ContentImage.objects.get().is_decorative


def test_words_cannot_be_taken_away_later(editor):
    image = make_image()
    address = reverse("wagtailimages:edit", args=[image.pk])

    answer = editor.post(address, form_data(file="", description_nl="Een brief"))
    assert list(answer.context["form"].errors) == ["description_en"]
    image.refresh_from_db()
    assert image.description_nl == "Twee lege stoelen"

    assert editor.post(address, form_data(file="", **DESCRIBED)).status_code == 302
    image.refresh_from_db()
    assert image.description_nl == "Een brief op tafel"


def test_several_images_at_once_wait_for_their_words(editor):
    answer = editor.post(
        reverse("wagtailimages:add_multiple"), {"files[]": picture_file("letter.png")}
    )
    told = json.loads(answer.content)
    assert told["success"]
    assert not ContentImage.objects.exists()
    waiting = UploadedFile.objects.get()
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    prefix = f"uploaded-image-{waiting.pk}-"
    assert f'name="{prefix}description_en"' in told["form"]

    refused = json.loads(editor.post(address, form_data(prefix, file="")).content)
    assert not refused["success"]
    assert not ContentImage.objects.exists()

    assert json.loads(editor.post(address, form_data(prefix, file="", **DESCRIBED)).content)[
        "success"
    ]
    assert ContentImage.objects.get().description_en == "A letter on a table"


def test_the_chooser_of_a_page_asks_too(editor):
    address = reverse("wagtailimages_chooser:create")
    prefix = "image-chooser-upload-"

    told = json.loads(editor.post(address, form_data(prefix)).content)
    assert told["step"] == "reshow_creation_form"
    assert not ContentImage.objects.exists()

    told = json.loads(editor.post(address, form_data(prefix, **DESCRIBED)).content)
    assert told["result"]["default_alt_text"] == "Een brief op tafel"


@pytest.mark.parametrize(
    ("language", "label", "choice"),
    [
        ("nl", "Beschrijving in het Nederlands", "Alleen versiering"),
        ("en", "Description in English", "Decorative"),
    ],
)
def test_the_screen_speaks_the_language_of_the_editor(editor, language, label, choice):
    profile = UserProfile.get_for_user(get_user_model().objects.get(username="editor"))
    profile.preferred_language = language
    profile.save()

    html = editor.get(reverse("wagtailimages:add")).content.decode()

    assert label in html
    assert choice in html


# --- Files --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "add",
    [
        lambda editor: editor.post(
            reverse("wagtailimages:add"),
            form_data(file=upload("bad.svg", HOSTILE), **DESCRIBED),
        ),
        lambda editor: make_image("bad.svg", file=upload("bad.svg", HOSTILE)),
    ],
)
def test_a_drawing_keeps_only_what_draws(editor, add: Callable[[Client], Any]):
    add(editor)

    stored = ContentImage.objects.get().file.read().decode()
    assert "<rect" in stored
    for danger in ("script", "onload", "javascript:", "spy.example"):
        assert danger not in stored


def test_a_drawing_among_several_files_is_cleaned_too(editor):
    editor.post(reverse("wagtailimages:add_multiple"), {"files[]": upload("bad.svg", HOSTILE)})
    waiting = UploadedFile.objects.get()
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    editor.post(address, form_data(f"uploaded-image-{waiting.pk}-", file="", **DESCRIBED))

    assert "script" not in get_image_model().objects.get().file.read().decode()


def test_a_file_that_is_too_large_or_no_image_is_refused_with_a_reason(editor, settings):
    address = reverse("wagtailimages:add")

    no_image = form_data(file=upload("letter.png", "Dear reader"), **DESCRIBED)
    assert "file" in editor.post(address, no_image).context["form"].errors

    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1000
    too_many = editor.post(address, form_data(**DESCRIBED)).context["form"].errors
    assert "pixels" in str(too_many["file"])

    other = form_data(file=SimpleUploadedFile("a.pcx", picture_file("a.pcx").read()), **DESCRIBED)
    assert "AVIF, JPG, JPEG, PNG, SVG, WEBP" in str(
        editor.post(address, other).context["form"].errors["file"]
    )
