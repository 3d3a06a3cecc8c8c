"""Tiles, sheets, other languages and listening: what readers and screen readers get."""

import json
import re

import pytest
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.blocks.languages import LANGUAGES, LanguageSectionBlock
from home.blocks.pictograms import PICTOGRAMS
from home.blocks.tiles import TilesBlock
from tests.home.factories import ContentPageFactory

pytestmark = pytest.mark.django_db


def link(label: str, address: str = "https://example.org/", **more) -> dict:
    return {"label": label, "page": None, "external_url": address, "special": ""} | more


def drawn(block, value) -> str:
    return block.render(block.to_python(value))


def test_tiles_lead_somewhere_and_their_drawings_say_nothing():
    tiles = [link(label, pictogram=name) for name, label in PICTOGRAMS[:2]]
    html = drawn(TilesBlock(), {"heading": "Wat is er gebeurd?", "intro": "", "tiles": tiles})

    assert html.count('<a class="tile" href="https://example.org/">') == 2
    assert html.count("aria-hidden") == 2
    assert "<title" not in html


def test_a_tile_that_leads_nowhere_is_not_drawn():
    tiles = [link("Ergens"), link("Nergens", address="")]
    html = drawn(TilesBlock(), {"heading": "Kies", "intro": "", "tiles": tiles})

    assert "Ergens" in html
    assert "Nergens" not in html


@pytest.mark.parametrize("name", [code for code, _label in PICTOGRAMS])
def test_every_pictogram_has_a_drawing_with_a_half_disc(name):
    tiles = [link("Iets", pictogram=name)]
    html = drawn(TilesBlock(), {"heading": "Kies", "intro": "", "tiles": tiles})

    assert re.search(r'class="pictogram__(teal|apricot)"', html)
    assert 'class="pictogram__line' in html


@pytest.mark.parametrize("language", [code for code, _name in LANGUAGES])
def test_text_in_another_language_says_so_also_in_the_contents(home, html, language):
    value = {"language": language, "heading": "Kontakt", "text": "<p>Tekst.</p>"}
    ContentPageFactory(
        parent=home,
        slug="talen",
        body=json.dumps(
            [
                {"type": "language_section", "value": value},
                {"type": "text", "value": {"heading": "Nederlands", "text": "<p>Iets.</p>"}},
            ]
        ),
    )

    page = html("/talen/")

    assert re.search(rf'<section [^>]*lang="{language}" id="kontakt"', page)
    assert f'<a href="#kontakt" lang="{language}">Kontakt</a>' in page
    assert '<a href="#nederlands">Nederlands</a>' in page


def test_nobody_has_to_translate_german_and_it_stays_on_the_english_page(home):
    from wagtail.models import Locale

    value = {"language": "de", "heading": "Kontakt", "text": "<p>Rufen Sie uns an.</p>"}
    page = ContentPageFactory(
        parent=home,
        title="Talen",
        slug="talen",
        body=json.dumps([{"type": "language_section", "value": value, "id": "a" * 32}]),
    )
    english = Locale.objects.get(language_code="en")
    translate_object(page, [english])
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=english
    )

    assert "Rufen" not in str(translation.source.export_po())
    translation.save_target(publish=False)
    copy = page.get_translation(english).get_latest_revision_as_object()
    assert copy.body[0].value["heading"] == "Kontakt"
    assert LanguageSectionBlock().get_translatable_segments(copy.body[0].value) == []


def test_reading_aloud_is_hidden_until_a_script_finds_a_voice(home, html):
    ContentPageFactory(
        parent=home, slug="makkelijk", body=json.dumps([{"type": "read_aloud", "value": None}])
    )

    page = html("/makkelijk/")

    assert re.search(r"<section [^>]*data-read-aloud hidden>", page)
    assert re.search(r'<script type="module" src="[^"]*read_aloud[^"]*"></script>', page)
