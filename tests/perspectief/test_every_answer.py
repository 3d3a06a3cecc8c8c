"""Whatever the site answers, browsers are told the same: nothing of it runs or shows elsewhere.

Each answer is provoked, not made: by a request that a stranger, a browser or a colleague can send.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import path, reverse
from wagtail.contrib.redirects.models import Redirect

from perspectief.request_guard import GuardedApplication
from perspectief.urls import handler400, urlpatterns
from tests.home.factories import plant_site
from tests.media_library.factories import make_document

__all__ = ["handler400"]

HEADERS = {
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "X-Frame-Options",
}
NOT_SECURE = {"x-forwarded-proto": "http"}
ELSEWHERE = {"host": "evil.test"}
NOT_BY_HTTPS = {"a redirect to https", "another site's name, without https"}
Ask = Callable[[Client], HttpResponseBase]


def break_down(request: HttpRequest) -> HttpResponseBase:
    """Go wrong."""
    raise RuntimeError


urlpatterns = [path("breaks/", break_down), *urlpatterns]


def wrong_again_and_again(browser: Client) -> HttpResponseBase:
    """Ask for more mails about a forgotten password than anybody needs."""
    address = reverse("account_reset_password")
    for _time in range(5):
        browser.post(address, {"email": "robin@example.org"})
    return browser.post(address, {"email": "robin@example.org"})


def a_page_twice(browser: Client) -> HttpResponseBase:
    """Open a page that the cache has by then."""
    browser.get("/")
    return browser.get("/")


def a_file_of_the_media(browser: Client, **headers: str) -> HttpResponseBase:
    """Open an uploaded file that anybody may see."""
    folder = Path(settings.MEDIA_ROOT) / "captions"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "every-answer.vtt").write_text("WEBVTT\n")
    return browser.get("/media/captions/every-answer.vtt", headers=headers)


def a_form_from_elsewhere(browser: Client) -> HttpResponseBase:
    """Send a form without the token that only our own page has."""
    browser.handler.enforce_csrf_checks = True
    return browser.post(reverse("account_login"), {"login": "robin"})


def what_was_not_changed(browser: Client) -> HttpResponseBase:
    """Open a static file that the browser has already."""
    known = browser.get("/static/perspectief/css/admin.css")["Last-Modified"]
    return browser.get("/static/perspectief/css/admin.css", headers={"If-Modified-Since": known})


def an_old_address(browser: Client) -> HttpResponseBase:
    """Follow a link that an editor led elsewhere."""
    Redirect.objects.create(old_path="/oud", redirect_link="/")
    return browser.get("/oud/")


#: What a browser gets, with its status.
ANSWERS: dict[str, tuple[int, Ask]] = {
    "a page": (200, lambda browser: browser.get("/")),
    "a page from the cache": (200, a_page_twice),
    "a page of the login": (200, lambda browser: browser.get(reverse("account_login"))),
    "an address for machines": (200, lambda browser: browser.get("/robots.txt")),
    "a sign of life": (200, lambda browser: browser.get("/health/")),
    "a static file": (200, lambda browser: browser.get("/static/perspectief/css/admin.css")),
    "an uploaded file": (200, a_file_of_the_media),
    "a part of an uploaded file": (206, lambda b: a_file_of_the_media(b, Range="bytes=0-2")),
    "a document": (200, lambda browser: browser.get(make_document().url)),
    "a redirect to https": (301, lambda browser: browser.get("/", headers=NOT_SECURE)),
    "a redirect to a slash": (301, lambda browser: browser.get("/zoeken")),
    "a redirect of an editor": (301, an_old_address),
    "a redirect to the login": (302, lambda browser: browser.get("/admin/")),
    "the way out": (303, lambda browser: browser.get("/weg/")),
    "what was not changed": (304, what_was_not_changed),
    "what nobody can look up": (400, lambda browser: browser.get("/a%00b/")),
    "another site's name": (400, lambda browser: browser.get("/", headers=ELSEWHERE)),
    "another site's name, without https": (
        400,
        lambda browser: browser.get("/", headers=ELSEWHERE | NOT_SECURE),
    ),
    "a form from elsewhere": (403, a_form_from_elsewhere),
    "no such page": (404, lambda browser: browser.get("/bestaat-niet/")),
    "no such file": (404, lambda browser: browser.get("/media/captions/none.vtt")),
    "another way of asking": (405, lambda browser: browser.delete("/health/")),
    "too much": (413, lambda browser: browser.post("/weg/", {"text": "a" * 3_000_000})),
    "a part that is not there": (416, lambda b: a_file_of_the_media(b, Range="bytes=99-")),
    "too often": (429, wrong_again_and_again),
    "a fault of ours": (500, lambda browser: browser.get("/breaks/")),
}


@pytest.fixture
def _as_in_production(db: None, settings: Any, tmp_path: Path) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_HSTS_SECONDS = 3600
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    settings.MEDIA_ROOT = tmp_path
    settings.ROOT_URLCONF = __name__
    plant_site()


@pytest.fixture
def browser() -> Client:
    """A browser of a stranger; the proxy tells that it came by https."""
    return Client(raise_request_exception=False, headers={"x-forwarded-proto": "https"})


@pytest.mark.usefixtures("_as_in_production")
@pytest.mark.parametrize("what", ANSWERS)
def test_every_answer_has_every_header(what: str, browser: Client) -> None:
    status, ask = ANSWERS[what]
    answer = ask(browser)
    assert answer.status_code == status
    # Nobody may be told of HSTS where somebody in between could have put it in (RFC 6797).
    is_secure = what not in NOT_BY_HTTPS
    assert HEADERS - set(answer.headers) == (set() if is_secure else {"Strict-Transport-Security"})
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert not answer.has_header("Access-Control-Allow-Origin")


@pytest.mark.parametrize("is_readable", [True, False], ids=["a fault", "another charset"])
def test_so_has_what_django_could_not_answer(settings: Any, is_readable: bool) -> None:
    settings.SECURE_HSTS_SECONDS = 3600
    told: dict[str, str] = {}

    def breaks(environ: dict[str, Any], start_response: Any) -> None:
        raise RuntimeError

    environ = {
        "wsgi.url_scheme": "https",
        "CONTENT_TYPE": "" if is_readable else "text/plain; charset=hex",
    }
    GuardedApplication(breaks)(environ, lambda status, headers: told.update(headers))
    assert set(told) >= HEADERS


def test_what_is_too_large_is_refused_in_both_languages(db: None, client: Client) -> None:
    answer = client.post("/weg/", {"text": "a" * 3_000_000})
    assert answer.status_code == 413
    assert answer.text == "Dit verzoek is te groot. / This request is too large.\n"
