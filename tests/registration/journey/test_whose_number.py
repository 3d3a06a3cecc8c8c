"""A number, and what may be done with it, is never taken to be that of somebody else."""

import pytest

from registration.models import Callback
from tests.registration.journey.visitor import controls, text_of

pytestmark = pytest.mark.django_db
HELPER_NUMBER = {
    "phone": "06 12345678",
    "fallback": ["voicemail"],
    "identify": "org_ok",
    "avoid": ["monday:morning"],
    "heard": "police",
}
SELF = {"role": "victim", "name": "Noor", "for_whom": "self"}
HELPED = {**SELF, "for_whom": "self_with_help", "helper_name": "Sam", "helper_consent": "on"}
BY_HELPER = {**HELPED, "who_to_call": "call_helper"}
TO_CHECK = "?return=check"


def change(visitor, answers):
    """Change the first step from the page to check, and read where that leads."""
    answer = visitor.send("about_you", answers, TO_CHECK)
    return visitor.browser.get(answer["Location"])


@pytest.mark.parametrize(
    "changed",
    [
        {**HELPED, "who_to_call": "call_person"},
        SELF,
        {**SELF, "who_to_call": "call_helper"},
        {**BY_HELPER, "for_whom": "other_who_agrees"},
    ],
)
def test_who_is_called_instead_is_asked_for_a_number_and_permissions_anew(visitor, changed):
    visitor.fill_in(**BY_HELPER, **HELPER_NUMBER)
    page = change(visitor, changed)
    assert page.wsgi_request.path == visitor.url("reach")
    assert "Je hebt veranderd wie we bellen" in text_of(page)
    shown = controls(page)
    assert shown["phone"] == [""]
    assert visitor.read("check")["Location"].startswith(visitor.url("reach"))
    answer = visitor.send("reach", {"phone": "030-2345678"}, TO_CHECK)
    assert answer["Location"] == f"{visitor.url('safe')}{TO_CHECK}"
    safe = visitor.read("safe", TO_CHECK)
    assert "Je hebt veranderd wie we bellen" in text_of(safe)
    assert not {"fallback", "identify", "avoid"} & controls(safe).keys()
    answer = visitor.send("safe", {}, TO_CHECK)
    assert answer["Location"] == f"{visitor.url('times')}{TO_CHECK}"
    answer = visitor.send("times", {}, TO_CHECK)
    assert answer["Location"] == f"{visitor.url('more')}{TO_CHECK}"
    assert controls(visitor.read("more"))["heard"] == ["police"]
    assert visitor.send("more", {}, TO_CHECK)["Location"] == visitor.url("check")
    visitor.send("check", visitor.consent())
    answers = Callback.objects.get().registration.read_answers()
    assert (answers.phone, answers.fallback, answers.identify) == ("+31302345678", (), "")


@pytest.mark.parametrize(
    "changed",
    [
        {**BY_HELPER, "name": "Nora"},
        {**BY_HELPER, "helper_name": "Robin"},
    ],
)
def test_who_changes_something_else_is_asked_nothing_again(visitor, changed):
    visitor.fill_in(**BY_HELPER, **HELPER_NUMBER)
    assert change(visitor, changed).wsgi_request.path == visitor.url("check")


def test_who_is_helped_and_called_is_asked_nothing_again_without_help(visitor):
    visitor.fill_in(**HELPED, who_to_call="call_person", **HELPER_NUMBER)
    assert change(visitor, SELF).wsgi_request.path == visitor.url("check")


def test_who_changes_it_back_finds_what_was_typed(visitor):
    visitor.fill_in(**BY_HELPER, **HELPER_NUMBER)
    change(visitor, SELF)
    page = change(visitor, BY_HELPER)
    assert page.wsgi_request.path == visitor.url("check")
    assert "06 12345678" in text_of(page)


def test_an_english_reader_is_told_why(english_visitor):
    english_visitor.fill_in(**BY_HELPER, **HELPER_NUMBER)
    assert "You changed whom we call" in text_of(change(english_visitor, SELF))
