"""Only the browser can vouch that a form comes from a page of our own."""

import pytest
from django.test import RequestFactory

from perspectief.request_source import comes_from_own_page

OWN = "https://www.example.org"


@pytest.fixture
def comes_from_us(settings):
    """Ask whether a form with these headers is our own."""
    settings.ALLOWED_HOSTS = ["www.example.org", "internal"]
    settings.CSRF_TRUSTED_ORIGINS = []

    def ask(host: str = "www.example.org", **headers: str) -> bool:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = RequestFactory().post("/", secure=True, headers={"Host": host, **named})
        return comes_from_own_page(request)

    return ask


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": OWN},
        {"Origin": OWN, "Sec_Fetch_Site": "same-origin"},
        {"Origin": OWN, "Sec_Fetch_Site": "none"},
        {"Origin": OWN, "Referer": "https://stranger.example/"},
        {"Referer": f"{OWN}/aanmelden/"},
        {"Sec_Fetch_Site": "same-origin"},
    ],
)
def test_our_own_pages_are_known(comes_from_us, headers):
    assert comes_from_us(**headers)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "null", "Sec_Fetch_Site": "same-origin"},
        {"Origin": "https://stranger.example"},
        {"Origin": "http://www.example.org"},
        {"Origin": f"{OWN}:8443"},
        {"Origin": "https://blog.www.example.org"},
        {"Origin": f"{OWN}.stranger.example"},
        {"Origin": OWN, "Sec_Fetch_Site": "cross-site"},
        {"Origin": OWN, "Sec_Fetch_Site": "same-site"},
        {"Origin": "https://stranger.example", "Referer": f"{OWN}/"},
        {"Referer": "https://stranger.example/"},
        {"Referer": f"https://stranger.example/{OWN}/"},
        {"Referer": "https://[broken"},
        {"Sec_Fetch_Site": "none"},
        {"Sec_Fetch_Site": "cross-site"},
    ],
)
def test_all_else_is_a_stranger_s(comes_from_us, headers):
    assert not comes_from_us(**headers)


def test_behind_a_proxy_that_changes_the_host_the_settings_name_our_origin(comes_from_us, settings):
    assert not comes_from_us(host="internal", Origin=OWN)
    settings.CSRF_TRUSTED_ORIGINS = [OWN]
    assert comes_from_us(host="internal", Origin=OWN)
