"""The language switch, alternates in the head, and links between languages."""

import re

import pytest

from home.navigation.site_frame import SiteFrame
from home.page_index import load_page_index

pytestmark = pytest.mark.django_db


def alternates(html: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))


def switch(rf, page, path):
    request = rf.get(path)
    frame = SiteFrame(request, page, language=page.locale.language_code)
    return {choice.code: choice for choice in frame.languages}


def test_each_language_points_to_the_other_and_to_itself(about, html):
    dutch, english = html("/over-ons/"), html("/en/about-us/")

    assert alternates(dutch) == {
        "nl": "http://testserver/over-ons/",
        "en": "http://testserver/en/about-us/",
        "x-default": "http://testserver/over-ons/",
    }
    assert alternates(english) == alternates(dutch)
    assert '<link rel="canonical" href="http://testserver/over-ons/">' in dutch
    assert '<link rel="canonical" href="http://testserver/en/about-us/">' in english


def test_a_page_in_one_language_names_no_alternates(only_dutch, html):
    assert alternates(html("/alleen-hier/")) == {}


def test_the_front_pages_are_each_others_alternates(home, html):
    assert alternates(html("/")) == alternates(html("/en/"))
    assert alternates(html("/"))["en"] == "http://testserver/en/"


def test_the_switch_leads_to_the_same_page(about, rf):
    choices = switch(rf, about, "/over-ons/")

    assert choices["nl"].is_current
    assert (choices["en"].url, choices["en"].exists) == ("/en/about-us/", True)


def test_the_switch_says_where_a_page_is_only_in_dutch(only_dutch, rf, html):
    choice = switch(rf, only_dutch, "/alleen-hier/")["en"]

    assert not choice.exists
    assert choice.url == "/en/?only=nl"
    assert "The page you came from is only available in Dutch." in html(choice.url)
    assert "The page you came from is only available in Dutch." not in html("/en/")


@pytest.mark.parametrize(
    "path", ["/en/?only=en", "/en/?only=xx", "/?only=nl", "/en/about-us/?only=nl"]
)
def test_the_notice_appears_for_nothing_else(about, html, path):
    text = html(path)

    assert "only available" not in text
    assert "is er alleen in het" not in text


def test_an_unpublished_translation_counts_as_none(about, rf):
    about.get_translations().get().unpublish()

    assert not switch(rf, about, "/over-ons/")["en"].exists
    assert load_page_index().urls_of(str(about.translation_key)) == {"nl": "/over-ons/"}


def test_an_error_page_offers_the_front_page_of_the_other_language(home, client):
    response = client.get("/en/nowhere/")

    assert response.status_code == 404
    text = response.content.decode()
    assert '<html lang="en"' in text
    assert 'rel="canonical"' not in text
    assert '<meta name="robots" content="noindex">' in text
    assert "?only=" not in text
