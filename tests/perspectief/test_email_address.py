"""An e-mail goes to the domain that was typed; where it cannot go, the reason is said."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from perspectief.email_address import (
    deliverable,
    email_index,
    for_mail_server,
    is_deliverable,
)


@pytest.mark.parametrize(
    ("typed", "sent_to"),
    [
        ("naam@straße.de", "naam@xn--strae-oqa.de"),
        ("naam@strasse.de", "naam@strasse.de"),
        ("noor@voorbeeld-café.nl", "noor@xn--voorbeeld-caf-nhb.nl"),
        ("noor@例え.jp", "noor@xn--r8jz45g.jp"),
        ("noor@φίλος.gr", "noor@xn--kxaymmq.gr"),
        ("Noor+hulp@Example.org", "Noor+hulp@example.org"),
    ],
)
def test_mail_goes_to_the_domain_that_was_typed(typed, sent_to):
    assert deliverable(typed) == sent_to


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("naam@localhost", "only works inside one computer"),
        ("naam@printer.local", "only works inside one computer"),
        ("naam@router.home.arpa", "only works inside one computer"),
        ("naam@[127.0.0.1]", "only numbers after the @"),
        ("naam@[IPv6:::1]", "only numbers after the @"),
        ("naam@192.168.1.20", "only numbers after the @"),
        ("zoë@example.org", "letters such as é or ß before the @"),
        ("naam@i❤.ws", "no e-mail address can have there"),
        ("naam", "missing from this e-mail address"),
        ("naam@example", "missing from this e-mail address"),
        ("a@b@c.nl", "missing from this e-mail address"),
        ("naam@a..nl", "missing from this e-mail address"),
    ],
)
def test_what_cannot_be_delivered_is_refused_with_the_true_reason(typed, reason):
    assert not is_deliverable(typed)
    with translation.override("en"), pytest.raises(ValidationError, match=reason):
        deliverable(typed)


def test_two_domains_are_never_found_as_one():
    assert email_index("naam@straße.de") != email_index("naam@strasse.de")
    assert email_index("naam@straße.de") == email_index("Naam@xn--strae-oqa.DE")
    assert email_index("no address") == email_index("No address ")


def test_a_mail_server_decides_about_an_address_within_the_house():
    assert for_mail_server("desk@localhost") == "desk@localhost"
    with pytest.raises(ValidationError):
        for_mail_server("zoë@straße.de")
