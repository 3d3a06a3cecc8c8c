"""Figures: each number once, with its year, base and source, shown wherever a page names it."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.rich_text import RichText

from home.blocks.charts import ChartBlock
from home.blocks.figures import FigureBlock, FiguresBlock
from home.blocks.rich_text import RichTextWithFiguresBlock
from home.demo_content.figures import load_figures as load_demo_figures
from home.demo_content.reading.demo import the_demo
from home.figures.catalogue import load_figures
from home.models import Figure, FigureSet
from home.templatetags.figure_tags import with_figures
from perspectief.staff import groups
from tests.home.factories import ContentPageFactory, translate
from tests.support.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

#: What the annual report over 2024 says.
REPORT = {
    "registrations.received.2024": "1651",
    "registrations.allocated.2024": "1459",
    "registrations.data-source.2024": "69",
    "registrations.criminal-mediation.2024": "41",
    "who-registers.self.2024": "428",
    "who-registers.victim-support.2024": "391",
    "who-registers.victim-support.2023": "289",
    "who-registers.judicial-institutions.2024": "231",
    "who-registers.police.2024": "141",
    "kind-of-event.violence.2024": "40%",
    "kind-of-event.violence.2023": "38%",
    "kind-of-event.sexual.2024": "29%",
    "kind-of-event.sexual.2023": "30%",
    "kind-of-event.traffic.2024": "19%",
    "kind-of-event.traffic.2023": "14%",
    "kind-of-event.other.2024": "12%",
    "kind-of-event.other.2023": "18%",
    "initiator.victims.2024": "56%",
    "initiator.offenders.2024": "40%",
    "initiator.others.2024": "4%",
    "initiator-by-kind.sexual-victims.2024": "73%",
    "initiator-by-kind.traffic-victims.2024": "58%",
    "initiator-by-kind.violence-offenders.2024": "53%",
    "contact.reached.2024": "97%",
    "form-of-contact.shuttle.2024": "44%",
    "form-of-contact.conversation.2024": "35%",
    "form-of-contact.group.2024": "15%",
    "form-of-contact.letters.2024": "6%",
    "sexual-violence.known.2024": "90%",
    "organisation.mediators.2024": "24",
    "organisation.office.2024": "7",
    "organisation.supervisory-board.2024": "5",
    "quality.cases.2024": "20",
    "quality.complaints.2024": "2",
    "quality.complaints-committee.2024": "3",
    "reach.visitors.2024": "23000",
    "reach.visitors-growth.2024": "15%",
    "reach.english-visitors.2024": "100",
    "reach.videos.2024": "5",
    "reach.podcast-plays.2024": "5000",
    "in-prison.samenspraak.2024": "2",
    "in-prison.relatives.2024": "3",
}


@pytest.fixture
def figures(db) -> None:
    load_demo_figures(the_demo().figures)


def figure(reference: str) -> Figure:
    set_code, code, year = reference.split(".")
    return Figure.objects.get(figure_set__code=set_code, code=code, year=year)


def chart_block(code: str, heading: str = "") -> dict[str, object]:
    figure_set = FigureSet.objects.get(code=code)
    return {
        "type": "chart",
        "value": {"heading": heading, "intro": "", "figure_set": figure_set.pk},
    }


def text_block(text: str) -> dict[str, object]:
    return {"type": "text", "value": {"heading": "", "text": f"<p>{text}</p>"}}


# --- The figures of the demo ------------------------------------------------------------------


def test_the_figures_are_those_of_the_annual_report(figures):
    found = {
        row.reference: f"{row.value:.0f}" + ("%" if row.unit == "percent" else "")
        for row in Figure.objects.select_related("figure_set")
    }

    assert found == REPORT


def test_every_figure_has_its_source_and_every_percentage_its_base_in_both_languages(figures):
    for row in some(Figure.objects.select_related("figure_set")):
        for code in ("nl", "en"):
            assert getattr(row, f"label_{code}")
            assert "2024" in getattr(row, f"source_{code}")
            if row.unit == "percent":
                base = getattr(row, f"base_{code}") or getattr(row.figure_set, f"base_{code}")
                assert base, row


def test_shares_of_one_whole_add_up(figures):
    for code in ("kind-of-event", "initiator", "form-of-contact"):
        for year in {
            2024,
            *Figure.objects.filter(figure_set__code=code).values_list("year", flat=True),
        }:
            rows = Figure.objects.filter(figure_set__code=code, year=year)
            assert sum(row.value for row in rows) == 100, (code, year)


def test_loading_again_keeps_edits_and_deletions(figures):
    edited = figure("organisation.mediators.2024")
    edited.value = 25
    edited.save()
    figure("reach.videos.2024").delete()

    load_demo_figures(the_demo().figures)

    assert figure("organisation.mediators.2024").value == 25
    assert not Figure.objects.filter(code="videos").exists()


# --- How they are read ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "nl",
            {"registrations.received.2024": "1.651", "sexual-violence.known.2024": "ongeveer 90%"},
        ),
        ("en", {"registrations.received.2024": "1,651", "sexual-violence.known.2024": "about 90%"}),
    ],
)
def test_numbers_are_written_as_each_language_writes_them(figures, language, texts):
    with translation.override(language):
        assert load_figures().texts.items() >= texts.items()
        assert load_figures().texts["reach.visitors-growth.2024"] == "+15%"


def test_a_chart_shows_the_last_year_beside_the_one_before(figures):
    chart = load_figures().charts[FigureSet.objects.get(code="kind-of-event").pk]

    assert chart.year == 2024
    assert [(row.text, row.earlier_year, row.earlier_text) for row in chart.rows] == [
        ("40%", 2023, "38%"),
        ("29%", 2023, "30%"),
        ("19%", 2023, "14%"),
        ("12%", 2023, "18%"),
    ]
    assert [row.share for row in chart.rows] == ["40.0", "29.0", "19.0", "12.0"]
    assert [row.is_largest for row in chart.rows] == [True, False, False, False]
    assert "1.459" in chart.base


def test_a_chart_is_a_table_that_can_be_read_without_its_bars(figures, home, html):
    page = ContentPageFactory(parent=home, body=[chart_block("form-of-contact")])

    text = html(page.url)
    table = re.search(r"<table.*?</table>", text, re.DOTALL)[0]
    words = " ".join(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", table, flags=re.DOTALL).split())

    assert "Hoe mensen contact hadden, 2024" in words
    assert "Van alle contacten in dat jaar." in words
    assert "Bron: ons jaarverslag over 2024." in words
    assert "Brieven Je schrijft, en de ander leest. 6 %" in words
    assert table.count('scope="row"') == 4
    assert table.count('<svg class="chart__bar" aria-hidden="true"') == 4
    assert 'width="44.0%"' in table


def test_a_number_is_edited_once_and_changes_everywhere(figures, home, html):
    mediators = figure("organisation.mediators.2024")
    page = ContentPageFactory(
        parent=home,
        body=[
            chart_block("organisation"),
            text_block("Er zijn [[organisation.mediators.2024]] bemiddelaars."),
            {"type": "figures", "value": {"figures": [{"figure": mediators.pk}], "source": ""}},
            {
                "type": "faq",
                "value": {
                    "heading": "Vragen",
                    "questions": [
                        {"question": "Hoeveel?", "answer": "<p>[[organisation.mediators.2024]]</p>"}
                    ],
                },
            },
        ],
    )
    assert html(page.url).count("24</") + html(page.url).count("24 bem") >= 4

    mediators.value = 31
    mediators.save()

    text = html(page.url)
    assert "Er zijn 31 bemiddelaars." in text
    assert '<span class="chart__number">31</span>' in text
    assert '<p class="figures__number">31</p>' in text
    assert "<p>31</p>" in text
    assert "Bemiddelaars (2024)" in text
    assert "[[" not in text


def test_charts_are_translated_without_being_chosen_again(figures, home, html):
    page = ContentPageFactory(parent=home, body=[chart_block("form-of-contact")])
    translate(page, "Forms", "forms")

    text = html("/en/forms/")

    assert "Letters" in text
    assert "Of all contacts in that year." in text
    assert "Brieven" not in text


def test_more_charts_cost_no_more_queries(figures, home, client):
    codes = list(FigureSet.objects.values_list("code", flat=True))
    pages = [
        ContentPageFactory(parent=home, body=[chart_block(code, code) for code in codes * times])
        for times in (1, 10)
    ]
    counts = []
    for page in pages:
        client.get(f"{page.url}?warm=1")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{page.url}?again=1").status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_text_around_a_figure_stays_escaped(figures):
    assert with_figures("<b> [[organisation.mediators.2024]]") == "&lt;b&gt; 24"
    assert with_figures("[[no.such.2024]] [[x]]") == "[[no.such.2024]] [[x]]"


# --- What editors may do ----------------------------------------------------------------------


def test_a_percentage_of_nothing_is_refused(figures):
    row = figure("reach.visitors-growth.2024")
    row.base_nl = row.base_en = ""

    with pytest.raises(ValidationError) as refused:
        row.full_clean()

    assert {"base_nl", "base_en"} <= set(refused.value.error_dict)


def test_half_translations_and_changed_references_are_refused(figures):
    row = figure("organisation.mediators.2024")
    row.note_nl = "alleen hier"
    with pytest.raises(ValidationError, match="note_en"):
        row.full_clean()

    row = figure("organisation.mediators.2024")
    row.year = 2025
    with pytest.raises(ValidationError):
        row.full_clean()

    figure_set = FigureSet.objects.get(code="reach")
    figure_set.code = "bereik"
    with pytest.raises(ValidationError, match="code"):
        figure_set.full_clean()


def test_a_text_with_an_unknown_figure_is_refused(figures):
    block = RichTextWithFiguresBlock()

    assert block.clean(RichText("<p>[[organisation.mediators.2024]]</p>"))
    with pytest.raises(ValidationError, match=r"mediators\.1900"):
        block.clean(RichText("<p>[[organisation.mediators.1900]]</p>"))


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"text": "iets"}, "figure"),
        ({"number": "7"}, "text"),
        ({"chosen": True, "number": "7"}, "number"),
    ],
)
def test_a_number_is_either_chosen_or_written(figures, fields, faulty):
    block = FigureBlock()
    chosen = figure("quality.complaints.2024").pk if fields.pop("chosen", False) else None
    value = block.to_python({"figure": chosen, "number": "", "unit": "", "text": "", **fields})

    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)

    assert faulty in refused.value.block_errors


def test_written_numbers_need_a_source(figures):
    block = FiguresBlock()
    value = block.to_python({"figures": [{"number": "7", "text": "dagen"}], "source": ""})

    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)

    assert "source" in refused.value.block_errors


def test_the_chooser_shows_a_real_chart(figures):
    block = ChartBlock()

    assert "1.651" in block.render(block.get_preview_value())


# --- In the admin -----------------------------------------------------------------------------


@pytest.mark.parametrize("use", ["chart", "text", "figures"])
def test_a_figure_in_use_cannot_be_deleted(figures, home, admin_client, use):
    row = figure("quality.complaints.2024")
    blocks = {
        "chart": chart_block("quality"),
        "text": text_block(row.reference_in_text),
        "figures": {"type": "figures", "value": {"figures": [{"figure": row.pk}]}},
    }
    ContentPageFactory(parent=home, title="Klachtenpagina", body=[blocks[use]])
    target = row.figure_set if use == "chart" else row
    address = reverse(target.snippet_viewset.get_url_name("delete"), args=[target.pk])

    response = admin_client.post(address, follow=True)

    assert "Klachtenpagina" in response.content.decode()
    assert type(target).objects.filter(pk=target.pk).exists()


def test_a_figure_that_another_names_cannot_be_deleted_but_a_free_one_can(figures, admin_client):
    for reference, stays in (("registrations.allocated.2024", True), ("reach.videos.2024", False)):
        row = figure(reference)
        admin_client.post(reverse(Figure.snippet_viewset.get_url_name("delete"), args=[row.pk]))
        assert Figure.objects.filter(pk=row.pk).exists() is stays


def test_communication_edits_figures_and_the_list_says_how_to_name_one(figures, admin_client):
    held = groups.GROUPS[groups.COMMUNICATION].permissions
    assert {"home.change_figure", "home.change_figureset"} <= held
    assert not any(
        "home.change_figure" in groups.GROUPS[name].permissions for name in (groups.DESK,)
    )

    address = reverse(Figure.snippet_viewset.get_url_name("list"))
    listing = admin_client.get(address, {"ordering": "value", "q": "1"}).content.decode()
    listing += admin_client.get(address).content.decode()
    assert "[[" in listing
    assert re.search(r"\b1[.,]651\b", listing)
    assert not re.search(r"\b1651[.,]0", listing)
    row = figure("quality.complaints.2024")
    editor = admin_client.get(
        reverse(Figure.snippet_viewset.get_url_name("edit"), args=[row.pk])
    ).content.decode()
    for name in ("label_nl", "label_en", "source_en", "base_nl"):
        assert f'name="{name}"' in editor
