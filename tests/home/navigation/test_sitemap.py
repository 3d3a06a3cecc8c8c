"""What search engines are told."""

import xml.etree.ElementTree as ElementTree

import pytest

from tests.home.factories import ContentPageFactory
from tests.support.some import some

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def entries(client) -> dict[str, dict[str, str]]:
    response = client.get("/sitemap.xml")
    assert response["Content-Type"].startswith("application/xml")
    tree = ElementTree.fromstring(response.content)  # noqa: S314 - our own answer
    return {
        url.findtext(f"{SITEMAP}loc"): {
            link.get("hreflang"): link.get("href") for link in url.findall(LINK)
        }
        for url in tree
    }


def test_it_lists_each_page_in_each_language_with_its_other_languages(about, only_dutch, client):
    found = entries(client)

    assert set(found) == {
        f"http://testserver{path}"
        for path in ("/", "/en/", "/over-ons/", "/en/about-us/", "/alleen-hier/")
    }
    pair = {
        "nl": "http://testserver/over-ons/",
        "en": "http://testserver/en/about-us/",
        "x-default": "http://testserver/over-ons/",
    }
    assert found["http://testserver/over-ons/"] == pair
    assert found["http://testserver/en/about-us/"] == pair


def test_every_address_in_it_answers(about, client):
    for address in some(entries(client)):
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_pages_that_search_engines_must_leave_out_are_not_in_it(about, client, monkeypatch):
    monkeypatch.setattr(type(about), "seo_noindex", property(lambda page: page.slug == "over-ons"))

    found = entries(client)

    assert "http://testserver/over-ons/" not in found
    assert found["http://testserver/en/about-us/"].keys() == {"en"}
    assert '<meta name="robots" content="noindex">' in client.get("/over-ons/").content.decode()


def test_its_cost_does_not_grow_with_the_number_of_pages(
    home, client, django_assert_max_num_queries
):
    for _number in range(30):
        ContentPageFactory(parent=home)

    with django_assert_max_num_queries(16):
        assert len(entries(client)) == 32


def test_robots_find_the_sitemap_and_stay_out_of_the_admin(home, client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines
