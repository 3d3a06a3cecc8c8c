"""Charts in a real browser: a table for whoever cannot see the bars, in both languages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from home.demo_content.figures import load_figures
from home.demo_content.reading.demo import the_demo
from home.models import FigureSet
from tests.home.factories import ContentPageFactory, translate
from tests.support.page_fit import sticking_out
from tests.support.site_tree import SiteTree
from tests.support.some import some

QUESTIONS = {
    "heading": "Vragen",
    "questions": [
        {
            "type": "item",
            "id": "9b2f6d0e-3a55-4c0e-9f0a-6a1c8d1f7a10",
            "value": {"question": "Hoeveel?", "answer": "<p>[[contact.reached.2024]]</p>"},
        }
    ],
}
ADDRESSES = {"nl": "/cijfers/", "en": "/en/figures/"}
CAPTIONS = {
    "nl": "Hoe mensen contact hadden, 2024 Van alle contacten in dat jaar. "
    "Bron: ons jaarverslag over 2024.",
    "en": "How people had contact, 2024 Of all contacts in that year. "
    "Source: our annual report for 2024.",
}


@pytest.fixture(autouse=True)
def _page_with_all_charts(site_tree: SiteTree) -> None:
    load_figures(the_demo().figures)
    charts = [
        {"type": "chart", "value": {"heading": figure_set.title, "figure_set": figure_set.pk}}
        for figure_set in FigureSet.objects.all()
    ]
    page = ContentPageFactory(
        parent=site_tree.home,
        title="Cijfers",
        slug="cijfers",
        body=[*charts, {"type": "faq", "value": QUESTIONS}],
    )
    translate(page, "Figures", "figures")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_charts_are_accessible_tables(
    page: Page, assert_accessible: Callable[[Page], None], language: str
):
    page.goto(ADDRESSES[language])

    expect(page.get_by_role("table")).to_have_count(len(the_demo().figures.sets))
    table = page.get_by_role("table", name=CAPTIONS[language])
    expect(table.get_by_role("rowheader")).to_have_count(4)
    expect(table.get_by_role("row").nth(1)).to_contain_text("44")
    assert_accessible(page)


def test_bars_are_as_long_as_their_numbers(page: Page):
    page.goto(ADDRESSES["nl"])
    table = page.get_by_role("table", name=CAPTIONS["nl"])
    row = table.get_by_role("row").nth(1)
    track, share = row.locator(".chart__track"), row.locator(".chart__share").first

    widths = [part.bounding_box()["width"] for part in (track, share)]

    assert widths[1] / widths[0] == pytest.approx(0.44, abs=0.01)
    fills = [
        part.evaluate("each => getComputedStyle(each).fill")
        for part in (share, table.locator("tr").nth(2).locator(".chart__share").first)
    ]
    assert fills[0] != fills[1]


@pytest.mark.parametrize("width", [320, 768])
def test_charts_fit_small_screens(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    for address in some(ADDRESSES.values()):
        page.goto(address)
        assert sticking_out(page) == ""
        for number in some(page.locator(".chart__number").all()):
            box = number.bounding_box()
            assert box["x"] + box["width"] <= width
