"""A file is what is in it, whatever it is called: programs, pages and bombs are refused."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from media_library import office_traces
from media_library.document_refusals import RefusedDocumentError
from media_library.document_traces import without_traces
from media_library.models import ContentDocument, ContentImage
from tests.media_library.factories import pdf, upload

PROGRAM = b"MZ\x90\x00\x03" + bytes(60) + b"This program cannot be run in DOS mode.\r\r\n$"
LINUX_PROGRAM = b"\x7fELF\x02\x01\x01" + bytes(60)
PAGE = b"<!doctype html><html><script>alert(document.cookie)</script></html>"
MEGABYTE = 1024 * 1024


def zipped(**parts: bytes) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name.replace("__", "/"), part)
    return content.getvalue()


def bomb() -> bytes:
    """A few hundred kilobytes that say they are more than may be unpacked."""
    parts = office_traces.MAXIMUM_UNPACKED // (60 * MEGABYTE) + 1
    return zipped(**{f"xl__{number}": bytes(60 * MEGABYTE) for number in range(parts)})


DISGUISED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "program as sheet": ("cijfers.xlsx", lambda: PROGRAM),
    "program as table": ("cijfers.csv", lambda: PROGRAM),
    "program for Linux": ("folder.odt", lambda: LINUX_PROGRAM),
    "program in a package": ("folder.docx", lambda: zipped(word__run=PROGRAM)),
    "macros": ("cijfers.xlsx", lambda: zipped(xl__vbaProject=b"\xd0\xcf\x11\xe0" + bytes(99))),
    "page as letter": ("brief.docx", lambda: PAGE),
    "page as table": ("cijfers.csv", lambda: b"\xef\xbb\xbf \n" + PAGE),
    "page as PDF": ("folder.pdf", lambda: PAGE),
    "PDF as table": ("cijfers.csv", lambda: pdf()),
    "package as PDF": ("folder.pdf", lambda: zipped(a=b"<a/>")),
    "package as table": ("cijfers.csv", lambda: zipped(a=b"<a/>")),
}


@pytest.mark.parametrize("case", DISGUISED)
def test_what_is_in_it_counts_and_not_its_name(case):
    name, make = DISGUISED[case]
    with pytest.raises(RefusedDocumentError):
        without_traces(name, make())


@pytest.mark.parametrize(
    "content", ["jaar;aantal\r\n2025;12\r\n".encode("utf-8-sig"), "café;1\n".encode("cp1252"), b""]
)
def test_a_table_is_taken_as_it_is(content):
    assert without_traces("cijfers.csv", content) == content


def test_a_program_before_a_document_is_left_out():
    """A package may begin with a program that unpacks it; programs of an office skip that."""
    cleaned = without_traces("folder.docx", PROGRAM + zipped(word__document=b"<w/>"))
    assert cleaned.startswith(b"PK")
    assert b"DOS mode" not in cleaned


@pytest.mark.django_db
class TestForms:
    @pytest.fixture
    def editor(self, client: Client, settings, tmp_path) -> Client:
        settings.MEDIA_ROOT = tmp_path
        user = get_user_model().objects.create_user("editor", password="-")
        user.groups.add(Group.objects.get(name="Communicatie"))
        client.force_login(user)
        return client

    @pytest.mark.parametrize(
        ("name", "make"),
        [
            ("cijfers.xlsx", bomb),
            ("cijfers.xlsx", lambda: PROGRAM),
            ("brief.docx", lambda: PAGE),
            ("cijfers.csv", lambda: PROGRAM),
        ],
        ids=["bomb", "program", "page", "table"],
    )
    def test_an_editor_is_told_and_nothing_is_kept(self, editor, name, make):
        fields = {"title": "a", "language": "nl", "tags": ""}
        fields["collection"] = Collection.get_first_root_node().pk
        answer = editor.post(reverse("wagtaildocs:add"), {**fields, "file": upload(name, make())})
        assert list(answer.context["form"].errors) == ["file"]
        assert not ContentDocument.objects.exists()

    @pytest.mark.parametrize("content", [PAGE, PROGRAM, pdf()], ids=["page", "program", "PDF"])
    def test_a_picture_is_a_picture(self, editor, content):
        fields = {"title": "a", "description_nl": "a", "description_en": "a", "tags": ""}
        fields["collection"] = Collection.get_first_root_node().pk
        answer = editor.post(
            reverse("wagtailimages:add"), {**fields, "file": upload("foto.jpg", content)}
        )
        assert list(answer.context["form"].errors) == ["file"]
        assert not ContentImage.objects.exists()
