"""“Did you mean …?”"""

import pytest
from django.utils import translation

from home.search.question import read_question
from home.search.spelling import likely_question

pytestmark = pytest.mark.django_db


def likely(text: str, language: str = "nl") -> str:
    with translation.override(language):
        return likely_question(read_question(text, language), language)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pinguens", "pinguins"),  # another letter
        ("pingiuns", "pinguins"),  # swapped
        ("gratsi", "gratis"),
        ("gartis tolk", "gratis tolk"),
        ("betaaalen", "betalen"),  # only a synonym of a word that is there
    ],
)
def test_a_word_that_looks_like_one_of_ours(costs, typed, meant):
    assert likely(typed) == meant


@pytest.mark.parametrize(
    "typed", ["tolk", "tolken", "olifant", "xqz", "tlk", "", "💬", "x" * 5_000]
)
def test_known_words_and_words_unlike_any_are_left_alone(costs, typed):
    assert likely(typed) == ""


def test_each_language_has_its_own_words(costs):
    assert likely("interpreterr", "en") == "interpreter"
    assert likely("interpreterr", "nl") == ""


def test_words_of_drafts_are_not_given_away(costs):
    assert likely("concpet") == ""


def test_without_pages_there_is_nothing_to_mean(home):
    assert likely("gratsi") == ""
