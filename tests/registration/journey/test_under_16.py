"""Somebody under sixteen: words of their own on the steps, and a path that opens with approval."""

from datetime import date

import pytest

from registration.models import Draft, Registration
from tests.registration.factories import approve_statement
from tests.registration.journey.visitor import LEAST, Visitor, is_refused, text_of

pytestmark = pytest.mark.django_db
PARENTS = {
    "nl": "We nemen geen contact op met je ouders zonder dat jij het weet.",
    "en": "We do not contact your parents without you knowing.",
}
AGREEING = {"nl": "Waar zeg je ja tegen?", "en": "What do you agree to?"}
UNDER_16 = {"age": "under_16"}
HELPED = {"helper_name": "Kim", "who_to_call": "call_person", "helper_consent": "on"}


@pytest.fixture(params=["nl", "en"])
def young(request, site_tree, clock) -> Visitor:
    """Somebody who reads Dutch or English and opens the form."""
    return Visitor(request.param)


def test_the_steps_say_who_decides(young):
    young.fill_in(**UNDER_16)
    for step in ("what_happened", "reach"):
        assert PARENTS[young.language] in text_of(young.read(step))
    check = text_of(young.read("check"))
    assert AGREEING[young.language] in check
    assert PARENTS[young.language] not in check


def test_the_first_step_says_it_beside_the_age_only(young):
    young.fill_in(**UNDER_16)
    assert text_of(young.read("about_you")).count(PARENTS[young.language]) == 1


def test_errors_keep_the_words(young):
    young.send("about_you", {**LEAST["about_you"], "age": "under_16"})
    response = young.send("what_fits", {})
    assert is_refused(response)
    assert PARENTS[young.language] in text_of(response)


@pytest.mark.parametrize("age", ["", "age_16_17", "age_25_64", "not_say"])
def test_others_get_the_usual_words(young, age):
    young.fill_in(age=age)
    for step in ("what_happened", "reach", "check"):
        words = text_of(young.read(step))
        assert PARENTS[young.language] not in words
        assert AGREEING[young.language] not in words


@pytest.mark.parametrize(
    ("for_whom", "is_spoken_to"), [("self_with_help", True), ("other_who_agrees", False)]
)
def test_an_adult_who_registers_a_child_is_not_spoken_to_as_a_child(young, for_whom, is_spoken_to):
    young.fill_in(age="under_16", for_whom=for_whom, **HELPED)
    assert (PARENTS[young.language] in text_of(young.read("reach"))) is is_spoken_to


def test_whose_helper_is_called_is_not_told_that_we_talk_to_them_first(young):
    young.fill_in(
        age="under_16",
        for_whom="self_with_help",
        **{**HELPED, "who_to_call": "call_helper"},
    )
    said = {
        "nl": ("We praten eerst met jou.", "voordat we ook met jou hebben gepraat"),
        "en": ("We talk to you first.", "before we have talked to you too"),
    }
    untrue, true = said[young.language]
    for page in ("reach", "check"):
        words = text_of(young.read(page))
        assert untrue not in words
        assert true in words


def test_it_opens_only_on_an_approved_statement(young, settings):
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    answers = {**LEAST["about_you"], "age": "under_16"}
    assert young.send("about_you", answers)["Location"] == young.walk.landing[young.language]
    assert not Draft.objects.exists()
    approve_statement(date(2026, 11, 2))
    young.register(**UNDER_16)
    assert Registration.objects.get().read_answers().age == "under_16"
