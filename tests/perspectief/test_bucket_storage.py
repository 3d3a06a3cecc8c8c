"""Uploads in S3-compatible storage: on a real server that speaks its protocol (moto)."""

import tarfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from django.core.files.storage import default_storage, storages
from django.core.management import call_command
from django.http import Http404
from django.test import Client, RequestFactory
from wagtail.models import Collection, CollectionViewRestriction

from media_library.models import ContentRendition
from perspectief.backup import media
from perspectief.media_files import media_file
from tests.media_library.factories import make_document, make_image, make_video
from tests.support.upload_bucket import BUCKET, bucket_server, upload_bucket


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The address of a server."""
    with bucket_server() as address:
        yield address


@pytest.fixture
def bucket(s3: str, settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """A bucket for uploads, empty at first; gives the addresses that may not be shown."""
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    with upload_bucket(s3) as bucket:
        settings.STORAGES = {**settings.STORAGES, "default": bucket.storage}
        assert storages["default"].bucket_name == BUCKET
        yield {s3, "X-Amz", "AWSAccessKeyId"}


def served(rf: RequestFactory, url: str, **headers: str) -> tuple[int, bytes]:
    """Ask the site for an upload at its address."""
    path = url.removeprefix("/media/")
    response = media_file(rf.get(url, headers=headers), path)
    return response.status_code, b"".join(response.streaming_content)


@pytest.mark.django_db
def test_a_picture_is_shown_from_the_site_and_never_from_the_bucket(
    bucket: set[str], rf: RequestFactory
):
    image = make_image()
    copy = image.get_rendition("width-320")
    assert default_storage.exists(copy.file.name)
    assert copy.url.startswith("/media/images/")
    assert not [each for each in bucket if each in copy.url]
    status, content = served(rf, copy.url)
    assert (status, content) == (200, default_storage.open(copy.file.name).read())
    with pytest.raises(Http404):  # as it was uploaded
        media_file(rf.get("/"), image.file.name)
    with pytest.raises(Http404):
        media_file(rf.get("/"), "images/nothing.png")


@pytest.mark.django_db
def test_a_video_can_be_moved_through_without_fetching_all_of_it(
    bucket: set[str], rf: RequestFactory
):
    video = make_video()
    whole = default_storage.open(video.file.name).read()
    assert served(rf, video.file.url, Range="bytes=4-11") == (206, whole[4:12])
    assert served(rf, video.file.url) == (200, whole)


@pytest.mark.django_db
def test_a_document_of_colleagues_is_for_colleagues_only(
    bucket: set[str], client: Client, admin_client: Client
):
    collection = Collection.get_first_root_node().add_child(name="For colleagues")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    document = make_document(collection=collection)
    refused = client.get(document.url)
    assert refused.status_code in (302, 403)
    assert not [each for each in bucket if each in refused.headers.get("Location", "")]
    assert client.get(f"/media/{document.file.name}").status_code == 404
    shown = admin_client.get(document.url)
    assert shown.status_code == 200
    assert b"".join(shown.streaming_content) == default_storage.open(document.file.name).read()


@pytest.mark.django_db
def test_uploads_of_before_are_cleaned_where_they_are(bucket: set[str], capsys):
    image = make_image()
    copy = image.get_rendition("width-320")
    names = (image.file.name, copy.file.name)
    type(image).objects.update(is_cleaned=False)
    call_command("clean_uploads")
    image.refresh_from_db()
    assert image.is_cleaned
    assert (image.file.name, ContentRendition.objects.get(pk=copy.pk).file.name) == names
    assert default_storage.open(names[0]).read().startswith(b"\x89PNG")


@pytest.mark.django_db
def test_a_backup_holds_what_is_in_the_bucket_and_puts_it_back(bucket: set[str]):
    image = make_image()
    content = default_storage.open(image.file.name).read()
    packed = BytesIO()
    number = media.pack(default_storage, packed)
    default_storage.delete(image.file.name)
    packed.seek(0)
    with tarfile.open(fileobj=BytesIO(packed.getvalue())) as archive:
        assert image.file.name in archive.getnames()
    assert media.unpack(packed, default_storage) == number
    assert default_storage.open(image.file.name).read() == content
