"""Sessions of staff end by themselves, can be seen and ended, and lose nothing that was typed."""

import json
import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.conf import settings as site_settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from perspectief.staff import devices
from perspectief.staff.session_store import SessionStore
from tests.perspectief.staff.conftest import PASSWORD

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
)
NAVIGATION = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "same-origin"}
BY_SCRIPT = {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": "same-origin"}


def log_in(username: str = "robin", user_agent: str = FIREFOX, **options) -> Client:
    """Return a browser in which this account has just logged in."""
    client = Client(headers={"User-Agent": user_agent}, **options)
    answer = client.post("/staff/login/", {"login": username, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def is_logged_in(client: Client) -> bool:
    """Return whether this browser still opens the admin; a script asks, which lengthens nothing."""
    answer = client.get("/staff/session/", headers=BY_SCRIPT)
    return answer.json()["seconds_left"] > 0


@pytest.fixture
def clock():
    """A clock that tests move on."""
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


class TestLength:
    def test_an_idle_hour_ends_it(self, editor, clock):
        client = log_in()
        clock.shift(timedelta(minutes=59))
        assert is_logged_in(client)
        clock.shift(timedelta(minutes=2))
        assert not is_logged_in(client)
        assert client.get("/admin/").status_code == 302

    def test_every_page_gives_a_new_hour(self, editor, clock):
        client = log_in()
        for _page in range(3):
            clock.shift(timedelta(minutes=50))
            assert client.get("/admin/").status_code == 200
        assert is_logged_in(client)

    def test_a_working_day_ends_it_however_busy(self, editor, clock):
        client = log_in()
        for _page in range(11):
            clock.shift(timedelta(minutes=50))
            client.get("/admin/")
        assert is_logged_in(client)
        clock.shift(timedelta(minutes=51))
        assert not is_logged_in(client)

    def test_what_a_script_asks_for_by_itself_does_not_lengthen_it(self, editor, clock):
        client = log_in()
        for _turn in range(4):
            clock.shift(timedelta(minutes=20))
            client.get("/admin/", headers=BY_SCRIPT)
        assert not is_logged_in(client)

    def test_it_is_over_everywhere_and_not_only_in_the_admin(self, editor, clock):
        client = log_in()
        key = client.session.session_key
        clock.shift(timedelta(minutes=61))
        assert SessionStore(key).load() == {}

    def test_the_browser_forgets_it_when_it_closes(self, editor):
        cookie = log_in().cookies[site_settings.SESSION_COOKIE_NAME]
        assert cookie["max-age"] == ""

    def test_busy_pages_write_once_a_minute_at_most(self, editor, clock):
        client = log_in()
        ends = Session.objects.get(pk=client.session.session_key).expire_date
        clock.shift(timedelta(seconds=30))
        client.get("/admin/")
        assert Session.objects.get(pk=client.session.session_key).expire_date == ends

    def test_what_a_visitor_fills_in_is_kept_as_long_as_before(self, clock):
        visitor = SessionStore()
        visitor["draft"] = "token"
        visitor.create()
        end = Session.objects.get(pk=visitor.session_key).expire_date
        assert end - timezone.now() == timedelta(seconds=site_settings.SESSION_COOKIE_AGE)
        clock.shift(timedelta(hours=11))
        assert SessionStore(visitor.session_key)["draft"] == "token"

    def test_a_script_can_ask_and_lengthen(self, editor, clock):
        client = log_in()
        clock.shift(timedelta(minutes=56))
        state = client.get("/staff/session/", headers=BY_SCRIPT).json()
        assert state == {"seconds_left": 240, "may_be_lengthened": True}
        state = client.post("/staff/session/", headers=BY_SCRIPT).json()
        assert state == {"seconds_left": 3600, "may_be_lengthened": True}

    def test_after_a_working_day_nothing_lengthens_it(self, editor, clock):
        client = log_in()
        for _page in range(11):
            clock.shift(timedelta(minutes=53))
            client.get("/admin/")
        state = client.post("/staff/session/", headers=BY_SCRIPT).json()
        assert state == {"seconds_left": 17 * 60, "may_be_lengthened": False}

    def test_every_screen_of_the_admin_warns(self, client, editor):
        client.force_login(editor)
        html = client.get("/admin/").text
        assert "staff_session.js" in html
        assert 'data-idle-seconds="3600"' in html
        assert "data-login-url" in html


class TestAfterTheEnd:
    @pytest.fixture
    def late(self, editor, clock):
        """A browser whose session has ended, with the safety token of a page that is open."""
        client = log_in(enforce_csrf_checks=False)
        client.handler.enforce_csrf_checks = True
        page = client.get("/admin/account/").text
        client.token = re.search(r'"CSRF_TOKEN": "(\w+)"', page)[1]
        clock.shift(timedelta(minutes=61))
        return client

    def test_the_login_page_says_why_and_leads_back(self, late):
        answer = late.get("/admin/pages/", follow=True)
        assert answer.redirect_chain[-1][0] == "/staff/login/?next=%2Fadmin%2Fpages%2F&ended=1"
        assert "uitgelogd" in answer.text
        assert 'value="/admin/pages/"' in answer.text

    def test_whoever_was_never_there_reads_nothing_of_it(self, client):
        answer = client.get("/admin/pages/", follow=True)
        assert "ended" not in answer.redirect_chain[-1][0]

    def test_what_was_typed_is_kept_and_sent_again_after_logging_in(self, late, editor):
        typed = {"name_email-first_name": "Robin & <Kim>", "csrfmiddlewaretoken": late.token}
        answer = late.post("/admin/account/", typed, headers=NAVIGATION)
        assert answer.status_code == 403
        assert answer["Cache-Control"].count("no-store")
        assert "Robin &amp; &lt;Kim&gt;" in answer.text
        assert late.token not in answer.text
        first = fields_of(answer.text)

        # Logged in in a new tab; this page still has the safety token of before.
        late.handler.enforce_csrf_checks = False
        late.post("/staff/login/", {"login": "robin", "password": PASSWORD})
        late.handler.enforce_csrf_checks = True
        answer = late.post("/admin/account/", first, headers=NAVIGATION)
        assert answer.status_code == 403
        assert "robin" in answer.text

        second = fields_of(answer.text)
        assert second["name_email-first_name"] == "Robin & <Kim>"
        assert late.post("/admin/account/", second, headers=NAVIGATION).status_code != 403

    def test_it_speaks_the_language_that_was_chosen(self, late):
        late.cookies[site_settings.LANGUAGE_COOKIE_NAME] = "en"
        typed = {"csrfmiddlewaretoken": late.token}
        answer = late.post("/admin/account/", typed, headers=NAVIGATION)
        assert "You were logged out before this was saved" in answer.text

    def test_passwords_are_not_repeated(self, late):
        typed = {"password1": "geheime woorden", "csrfmiddlewaretoken": late.token}
        answer = late.post("/admin/users/new/", typed, headers=NAVIGATION)
        assert "geheime woorden" not in answer.text

    @pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
    def test_what_another_site_sends_is_not_repeated(self, late, site):
        answer = late.post(
            "/admin/account/",
            {"name_email-first_name": "Mallory"},
            headers={**NAVIGATION, "Sec-Fetch-Site": site},
        )
        assert answer.status_code == 403
        assert "Mallory" not in answer.text

    def test_logging_out_twice_is_no_error(self, late):
        late.handler.enforce_csrf_checks = False
        assert late.post("/admin/logout/").status_code == 302


def fields_of(html: str) -> dict[str, str]:
    """Return what the form on the page sends."""
    form = html[html.rindex('<form class="form"') :]
    pairs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    return {unescape(name): unescape(value) for name, value in pairs}


class TestList:
    def test_names_each_device_and_marks_this_one(self, editor):
        log_in(user_agent=SAFARI)
        html = log_in().get("/staff/sessions/").text
        assert "Firefox op Windows" in html
        assert "Safari op iPhone" in html
        assert "deze sessie" in html
        assert "127.0.0.1" in html

    def test_ends_one(self, editor):
        phone, desk = log_in(user_agent=SAFARI), log_in()
        row = UserSession.objects.get(session_key=phone.session.session_key)
        desk.post("/staff/sessions/", {"end": row.pk})
        assert not is_logged_in(phone)
        assert is_logged_in(desk)

    def test_ends_all_others(self, editor):
        others, desk = [log_in(user_agent=SAFARI), log_in()], log_in()
        answer = desk.post("/staff/sessions/", {"end": "others"}, follow=True)
        assert "2 sessies gestopt" in answer.text
        assert not any(is_logged_in(other) for other in others)
        assert is_logged_in(desk)

    def test_shows_and_ends_nothing_of_a_colleague(self, editor, make_staff):
        make_staff("kim")
        colleague = log_in("kim", user_agent=SAFARI)
        row = UserSession.objects.get(session_key=colleague.session.session_key)
        desk = log_in()
        assert "Safari" not in desk.get("/staff/sessions/").text
        desk.post("/staff/sessions/", {"end": row.pk})
        desk.post("/staff/sessions/", {"end": "others"})
        assert is_logged_in(colleague)

    def test_is_for_who_is_logged_in(self, client):
        assert client.get("/staff/sessions/")["Location"].startswith("/staff/login/")

    def test_keeps_nothing_of_a_session_that_ended(self, editor, clock):
        log_in().post("/staff/logout/")
        assert not UserSession.objects.exists()
        log_in()
        clock.shift(timedelta(minutes=61))
        call_command("clearsessions")
        assert not UserSession.objects.exists()

    def test_says_when_it_was_last_used(self, editor, clock):
        client = log_in()
        clock.shift(timedelta(minutes=10))
        client.get("/admin/")
        assert UserSession.objects.get().last_seen_at == timezone.now()

    def test_is_linked_from_the_account(self, client, editor):
        client.force_login(editor)
        assert 'href="/staff/sessions/"' in client.get("/admin/account/").text
        assert 'href="/staff/sessions/"' in client.get("/staff/second-factor/").text


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (FIREFOX, "Firefox on Windows"),
        (SAFARI, "Safari on iPhone"),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/139.0.0.0 Mobile Safari/537.36",
            "Chrome on Android",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.0 Safari/605.1.15",
            "Safari on Mac",
        ),
        ("curl/8.0", "Unknown browser"),
        ("", "Unknown browser"),
    ],
)
def test_browsers_are_named_as_people_know_them(user_agent, words):
    from django.utils import translation

    with translation.override("en"):
        assert devices.describe(user_agent) == words


def test_the_session_holds_no_address_and_no_device(editor):
    client = log_in()
    assert "127.0.0.1" not in json.dumps(dict(client.session))
    assert "Firefox" not in json.dumps(dict(client.session))
