"""Documents: which are taken, what they tell of themselves, and who may have them."""

import json
import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Collection, CollectionViewRestriction, UploadedFile
from wagtail.rich_text import RichText

from media_library.file_facts import facts_of, size_in_words
from media_library.models import ContentDocument
from tests.media_library.factories import make_document, pdf, upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


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
        "title": "Folder",
        "file": upload("Folder.pdf", pdf()),
        "language": "nl",
        "collection": Collection.get_first_root_node().pk,
        "tags": "",
    }
    return {f"{prefix}{name}": value for name, value in {**fields, **changes}.items()}


def link(document: ContentDocument, text: str = "de folder") -> str:
    return str(RichText(f'<p><a linktype="document" id="{document.pk}">{text}</a>.</p>'))


# --- What is taken ------------------------------------------------------------------------------


def test_a_document_says_its_language_and_gets_a_clean_name(editor):
    address = reverse("wagtaildocs:add")

    refused = editor.post(address, form_data(language=""))
    assert list(refused.context["form"].errors) == ["language"]

    name = "Folder (déf) VERSIE 2.PDF"
    assert editor.post(address, form_data(file=upload(name, pdf()))).status_code == 302
    document = ContentDocument.objects.get()
    assert document.filename == "folder-def-versie-2.pdf"
    assert document.is_tagged
    assert document.file_size == document.file.size


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("program.exe", b"MZ"),
        ("page.html", b"<script>alert(1)</script>"),
        ("drawing.svg", b"<svg/>"),
        ("folder.pdf", b"<html>"),
        ("folder.pdf", pdf(password="secret")),
        ("folder.pdf", b"%PDF-1.7\n%%EOF"),
    ],
    # An encrypted file differs each time; the processes of a run must agree on its name.
    ids=["program", "page", "drawing", "no PDF", "locked PDF", "empty PDF"],
)
def test_other_files_are_refused(editor, name, content):
    answer = editor.post(reverse("wagtaildocs:add"), form_data(file=upload(name, content)))

    assert list(answer.context["form"].errors) == ["file"]
    assert not ContentDocument.objects.exists()


def test_a_file_that_is_too_large_is_refused(editor, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 100

    answer = editor.post(reverse("wagtaildocs:add"), form_data())

    assert "file" in answer.context["form"].errors


def test_several_documents_at_once_wait_for_their_language(editor):
    told = json.loads(
        editor.post(
            reverse("wagtaildocs:add_multiple"), {"files[]": upload("Folder EN.pdf", pdf())}
        ).content
    )
    assert told["success"]
    assert not ContentDocument.objects.exists()
    waiting = UploadedFile.objects.get()
    address = reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[waiting.pk])
    prefix = f"uploaded-document-{waiting.pk}-"

    assert not json.loads(editor.post(address, form_data(prefix, language="")).content)["success"]
    assert json.loads(editor.post(address, form_data(prefix, language="en")).content)["success"]

    document = ContentDocument.objects.get()
    assert document.language == "en"
    assert document.is_tagged
    assert document.file_size == document.file.size


def test_a_new_file_is_looked_at_anew(editor):
    document = make_document()
    assert document.is_tagged

    editor.post(
        reverse("wagtaildocs:edit", args=[document.pk]),
        form_data(file=upload("plain.pdf", pdf(tagged=False))),
    )

    document.refresh_from_db()
    assert document.filename == "plain.pdf"
    assert not document.is_tagged


def test_a_document_without_a_file_cannot_be_saved():
    with pytest.raises(ValidationError):
        ContentDocument(title="Leeg", language="nl").full_clean()


# --- What it tells ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "dutch", "english"),
    [
        (1, "1 kB", "1 kB"),
        (119_600, "120 kB", "120 kB"),
        (1_240_000, "1,2 MB", "1.2 MB"),
        (None, "", ""),
    ],
)
def test_a_size_is_said_as_people_say_it(size, dutch, english):
    assert size_in_words(size).replace("\N{NO-BREAK SPACE}", " ") == dutch
    with translation.override("en"):
        assert size_in_words(size).replace("\N{NO-BREAK SPACE}", " ") == english


def test_a_file_in_another_language_says_so():
    document = make_document(language="en")

    assert facts_of(document).startswith("in het Engels, PDF, ")
    with translation.override("en"):
        assert facts_of(document).startswith("PDF, ")


def test_a_link_in_a_text_says_kind_and_size():
    html = link(make_document())

    assert re.search(
        r'<p><a href="/documents/\d+/folder.pdf" hreflang="nl">de folder '
        r'<span class="file-facts">\(PDF, 1\xa0kB\)</span></a>\.</p>',
        html,
    )


def test_links_to_pages_and_to_documents_that_are_gone_stay_as_they_are():
    document = make_document()
    text = f'<p><a linktype="document" id="{document.pk}">weg</a></p>'
    document.delete()

    assert str(RichText(text)) == "<p><a>weg</a></p>"
    assert str(RichText('<p><a href="/x/">daar</a></p>')) == '<p><a href="/x/">daar</a></p>'


def test_a_text_with_many_links_looks_documents_up_once(django_assert_num_queries):
    documents = [make_document() for _number in range(5)]
    text = "".join(f'<a linktype="document" id="{each.pk}">a</a>' for each in documents)

    with django_assert_num_queries(1):
        assert str(RichText(text)).count("file-facts") == 5


# --- Who may have it ----------------------------------------------------------------------------


def test_a_pdf_opens_in_the_browser_and_other_files_are_saved(client):
    document = make_document()
    answer = client.get(document.url)

    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'"
    assert "attachment" not in answer.get("Content-Disposition", "")
    assert b"".join(answer.streaming_content) == document.file.read()

    table = make_document("cijfers.csv", file=upload("Cijfers.csv", "jaar;aantal\n"))
    assert client.get(table.url)["Content-Disposition"].startswith(
        'attachment; filename="cijfers.csv"'
    )


def test_the_file_itself_has_no_address(client):
    document = make_document()

    assert client.get(f"/media/{document.file.name}").status_code == 404


def restricted(kind: str) -> Collection:
    """Return a collection that only some may see."""
    private = Collection.get_first_root_node().add_child(name=f"Intern, {kind}")
    restriction = CollectionViewRestriction.objects.create(
        collection=private, restriction_type=kind, password="x"
    )
    if kind == CollectionViewRestriction.GROUPS:
        restriction.groups.add(Group.objects.get(name="Communicatie"))
    return private


def is_kept_from(client: Client, document: ContentDocument, **headers: Any) -> bool:
    """Whether nothing of a document reaches a browser, whatever it asks for."""
    answers = [ask(document.url, headers=headers) for ask in (client.get, client.head)]
    sent = [b"" if answer.streaming else answer.content for answer in answers]
    return all(
        not answer.streaming and answer.status_code in {200, 302} and b"%PDF" not in content
        for answer, content in zip(answers, sent, strict=True)
    )


@pytest.mark.parametrize(
    "kind",
    [kind for kind, _label in CollectionViewRestriction.RESTRICTION_CHOICES if kind != "none"],
)
def test_a_private_collection_stays_private_however_one_asks(client, kind):
    private = restricted(kind)
    documents = [
        make_document(collection=private),
        make_document("dieper.pdf", collection=private.add_child(name="Dieper")),
    ]
    for document in documents:
        assert is_kept_from(client, document)
        assert is_kept_from(client, document, range="bytes=0-3")
        assert is_kept_from(client, document, if_none_match=f'"{document.file_hash}"')
        assert client.get(f"/media/{document.file.name}").status_code == 404
    if kind != CollectionViewRestriction.PASSWORD:
        assert client.get(documents[0].url)["Location"].startswith("/staff/login/")


def test_what_becomes_private_is_kept_from_who_had_it_before(
    client, django_capture_on_commit_callbacks
):
    document = make_document()
    assert client.get(document.url).streaming
    document.collection = restricted(CollectionViewRestriction.LOGIN)
    document.save()
    assert is_kept_from(client, document)


def test_only_who_is_of_the_group_gets_it(client):
    document = make_document(collection=restricted(CollectionViewRestriction.GROUPS))
    people = get_user_model().objects
    client.force_login(people.create_user("desk", password="-"))
    assert is_kept_from(client, document)
    editor = people.create_user("editor", password="-")
    editor.groups.add(Group.objects.get(name="Communicatie"))
    client.force_login(editor)
    assert client.get(document.url).streaming


def test_nobody_is_offered_a_password_that_several_share(client):
    client.force_login(get_user_model().objects.create_superuser("boss", password="-"))
    collection = Collection.get_first_root_node().add_child(name="Intern")
    address = reverse("wagtailadmin_collections:set_privacy", args=[collection.pk])
    assert 'value="password"' not in client.get(address).json()["html"]
