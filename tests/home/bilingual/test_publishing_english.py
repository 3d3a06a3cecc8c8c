"""Nothing goes live in English while a text of it is still Dutch, whatever way it is published.

These tests commit, because wagtail-localize publishes when a transaction ends.
"""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry, Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from home.bilingual.gate import UntranslatedError
from home.checks import check_translations_pass_the_gate
from home.management.commands.publish_scheduled import LOG_ACTION
from home.models import ContentPage, HomePage, SameWord, SiteMenu
from tests.e2e.desk_member import make_member
from tests.home.factories import ContentPageFactory, SiteMenuFactory, plant_site, translate
from tests.support.planted_rows import planted_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.any_database]

TITLE, INTRO = "Over ons", "Wij brengen mensen in contact."
ENGLISH = {
    TITLE: "About us",
    INTRO: "We bring people into contact.",
    "over-ons": "about-us",
    "Twijfel": "Hesitating",  # a word, because typography changes the spaces of a sentence
}


# --- What editors do ------------------------------------------------------------------------------


class Editor:
    """Somebody of the communications staff at the screens of the admin."""

    def __init__(self, language: str = "en", *, superuser: bool = False) -> None:
        self.client = Client()
        user = make_member("Communicatie", language)
        if superuser:
            get_user_model().objects.filter(pk=user.pk).update(is_superuser=True)
        self.client.force_login(user)

    def post(self, name: str, *args: Any, **data: Any) -> str:
        """Send a form and return what the screen after it says."""
        answer = self.client.post(reverse(name, args=args), data, follow=True)
        assert answer.status_code == 200
        return answer.content.decode()

    def submit(self, page: Page, **data: Any) -> None:
        """Choose “Translate this page”."""
        english = Locale.objects.get(language_code="en")
        self.post("wagtail_localize:submit_page_translation", page.pk, locales=english.pk, **data)

    def publish(self, page: Page) -> str:
        """Press “Publish” in the translator."""
        return self.post("wagtailadmin_pages:edit", page.pk, action="publish")

    def synchronise(self, page: Page, **data: Any) -> str:
        """Choose “Sync translated pages”."""
        source = Translation.objects.get(source__object_id=page.translation_key).source
        return self.post("wagtail_localize:update_translations", source.pk, **data)

    def publish_together(self, *pages: Page) -> str:
        """Publish what is ticked in the list of pages."""
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        query = "&".join(f"id={page.pk}" for page in pages)
        answer = self.client.post(
            f"{address}?{query}&next=/admin/", {"include_descendants": ""}, follow=True
        )
        return answer.content.decode()


@pytest.fixture
def home() -> HomePage:
    return plant_translated_home()


@planted_once
def plant_translated_home() -> HomePage:
    """Make a front page that an editor translated."""
    home = plant_site()
    translate(home, "Perspectief", "home-en")
    return home


@pytest.fixture
def about(home) -> ContentPage:
    """A Dutch page that nobody has translated yet."""
    return ContentPageFactory(parent=home, title=TITLE, slug="over-ons", intro=INTRO)


@pytest.fixture
def editor(home) -> Editor:
    return Editor()


@pytest.fixture
def submitted(about, editor) -> Page:
    """The English page of `about` as it is made: a draft with Dutch texts."""
    editor.submit(about)
    return english_of(about)


@pytest.fixture
def published(about, submitted, editor) -> Page:
    """The English page of `about`, translated and live."""
    write_english(about)
    editor.publish(submitted)
    assert shows("/en/about-us/", "We bring people into contact.")
    return english_of(about)


def english_of(page: Page) -> Page:
    return page.get_translation(Locale.objects.get(language_code="en")).specific


def write_english(page: Any, *, but: tuple[str, ...] = ()) -> None:
    """Fill in the fields of the translator, but those of the Dutch texts in `but`."""
    segments = StringSegment.objects.filter(source__object_id=page.translation_key)
    for segment in segments.select_related("string"):
        dutch = segment.string.data
        if dutch not in but:
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=Locale.objects.get(language_code="en"),
                defaults={"data": ENGLISH.get(dutch, f"{dutch} (English)")},
            )


def change_dutch(page: ContentPage, intro: str) -> None:
    page = ContentPage.objects.get(pk=page.pk)
    page.intro = intro
    page.save_revision().publish()


def shows(path: str, text: str) -> bool:
    answer = Client().get(path)
    return answer.status_code == 200 and text in answer.content.decode()


def is_there(path: str) -> bool:
    return Client().get(path).status_code == 200


# --- The translator -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "sentence", "field"),
    [
        ("en", "was not published, because a text is still in Dutch", "Introduction"),
        ("nl", "is niet gepubliceerd, want een tekst is nog Nederlands", "Inleiding"),
    ],
)
def test_a_first_translation_with_a_text_missing_stays_a_draft_and_says_which(
    about, submitted, language, sentence, field
):
    write_english(about, but=(INTRO,))

    screen = Editor(language).publish(submitted)

    assert sentence in screen
    assert f"<li>{field}: “{INTRO}”</li>" in screen
    assert not english_of(about).live
    assert not is_there("/en/about-us/")
    assert "js-translation-editor" in screen  # where it is filled in


def test_nothing_at_all_translated_is_said_in_short(submitted, editor):
    screen = editor.publish(submitted)

    assert "3 texts are still in Dutch" in screen
    assert "<li>Slug: “over-ons”</li>" in screen
    assert not english_of(submitted).live


def test_what_is_translated_wholly_goes_live(published):
    assert not shows("/en/about-us/", INTRO)


def test_a_text_that_is_the_same_in_english_may_be_repeated(about, submitted, editor, monkeypatch):
    monkeypatch.setitem(ENGLISH, TITLE, TITLE)
    write_english(about)

    editor.publish(submitted)

    assert shows("/en/about-us/", TITLE)


@pytest.mark.parametrize("written", ["over-ons", "Over ons"])
def test_a_slug_may_be_the_same_even_if_it_gets_a_number(
    about, submitted, home, editor, monkeypatch, written
):
    monkeypatch.setitem(ENGLISH, "over-ons", written)
    Page.objects.filter(pk=submitted.pk).update(slug="taken")
    translate(ContentPageFactory(parent=home, title="Bezet", slug="bezet"), "Taken", "over-ons")
    write_english(about)

    editor.publish(submitted)

    assert shows("/en/over-ons-1/", "We bring people into contact.")


def test_a_text_that_is_the_same_may_have_signs_in_it(home, editor, monkeypatch):
    text = "Vraag & antwoord: < 3 minuten"
    page = ContentPageFactory(parent=home, title=text, slug="vragen")
    editor.submit(page)
    write_english(page)
    # As it is typed, and not as wagtail-localize stores what is on a page.
    StringTranslation.objects.filter(context__path="title").update(data=text)

    editor.publish(english_of(page))

    assert english_of(page).live
    assert english_of(page).title == text


def test_a_translation_that_wagtail_leaves_out_for_an_error_is_missing(about, submitted, editor):
    write_english(about)
    StringTranslation.objects.filter(context__path="intro").update(has_error=True)

    assert INTRO in editor.publish(submitted)
    assert not english_of(about).live


# --- A Dutch page that changes later --------------------------------------------------------------


@pytest.mark.parametrize("data", [{}, {"publish_translations": "on"}])
def test_the_old_english_stays_until_the_new_is_there(about, published, editor, data):
    change_dutch(about, "Wij bellen je terug.")

    screen = editor.synchronise(about, **data)

    assert ("Introduction: “Wij bellen je terug.”" in screen) is bool(data)
    assert shows("/en/about-us/", "We bring people into contact.")
    assert not shows("/en/about-us/", "Wij bellen je terug.")
    assert "Wij bellen je terug." in editor.publish(published)
    assert shows("/en/about-us/", "We bring people into contact.")

    write_english(about)
    editor.publish(published)

    assert shows("/en/about-us/", "Wij bellen je terug. (English)")


def test_submitting_a_whole_section_again_leaves_live_pages_as_they_are(
    about, published, home, editor
):
    change_dutch(about, "Wij bellen je terug.")
    editor.synchronise(about)
    Translation.objects.filter(source__object_id=home.translation_key).delete()
    Page.objects.filter(pk=english_of(home).pk).update(alias_of=home)

    editor.submit(home, include_subtree="on")

    assert shows("/en/about-us/", "We bring people into contact.")


# --- Other ways -----------------------------------------------------------------------------------


def test_a_draft_from_before_the_last_text_was_written_is_not_published_with_others(
    about, submitted, home, editor
):
    other = ContentPageFactory(parent=home, title="Iets anders", slug="iets-anders", live=False)
    write_english(about)  # complete, but the draft still holds the Dutch

    screen = editor.publish_together(other, submitted)

    assert f"Introduction: “{INTRO}”" in screen
    assert not english_of(about).live
    assert not Page.objects.get(pk=other.pk).live  # all or none, so that nobody has to guess
    assert "1 page has been published" in editor.publish_together(other)


def test_an_old_version_with_dutch_in_it_does_not_come_back(about, published):
    oldest = Revision.objects.for_instance(published).order_by("pk").first()

    with pytest.raises(UntranslatedError):
        oldest.publish()

    assert shows("/en/about-us/", "We bring people into contact.")


def test_an_old_version_that_was_english_may_come_back(about, published, editor):
    english = Revision.objects.for_instance(published).order_by("pk").last()
    change_dutch(about, "Wij bellen je terug.")
    editor.synchronise(about)

    english.publish()

    assert shows("/en/about-us/", "We bring people into contact.")


def test_dutch_cannot_be_scheduled(about, submitted, editor):
    ContentPage.objects.filter(pk=submitted.pk).update(
        go_live_at=timezone.now() + timedelta(days=1)
    )
    page = english_of(about)
    revision = page.save_revision()

    with pytest.raises(UntranslatedError):
        revision.publish()
    Translation.objects.update(enabled=False)
    screen = editor.post(
        "wagtailadmin_pages:edit", page.pk, **fields_of(editor, page), **{"action-publish": "yes"}
    )

    assert f"Introduction: “{INTRO}”" in screen
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_what_was_scheduled_wrongly_becomes_a_draft_again_and_the_rest_is_published(
    about, submitted, home, caplog
):
    due = timezone.now() - timedelta(minutes=1)
    other = ContentPageFactory(parent=home, title="Anders", slug="anders", live=False)
    for page in (submitted, other):
        revision = page.get_latest_revision() or page.save_revision()
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=due)

    call_command("publish_scheduled")

    assert not english_of(about).live
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    entry = PageLogEntry.objects.get(page=submitted.pk, action=LOG_ACTION)
    assert f"Inleiding: {INTRO}" in entry.data["texts"]
    history = Editor().client.get(reverse("wagtailadmin_pages:history", args=[submitted.pk]))
    assert f"still in Dutch: Titel: {TITLE}" in history.content.decode()
    assert is_there("/anders/")
    assert INTRO not in caplog.text


def test_a_trial_run_of_the_schedule_withdraws_nothing(submitted, capsys):
    due = timezone.now() - timedelta(minutes=1)
    Revision.objects.for_instance(submitted).update(approved_go_live_at=due)

    call_command("publish_scheduled", "--dryrun")

    assert Revision.objects.filter(approved_go_live_at=due).exists()


def fields_of(editor: Editor, page: Page) -> dict[str, str]:
    """What the ordinary form of a page holds."""
    form = editor.client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    formsets = {
        f"{formset.prefix}-{name}": "0"
        for formset in form.formsets.values()
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    streams = {f"{name}-count": "0" for name in ("body", "action", "related")}
    texts = {name: getattr(page, name) for name in ("title", "slug", "intro")}
    planned = {"go_live_at": f"{page.go_live_at:%Y-%m-%d %H:%M}"} if page.go_live_at else {}
    return formsets | streams | texts | planned


def test_a_translation_that_is_no_longer_kept_in_step_is_judged_too(about, submitted, editor):
    write_english(about, but=(INTRO,))
    page = english_of(about)
    translation = Translation.objects.get(source__object_id=about.translation_key)
    editor.post("wagtail_localize:stop_translation", translation.pk)

    screen = editor.post(
        "wagtailadmin_pages:edit", page.pk, **fields_of(editor, page), **{"action-publish": "yes"}
    )

    assert f"Introduction: “{INTRO}”" in screen
    assert not english_of(about).live
    typed = fields_of(editor, page) | {"title": "About us", "slug": "about-us", "intro": "Hello."}
    editor.post("wagtailadmin_pages:edit", page.pk, **typed, **{"action-publish": "yes"})
    assert shows("/en/about-us/", "Hello.")


def stop_translation(about: ContentPage, editor: Editor) -> Any:
    """Keep the English page apart from the Dutch one from now on."""
    translation = Translation.objects.get(source__object_id=about.translation_key)
    editor.post("wagtail_localize:stop_translation", translation.pk)
    return english_of(about)


def publish_with_heading(editor: Editor, page: Page, heading: str) -> str:
    """Add a block of text to the ordinary form of a page, and publish."""
    block = {
        "body-count": "1",
        "body-0-type": "text",
        "body-0-id": "",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-value-heading": heading,
        "body-0-value-text": EMPTY_RICH_TEXT,
    }
    typed = fields_of(editor, page) | block | {"action-publish": "yes"}
    return editor.post("wagtailadmin_pages:edit", page.pk, **typed)


EMPTY_RICH_TEXT = (
    '{"blocks": [{"key": "a", "text": "Hello.", "type": "unstyled", "depth": 0, '
    '"inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}'
)
NAME, SENTENCE = "Samenspraak", "Wij bellen je vandaag nog terug"


@pytest.fixture
def other_in_dutch(home, editor) -> ContentPage:
    """A Dutch page that the translator knows, with a name and a sentence on it."""
    page = ContentPageFactory(parent=home, title=NAME, slug="groepsgesprek", intro=SENTENCE)
    editor.submit(page)
    return page


def test_a_word_that_is_the_same_is_said_to_be_so_where_no_translator_is(
    about, published, other_in_dutch, editor
):
    page = stop_translation(about, editor)
    screen = publish_with_heading(editor, page, NAME)

    found = re.search(r'href="([^"]+same[^"]+)">Samenspraak</a>', screen)
    assert found
    address = unescape(found[1])
    form = editor.client.get(address).content.decode()
    assert 'value="Samenspraak"' in form
    editor.client.post(address.partition("?")[0], {"text": f" {NAME}  "})
    assert SameWord.objects.get().text == NAME

    publish_with_heading(editor, page, NAME)

    assert shows("/en/about-us/", NAME)


def test_nor_need_it_be_said_of_a_word_that_somebody_translated_as_itself(
    about, published, other_in_dutch, editor, monkeypatch
):
    page = stop_translation(about, editor)
    monkeypatch.setitem(ENGLISH, NAME, NAME)
    write_english(other_in_dutch)

    publish_with_heading(editor, page, NAME)

    assert shows("/en/about-us/", NAME)


def test_a_dutch_sentence_is_no_name_however_it_was_translated(
    about, published, other_in_dutch, editor, monkeypatch
):
    page = stop_translation(about, editor)
    monkeypatch.setitem(ENGLISH, SENTENCE, SENTENCE)
    write_english(other_in_dutch)

    screen = publish_with_heading(editor, page, SENTENCE)

    assert "a text is still in Dutch" in screen
    assert "same word in English" not in screen
    assert not shows("/en/about-us/", SENTENCE)
    for text in (SENTENCE, "Wij bellen.", "Bel je?", "<b>Poster</b>", "a" * 61):
        address = reverse(SameWord.snippet_viewset.get_url_name("add"))
        assert editor.client.post(address, {"text": text}).status_code == 200
    assert not SameWord.objects.exists()


def test_where_the_translator_has_a_field_the_word_is_written_there(about, submitted, editor):
    """The list is for what has no field; it does not spare anybody the translating."""
    SameWord.objects.create(text=TITLE)
    write_english(about, but=(TITLE,))

    screen = editor.publish(submitted)

    assert f"<li>Title: “{TITLE}”</li>" in screen
    assert "same word in English" not in screen


def test_programs_are_refused_as_well(submitted, editor):
    address = reverse("wagtailadmin_api:pages:action", args=[submitted.pk, "publish"])

    answer = editor.client.post(address, headers={"accept": "application/json"})

    assert answer.status_code == 409
    assert "still in Dutch" in answer.json()["detail"]
    assert not english_of(submitted).live


# --- Aliases, copies, moves, new pages ------------------------------------------------------------


def test_a_parent_that_is_made_along_stays_offline(about, editor):
    child = ContentPageFactory(parent=about, title="Bestuur", slug="bestuur")

    editor.submit(child)
    change_dutch(about, "Wij bellen je terug.")  # publishing updates what repeats the page

    parent = english_of(about)
    assert parent.alias_of_id == about.pk
    assert not parent.live
    assert not is_there(parent.url)
    assert not is_there(english_of(child).url)


def test_an_english_page_does_not_become_a_copy_of_the_dutch_one(about, published, editor):
    screen = editor.post("wagtail_localize:convert_to_alias", published.pk)

    assert "still in Dutch" in screen
    assert english_of(about).alias_of_id is None
    assert shows("/en/about-us/", "We bring people into contact.")


def test_a_page_without_a_translation_behind_it_does_not_go_live(about, editor):
    page = about.copy_for_translation(Locale.objects.get(language_code="en"))

    screen = editor.publish_together(page)

    assert "it is not a translation of a Dutch page" in screen
    assert not english_of(about).live


@pytest.mark.parametrize("superuser", [False, True])
def test_no_page_is_made_below_an_english_one(home, superuser):
    editor = Editor(superuser=superuser)
    english = english_of(home)
    explorer = editor.client.get(reverse("wagtailadmin_explore", args=[english.pk]))

    text = explorer.content.decode()
    assert reverse("wagtailadmin_pages:add_subpage", args=[english.pk]) not in text
    assert reverse("wagtailadmin_pages:add_subpage", args=[home.pk]) in text
    assert "New page: make it in Dutch, then translate it" in text
    add = reverse("wagtailadmin_pages:add", args=["home", "contentpage", english.pk])
    assert editor.client.get(add).status_code == 302
    assert (
        "New page: make it"
        not in editor.client.get(reverse("wagtailadmin_explore", args=[home.pk])).content.decode()
    )


@pytest.mark.parametrize("alias", ["", "on"])
def test_no_page_is_copied_below_an_english_one(about, published, home, editor, alias):
    for page in (about, published):
        before = Page.objects.count()
        editor.post(
            "wagtailadmin_pages:copy",
            page.pk,
            new_title="Nog een keer",
            new_slug="nog-een-keer",
            new_parent_page=english_of(home).pk,
            publish_copies="on",
            alias=alias,
        )
        assert Page.objects.count() == before


def test_a_dutch_page_does_not_move_below_an_english_one(about, home, editor):
    address = reverse("wagtailadmin_pages:move_confirm", args=[about.pk, english_of(home).pk])

    editor.client.post(address)

    assert Page.objects.get(pk=about.pk).get_parent().pk == home.pk


def test_code_cannot_save_it_live_either(about, submitted):
    page = english_of(about)
    page.live = True

    with pytest.raises(UntranslatedError):
        page.save()
    with pytest.raises(UntranslatedError):
        ContentPageFactory(parent=english_of(about.get_parent()), title="Hier", slug="hier")


# --- Menus ----------------------------------------------------------------------------------------


def test_the_english_menus_appear_when_they_are_translated(home, editor):
    menu = SiteMenuFactory(footer_title="Twijfel")
    english = Locale.objects.get(language_code="en")
    editor.post(
        "wagtail_localize:submit_snippet_translation",
        "home",
        "sitemenu",
        menu.pk,
        locales=english.pk,
    )
    translated = SiteMenu.objects.get(locale=english)
    edit = SiteMenu.snippet_viewset.get_url_name("edit")

    assert "“Twijfel”" in editor.post(edit, translated.pk, action="publish")
    assert not shows("/en/", "Twijfel")

    write_english(menu)
    editor.post(edit, translated.pk, action="publish")
    assert shows("/en/", "Hesitating")

    menu.footer_title = "Welkom"
    menu.save_revision().publish()
    assert "“Welkom”" in editor.synchronise(menu, publish_translations="on")
    assert shows("/en/", "Hesitating")
    assert shows("/", "Welkom")


# --- Everything else that readers and search engines find -----------------------------------------


def test_a_refused_page_is_nowhere_to_be_found(about, submitted, editor):
    editor.publish(submitted)

    client = Client()
    assert "over-ons" not in client.get("/en/").content.decode()
    assert "/en/over-ons/" not in client.get("/sitemap.xml").content.decode()
    assert INTRO not in client.get("/en/search/", {"q": TITLE}, follow=True).content.decode()
    assert 'rel="alternate"' not in client.get("/over-ons/").content.decode()


def test_all_that_editors_translate_passes_the_gate(monkeypatch):
    assert check_translations_pass_the_gate(None) == []

    class Elsewhere:
        """Another gate, so that ours is missing everywhere."""

    monkeypatch.setattr("home.checks.TranslatedBeforeLive", Elsewhere)
    (first, *_others) = check_translations_pass_the_gate(None)
    assert first.id == "home.E001"
