"""The code a person writes down and says on the telephone."""

import pytest

from registration.vocabulary.references import ALPHABET, new_reference, normalise_reference


def test_a_code_has_no_letters_that_are_easily_confused():
    assert not set(ALPHABET) & set("01OILBESAUYZ")
    assert set(new_reference()) <= {*ALPHABET, "-"}


def test_codes_differ():
    assert len({new_reference() for _ in range(500)}) > 490


@pytest.mark.parametrize("typed", ["H7K-4MR", "h7k4mr", " h7k 4mr ", "H7K–4MR", "h7k.4mr"])
def test_a_code_is_recognised_however_it_is_typed(typed):
    assert normalise_reference(typed) == "H7K-4MR"


@pytest.mark.parametrize("typed", ["", "💥", "x" * 10_000])
def test_anything_else_is_just_not_a_code(typed):
    assert normalise_reference(typed) != "H7K-4MR"
