"""How the demo site gets there: from nothing, a second time, over somebody's own site."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.models import Page, Site

from home.bilingual.english import MissingTranslationError, translate
from home.bilingual.texts import Text
from home.demo_content import build
from home.demo_content.reading.demo import the_demo
from home.demo_content.texts import DemoPage
from home.search.models import SearchEntry
from tests.home.factories import ContentPageFactory

pytestmark = pytest.mark.django_db


#: A demo of three pages without documents shows the same as one of twenty, and is there sooner.
FEW = [page for page in the_demo().pages if page.key in ("home", "complaints", "accessibility")]


@pytest.fixture(autouse=True)
def write_down(monkeypatch) -> Callable[..., None]:
    """Changes which pages are written down; a few to begin with."""

    def write(*pages: DemoPage) -> None:
        demo = replace(the_demo(), pages=list(pages), documents=[])
        monkeypatch.setattr(build, "the_demo", lambda: demo)

    write(*FEW)
    return write


def test_a_site_with_pages_of_its_own_gets_no_demo_unless_it_is_named(db):
    home = Page.objects.filter(depth=2).get()
    home.title = "Onze eigen site"
    home.save()
    with pytest.raises(CommandError, match="content of its own"):
        call_command("load_demo_content")
    assert Page.objects.filter(depth__gt=1).count() == 1

    call_command("load_demo_content", "--onto", "testserver", verbosity=0)
    assert Page.objects.filter(slug=FEW[-1].slug.nl).exists()


def test_a_real_site_that_is_named_gets_the_demo(db, settings):
    settings.DEMO_ACCOUNTS_ALLOWED = False
    call_command("load_demo_content", "--onto", "testserver", verbosity=0)
    assert Page.objects.filter(slug=FEW[-1].slug.nl).exists()


def test_a_page_that_a_later_version_adds_is_made(db, write_down):
    write_down(*FEW[:-1])
    build.load()
    write_down(*FEW)

    assert build.load() == [FEW[-1].key]
    assert Page.objects.filter(slug=FEW[-1].slug.en).get().live


def test_a_later_page_whose_parent_is_gone_or_whose_address_is_taken_is_left_out(db, write_down):
    parent, taken = FEW[1], FEW[2]
    write_down(*FEW[:2])
    build.load()
    home = Page.objects.get(pk=build.page_pks(FEW)["home"])
    ContentPageFactory(parent=home, title="Onze eigen", slug=taken.slug.nl)
    Page.objects.get(slug=parent.slug.nl).delete()
    below = replace(taken, key="below", parent=parent.key)
    write_down(*FEW, below)

    assert build.load() == []

    assert Page.objects.get(slug=taken.slug.nl).title == "Onze eigen"


def test_a_later_page_below_one_whose_english_is_gone_is_in_english_all_the_same(db, write_down):
    parent = FEW[1]
    write_down(*FEW[:2])
    build.load()
    Page.objects.get(slug=parent.slug.en).delete()
    write_down(*FEW[:2], replace(FEW[2], parent=parent.key))

    assert build.load() == [FEW[2].key]

    english = Page.objects.get(slug=FEW[2].slug.en)
    assert english.live
    assert english.get_parent().locale.language_code == "en"


def test_a_site_that_somebody_began_keeps_its_first_page(db):
    site = Site.objects.get(is_default_site=True)
    site.root_page.title = "Van ons"
    site.root_page.save()

    build.load()

    site.refresh_from_db()
    assert site.root_page.title == "Van ons"


def test_a_site_without_any_site_gets_one(db):
    Site.objects.all().delete()

    build.load()

    assert Site.objects.get(is_default_site=True).root_page.specific.headline


def test_the_command_says_what_it_did(db, capsys):
    call_command("load_demo_content")
    call_command("load_demo_content")

    first, second = capsys.readouterr().out.splitlines()
    assert str(len(FEW)) in first
    assert "already" in second


def test_dutch_without_english_is_never_published(home):
    page = ContentPageFactory(parent=home, title="Alleen Nederlands", intro="Geen vertaling.")

    with pytest.raises(MissingTranslationError, match="Geen vertaling"):
        translate(page, [Text("Alleen Nederlands", "Dutch only"), Text(page.slug, "dutch-only")])

    assert not page.get_translations().filter(live=True).exists()


def test_an_upgrade_lets_search_find_the_pages_of_before(db, write_down):
    write_down(*FEW[:-1])
    build.load()
    SearchEntry.objects.all().delete()  # as a version left it that did not know them
    write_down(*FEW)

    call_command("load_demo_content", verbosity=0)

    found = SearchEntry.objects.values_list("page__slug", flat=True)
    assert {page.slug.nl for page in FEW[1:]} <= set(found)
