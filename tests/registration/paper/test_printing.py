"""The form to print: the questions of the site in both languages, and where to send it."""

from datetime import date

import pytest

from home.models import HomePage
from registration.forms import AboutYouForm, ReachForm, SendForm, WhatHappenedForm
from registration.public_pages.models import PaperFormPage
from tests.home.factories import translate
from tests.registration.factories import approve_statement
from tests.registration.journey.visitor import text_of
from tests.support.planted_rows import planted_once

pytestmark = pytest.mark.django_db
URLS = {"nl": "/aanmelden-op-papier/", "en": "/en/register-on-paper/"}
ADDRESS = "Postbus 1\n3500 AA Utrecht"


@pytest.fixture
def paper_page(site_tree) -> PaperFormPage:
    """The form to print, in both languages."""
    return plant_paper_page(site_tree.home)


@planted_once
def plant_paper_page(home: HomePage) -> PaperFormPage:
    """Make that page."""
    page = home.add_child(
        instance=PaperFormPage(
            title="Aanmelden op papier",
            slug="aanmelden-op-papier",
            intro="Met een brief.",
            return_address=ADDRESS,
        )
    )
    translate(page, "Register on paper", "register-on-paper")
    return page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_has_every_question_of_the_site_in_the_same_words(paper_page, client, language):
    from django.utils import translation
    from django.utils.html import escape

    words = text_of(client.get(URLS[language]))
    with translation.override(language):
        for form_class in (AboutYouForm, WhatHappenedForm, ReachForm):
            for field in form_class():
                assert escape(str(field.label)) in words
        for _code, label in AboutYouForm().fields["role"].choices:
            assert escape(str(label)) in words
        assert escape(str(SendForm.base_fields["consent"].label)) in words


@pytest.mark.parametrize(
    ("language", "envelope", "days", "crisis"),
    [
        ("nl", "Schrijf je naam niet op de buitenkant.", "Maandag", "0800-0113"),
        ("en", "Do not write your name on the outside.", "Monday", "0800-0113"),
    ],
)
def test_it_says_how_to_send_it_and_names_no_date(
    paper_page, client, language, envelope, days, crisis
):
    words = text_of(client.get(URLS[language]))
    for each in (envelope, crisis, "Postbus 1 3500 AA Utrecht"):
        assert each in words
    assert days.casefold() in words.casefold()
    assert "2026" not in words


def test_without_an_address_it_asks_to_call(paper_page, client):
    PaperFormPage.objects.update(return_address="")
    assert "Bel ons voor het adres:" in text_of(client.get(URLS["nl"]))


def test_it_names_the_version_that_one_agrees_to(paper_page, client, settings):
    assert "Versie 1 van de privacyverklaring." in text_of(client.get(URLS["nl"] + "?1"))
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    closed = text_of(client.get(URLS["nl"] + "?2"))
    assert "Bel ons" in closed
    assert "Versie 1" not in closed
    approve_statement(date(2026, 11, 1))
    assert "Versie 1" in text_of(client.get(URLS["nl"] + "?3"))


def test_the_registration_page_leads_to_it(paper_page, client):
    assert f'href="{URLS["nl"]}"' in client.get("/aanmelden/").content.decode()
    assert f'href="{URLS["en"]}"' in client.get("/en/register/").content.decode()
