"""The coordinator releases the figures of a year; editors find a draft page in both languages."""

import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from home.models import ContentPage, Figure, FigureSet
from home.search import entries
from home.search.models import SearchEntry
from home.year_figures import page as year_page
from home.year_figures.page import NoFrontPageError
from perspectief.staff import groups
from tests.home.factories import ContentPageFactory, SiteMenuFactory, add_english
from tests.registration.annual_figures.counted_year import FULL_YEAR, counted
from tests.registration.factories import StaffFactory

BUTTON = "/admin/figures/draft/"
DUTCH, ENGLISH = "/cijfers-over-2026/", "/en/figures-for-2026/"
pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(autouse=True)
def _a_day_in_the_next_year(time_machine):
    time_machine.move_to(datetime(2027, 1, 4, 9, tzinfo=UTC), tick=False)


def member_of(*names: str):
    user = StaffFactory(admin_language="nl")
    user.groups.set(Group.objects.filter(name__in=names))
    return user


@pytest.fixture
def coordinator(home):
    return member_of(groups.COORDINATOR)


@pytest.fixture
def editor(home):
    return member_of(groups.COMMUNICATION)


@pytest.fixture
def click(client, coordinator):
    """Have the coordinator press the button; gives what the screen then says."""

    def press(year: int = 2026, user=coordinator) -> str:
        client.force_login(user)
        words = client.post(BUTTON, {"year": year}, follow=True).content.decode()
        client.logout()
        return words

    return press


def year_pages(year: int = 2026) -> dict[str, ContentPage]:
    pages = ContentPage.objects.filter(translation_key=year_page.translation_key_of(year))
    return {page.locale.language_code: page for page in pages}


def draft_html(client, page: Page, editor) -> str:
    client.force_login(editor)
    response = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    client.logout()
    assert response.status_code == 200
    return response.content.decode()


def publish(client, editor, *pages: Page) -> None:
    client.force_login(editor)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(f"id={page.pk}" for page in pages)
    assert client.post(f"{address}?{query}").status_code == 302
    client.logout()


def delete(client, editor, page: Page) -> None:
    client.force_login(editor)
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    client.logout()
    assert not Page.objects.filter(pk=page.pk).exists()


def values(code: str) -> dict[tuple[str, int], int]:
    rows = Figure.objects.filter(figure_set__code=code)
    return {(row.code, row.year): int(row.value) for row in rows}


def tables_in(html: str) -> list[str]:
    return re.findall(r"<table class=\"chart.*?</table>", html, re.DOTALL)


# --- The draft --------------------------------------------------------------------------------


def test_one_click_makes_a_draft_in_both_languages_that_no_visitor_sees(click, client):
    counted(2026, **FULL_YEAR)

    words = click()

    pages = year_pages()
    assert {code: page.title for code, page in pages.items()} == {
        "nl": "Cijfers over 2026",
        "en": "Figures for 2026",
    }
    assert "Cijfers over 2026" in words
    assert not any(page.live for page in pages.values())
    assert pages["en"].get_parent().locale.language_code == "en"
    entries.refresh_all()
    assert not SearchEntry.objects.filter(page__in=pages.values()).exists()
    for address in (DUTCH, ENGLISH):
        assert client.get(address).status_code == 404
    for address in ("/sitemap.xml", "/", "/en/"):
        text = client.get(address).content.decode()
        assert "2026" not in "".join(re.findall(r'href="[^"]*"|<loc>.*?</loc>', text))


def test_the_draft_shows_each_chart_as_a_table_in_the_language_of_the_page(click, client, editor):
    counted(2025, source={"self": 50}, role={"victim": 30, "offender": 20})
    counted(2026, **FULL_YEAR)
    click()
    pages = year_pages()

    dutch = draft_html(client, pages["nl"], editor)
    english = draft_html(client, pages["en"], editor)

    assert len(tables_in(dutch)) == len(tables_in(english)) == 11
    assert "We kregen 100 aanmeldingen in 2026." in dutch
    assert "We received 100 registrations in 2026." in english
    assert "Bron: de registratie van Perspectief Herstelbemiddeling over 2026." in dutch
    assert "Source: the records of Perspectief Herstelbemiddeling for 2026." in english
    assert "2025: 60%" in dutch
    assert "Na geweld: slachtoffers" in dutch
    assert "After violence: victims" in english
    assert "Gaat een getal over minder dan 5 mensen?" in dutch
    assert "If a number is about fewer than 5 people, we leave it out" in english
    assert "[[" not in dutch + english
    for word in ("Hoe lees je", "Wie meldde aan", "aanmeldingen", "slachtoffers", "Bron:"):
        assert word not in english


def test_nothing_of_the_english_is_left_to_translate(click, client, editor):
    counted(2026, **FULL_YEAR)
    click()
    client.force_login(editor)

    page = client.get(reverse("wagtailadmin_pages:edit", args=[year_pages()["en"].pk]))

    assert page.status_code == 200
    translation = page.context["translation"]
    total, done = translation.get_progress()
    assert total == done > 20


def test_small_numbers_are_in_no_figure_and_on_no_page(click, client, editor):
    planted = {"witness": 4, "suspect": 61}  # 61 would tell the four
    counted(2026, source={"self": 1000}, role={"victim": 935, **planted})
    counted(2026, form_language={"nl": 997, "en": 3})
    counted(2025, source={"self": 900}, role={"victim": 838, "witness": 3, "suspect": 59})

    click()

    assert values("year-2026-role") == {("victim", 2026): 94, ("victim", 2025): 93}
    assert not FigureSet.objects.filter(code="year-2026-language").exists()
    assert not Figure.objects.filter(value__in=[3, 4, 59, 61, 838, 935, 997]).exists()
    for page in year_pages().values():
        html = draft_html(client, page, editor)
        charts = " ".join(tables_in(html))
        assert "Getuigen" not in charts
        assert "Witnesses" not in charts
        assert "&lt;5" not in charts


def test_editors_open_edit_preview_and_publish_it_and_visitors_read_charts(
    click, client, html, editor
):
    counted(2026, **FULL_YEAR)
    click()
    pages = year_pages()
    client.force_login(editor)
    for page in pages.values():
        assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    client.logout()

    publish(client, editor, *pages.values())

    assert len(tables_in(html(DUTCH))) == len(tables_in(html(ENGLISH))) == 11
    assert "Wie nam het initiatief?" in html(DUTCH)
    assert "Who took the first step?" in html(ENGLISH)
    assert DUTCH in html("/sitemap.xml")


def test_the_history_says_who_had_it_made(click, coordinator):
    counted(2026, **FULL_YEAR)
    click()

    page = year_pages()["nl"]
    entry = PageLogEntry.objects.get(page=page.pk, action="wagtail.create")
    assert entry.user == coordinator
    assert page.latest_revision.user == coordinator


# --- Once -------------------------------------------------------------------------------------


def state_of_everything() -> list[object]:
    pages = Page.objects.order_by("pk").values()
    return [list(pages), list(FigureSet.objects.values()), list(Figure.objects.values())]


@pytest.mark.parametrize("fate", ["untouched", "edited", "published", "moved"])
def test_a_second_click_changes_nothing_and_says_that_it_is_there(
    click, client, home, editor, fate
):
    counted(2026, **FULL_YEAR)
    click()
    page = year_pages()["nl"]
    if fate == "edited":
        page.title = "Ons jaar"
        page.save_revision()
    elif fate == "published":
        publish(client, editor, *year_pages().values())
    elif fate == "moved":
        page.move(ContentPageFactory(parent=home, title="Archief"), pos="last-child")
    counted(2026, month=3, source={"self": 500})
    before = state_of_everything()

    words = click()

    assert state_of_everything() == before
    assert "is er al" in words
    if fate == "edited":
        assert "Ons jaar" in words
    if fate == "moved":
        assert "Archief" in words


def test_whoever_may_edit_pages_gets_the_way_to_it_and_the_coordinator_does_not(click):
    counted(2026, **FULL_YEAR)
    both = member_of(groups.COORDINATOR, groups.COMMUNICATION)

    first = click()
    second = click(user=both)

    address = reverse("wagtailadmin_pages:edit", args=[year_pages()["nl"].pk])
    assert address not in first
    assert address in second


def test_a_deleted_draft_is_made_anew_with_the_numbers_of_now(click, client, editor):
    counted(2026, source={"self": 100}, role={"victim": 60, "offender": 30, "witness": 10})
    click()
    delete(client, editor, year_pages()["nl"])
    counted(2026, month=3, source={"self": 10}, mistake_role={"witness": 8})

    words = click()

    assert "is gemaakt" in words
    assert values("year-2026-received") == {("received", 2026): 110}
    assert ("witness", 2026) not in values("year-2026-role")
    pages = year_pages()
    assert set(pages) == {"nl", "en"}
    assert not any(page.live for page in pages.values())
    english = draft_html(client, pages["en"], editor)
    assert "We received 110 registrations in 2026." in english


def test_when_only_the_english_page_is_left_for_visitors_it_stays_as_it_is(click, client, editor):
    counted(2026, **FULL_YEAR)
    click()
    publish(client, editor, *year_pages().values())
    delete(client, editor, year_pages()["nl"])
    before = state_of_everything()

    words = click()

    assert "Figures for 2026" in words
    assert "is er al" in words
    assert state_of_everything() == before


# --- Nothing that is public changes -----------------------------------------------------------


def test_pages_that_show_figures_of_the_same_things_stay_as_they_are(click, home, html):
    figure_set = FigureSet.objects.create(code="who-registers", title_nl="Wie", title_en="Who")
    Figure.objects.create(
        figure_set=figure_set,
        code="self",
        year=2024,
        value=428,
        label_nl="Zelf",
        label_en="Self",
        source_nl="jaarverslag",
        source_en="report",
    )
    chart = {"type": "chart", "value": {"heading": "", "intro": "", "figure_set": figure_set.pk}}
    page = ContentPageFactory(parent=home, title="Cijfers", body=[chart])
    counted(2026, **FULL_YEAR)
    before = html(page.url)

    click()

    assert html(page.url) == before
    assert values("who-registers") == {("self", 2024): 428}


def test_what_another_page_shows_of_a_year_stays_when_the_draft_is_made_anew(
    click, client, home, html, editor
):
    counted(2026, **FULL_YEAR)
    click()
    text = "<p>[[year-2026-received.received.2026]] aanmeldingen</p>"
    page = ContentPageFactory(
        parent=home, title="Nieuws", body=[{"type": "text", "value": {"heading": "", "text": text}}]
    )
    delete(client, editor, year_pages()["nl"])
    counted(2026, month=3, source={"self": 900})

    click()

    assert "100 aanmeldingen" in html(page.url)
    assert values("year-2026-quarter")[("q1", 2026)] == 1000


def test_a_fault_in_the_making_leaves_nothing_behind(click, monkeypatch, coordinator):
    counted(2026, **FULL_YEAR)
    before = state_of_everything()

    def fails(*args, **kwargs):
        raise RuntimeError("no English today")

    monkeypatch.setattr(year_page, "translate", fails)
    with pytest.raises(RuntimeError, match="no English today"):
        click()

    assert state_of_everything() == before
    assert not PageLogEntry.objects.filter(user=coordinator).exists()


# --- Where it comes ---------------------------------------------------------------------------


def test_it_comes_below_the_page_that_editors_chose_in_both_languages(click, about):
    SiteMenuFactory(language="nl", figures_page=about)
    counted(2026, **FULL_YEAR)

    words = click()

    places = {code: page.get_parent().title for code, page in year_pages().items()}
    assert places == {"nl": "Over ons", "en": "About us"}
    assert "Over ons" in words


def test_a_chosen_page_that_has_no_english_is_passed_over(click, home, about):
    child = ContentPageFactory(parent=about, title="Alleen Nederlands")
    SiteMenuFactory(language="nl", figures_page=child)
    counted(2026, **FULL_YEAR)

    click()

    assert year_pages()["nl"].get_parent().title == "Over ons"
    assert not child.has_translation(year_pages()["en"].locale)


def test_an_address_that_is_taken_is_left_to_who_has_it(click, home, client, editor):
    taken = ContentPageFactory(parent=home, title="Van ons", slug="cijfers-over-2026")
    add_english(taken, "Ours", "figures-for-2026")
    counted(2026, **FULL_YEAR)

    click()

    assert {page.slug for page in year_pages().values()} == {
        "cijfers-over-2026-1",
        "figures-for-2026-1",
    }


def test_without_a_front_page_in_both_languages_the_fault_is_seen(click, home):
    Page.objects.filter(locale__language_code="en").delete()
    counted(2026, **FULL_YEAR)

    with pytest.raises(NoFrontPageError):
        click()

    assert not FigureSet.objects.exists()


def test_each_year_has_a_page_of_its_own(click):
    counted(2025, **FULL_YEAR)
    counted(2026, **FULL_YEAR)

    click(2025)
    click(2026)

    assert year_pages(2025)["nl"].title == "Cijfers over 2025"
    assert year_pages(2026)["nl"].title == "Cijfers over 2026"
    assert values("year-2026-role")[("victim", 2025)] == 60
