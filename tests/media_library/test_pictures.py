"""Pictures on pages: several sizes and formats, made in the background."""

import re
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.template import Context, Template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django_tasks_db.models import DBTaskResult
from PIL import Image

from media_library.models import ContentImage
from media_library.pictures import LAYOUTS, fetch_sizes, make_sizes, one_size, picture_of
from media_library.tasks import make_picture_sizes
from perspectief.cache_generation import cache_generation
from tests.media_library.factories import make_image, picture_file, upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect/></svg>'


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def show(image: ContentImage, request=None, arguments: str = '"column" image') -> str:
    template = Template(f"{{% load pictures %}}{{% picture_in {arguments} %}}")
    return template.render(Context({"image": image, "request": request}))


def waiting_images() -> list[int]:
    results = DBTaskResult.objects.filter(task_path=make_picture_sizes.module_path)
    return [result.args_kwargs["args"][0] for result in results.order_by("enqueued_at")]


def test_each_image_waits_for_its_sizes_and_gets_them():
    image = make_image()
    assert waiting_images() == [image.pk]
    assert not image.renditions.exists()

    make_picture_sizes.func(image.pk)

    specs = set(image.renditions.values_list("filter_spec", flat=True))
    assert specs == {spec for layout in LAYOUTS.values() for spec in layout.all_specs}


def test_a_page_offers_avif_and_webp_before_jpeg_and_keeps_the_place_free():
    image = make_image(size=(1600, 900))
    make_sizes(image)

    html = show(image)

    assert re.findall(r'<source type="([^"]+)"', html) == ["image/avif", "image/webp"]
    assert re.search(r'<img src="/media/images/[^"]+width-480[^"]+\.jpg"', html)
    for width in ("480w", "960w", "1440w"):
        assert html.count(f" {width}") == 3
    assert 'width="1440" height="810"' in html
    assert html.count("sizes=") == 3
    assert 'alt="Twee lege stoelen"' in html


def test_the_formats_are_what_they_say_and_smaller():
    image = make_image(file=noise())
    make_sizes(image)

    size = {}
    for output in ("avif", "webp", "jpeg"):
        rendition = image.find_existing_rendition(picture_filter(f"width-960|format-{output}"))
        content = rendition.file.read()
        size[output] = len(content)
        assert Image.open(BytesIO(content)).format == output.upper()
    assert size["avif"] < size["jpeg"]


def noise() -> ContentFile:
    picture = Image.effect_noise((1200, 800), 60).convert("RGB")
    content = BytesIO()
    picture.save(content, "JPEG", quality=95)
    return ContentFile(content.getvalue(), "noise.jpg")


def picture_filter(spec: str):
    from wagtail.images.models import Filter

    return Filter(spec)


def test_while_the_sizes_are_being_made_a_page_makes_only_the_smallest():
    image = make_image()

    for _visit in range(3):
        html = show(ContentImage.objects.get(pk=image.pk))

    assert [each.filter_spec for each in image.renditions.all()] == ["width-480|format-jpeg"]
    assert "original_images" not in html
    assert "<source" not in html
    assert 'width="480" height="270"' in html


def test_a_small_image_is_not_offered_larger_than_it_is():
    image = make_image(size=(600, 400))
    make_sizes(image)

    picture = picture_of(image, "column")

    assert re.findall(r" (\d+)w", picture.srcset) == ["480", "600"]
    assert (picture.width, picture.height) == (600, 400)


def test_the_first_picture_of_a_page_loads_at_once_and_the_others_later(rf: RequestFactory):
    image = make_image()
    request = rf.get("/")

    assert "loading" not in show(image, request)
    assert 'loading="lazy"' in show(image, request)
    assert 'loading="lazy"' in show(image)  # somewhere that is no page


def test_a_text_beside_the_picture_may_say_it_all():
    assert 'alt=""' in show(make_image(), arguments='"card" image alt=""')


def test_the_alt_text_is_escaped():
    image = make_image(description_nl='Een bord: "stop" <hier>')

    assert 'alt="Een bord: &quot;stop&quot; &lt;hier&gt;"' in show(image)
    with translation.override("en"):
        assert 'alt="Two empty chairs"' in show(image)


def test_what_matters_stays_in_the_picture_when_it_is_cut():
    """The left half is red and has the focus; the card is much wider than the image is."""
    content = BytesIO()
    picture = Image.new("RGB", (400, 2000), "white")
    picture.paste("red", (0, 1700, 400, 2000))
    picture.save(content, "PNG")
    image = make_image(
        file=ContentFile(content.getvalue(), "tall.png"),
        focal_point_x=200,
        focal_point_y=1900,
        focal_point_width=100,
        focal_point_height=100,
    )
    make_sizes(image)

    card = image.find_existing_rendition(picture_filter("fill-320x180|format-jpeg"))
    middle = Image.open(BytesIO(card.file.read())).getpixel((160, 90))

    assert middle[0] > 200
    assert middle[1] < 60


def test_a_moved_focus_asks_for_new_sizes():
    image = make_image()
    image.focal_point_x = image.focal_point_y = 10
    image.save()
    image.save(update_fields=["file_size"])

    assert waiting_images() == [image.pk, image.pk]


def test_a_drawing_is_shown_as_it_is():
    image = make_image(file=upload("plan.svg", DRAWING))
    make_sizes(image)

    html = show(image)

    assert "<source" not in html
    assert re.search(r'<img src="/media/images/plan[^"]*\.svg" width="40" height="20"', html)
    assert one_size(image, "social") is None


def test_pages_that_were_kept_with_the_small_copy_are_forgotten(
    django_capture_on_commit_callbacks,
):
    image = make_image()
    before = cache_generation()

    with django_capture_on_commit_callbacks(execute=True):
        make_picture_sizes.func(image.pk)

    assert cache_generation() != before


def test_an_image_that_is_gone_needs_no_sizes():
    make_picture_sizes.func(0)


def test_the_social_card_is_there_once_it_was_made():
    image = make_image()
    assert one_size(image, "social") is None

    make_sizes(image)
    card = one_size(image, "social")

    assert card is not None
    assert (card.width, card.height) == (1200, 630)
    assert card.url.endswith(".jpg")


def test_many_pictures_cost_as_many_queries_as_one():
    def queries(amount: int) -> int:
        for number in range(amount):
            image = make_image(f"{number}.png", size=(40, 30))
            image.renditions.create(
                filter_spec="width-480|format-jpeg", file=picture_file("small.jpg", (40, 30))
            )
        with CaptureQueriesContext(connection) as captured:
            images = list(ContentImage.objects.all())
            fetch_sizes(images)
            for image in images:
                show(image)
        return len(captured)

    assert queries(1) == queries(20) == 2


def test_the_command_asks_for_every_image(capsys):
    images = [make_image(), make_image("2.png")]
    DBTaskResult.objects.all().delete()

    call_command("make_picture_sizes")

    assert waiting_images() == [image.pk for image in images]
    assert "2" in capsys.readouterr().out
