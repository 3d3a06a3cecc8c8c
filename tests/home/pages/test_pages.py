"""Pages draw their blocks, in both languages, at a cost that does not grow with them."""

import json
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.template.loader import get_template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from home.blocks.body import PageBody
from tests.home.factories import ContentPageFactory, HomePageFactory

pytestmark = pytest.mark.django_db


def text_block(heading: str, text: str = "<p>Tekst.</p>") -> dict[str, object]:
    return {"type": "text", "value": {"heading": heading, "text": text}}


def link_row(page: Page, label: str) -> dict[str, object]:
    return {"label": label, "note": "", "page": page.pk, "external_url": "", "special": ""}


def doors(pages: list[Page]) -> dict[str, object]:
    rows = [link_row(page, f"Deur {page.pk}") for page in pages]
    return {
        "type": "doors",
        "value": {
            "heading": "Waar sta jij?",
            "intro": "",
            "left_title": "Links",
            "left_links": rows,
            "right_title": "Rechts",
            "right_links": [],
            "meeting_text": "",
            "rows": [],
        },
    }


@pytest.mark.parametrize("path", ["/", "/en/", "/over-ons/", "/en/about-us/"])
def test_a_page_has_one_main_heading_and_says_its_language(about, html, path):
    text = html(path)

    assert len(re.findall(r"<h1[ >]", text)) == 1
    assert f'<html lang="{"en" if path.startswith("/en/") else "nl"}"' in text


@pytest.mark.parametrize("name", list(PageBody().child_blocks))
def test_every_block_says_what_it_is_and_has_its_template(name):
    block = PageBody().child_blocks[name]

    assert block.label
    assert block.meta.description
    assert block.meta.group
    assert block.meta.icon
    assert get_template(block.meta.template)


@pytest.mark.parametrize("name", [name for name in PageBody().child_blocks if name != "image"])
def test_every_block_can_be_previewed(home, name):
    block = PageBody().child_blocks[name]
    value = block.get_preview_value()

    drawn = block.render(value)

    assert "<" in drawn
    for text in re.findall(
        r"'(?:heading|quote|text)': '([^'<]{4,})'", str(block.meta.preview_value)
    ):
        assert text.split()[0] in drawn


def test_the_chooser_shows_a_preview_in_the_look_of_the_site(home, admin_client):
    block = PageBody().child_blocks["quote"]

    response = admin_client.get(f"/admin/block-preview/?id={block.definition_prefix}")

    assert response.status_code == 200
    text = response.content.decode()
    assert "/static/perspectief/css/site" in text
    assert "Een brief was genoeg" in text


def test_sections_with_the_same_heading_get_different_anchors(home, html):
    page = ContentPageFactory(
        parent=home,
        slug="vragen",
        body=json.dumps([text_block("Wat kost het?"), text_block("Wat kost het?"), text_block("")]),
    )
    text = html("/vragen/")

    assert [item["anchor"] for item in page.table_of_contents] == ["wat-kost-het", "wat-kost-het-2"]
    assert text.count('id="wat-kost-het"') == 1
    assert text.count('id="wat-kost-het-2"') == 1
    assert 'href="#wat-kost-het-2"' in text


def test_a_section_never_takes_an_anchor_that_the_template_has(home, html):
    body = json.dumps([text_block("Inhoud")])
    page = ContentPageFactory(parent=home, slug="wat-er-staat", body=body)

    assert [item["anchor"] for item in page.table_of_contents] == ["inhoud-2"]
    assert html("/wat-er-staat/").count('id="inhoud"') == 1


def test_a_translated_page_links_to_pages_in_its_own_language(home, about, only_dutch, html):
    for page in (home, home.get_translations().get()):
        page.body = json.dumps([doors([about, only_dutch])])
        page.save_revision().publish()

    assert 'href="/over-ons/"' in html("/")
    assert 'href="/alleen-hier/"' in html("/")
    english = html("/en/")
    assert 'href="/en/about-us/"' in english
    assert "alleen-hier" not in english


def test_a_link_to_an_unpublished_page_is_not_drawn(home, about, html):
    home.body = json.dumps([doors([about])])
    home.save_revision().publish()
    assert f"Deur {about.pk}" in html("/")

    about.refresh_from_db()
    about.unpublish()

    assert f"Deur {about.pk}" not in html("/")


def test_markup_in_plain_text_stays_text(home, html):
    ContentPageFactory(parent=home, slug="proef", intro="<script>alert(1)</script>")

    text = html("/proef/")

    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_the_number_of_links_does_not_change_the_number_of_queries(home, client):
    pages = [ContentPageFactory(parent=home) for _number in range(12)]
    counts = []
    for number in (2, 12):
        page = ContentPageFactory(
            parent=home, slug=f"met-{number}", body=json.dumps([doors(pages[:number])])
        )
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(page.url).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_only_one_front_page_for_each_language(home):
    HomePageFactory.build()

    assert not type(home).can_create_at(Page.objects.get(depth=1))


def test_content_pages_can_be_added_below_the_front_page_and_front_pages_cannot(home, admin_client):
    def add(model: str) -> int:
        address = reverse("wagtailadmin_pages:add", args=["home", model, home.pk])
        return admin_client.get(address).status_code

    assert add("contentpage") == 200
    assert add("homepage") != 200
