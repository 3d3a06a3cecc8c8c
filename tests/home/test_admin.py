"""Editors can open, preview and translate everything that the public site is made of."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from home.models import SiteMenu

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def edit(admin_client, page: Page) -> str:
    response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    return response.content.decode()


def test_dutch_pages_open_in_the_editor_and_english_ones_in_the_translator(demo_site, admin_client):
    for slug in ("start", "hoe-het-werkt", "aanmelden"):
        page = Page.objects.get(slug=slug, locale__language_code="nl")
        english = page.get_translations().get()

        assert 'name="title"' in edit(admin_client, page)
        assert "js-translation-editor" in edit(admin_client, english)


def test_drafts_can_be_previewed_with_their_blocks(demo_site, admin_client):
    page = Page.objects.get(slug="hoe-het-werkt").specific
    page.title = "Hoe het straks werkt"
    page.save_revision()

    response = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))

    assert "Hoe het straks werkt" in response.content.decode()
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_menus_are_edited_in_dutch_and_translated_into_english(demo_site, admin_client):
    dutch = SiteMenu.objects.get(locale__language_code="nl")
    english = SiteMenu.objects.get(locale__language_code="en")

    page = admin_client.get(reverse("wagtailsnippets_home_sitemenu:edit", args=[dutch.pk]))
    assert "Bel gerust eerst." in page.content.decode()
    page = admin_client.get(reverse("wagtailsnippets_home_sitemenu:edit", args=[english.pk]))
    assert "js-translation-editor" in page.content.decode()
    listing = admin_client.get(reverse("wagtailsnippets_home_sitemenu:list"))
    assert listing.status_code == 200
