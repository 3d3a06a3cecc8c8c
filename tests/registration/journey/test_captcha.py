"""The check against robots never stands between a person and the desk."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs
from urllib.request import Request, urlopen

import pytest
from django_recaptcha import client as google

from registration.models import Registration
from registration.vocabulary.lifecycle import Flag
from tests.registration.journey.visitor import Visitor, text_of
from tests.support.smtp_server import free_port

pytestmark = pytest.mark.django_db

TOKEN = {"g-recaptcha-response": "token"}


class PretendGoogle:
    """A server in the place of Google's; `answer` is what it says, after `delay` seconds."""

    def __init__(self) -> None:
        self.answer: tuple[int, bytes] = (200, json.dumps({"success": True}).encode())
        self.delay = 0.0
        self.asked: list[dict[str, list[str]]] = []
        self._server = HTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}/siteverify"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                outer.asked.append(parse_qs(body, keep_blank_values=True))
                time.sleep(outer.delay)
                status, answer = outer.answer
                self.send_response(status)
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *args: object) -> None:
                """Keep quiet."""

        return Handler


@pytest.fixture
def pretend_google(settings, monkeypatch) -> Iterator[PretendGoogle]:
    """Set both keys, and let questions to Google go to a server of the test."""
    settings.RECAPTCHA_PUBLIC_KEY = "public-key-of-the-test"
    settings.RECAPTCHA_PRIVATE_KEY = "private-key-of-the-test"
    server = PretendGoogle()

    def ask(params: bytes):
        timeout = settings.RECAPTCHA_VERIFY_REQUEST_TIMEOUT
        return urlopen(Request(server.url, data=params), timeout=timeout)  # noqa: S310 -- our own

    monkeypatch.setattr(google, "recaptcha_request", ask)
    yield server
    server.stop()


@pytest.fixture
def ready(visitor: Visitor, clock) -> Visitor:
    """A visitor who has answered everything, in the time that people need."""
    visitor.fill_in()
    clock.shift(60)
    return visitor


def test_without_keys_there_is_no_check(ready):
    page = ready.read("check")
    assert "captcha" not in page.content.decode()
    assert "google" not in page["Content-Security-Policy"]
    ready.send("check", ready.consent())
    assert Registration.objects.get().flags == []


@pytest.mark.parametrize("missing", ["RECAPTCHA_PUBLIC_KEY", "RECAPTCHA_PRIVATE_KEY"])
def test_with_one_key_there_is_no_check(pretend_google, ready, settings, missing):
    setattr(settings, missing, "")
    assert "captcha" not in ready.read("check").content.decode()


def test_nothing_of_google_is_loaded_before_a_click(pretend_google, ready):
    page = ready.read("check")
    html = page.content.decode()
    assert 'data-sitekey="public-key-of-the-test"' in html
    assert "https://www.google.com" not in html
    assert "pas als je klikt" in text_of(page)


def test_only_the_page_with_the_check_may_load_it(pretend_google, ready):
    policy = ready.read("check")["Content-Security-Policy"]
    assert "https://www.google.com" in policy
    assert "script-src 'self' https://www.google.com https://www.gstatic.com" in policy
    assert "google" not in ready.read("reach")["Content-Security-Policy"]


def test_a_person_whom_google_confirms_has_no_flag(pretend_google, ready):
    ready.send("check", ready.consent(**TOKEN))
    assert Registration.objects.get().flags == []


def test_google_does_not_get_the_visitors_address(pretend_google, ready):
    ready.send("check", ready.consent(**TOKEN))
    assert pretend_google.asked == [
        {"secret": ["private-key-of-the-test"], "response": ["token"], "remoteip": [""]}
    ]


def test_a_person_without_script_is_registered_and_flagged(pretend_google, ready):
    ready.send("check", ready.consent())
    assert Registration.objects.get().flags == [Flag.CAPTCHA_MISSING]
    assert pretend_google.asked == []


def test_an_answer_that_google_refuses_can_be_left_out(pretend_google, ready):
    refusal = {"success": False, "error-codes": ["timeout-or-duplicate"]}
    pretend_google.answer = (200, json.dumps(refusal).encode())
    page = ready.send("check", ready.consent(**TOKEN))
    assert page.status_code == 422
    assert "Of verstuur je aanmelding zonder de controle" in text_of(page)
    ready.send("check", ready.consent())
    assert Registration.objects.get().flags == [Flag.CAPTCHA_MISSING]


@pytest.mark.parametrize(
    "answer",
    [
        (500, b"away"),
        (404, b""),
        (200, b"<!doctype html><title>Sorry</title>"),
        (200, b""),
        (200, b"[]"),
        (200, b"null"),
        (200, b"{}"),
        (200, b"\xff\xfe"),
    ],
)
def test_no_person_is_refused_because_google_is_away(pretend_google, ready, answer):
    pretend_google.answer = answer
    assert ready.send("check", ready.consent(**TOKEN)).status_code == 302
    assert Registration.objects.get().flags == [Flag.CAPTCHA_UNAVAILABLE]


def test_no_person_waits_long_for_google(pretend_google, ready, settings):
    settings.RECAPTCHA_VERIFY_REQUEST_TIMEOUT = 0.2
    pretend_google.delay = 1
    ready.send("check", ready.consent(**TOKEN))
    assert Registration.objects.get().flags == [Flag.CAPTCHA_UNAVAILABLE]


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}/", "http://nowhere.invalid/"])
def test_no_person_is_refused_because_google_cannot_be_reached(pretend_google, ready, address):
    pretend_google.url = address.format(port=free_port())
    ready.send("check", ready.consent(**TOKEN))
    assert Registration.objects.get().flags == [Flag.CAPTCHA_UNAVAILABLE]
