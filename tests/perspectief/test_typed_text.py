"""Characters that nobody sees: taken out wherever somebody types, unless they mean something."""

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import ContentPage
from perspectief.catalogues import CatalogueFile, unfinished
from perspectief.contact_details import ContactDetails
from perspectief.invisible import exact, invisible_in, is_visible, isolated, without_invisible
from perspectief.typed_text import TypedTextMiddleware, clean_what_is_stored
from registration.models import ClosedDay
from tests.home.factories import ContentPageFactory

TURNED = "\u202eNoor\u202c"
SEEN_BY_NOBODY = [
    *"\x00\x07\x1b\x7f\x9b\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069\ufeff",
    *"\u061c\u180e\u200c\u200d\u3164\ufff9\U000e0041\ud800\uffff",
]
MEANT = [
    "👩‍👩‍👧‍👦 thuis",  # a family is joined
    "❤️‍🔥",
    "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",  # the flag of Wales
    "می\u200cخواهم",  # Persian: not joined
    "क्\u200dष",  # Hindi: joined
    "שלום (Noor)\u200f, ja",  # a mark within Hebrew
    "eerste regel\nen\ttweede\r\nregel",
    "schade\u00adherstel",  # where a long word may break
    "Zoë O'Brien",
    "ﷺ",
]


@pytest.mark.parametrize("mark", SEEN_BY_NOBODY, ids=ascii)
def test_a_mark_that_nobody_sees_is_taken_out_wherever_it_stands(mark):
    assert without_invisible(f"{mark}No{mark}or{mark}") == "Noor"


@pytest.mark.parametrize("mark", "\u000b\u000c\u0085\u2028\u2029")
def test_a_line_that_ends_in_an_old_way_keeps_its_words_apart(mark):
    assert without_invisible(f"Een{mark}titel") == "Een titel"


@pytest.mark.parametrize("text", MEANT)
def test_what_a_script_or_an_emoji_needs_stays(text):
    assert without_invisible(text) == text


@pytest.mark.parametrize("text", ["\u00ad", "\u2800 \u2800", "\u200d\u200d", "\u115f", " \u202c "])
def test_a_text_of_which_nothing_is_seen_is_empty(text):
    assert without_invisible(text) == ""


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing_more(text):
    once = without_invisible(text)
    assert without_invisible(once) == once
    assert (invisible_in(text) == "") == (once == text)


def test_an_exact_value_has_nothing_between_its_characters():
    assert exact(" noor\u00ad@\u200dexample.org\n\u202c") == "noor@example.org"


def test_a_sign_is_seen_and_a_blank_is_not():
    assert is_visible("?")
    assert is_visible("م")
    assert not is_visible("\u2800\u00ad \u3164")


def test_a_name_is_isolated_in_a_sentence_if_it_is_written_from_the_right():
    assert isolated("שרה") == "\u2068שרה\u2069"
    assert isolated("Zoë") == "Zoë"


# --- What a browser sends ---------------------------------------------------------------------


def after_the_door(request):
    """Return a request as views get it."""
    door = TypedTextMiddleware(lambda request: None)
    door(request)
    door.process_view(request)
    return request


def test_what_is_posted_and_asked_is_clean_before_any_view_reads_it():
    request = after_the_door(
        RequestFactory().post("/?q=a%E2%80%AC&q=b%00", {"name": [TURNED, "x"], "other": "y"})
    )
    assert request.GET.getlist("q") == ["a", "b"]
    assert request.POST.getlist("name") == ["Noor", "x"]
    assert request.POST["other"] == "y"
    with pytest.raises(AttributeError):
        request.POST["name"] = "z"


def test_a_password_is_what_was_typed():
    request = after_the_door(
        RequestFactory().post("/", {"password": TURNED, "oldpassword": "\x07"})
    )
    assert (request.POST["password"], request.POST["oldpassword"]) == (TURNED, "\x07")


def test_nothing_is_copied_if_nothing_is_taken_out():
    request = RequestFactory().post("/?q=1", {"name": "Noor"})
    before = (request.GET, request.POST)
    after_the_door(request)
    assert before == (request.GET, request.POST)
    assert isinstance(request.POST, QueryDict)


# --- What editors and colleagues type ---------------------------------------------------------


@pytest.mark.django_db
def test_a_title_with_a_pasted_line_end_is_published_clean_and_the_feed_can_be_read(
    site_tree, admin_client
):
    address = reverse("wagtailadmin_pages:add", args=["home", "contentpage", site_tree.home.pk])
    data = {
        "title": "Een\u000btitel\u202c",
        "slug": "een-titel",
        "intro": "Waar\u200bom",
        "action": streamfield([]),
        "related": streamfield([]),
        "body": streamfield([("note", {"text": "Let\u202e op"})]),
        "action-publish": "on",
    }
    answer = admin_client.post(address, nested_form_data(data))
    assert answer.status_code == 302, answer.context["form"].errors
    page = ContentPage.objects.get(slug="een-titel")
    assert (page.title, page.intro) == ("Een titel", "Waarom")
    assert page.body[0].value["text"] == "Let op"


@pytest.mark.django_db
def test_a_title_of_which_nothing_is_seen_is_no_title(site_tree, admin_client):
    address = reverse("wagtailadmin_pages:add", args=["home", "contentpage", site_tree.home.pk])
    data = {"title": "\u200b\u202e", "slug": "leeg"}
    data |= {name: streamfield([]) for name in ("action", "body", "related")}
    answer = admin_client.post(address, nested_form_data(data))
    assert "title" in answer.context["form"].errors


@pytest.mark.django_db
def test_rich_text_streams_and_titles_are_stored_clean_however_they_come_in(site_tree):
    page = ContentPageFactory(
        parent=site_tree.home,
        title="Een\u000btitel",
        body=[
            ("text", {"heading": "Kop\u202c", "text": "<p>Wo\u200bord</p>"}),
            ("note", {"text": "x"}),
        ],
    )
    page.refresh_from_db()
    assert page.title == "Een titel"
    stored = page.body.get_prep_value()
    assert stored[0]["value"] == {"heading": "Kop", "text": "<p>Woord</p>"}
    page.intro = "Waar\u2028om"
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.intro == "Waar om"


@pytest.mark.django_db
def test_rows_that_colleagues_keep_are_stored_clean():
    day = ClosedDay.objects.create(
        date="2030-01-02", reason_nl="Storm\u202e", reason_en="Sto\u200brm"
    )
    day.refresh_from_db()
    assert (day.reason_nl, day.reason_en) == ("Storm", "Storm")
    details = ContactDetails.load()
    details.phone_nl = "030-2340045\u202c"
    details.save()
    details.refresh_from_db()
    assert details.phone_nl == "030-2340045"


@pytest.mark.django_db
def test_a_row_is_saved_without_what_was_not_loaded(site_tree, django_assert_num_queries):
    ContentPageFactory(parent=site_tree.home)
    page = ContentPage.objects.defer("intro", "body").first()
    with django_assert_num_queries(0):
        clean_what_is_stored(ContentPage, page)


# --- What translators and feed readers get ----------------------------------------------------


def test_a_translation_with_a_mark_that_nobody_sees_is_pointed_out(tmp_path):
    file = CatalogueFile(tmp_path, "nl")
    file.source.parent.mkdir(parents=True)
    file.source.write_text('msgid "Hello"\nmsgstr "Hal\u202clo"\n')
    (line,) = unfinished(file.read())
    assert line.startswith("an invisible character, U+202C, is in")
