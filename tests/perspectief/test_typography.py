"""Soft hyphens in long compounds."""

import pytest

from perspectief.templatetags.typography import sentences, soft_hyphens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Na een verkeersongeval", "Na een verkeers\u00adongeval"),
        ("Herstelbemiddeling", "Herstel\u00adbemiddeling"),
        ("Slachtofferhulp", "Slachtofferhulp"),  # "hulp" alone on a line would be too little
        ("Herstel is een stap", "Herstel is een stap"),
        ("Verkeer", "Verkeer"),
        ("", ""),
    ],
)
def test_long_compounds_may_break_between_their_parts(text, expected):
    assert soft_hyphens(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not sure? You can call us first.", ["Not sure?", "You can call us first."]),
        ("Call us", ["Call us"]),
        ("", [""]),
    ],
)
def test_a_heading_of_two_sentences_falls_into_two(text, expected):
    assert sentences(text) == expected


def test_markup_in_a_title_stays_text():
    assert soft_hyphens("<b>Verkeersongeval</b>") == "&lt;b&gt;Verkeers\u00adongeval&lt;/b&gt;"
