"""What browsers are told about our pages."""

import re

import pytest

from perspectief.middleware import ADMIN_SCRIPTS
from tests.home.factories import plant_site

pytestmark = pytest.mark.django_db


def policy_of(response) -> dict[str, str]:
    """Return the Content Security Policy by directive."""
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: value for name, _space, value in parts}


class TestPublicPages:
    @pytest.fixture
    def response(self, client):
        plant_site()
        return client.get("/")

    def test_run_only_our_own_files(self, response):
        assert policy_of(response) == {
            "default-src": "'self'",
            "frame-src": "https://www.youtube-nocookie.com",
            "frame-ancestors": "'self'",
            "form-action": "'self'",
            "base-uri": "'self'",
            "object-src": "'none'",
        }

    def test_hold_no_inline_code(self, response):
        assert not re.search(r"<script(?![^>]*(src=|type=\"application/))", response.text)
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=", response.text)

    def test_tell_nothing_to_other_sites_and_use_no_sensors(self, response):
        assert response["Referrer-Policy"] == "same-origin"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["X-Frame-Options"] == "SAMEORIGIN"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in response["Permissions-Policy"]

    def test_keep_their_headers_when_they_come_from_the_cache(self, response, client):
        again = client.get("/")
        for header in ("Content-Security-Policy", "Permissions-Policy", "Referrer-Policy"):
            assert again[header] == response[header]


class TestAdminPages:
    @pytest.fixture
    def response(self, admin_client):
        return admin_client.get("/admin/")

    def test_run_files_of_ours_and_no_script_that_is_written_in_them(self, response):
        policy = policy_of(response)
        assert policy["script-src"].split() == ["'self'", *ADMIN_SCRIPTS]
        assert policy["script-src-attr"].split()[0] == "'unsafe-hashes'"
        assert policy["object-src"] == "'none'"

    def test_are_kept_by_no_cache(self, response):
        assert "no-store" in response["Cache-Control"]


def test_login_page_shows_a_code_to_scan_and_is_kept_by_no_cache(client):
    response = client.get("/staff/login/")
    assert policy_of(response)["img-src"] == "'self' data:"
    assert "no-store" in response["Cache-Control"]
