"""Pages with known words that search knows."""

import json

import pytest
from django.core.management import call_command

from home.models import ContentPage, HomePage
from tests.home.factories import ContentPageFactory, translate
from tests.support.planted_rows import planted_once


@pytest.fixture
def costs(home) -> ContentPage:
    """“Wat kost het?” and its English pair, beside a draft."""
    return plant_costs(home)


@planted_once
def plant_costs(home: HomePage) -> ContentPage:
    """Make these pages below a front page."""
    page = ContentPageFactory(
        parent=home,
        title="Wat kost het?",
        slug="kosten",
        intro="Een tolk is gratis.",
        body=json.dumps([{"type": "note", "value": {"text": "Pinguïns staan alleen hier."}}]),
    )
    english = translate(page, "What does it cost?", "costs")
    english.intro = "An interpreter is free."
    english.body = "[]"
    english.save_revision().publish()
    ContentPageFactory(parent=home, title="Concept over tolken", live=False)
    update_index()
    return page


def update_index() -> None:
    """Let search know what the pages say now."""
    call_command("update_index", verbosity=0)
