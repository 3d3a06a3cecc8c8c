"""Two words that nobody can guess, and that forgive how they are typed."""

import math
import re

import pytest

from registration.casework.secret_words import (
    WORD_COUNT,
    hash_of,
    is_right,
    new_secret_words,
    words_of,
)
from registration.vocabulary.references import ALPHABET, GROUPS
from tests.support.some import some

LANGUAGES = ("nl", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_code_and_words_together_hold_44_bits(language):
    bits = sum(GROUPS) * math.log2(len(ALPHABET)) + WORD_COUNT * math.log2(len(words_of(language)))
    assert bits >= 44


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_easy_to_read_out_and_to_type(language):
    words = words_of(language)
    assert len(set(words)) == len(words)
    assert all(re.fullmatch("[a-z]{4,10}", word) for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_typing_mistake_never_makes_another_word(language):
    known = set(words_of(language))
    for word in some(words_of(language)):
        shorter = {word[:place] + word[place + 1 :] for place in range(len(word))}
        assert not shorter & (known - {word})


def test_words_differ_each_time():
    assert len({new_secret_words("nl") for _ in range(50)}) > 45


@pytest.mark.parametrize(
    "typed",
    [
        "tulp kasteel",
        "Tulp Kasteel",
        " tulp,  kasteel.",
        "TULP-KASTEEL",
        "kasteel tulp",
        "Kasteel/Tulp",
    ],
)
def test_capitals_punctuation_and_order_do_not_matter(typed):
    assert is_right(typed, hash_of("tulp kasteel"))


@pytest.mark.parametrize(
    "typed",
    ["", "tulp", "kasteel", "tulp tulp", "tulpkasteel", "tulp kastelen", "tulp kasteel tulp"],
)
def test_other_words_are_wrong(typed):
    assert not is_right(typed, hash_of("tulp kasteel"))


def test_without_a_hash_no_words_are_right():
    assert not is_right("", "")
    assert not is_right("tulp kasteel", "")


def test_the_words_cannot_be_read_back():
    stored = hash_of("tulp kasteel")
    assert "tulp" not in stored
    assert stored != hash_of("tulp kasteel")
