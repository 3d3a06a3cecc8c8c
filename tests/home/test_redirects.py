"""Addresses that have been printed or shared keep leading somewhere."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Site

from home.models import ContentPage
from perspectief.staff.groups import COMMUNICATION
from tests.home.factories import ContentPageFactory, translate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _announce_new_addresses_at_once(monkeypatch) -> None:
    """Wagtail waits for the commit before it remembers an old address; tests never commit."""
    monkeypatch.setattr(transaction, "on_commit", lambda function, using=None: function())


def test_an_old_address_leads_to_the_new_one_also_after_it_was_cached(about, client):
    assert client.get("/over-ons/").status_code == 200

    about.slug = "wie-wij-zijn"
    about.save_revision().publish()
    answer = client.get("/over-ons/")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/wie-wij-zijn/")
    assert client.get("/over-ons/?utm=x").headers["Location"] == "/wie-wij-zijn/"
    assert client.get("/en/about-us/").status_code == 200


def test_an_english_address_that_changes_leads_on_within_english(about, client):
    english = about.get_translation(Locale.objects.get(language_code="en"))
    english.slug = "who-we-are"
    english.save_revision().publish()

    assert client.get("/en/about-us/").headers["Location"] == "/en/who-we-are/"
    assert client.get("/over-ons/").status_code == 200


def test_pages_below_a_page_that_moves_are_found_too(home, about, client):
    below = ContentPageFactory(parent=about, slug="bestuur")
    translate(below, "Board", "board")
    elsewhere = ContentPageFactory(parent=home, slug="organisatie")

    about.refresh_from_db()
    about.move(elsewhere, pos="last-child")

    assert client.get("/over-ons/bestuur/").headers["Location"] == "/organisatie/over-ons/bestuur/"
    assert client.get("/organisatie/over-ons/bestuur/").status_code == 200
    assert client.get("/en/about-us/board/").status_code == 200


def test_a_name_that_comes_back_is_a_page_again(about, client):
    for slug in ("wie-wij-zijn", "over-ons"):
        about = ContentPage.objects.get(pk=about.pk)
        about.slug = slug
        about.save_revision().publish()

    assert client.get("/over-ons/").status_code == 200
    assert client.get("/wie-wij-zijn/").headers["Location"] == "/over-ons/"


@pytest.fixture
def editor(client, home, settings, django_user_model):
    """Somebody of communications, with the second factor behind them."""
    settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = ["esra"]
    user = django_user_model.objects.create_user("esra", "esra@example.org", "geheim")
    user.groups.add(Group.objects.get(name=COMMUNICATION))
    client.force_login(user)
    return user


def test_communications_staff_make_short_addresses_that_work_at_once(editor, about, client):
    assert client.get("/folder/").status_code == 404
    answer = client.post(
        reverse("wagtailredirects:add"),
        {
            "old_path": "/folder",
            "site": Site.objects.get().pk,
            "is_permanent": "on",
            "redirect_page": about.pk,
            "redirect_link": "",
        },
    )
    assert answer.status_code == 302, answer.context["form"].errors

    client.logout()
    assert client.get("/folder/").headers["Location"].endswith("/over-ons/")


def test_communications_staff_bring_a_list_of_addresses(editor, about, client):
    target = "https://www.example.org/over-ons/"  # Wagtail wants whole addresses here
    rows = f"from,to\n/oud/pagina,{target}\n/oud/tweede,{target}\n"
    file = SimpleUploadedFile("oud.csv", rows.encode(), "text/csv")
    first = client.post(reverse("wagtailredirects:start_import"), {"import_file": file})
    columns = {"from_index": "0", "to_index": "1", "site": Site.objects.get().pk, "permanent": "on"}

    done = client.post(
        reverse("wagtailredirects:process_import"), first.context["form"].initial | columns
    )

    assert done.status_code == 302, done.context["import_summary"]
    found = Redirect.objects.filter(old_path__startswith="/oud/")
    assert set(found.values_list("old_path", flat=True)) == {"/oud/pagina", "/oud/tweede"}
    client.logout()
    assert client.get("/oud/tweede/").headers["Location"] == target


def test_a_redirect_that_is_changed_or_taken_away_is_not_kept_in_the_cache(about, home, client):
    redirect = Redirect.objects.create(old_path="/kort", redirect_page=about)
    assert client.get("/kort/").headers["Location"].endswith("/over-ons/")

    redirect.redirect_page = home
    redirect.save()
    assert client.get("/kort/").headers["Location"] == "/"

    redirect.delete()
    assert client.get("/kort/").status_code == 404


def test_an_address_that_never_was_is_not_found_in_the_language_of_the_address(about, client):
    answer = client.get("/en/never-there/")

    assert answer.status_code == 404
    assert '<html lang="en">' in answer.content.decode()
