"""Whatever is typed or sent: the page answers calmly, and nothing typed is lost."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registration.forms import AboutYouForm, ReachForm, WhatHappenedForm
from registration.models import Registration
from tests.registration.journey.conftest import TUESDAY_MORNING
from tests.registration.journey.visitor import (
    LEAST,
    SELF_REGISTRATION,
    SLUGS,
    controls,
    is_refused,
    text_of,
)

pytestmark = pytest.mark.django_db

NAMES = [
    "Zoë",
    "O'Brien",
    "李小龙",
    "محمد",
    "שרה",
    "👩‍👩‍👧‍👦 thuis",
    "Ω≈ç√∫",
    "i̇",
]
HTML = "<script>alert(1)</script><b>&amp;\"'</b></textarea></form>"
TEXT_FIELDS = {
    AboutYouForm: ["name", "pronouns", "helper_name"],
    WhatHappenedForm: ["story"],
    ReachForm: ["phone", "email", "other_way_details", "other_language", "other_need"],
}
EVERY_TEXT_FIELD = [name for names in TEXT_FIELDS.values() for name in names]
unhurried = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_kept_as_it_is(visitor, name):
    visitor.register(name=name)
    assert Registration.objects.get().read_answers().name == name


@pytest.mark.parametrize("name", EVERY_TEXT_FIELD)
def test_html_in_a_field_is_shown_as_text_and_does_nothing(visitor, name):
    visitor.fill_in()
    page = visitor.send(name, {**visitor.least(name), name: HTML})
    shown = page if is_refused(page) else visitor.read(name)
    assert "<script>alert" not in shown.content.decode()
    assert controls(shown)[name] == [HTML]


def test_html_is_stored_as_typed_and_escaped_on_the_check(visitor):
    visitor.fill_in(name=HTML, story=HTML)
    page = visitor.read("check").content.decode()
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 2
    visitor.send("check", visitor.consent())
    answers = Registration.objects.get().read_answers()
    assert (answers.name, answers.story) == (HTML, HTML)


@pytest.mark.parametrize("name", EVERY_TEXT_FIELD)
def test_text_that_is_too_long_is_kept_and_counted(visitor, name):
    visitor.fill_in()
    long = "a" * 10_000
    page = visitor.send(name, {**visitor.least(name), name: long, "for_whom": "other_who_agrees"})
    assert is_refused(page)
    assert "tekens te lang" in text_of(page)
    assert "Er is niets weggehaald." in text_of(page)
    assert controls(page)[name] == [long]
    assert controls(visitor.read(name))[name] == [long]


def test_a_story_as_long_as_a_book_is_shown_again_but_not_kept(visitor):
    visitor.fill_in()
    book = "woord " * 50_000
    page = visitor.send("story", {"story": book})
    assert is_refused(page)
    assert controls(page)["story"] == [book]
    assert controls(visitor.read("story"))["story"] == [""]


def test_characters_that_nobody_types_are_left_out(visitor):
    visitor.register(name="No\x00or\x07", story="a\x00\r\nb\tc")
    answers = Registration.objects.get().read_answers()
    assert (answers.name, answers.story) == ("Noor", "a\nb\tc")


@pytest.mark.parametrize("step", SELF_REGISTRATION.least)
@pytest.mark.parametrize("value", ["", "\x00", "' OR 1=1 --", "../../etc", "💣", HTML, "x" * 5000])
def test_a_forged_choice_is_answered_calmly(visitor, step, value):
    asked = next(
        page.questions for page in SELF_REGISTRATION.journey.form_steps if page.code == step
    )
    answers = dict.fromkeys(asked, value)
    visitor.fill_in()
    assert visitor.send(step, answers).status_code in {200, 302, 422}
    assert visitor.read(step).status_code == 200


@pytest.mark.parametrize(
    "moment", ["2026-11-26:night", "2026-13-40:morning", "x", "2026-12-25:morning", "any_time "]
)
def test_a_forged_moment_is_answered_calmly(visitor, moment):
    visitor.fill_in()
    page = visitor.send("moments", {"moments": [moment, "2026-11-26:morning"]})
    assert is_refused(page)
    assert "Dit moment kan niet meer." in text_of(page)
    assert controls(page)["moments"] == ["2026-11-26:morning"]


@pytest.mark.parametrize(
    "query", ["notice=%7F", "notice=<b>", "return=//evil.example", "notice=double"]
)
def test_a_forged_query_does_nothing(visitor, query):
    visitor.fill_in()
    page = visitor.read("about_you", f"?{query}")
    assert page.status_code == 200
    assert "evil.example" not in page.content.decode()
    answer = visitor.send("about_you", LEAST["about_you"], query=f"?{query}")
    assert answer["Location"] == visitor.url("what_fits")


def test_more_values_than_there_are_options_are_not_kept(visitor):
    visitor.fill_in()
    visitor.send("needs", {"needs": ["hearing"] * 500, "save": "1"})
    assert visitor.read("needs").status_code == 200


def test_bytes_that_are_no_text_are_answered_calmly(visitor):
    body = b"role=victim&for_whom=self&name=%ff%fe%00Noor&pronouns=\xff"
    form = "application/x-www-form-urlencoded"
    answer = visitor.browser.post(visitor.url("about_you"), body, content_type=form)
    assert answer.status_code == 302


@unhurried
@given(
    form_class=st.sampled_from(list(TEXT_FIELDS)),
    values=st.dictionaries(
        st.sampled_from(sorted(set().union(*(form.base_fields for form in TEXT_FIELDS)))),
        st.lists(st.text(max_size=60) | st.sampled_from(["self", "victim", "on"]), max_size=4),
    ),
)
def test_no_input_breaks_a_step_and_all_of_it_comes_back(visitor, form_class, values):
    data = QueryDict(mutable=True)
    for name, given_values in values.items():
        data.setlist(name, given_values)
    raw = form_class.raw_values(data)
    checked = form_class.from_raw(raw, now=TUESDAY_MORNING)
    checked.is_valid()
    for name in TEXT_FIELDS[form_class]:
        expected = raw[name][-1] if raw.get(name) else None
        assert (checked[name].value() or None) == (expected or None)
        assert (form_class.unchecked(raw, now=TUESDAY_MORNING)[name].value() or None) == (
            expected or None
        )


@unhurried
@given(
    step=st.sampled_from(sorted(SLUGS["nl"])),
    body=st.dictionaries(
        st.sampled_from(
            ["role", "name", "kind", "story", "phone", "moments", "avoid", "save", "back"]
        )
        | st.text(max_size=10),
        st.text(max_size=200),
        max_size=8,
    ),
)
def test_no_request_ends_in_an_error_of_ours(visitor, step, body):
    assert visitor.send(step, body).status_code in {200, 302, 410, 422}
    assert visitor.read(step).status_code in {200, 302, 410}
