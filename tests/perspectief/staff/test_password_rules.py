"""A password of staff is long, and none of those that are guessed first in the Netherlands."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from perspectief.staff.password_rules import FEWEST_CHARACTERS, dutch_words, plain_forms


def is_refused(password: str) -> set[str]:
    try:
        validate_password(password)
    except ValidationError as refused:
        return {each.code for each in refused.error_list}
    return set()


@pytest.mark.parametrize(
    "password",
    [
        "Welkom2026!!",
        "wachtwoord123",
        "W4chtw00rd!!",
        "Geheim-123456",
        "Wel-kom 2026!",
        "AmsterdamAmsterdam",
        "zomerzomer2026",
        "Feyenoord1908",
        "Herstelbemiddeling!",
        "2026Perspectief",
        "ikhouvanjou!",
        "superman!!2026",
        "1234567890!!",
        "qwertyuiop[]",
    ],
)
def test_a_word_that_many_choose_is_refused_however_it_is_made_longer(password):
    assert len(password) >= FEWEST_CHARACTERS
    assert is_refused(password) == {"password_too_common"}


@pytest.mark.parametrize(
    "password", ["een lang wachtwoord", "drie gele sokken op zolder", "Xk3!vRt92qLm"]
)
def test_a_sentence_of_ones_own_is_taken(password):
    assert is_refused(password) == set()


def test_eleven_characters_are_too_few():
    assert is_refused("sokken op z") == {"password_too_short"}
    assert is_refused("sokken op zo") == set()


@pytest.mark.parametrize("password", ["", " ", "!!!!!!!!!!!!!", "ﬃ", "\u202e" * 13, "é" * 13])
def test_any_input_has_plain_forms(password):
    assert "" not in plain_forms(password)


def test_the_list_is_as_it_says():
    assert len(dutch_words()) > 200
    assert all(word.isalpha() and word.islower() for word in dutch_words())
