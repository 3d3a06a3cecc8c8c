"""The admin speaks the language of the account: in its menu, its files and what goes wrong."""

from collections.abc import Iterator

import pytest
from django.test import RequestFactory
from django.utils import translation
from wagtail.admin.menu import Menu, SubmenuMenuItem, admin_menu

from tests.registration.factories import CoordinatorFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim(client):
    """A coordinator who chose English, logged in."""
    user = CoordinatorFactory(admin_language="en", is_superuser=True)
    client.force_login(user)
    return user


def _labels(menu: Menu, request) -> Iterator[str]:
    for item in menu.menu_items_for_request(request):
        yield str(item.label)
        if isinstance(item, SubmenuMenuItem):
            yield from _labels(item.menu, request)


def _forget(menu: Menu) -> None:
    """Let a menu be made again, as after a start of the site."""
    for item in menu.__dict__.pop("registered_menu_items", ()):
        if isinstance(item, SubmenuMenuItem):
            _forget(item.menu)


def test_the_menu_of_who_reads_english_has_no_word_of_who_looked_first(client, kim):
    client.get("/admin/")  # with the first page come the items of lists
    request = RequestFactory().get("/admin/")
    request.user = kim
    said = {}
    for first in ("nl", "en"):
        _forget(admin_menu)
        with translation.override(first):
            list(_labels(admin_menu, request))
        with translation.override("en"):
            said[first] = list(_labels(admin_menu, request))
    assert said["nl"] == said["en"]
    assert "Translations" in said["en"]


@pytest.mark.parametrize("path", ["nothing-here/", "promises/999999/"])
def test_what_is_not_there_is_said_in_the_language_of_the_account(client, kim, path):
    answer = client.get(f"/admin/{path}")
    assert answer.status_code == 404
    assert '<html lang="en"' in answer.text
    assert "pagina" not in answer.text
    assert answer["Content-Language"] == "en"


def test_who_chose_dutch_or_nothing_reads_dutch(client):
    for language in ("nl", None):
        client.force_login(CoordinatorFactory(admin_language=language))
        assert '<html lang="nl"' in client.get("/admin/promises/999999/").text


def test_the_words_that_scripts_show_are_in_that_language_too(client, kim):
    catalogue = client.get("/admin/jsi18n/").text
    assert "Annuleren" not in catalogue
    assert '<html lang="en"' in client.get("/admin/").text
