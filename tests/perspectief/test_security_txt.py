"""Somebody who finds a weakness learns where to tell us (RFC 9116)."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

ADDRESS = "/.well-known/security.txt"


def fields(client) -> dict[str, str]:
    """Return what the file says; each field stands in it once."""
    lines = client.get(ADDRESS).text.splitlines()
    pairs = [line.split(": ", 1) for line in lines]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def test_tells_where_in_which_languages_and_at_which_address(client, settings):
    settings.SECURITY_CONTACT = "security@example.org"
    told = fields(client)
    assert told["Contact"] == "mailto:security@example.org"
    assert told["Preferred-Languages"] == "nl, en"
    assert told["Canonical"] == f"{settings.WAGTAILADMIN_BASE_URL}{ADDRESS}"
    assert client.get(ADDRESS)["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ("https://example.org/disclose", "https://example.org/disclose"),
        ("mailto:security@example.org", "mailto:security@example.org"),
        ("", "mailto:desk@example.org"),
    ],
)
def test_the_contact_is_a_page_or_an_address_and_never_missing(client, settings, chosen, told):
    settings.SECURITY_CONTACT, settings.DESK_EMAIL = chosen, "desk@example.org"
    assert fields(client)["Contact"] == told


@pytest.mark.parametrize("moment", ["2026-11-29T23:59:59Z", "2026-12-31T00:00:00Z", "2031-03-30"])
def test_is_never_out_of_date_and_never_good_for_more_than_a_year(client, moment):
    with time_machine.travel(moment, tick=False):
        expires = datetime.fromisoformat(fields(client)["Expires"])
        assert timedelta(days=30) < expires - timezone.now() < timedelta(days=365)
