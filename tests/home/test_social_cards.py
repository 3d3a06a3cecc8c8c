"""What a chat or a social network shows of a shared page."""

import re
from pathlib import Path

import pytest
from PIL import Image
from wagtail.models import Locale

from perspectief import settings as settings_package
from tests.home.factories import ContentPageFactory, translate

pytestmark = pytest.mark.django_db

PROPERTY = re.compile(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">')


def card(text: str) -> dict[str, str]:
    """The properties of the card; each may be there once."""
    found = PROPERTY.findall(text)
    assert len(found) == len(dict(found))
    return dict(found)


def test_a_page_shows_its_title_and_description_in_its_language(about, html):
    about.search_description = "Wie wij zijn."
    about.save_revision().publish()

    dutch, english = card(html("/over-ons/")), card(html("/en/about-us/"))

    assert dutch["og:title"] == "Over ons"
    assert dutch["og:description"] == "Wie wij zijn."
    assert dutch["og:url"] == "http://testserver/over-ons/"
    assert (dutch["og:locale"], dutch["og:locale:alternate"]) == ("nl_NL", "en_GB")
    assert (english["og:locale"], english["og:locale:alternate"]) == ("en_GB", "nl_NL")
    assert english["og:title"] == "About us"


def test_a_page_in_one_language_names_no_other(only_dutch, html):
    assert "og:locale:alternate" not in card(html(only_dutch.url))


def test_a_page_without_a_picture_of_its_own_shows_the_motif_in_the_size_it_says(about, html):
    found = card(html("/over-ons/"))
    address = found["og:image"]
    assert address.startswith("http://testserver/static/")
    assert found["og:image:alt"] == found["twitter:image:alt"] == "Perspectief Herstelbemiddeling"
    assert found["twitter:card"] == "summary_large_image"

    name = re.sub(r"\.[0-9a-f]{12}(?=\.png$)", "", address.rsplit("/", 1)[1])
    file = Path(settings_package.__file__).parents[1] / "static/perspectief/img" / name
    size = (int(found["og:image:width"]), int(found["og:image:height"]))
    assert Image.open(file).size == size == (1200, 630)


def test_a_neutral_card_shows_our_name_and_nothing_of_the_page(home, html):
    page = ContentPageFactory(
        parent=home,
        title="Na geweld",
        seo_title="Hulp na geweld",
        search_description="Over geweld.",
        neutral_card=True,
    )

    text = html(page.url)
    found = card(text)

    assert found["og:title"] == "Perspectief Herstelbemiddeling"
    assert "og:description" not in found
    assert not any("geweld" in value.lower() for key, value in found.items() if key != "og:url")
    assert "<title>Hulp na geweld" in text
    assert '<meta name="description" content="Over geweld.">' in text


def test_a_neutral_card_is_neutral_in_both_languages(home, html):
    page = ContentPageFactory(parent=home, title="Na geweld", neutral_card=True)
    english = Locale.objects.get(language_code="en")
    translate(page, "After violence", "after-violence")

    address = page.get_translation(english).get_url()

    assert address.startswith("/en/")
    assert card(html(address))["og:title"] == "Perspectief Herstelbemiddeling"


def test_an_error_page_has_no_card(home, client):
    assert card(client.get("/nergens/").content.decode()) == {}
