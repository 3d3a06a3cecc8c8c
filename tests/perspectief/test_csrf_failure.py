"""A form that cannot be trusted is explained, and a page may show it again."""

import pytest
from django.http import HttpResponse
from django.test import Client

from home.models import HomePage
from tests.home.factories import plant_site
from tests.support.careful_browser import careful_browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict() -> Client:
    """A browser that the site asks for a token."""
    return careful_browser()


def test_refused_cookies_are_explained(strict):
    plant_site()
    response = strict.post("/staff/login/", {"login": "robin"})
    assert response.status_code == 403
    assert "cookies" in response.text


def test_old_page_is_explained_with_a_way_back(strict, settings):
    plant_site()
    strict.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    response = strict.post("/staff/login/", {"login": "robin", "csrfmiddlewaretoken": "b" * 32})
    assert response.status_code == 403
    assert 'href="/staff/login/"' in response.text
    assert "robin" not in response.text


def test_page_with_a_form_shows_it_again(strict, monkeypatch):
    plant_site()

    def serve_csrf_failure(self, request, reason):
        return HttpResponse(f"{self.title}: {request.POST['name']}", status=403)

    monkeypatch.setattr(HomePage, "serve_csrf_failure", serve_csrf_failure, raising=False)
    response = strict.post("/", {"name": "Noor"})
    assert response.status_code == 403
    assert response.text == "Perspectief: Noor"


@pytest.mark.parametrize("origin", ["https://stranger.example", "http://testserver:8001", "null"])
def test_page_never_sees_what_a_stranger_sends(monkeypatch, origin):
    plant_site()

    def serve_csrf_failure(self, request, reason):
        raise AssertionError("what a stranger sends gets here")

    monkeypatch.setattr(HomePage, "serve_csrf_failure", serve_csrf_failure, raising=False)
    response = careful_browser(origin).post("/", {"name": "Noor"})
    assert response.status_code == 403
    assert "Noor" not in response.text
    assert 'class="button" href="/"' in response.text


@pytest.mark.parametrize("address", ["/staff/login/", "/admin/account/", "/bestaat-niet/"])
def test_elsewhere_nothing_of_a_stranger_is_shown_either(address):
    plant_site()
    response = careful_browser("null").post(address, {"login": "mallory"})
    assert response.status_code == 403
    assert "mallory" not in response.text
    assert f'class="button" href="{address}"' in response.text


def test_address_without_a_page_is_explained_too(strict):
    plant_site()
    assert strict.post("/bestaat-niet/", {}).status_code == 403
