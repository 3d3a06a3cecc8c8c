"""Telephone numbers and e-mail addresses as people write them."""

import pytest
from django.core.exceptions import ValidationError

from registration.forms.contact_fields import EmailField, PhoneField, phone_in_words

pytestmark = pytest.mark.usefixtures("in_english")

COMPLETE = {
    "030-2340045": "+31302340045",
    "030 234 00 45": "+31302340045",
    "(030) 2340045": "+31302340045",
    "06 12345678": "+31612345678",
    "06-12-34-56-78": "+31612345678",
    "+31 (0)30 234 00 45": "+31302340045",
    "0031302340045": "+31302340045",
    "+31612345678": "+31612345678",
    " 0612345678 ": "+31612345678",
    "tel: 0612345678": "+31612345678",
    "٠٦١٢٣٤٥٦٧٨": "+31612345678",  # Arabic digits
    "０６１２３４５６７８": "+31612345678",  # full-width digits
    "+32 470 12 34 56": "+32470123456",
    "0032 470 12 34 56": "+32470123456",
    "+48 512 345 678": "+48512345678",
    "+1 202 555 0123": "+12025550123",
    "+599 416 1234": "+5994161234",
    "030-2340045 ext. 12": "+31302340045;ext=12",
}
NOT_COMPLETE = [
    "06",
    "0612",
    "06-1234567",
    "030",
    "234",
    "+31 6 1234",
    "+32 4",
    "bel mij",
    "?",
    "06x",
]
NEEDS_COUNTRY = ["+999 12345678", "0470 12 34 56 78", "06123456789"]


@pytest.mark.parametrize(("written", "meant"), COMPLETE.items())
def test_any_way_of_writing_a_number_is_accepted(written, meant):
    assert PhoneField().clean(written) == meant


@pytest.mark.parametrize("written", NOT_COMPLETE)
def test_half_a_number_is_pointed_out(written):
    with pytest.raises(ValidationError, match="not complete"):
        PhoneField().clean(written)


@pytest.mark.parametrize("written", NEEDS_COUNTRY)
def test_a_number_from_abroad_needs_its_country(written):
    with pytest.raises(ValidationError, match="country code"):
        PhoneField().clean(written)


@pytest.mark.parametrize("number", COMPLETE.values())
def test_a_stored_number_is_read_back_as_the_same_number(number):
    assert PhoneField().clean(phone_in_words(number)) == number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("noor@example.org", "noor@example.org"),
        (" Noor@Example.org ", "Noor@Example.org"),
        ("noor @ example.org", "noor@example.org"),
        ("noor@example.org.", "noor@example.org"),
        ("noor+hulp@mail.example.org", "noor+hulp@mail.example.org"),
        ("noor@voorbeeld-café.nl", "noor@voorbeeld-café.nl"),
        ("noor@例え.jp", "noor@例え.jp"),
    ],
)
def test_an_address_is_accepted_as_people_type_it(written, meant):
    assert EmailField().clean(written) == meant


@pytest.mark.parametrize("written", ["noor", "noor@", "@example.org", "noor@example", "a@b@c.nl"])
def test_half_an_address_is_pointed_out(written):
    with pytest.raises(ValidationError, match="missing from this e-mail address"):
        EmailField().clean(written)
