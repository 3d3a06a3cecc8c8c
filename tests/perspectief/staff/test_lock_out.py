"""Guessing is slow from anywhere, and nobody locks a colleague out by guessing in her name."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.conf import settings as site_settings
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.perspectief.staff.account_parts import deliver
from tests.perspectief.staff.conftest import PASSWORD
from tests.perspectief.staff.test_login import code_of, log_in, secret

__all__ = ["secret"]  # a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("second_factor_required")]

DESK = "198.51.100.7"
GUESSER = "192.0.2.1"
SECOND_STEP = reverse("mfa_authenticate")
NO_PASSKEY = json.dumps({"id": "x", "rawId": "x", "type": "public-key", "response": {}})


def addresses(count: int) -> list[str]:
    """Return so many network addresses of a guesser."""
    return [f"203.0.113.{number}" for number in range(count)]


def at_second_step(address: str, client: Client | None = None) -> Client:
    """Return a browser at this address that has given the right password."""
    client = client or Client()
    client.defaults["REMOTE_ADDR"] = address
    assert log_in(client)["Location"] == SECOND_STEP
    return client


def try_code(client: Client, code: str) -> bool:
    """Send a code, and return whether it opened the admin."""
    client.post(SECOND_STEP, {"code": code})
    return client.get("/admin/").status_code == 200


@pytest.fixture
def known_browser(editor, secret) -> Client:
    """The editor's own browser, logged out again."""
    client = at_second_step(DESK)
    assert try_code(client, code_of(secret))
    client.post("/staff/logout/")
    return client


class TestFromOneAddress:
    """However often a guesser at one address tries, a colleague at another gets in."""

    @pytest.mark.usefixtures("each_production_cache")
    def test_wrong_passwords(self, editor, secret):
        for _attempt in range(40):
            log_in(Client(), password="wrong", REMOTE_ADDR=GUESSER)
        assert try_code(at_second_step(DESK), code_of(secret))

    def test_wrong_passwords_under_name_and_address_are_one_budget(self, editor):
        for login in ("robin", "robin@example.org", "ROBIN"):
            for _attempt in range(2):
                log_in(Client(), login, "wrong", REMOTE_ADDR=GUESSER)
        client = Client()
        log_in(client, REMOTE_ADDR=GUESSER)
        assert client.get("/admin/", REMOTE_ADDR=GUESSER)["Location"].startswith("/staff/login/")

    @pytest.mark.parametrize("code", ["000000", "not a recovery code"])
    def test_wrong_codes_by_somebody_who_knows_the_password(self, editor, secret, code):
        guesser = at_second_step(GUESSER)
        for _attempt in range(10):
            assert not try_code(guesser, code)
        assert not try_code(at_second_step(GUESSER), code_of(secret))
        assert try_code(at_second_step(DESK), code_of(secret))

    def test_recovery_codes_work_while_somebody_guesses(self, editor, secret):
        guesser = at_second_step(GUESSER)
        for _attempt in range(10):
            try_code(guesser, "000000")
        recovery = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
        assert try_code(at_second_step(DESK), recovery[0])

    def test_failed_passkeys(self, editor, secret):
        guesser = at_second_step(GUESSER)
        for _attempt in range(10):
            guesser.post(SECOND_STEP, {"credential": NO_PASSKEY})
        assert try_code(at_second_step(DESK), code_of(secret))

    def test_failed_passkeys_without_a_password(self, editor, secret):
        def is_looked_at(address: str) -> bool:
            body = {"credential": NO_PASSKEY}
            login = reverse("mfa_login_webauthn")
            page = Client(REMOTE_ADDR=address).post(login, body, follow=True).text
            return "te vaak geprobeerd" not in page

        assert [is_looked_at(GUESSER) for _attempt in range(12)] == [True] * 10 + [False] * 2
        assert is_looked_at(DESK)

    def test_the_whole_network_of_a_guesser_is_one_address(self, editor):
        for number in range(5):
            log_in(Client(), password="wrong", REMOTE_ADDR=f"2001:db8::{number}")
        client = Client(REMOTE_ADDR="2001:db8::99")
        log_in(client)
        assert SECOND_STEP not in client.get("/admin/")["Location"]
        assert "_auth_user_id" not in client.session


class TestFromManyAddresses:
    @pytest.mark.usefixtures("each_production_cache")
    def test_passwords_are_slowed_down(self, editor):
        for address in addresses(20):
            log_in(Client(), password="wrong", REMOTE_ADDR=address)
        client = Client(REMOTE_ADDR="203.0.113.200")
        log_in(client)
        assert "_auth_user_id" not in client.session

    @pytest.mark.usefixtures("each_production_cache")
    def test_codes_are_slowed_down(self, editor, secret):
        for address in addresses(20):
            try_code(at_second_step(address), "000000")
        assert not try_code(at_second_step("203.0.113.200"), code_of(secret))

    def test_and_stay_so_for_as_long_as_is_said(self, editor, secret):
        """Not for the five minutes after which a cache forgets."""
        for address in addresses(20):
            try_code(at_second_step(address), "000000")
        with time_machine.travel(timezone.now() + timedelta(minutes=14)):
            assert not try_code(at_second_step("203.0.113.200"), code_of(secret))
        with time_machine.travel(timezone.now() + timedelta(minutes=16)):
            assert try_code(at_second_step("203.0.113.201"), code_of(secret))

    def test_the_owner_gets_in_with_a_browser_that_is_known(self, known_browser, secret):
        for address in addresses(25):
            log_in(Client(), password="wrong", REMOTE_ADDR=address)
        # Also from a place where she never was.
        client = at_second_step("203.0.113.250", known_browser)
        with time_machine.travel(timezone.now() + timedelta(minutes=1)):  # a new code
            assert try_code(client, code_of(secret))

    def test_and_with_her_code_while_codes_are_guessed(self, known_browser, secret):
        for address in addresses(22):
            try_code(at_second_step(address), "000000")
        with time_machine.travel(timezone.now() + timedelta(minutes=1)):
            assert try_code(at_second_step(DESK, known_browser), code_of(secret))

    def test_it_passes(self, editor, secret):
        for address in addresses(20):
            log_in(Client(), password="wrong", REMOTE_ADDR=address)
        with time_machine.travel(timezone.now() + timedelta(minutes=6)):
            assert try_code(at_second_step("203.0.113.200"), code_of(secret))

    def test_colleagues_are_not_touched(self, editor, make_staff):
        make_staff("kim")
        for address in addresses(20):
            log_in(Client(), password="wrong", REMOTE_ADDR=address)
        client = Client(REMOTE_ADDR="203.0.113.200")
        log_in(client, "kim")
        assert "_auth_user_id" in client.session


class TestKnownBrowser:
    def test_is_known_only_after_the_second_step(self, editor, secret):
        client = at_second_step(DESK)
        assert site_settings.STAFF_DEVICE_COOKIE_NAME not in client.cookies
        assert try_code(client, code_of(secret))
        cookie = client.cookies[site_settings.STAFF_DEVICE_COOKIE_NAME]
        assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/staff/", True, "Lax")
        assert "robin" not in cookie.value

    def test_opens_nothing(self, known_browser):
        assert known_browser.get("/admin/")["Location"].startswith("/staff/login/")

    def test_guesses_no_faster_than_others(self, known_browser):
        for _attempt in range(5):
            log_in(known_browser, password="wrong")
        log_in(known_browser)
        assert known_browser.get("/admin/")["Location"].startswith("/staff/login/")

    def test_cannot_be_made_up(self, editor, secret, known_browser):
        for address in addresses(20):
            log_in(Client(), password="wrong", REMOTE_ADDR=address)
        forger = Client(REMOTE_ADDR="203.0.113.200")
        forger.cookies[site_settings.STAFF_DEVICE_COOKIE_NAME] = f"{editor.pk}.0123456789abcdef"
        log_in(forger)
        assert "account_login" not in forger.session

    def test_is_that_of_several_colleagues_who_share_a_computer(self, known_browser, make_staff):
        kim = make_staff("kim")
        first = known_browser.cookies[site_settings.STAFF_DEVICE_COOKIE_NAME].value
        log_in(known_browser, "kim")
        second = known_browser.cookies[site_settings.STAFF_DEVICE_COOKIE_NAME].value
        assert second.startswith(f"{kim.pk}.")
        assert first.split(":")[0] in second

    def test_password_stays_out_of_the_counting(self, editor, secret):
        """A right password takes its own attempt back, so that busy people do not run out."""
        for _attempt in range(8):
            at_second_step(DESK)
        assert try_code(at_second_step(DESK), code_of(secret))
        assert PASSWORD not in str(at_second_step(DESK).session.items())


class TestAtAnOpenScreen:
    """Whoever sits down at a colleague's computer cannot guess the password there either."""

    @pytest.fixture
    def open_screen(self, editor, secret) -> Client:
        """The editor's browser, logged in."""
        client = at_second_step(DESK)
        assert try_code(client, code_of(secret))
        return client

    def change_password(self, client: Client, old: str) -> bool:
        """Try to set another password, and return whether that was done."""
        new = "nog een lang wachtwoord"
        form = {"oldpassword": old, "password1": new, "password2": new}
        return client.post(reverse("account_change_password"), form).status_code == 302

    def test_the_old_password_may_be_tried_five_times(self, open_screen):
        for _attempt in range(5):
            assert not self.change_password(open_screen, "wrong")
        assert not self.change_password(open_screen, PASSWORD)
        with time_machine.travel(timezone.now() + timedelta(minutes=6)):
            assert self.change_password(open_screen, PASSWORD)

    def test_and_as_often_where_the_password_is_asked_again(self, open_screen):
        again = reverse("account_reauthenticate")
        for _attempt in range(5):
            open_screen.post(again, {"password": "wrong"})
        assert open_screen.post(again, {"password": PASSWORD}).status_code == 200
        assert not self.change_password(open_screen, PASSWORD)

    def test_wagtails_own_page_does_not_ask_for_it(self, open_screen):
        page = open_screen.get("/admin/account/").text
        assert 'type="password"' not in page
        assert f'href="{reverse("account_change_password")}"' in page


class TestForgottenPassword:
    def ask(self, address: str = GUESSER, email: str = "robin@example.org"):
        """Ask for a link to choose a new password."""
        return Client(REMOTE_ADDR=address).post(reverse("account_reset_password"), {"email": email})

    @pytest.mark.usefixtures("each_production_cache")
    def test_nobody_gets_mail_after_mail(self, editor):
        answers = [self.ask(address) for address in addresses(7)]
        assert [answer.status_code for answer in answers] == [302] * 5 + [429] * 2
        deliver()
        assert len(mail.outbox) == 5
        assert "Wacht een minuut" in answers[-1].text

    def test_one_address_cannot_mail_everybody(self, editor):
        for number in range(20):
            self.ask(email=f"colleague{number}@example.org")
        assert self.ask().status_code == 429
        assert self.ask(DESK).status_code == 302

    def test_who_chose_a_new_password_can_use_it_at_once(self, editor):
        for _attempt in range(5):
            log_in(Client(), password="wrong", REMOTE_ADDR=DESK)
        self.ask()
        deliver()
        found = re.search(r"http://testserver(/staff/password/reset/key/\S+)", mail.outbox[0].body)
        assert found
        client = Client(REMOTE_ADDR=DESK)
        form = client.get(found[1], follow=True).redirect_chain[-1][0]
        new = "nog een lang wachtwoord"
        client.post(form, {"password1": new, "password2": new})
        log_in(client, password=new)
        assert client.session["_auth_user_id"] == str(editor.pk)
