"""Telephone numbers and e-mail addresses as people write them."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from perspectief.contact_details import ContactDetails
from perspectief.written_phone import written
from registration.forms.contact_fields import EmailField, PhoneField

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

COMPLETE = {
    "030-2345678": "+31302345678",
    "030 234 56 78": "+31302345678",
    "(030) 2345678": "+31302345678",
    "06 12345678": "+31612345678",
    "06-12-34-56-78": "+31612345678",
    "+31 (0)30 234 56 78": "+31302345678",
    "0031302345678": "+31302345678",
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
    "030-2345678 ext. 12": "+31302345678;ext=12",
}
NOT_COMPLETE = "This number is not complete. A Dutch number has ten digits."
TOO_LONG = "This number has too many digits. A Dutch number has ten. Is it from another country?"
NOT_THERE = "There is no such number in the Netherlands. Check the digits."
DOUBTFUL = {
    "06": NOT_COMPLETE,
    "06-1234567": NOT_COMPLETE,
    "030": NOT_COMPLETE,
    "+31 6 1234": NOT_COMPLETE,
    "bel mij": NOT_COMPLETE,
    "?": NOT_COMPLETE,
    "06x": NOT_COMPLETE,
    "+32 4": "This number is not complete.",
    "+32 470 12 34": "This number is not complete.",
    # A digit too many makes nobody a foreigner.
    "06123456789": TOO_LONG,
    "0470 12 34 56 78": TOO_LONG,
    "0000000000": NOT_THERE,
    "0470123456": "Is it from Belgium? Then enter it like this: +32 470 12 34 56",
    "0900-1234567": "We cannot call 0900 and other paid numbers. What other number can we call?",
    "+999 12345678": "Start a number from another country with + and the country code",
    "+32 170 12 34 56": "There is no such number after +32. Check the digits and the country code.",
}


@pytest.mark.parametrize(("written", "meant"), COMPLETE.items())
def test_any_way_of_writing_a_number_is_accepted(written, meant):
    assert PhoneField().clean(written) == meant


@pytest.mark.parametrize(("written", "words"), DOUBTFUL.items())
def test_a_number_that_nobody_can_call_gets_a_clear_question(written, words):
    with pytest.raises(ValidationError, match=re.escape(words)):
        PhoneField().clean(written)


OURS = {"en": "This is our own number.", "nl": "Dit is ons eigen nummer."}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    "typed",
    [
        "030-2340045",
        "+31 30 234 00 45",
        "0031302340045",
        "030 2340045 tst 1",
        "030-2340045 (thuis)",
    ],
)
def test_our_own_number_is_nobodys(language, typed):
    with translation.override(language), pytest.raises(ValidationError, match=OURS[language]):
        PhoneField().clean(typed)


def test_our_own_number_is_the_one_that_staff_keep():
    details = ContactDetails.load()
    details.phone_nl, details.phone_en = "088-1234567", "+31 88 123 45 67"
    details.save()
    assert PhoneField().clean("030-2340045") == "+31302340045"
    with pytest.raises(ValidationError, match=OURS["en"]):
        PhoneField().clean("088 1234567")


@pytest.mark.parametrize("number", COMPLETE.values())
def test_a_stored_number_is_read_back_as_the_same_number(number):
    assert PhoneField().clean(written(number)) == number


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
