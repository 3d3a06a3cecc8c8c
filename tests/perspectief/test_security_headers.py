"""What browsers are told about our pages."""

import re

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from perspectief.middleware import SecurityHeadersMiddleware
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

    def test_allow_scripts_with_the_nonce_of_this_answer_only(self, response, admin_client):
        policy = policy_of(response)
        nonce = re.fullmatch(r"'self' 'nonce-([^']+)'", policy["script-src"])[1]
        inline = re.findall(r"<script(?![^>]*src=)[^>]*>", response.text)
        assert inline
        assert all(f'nonce="{nonce}"' in tag for tag in inline)
        assert nonce not in admin_client.get("/admin/")["Content-Security-Policy"]

    def test_are_kept_by_no_cache(self, response):
        assert "no-store" in response["Cache-Control"]

    def test_public_pages_have_no_nonce(self, client):
        plant_site()
        assert "nonce" not in client.get("/")["Content-Security-Policy"]


def test_login_page_shows_a_code_to_scan_and_is_kept_by_no_cache(client):
    response = client.get("/staff/login/")
    assert policy_of(response)["img-src"] == "'self' data:"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<script>a</script>", b'<script nonce="N">a</script>'),
        (b'<script type="x">a</script>', b'<script nonce="N" type="x">a</script>'),
        (b'<script src="/a.js"></script>', b'<script src="/a.js"></script>'),
        (b'<script nonce="other">a</script>', b'<script nonce="other">a</script>'),
        (b"<scripture>", b"<scripture>"),
    ],
)
def test_nonce_goes_to_inline_scripts_only(before, after):
    request = RequestFactory().get("/admin/")
    request.csp_nonce = "N"
    response = SecurityHeadersMiddleware(lambda request: HttpResponse(before))(request)
    assert response.content == after


def test_streamed_answers_are_left_alone():
    request = RequestFactory().get("/admin/")
    request.csp_nonce = "N"
    middleware = SecurityHeadersMiddleware(lambda request: StreamingHttpResponse([b"<script>"]))
    assert b"".join(middleware(request).streaming_content) == b"<script>"
