"""The demo site: complete in both languages, made once, never overwritten."""

import re
from itertools import chain

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site
from wagtail_localize.models import (
    OverridableSegment,
    StringSegment,
    TemplateSegment,
    Translation,
    TranslationContext,
    TranslationSource,
)

from home.bilingual.gate import refuse_untranslated
from home.bilingual.texts import texts_in
from home.demo_content import build
from home.demo_content.reading.demo import the_demo
from home.models import SiteMenu
from tests.support.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PAGES = the_demo().pages
MENUS = the_demo().menus
#: Words of which nearly every text has some, and which the other language does not have.
DUTCH = re.compile(r"\b(een|het|niet|jij|je|dat|wij|ook|voor|naar|iets|hoe|wat|zijn)\b", re.I)
ENGLISH = re.compile(r"\b(the|not|you|that|also|for|with|how|are|this|someone|your)\b", re.I)

#: The rule is fifteen words; a list of kinds of people may be longer.
LONGEST_SENTENCE = 20
ALL_TEXTS = list(
    chain(
        texts_in([[demo.title, demo.description, demo.plain, demo.streams] for demo in PAGES]),
        texts_in([MENUS.plain, MENUS.streams]),
    )
)


def addresses(language: str) -> list[str]:
    site = Site.objects.get(is_default_site=True)
    home = site.root_page
    if language != "nl":
        home = home.get_translations().get(locale__language_code=language)
    return [page.get_url() for page in home.get_descendants(inclusive=True).live()]


# --- What it makes ----------------------------------------------------------------------------


def test_every_dutch_page_has_a_published_english_pair(demo_site):
    dutch = Page.objects.filter(locale__language_code="nl", depth__gt=1)

    assert dutch.count() == len(PAGES)
    for page in dutch:
        english = page.get_translations().get(locale__language_code="en")
        assert page.live
        assert english.live
        assert english.title
        assert not english.has_unpublished_changes


def test_editors_find_the_english_pages_as_translations(demo_site):
    translations = Translation.objects.filter(target_locale__language_code="en", enabled=True)

    assert translations.count() == len(PAGES) + 1  # the menus are the one
    for translation in translations:
        total, done = translation.get_progress()
        assert total == done > 0
        refuse_untranslated(translation.get_target_instance())


def test_what_was_submitted_is_what_wagtail_localize_would_submit(demo_site):
    kinds = (TranslationContext, StringSegment, TemplateSegment, OverridableSegment)
    before = [list(kind.objects.order_by("pk").values()) for kind in kinds]

    for source in TranslationSource.objects.all():
        source.refresh_segments()

    assert [list(kind.objects.order_by("pk").values()) for kind in kinds] == before
    assert all(context["field_path"] for context in before[0])


@pytest.mark.parametrize("slug", ["how-it-works", "register", "not-sure-yet", "after-violence"])
def test_what_was_published_in_english_is_what_wagtail_localize_would_publish(demo_site, slug):
    page = Page.objects.get(locale__language_code="en", slug=slug)
    before = page.get_latest_revision().content

    translation = Translation.objects.get(source__object_id=page.translation_key)
    translation.save_target(publish=False)

    after = page.get_latest_revision().content
    moments = {"latest_revision", "latest_revision_created_at", "live_revision", "live"}
    moments |= {"first_published_at", "last_published_at", "has_unpublished_changes"}
    assert {name for name in after if after[name] != before.get(name)} <= moments


def test_every_page_answers_in_its_language_with_one_main_heading(demo_site, client):
    for language in ("nl", "en"):
        paths = addresses(language)
        assert len(paths) == len(PAGES)
        for path in paths:
            response = client.get(path)
            assert response.status_code == 200, path
            text = response.content.decode()
            assert f'<html lang="{language}"' in text, path
            assert len(re.findall(r"<h1[ >]", text)) == 1, path


def test_every_link_on_every_page_leads_somewhere(demo_site, client):
    seen = set(addresses("nl")) | set(addresses("en"))
    for path in some(sorted(seen)):
        text = client.get(path).content.decode()
        for target in re.findall(r'<a [^>]*href="(/[^"#]*)', text):
            if target not in seen:
                assert client.get(target).status_code in (200, 303), f"{path}: {target}"
                seen.add(target)
        for anchor in re.findall(r'href="#([^"]+)"', text):
            assert f'id="{anchor}"' in text, f"{path}: #{anchor}"


def test_drafts_of_the_figures_of_a_year_come_below_the_page_with_figures(demo_site):
    menu = SiteMenu.objects.get(locale__language_code="nl")

    assert menu.figures_page.title == "Jaarverslagen en cijfers"


def test_menus_and_footer_are_there_in_both_languages(demo_site, client):
    assert SiteMenu.objects.count() == 2
    dutch, english = client.get("/").content.decode(), client.get("/en/").content.decode()

    for text in ("Hoe het werkt", "Toegankelijkheid", "Verberg je bezoek"):
        assert text in dutch
        assert text not in english
    for text in ("How it works", "Accessibility", "Hide your visit"):
        assert text in english
        assert text not in dutch


def test_wagtails_own_first_page_is_gone(demo_site):
    assert not Page.objects.filter(title=build.WELCOME_TITLE).exists()
    assert Site.objects.get(is_default_site=True).root_page.specific.headline


# --- Words ------------------------------------------------------------------------------------


def test_neither_language_holds_the_other():
    for text in ALL_TEXTS:
        assert not ENGLISH.search(text.nl)
        assert not DUTCH.search(text.en)


def test_texts_keep_the_rules_of_the_house():
    """Short sentences, je and never u, links that say where they go."""
    for text in ALL_TEXTS:
        for whole in (text.nl, text.en):
            plain = re.sub(r"<[^>]+>", " ", whole)
            for sentence in re.split(r"(?<=[.?!:])\s+", plain):
                assert len(sentence.split()) <= LONGEST_SENTENCE, sentence
        assert not re.search(r"\b(u|uw|klik hier)\b", text.nl, re.I)
        assert "click here" not in text.en.lower()


def test_the_same_dutch_always_gets_the_same_english_within_a_page():
    for demo in PAGES:
        pairs = {text.nl: text.en for text in texts_in([demo.title, demo.plain, demo.streams])}
        for text in texts_in([demo.title, demo.plain, demo.streams]):
            assert pairs[text.nl] == text.en, demo.key


# --- Again and again --------------------------------------------------------------------------


def test_a_second_run_changes_nothing_and_costs_nothing(demo_site):
    before = list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id"))

    with CaptureQueriesContext(connection) as queries:
        assert build.load() == []

    assert len(queries) <= 6
    assert list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id")) == before


def test_edits_moves_and_deletions_survive(demo_site):
    about = Page.objects.get(slug="over-ons").specific
    about.title, about.slug = "Wie wij zijn", "wie-wij-zijn"
    about.save_revision().publish()
    Page.objects.get(slug="klacht").delete()
    menu = SiteMenu.objects.get(locale__language_code="nl")
    menu.footer_title = "Bel ons"
    menu.save()

    assert build.load() == []

    assert not Page.objects.filter(slug__in=["over-ons", "klacht"]).exists()
    assert Page.objects.get(slug="wie-wij-zijn").title == "Wie wij zijn"
    assert SiteMenu.objects.get(locale__language_code="nl").footer_title == "Bel ons"


def test_the_page_types_of_the_demo_exist():
    for demo in PAGES:
        model = apps.get_model(demo.model)
        for name in [*demo.plain, *demo.streams, *demo.codes, *demo.days, *demo.pages]:
            assert model._meta.get_field(name)
