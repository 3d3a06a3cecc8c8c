"""A telephone number is one that exists where it is meant; words round it are kept."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perspectief.typed_phone import Doubt, PhoneNotClearError, TypedPhone, read_phone, with_note

MOBILE = "+31612345678"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("06-12345678 (na 5 uur)", "na 5 uur"),
        ("06-12345678 na 17:00 uur", "na 17:00 uur"),
        ("06 12345678 5 uur of later", "5 uur of later"),
        ("0612345678, alleen 's ochtends", "alleen 's ochtends"),
        ("0612345678 - werk", "werk"),
        ("06-12345678 of 010-2345678", "of 010-2345678"),
        ("06-12345678 / 010-2345678", "010-2345678"),
        ("van mijn moeder: 06 12345678", "van mijn moeder"),
        ("moeder 0612345678 (werkt vrijdag)", "moeder, werkt vrijdag"),
        ("tel: 0612345678", ""),
        ("Mobiel 06 12345678", ""),
        ("+31 6 12345678 (not after 8pm)", "not after 8pm"),
        ("0612345678.", ""),
        ("(06) 12345678", ""),
        ("06-12345678 (na 5) of (voor 3)", "(na 5) of (voor 3)"),
    ],
)
def test_words_round_a_number_are_kept_beside_it(text, note):
    assert read_phone(text, "NL") == TypedPhone(MOBILE, note)


def test_an_extension_belongs_to_the_number_and_words_behind_it_do_not():
    for text in ("030 2340045 toestel 12 (vraag naar Jo)", "0302340045 ext. 12 vraag naar Jo"):
        assert read_phone(text, "NL") == TypedPhone("+31302340045;ext=12", "vraag naar Jo")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("", Doubt.NOT_COMPLETE),
        ("bel mij", Doubt.NOT_COMPLETE),
        ("06-1234567", Doubt.NOT_COMPLETE),
        ("+31 6 1234567", Doubt.NOT_COMPLETE),
        ("+32 470 12 34", Doubt.NOT_COMPLETE),
        ("06-1234567 (na 5 uur)", Doubt.NOT_COMPLETE),
        ("1111111111", Doubt.NOT_THERE),
        ("6123456789", Doubt.NOT_THERE),
        ("06123456789", Doubt.TOO_LONG),
        ("06 12345678 9", Doubt.TOO_LONG),
        ("0470 12 34 56 78", Doubt.TOO_LONG),
        ("+31 6 123456789", Doubt.TOO_LONG),
        ("0470123456", Doubt.MAYBE_ABROAD),
        ("32470123456", Doubt.MAYBE_ABROAD),
        ("0000000000", Doubt.NOT_THERE),
        ("0123456789", Doubt.NOT_THERE),
        ("06-90000000", Doubt.NOT_THERE),
        ("+32 170 12 34 56", Doubt.NOT_THERE),
        ("+999 12345678", Doubt.UNKNOWN_COUNTRY),
        ("0900-1234", Doubt.PAID),
        ("0900 123 45 67", Doubt.PAID),
        ("+31 900 1234567", Doubt.PAID),
    ],
)
def test_a_number_that_nobody_can_call_is_asked_about(text, doubt):
    with pytest.raises(PhoneNotClearError) as refused:
        read_phone(text, "NL")
    assert refused.value.doubt is doubt


def test_a_belgian_number_without_its_country_is_shown_with_it():
    with pytest.raises(PhoneNotClearError) as refused:
        read_phone("0470123456", "NL")
    assert (refused.value.region, refused.value.suggestion) == ("BE", "+32 470 12 34 56")
    assert read_phone(refused.value.suggestion, "NL").number == "+32470123456"


@given(st.sampled_from(["na 5 uur", "(na 5) of (voor 3)", "werk", "vraag: Jo?", "of 010-2345678"]))
def test_a_number_and_its_note_are_read_back(note):
    assert read_phone(with_note("06 12345678", note), "NL") == TypedPhone(MOBILE, note)


@given(st.text(max_size=60) | st.text("0123456789+ -()/.", max_size=30))
def test_anything_is_read_or_asked_about(text):
    with suppress(PhoneNotClearError):
        assert read_phone(text, "NL").number.startswith("+")
