"""Where a request came from: one visitor is one network, however the address is written."""

import pytest
from django.test import RequestFactory

from perspectief.client_address import client_network


def network_of(address: str) -> str:
    return client_network(RequestFactory().get("/", REMOTE_ADDR=address))


def test_an_ipv4_address_is_one_visitor():
    assert network_of("192.0.2.1") != network_of("192.0.2.2")


@pytest.mark.parametrize(
    "same",
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:0DB8:0001:0002:0000::7"],
)
def test_the_ipv6_network_of_a_house_is_one_visitor(same):
    assert network_of(same) == network_of("2001:db8:1:2::99")


@pytest.mark.parametrize("other", ["2001:db8:1:3::1", "2001:db8:2:2::1"])
def test_another_ipv6_network_is_another_visitor(other):
    assert network_of(other) != network_of("2001:db8:1:2::1")


@pytest.mark.parametrize("wrapped", ["::ffff:192.0.2.1", "::FFFF:c000:0201"])
def test_an_ipv4_address_in_ipv6_is_the_same_visitor(wrapped):
    assert network_of(wrapped) == network_of("192.0.2.1")


def test_two_ipv4_addresses_in_ipv6_are_two_visitors():
    assert network_of("::ffff:192.0.2.1") != network_of("::ffff:192.0.2.2")


def test_behind_our_proxy_it_is_what_the_proxy_saw(settings):
    settings.TRUSTED_PROXY_COUNT = 1
    request = RequestFactory().get(
        "/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.66, 2001:db8::1"
    )
    assert client_network(request) == network_of("2001:db8::2")


@pytest.mark.parametrize("odd", ["", "unix:", "fe80::1%eth0"])
def test_what_is_no_ordinary_address_breaks_nothing(odd):
    assert network_of(odd) == network_of(odd)
