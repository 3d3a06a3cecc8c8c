"""Staff log in with two factors, and nobody else gets in or locks them out."""

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.users.models import UserProfile

from registration.mail.delivery import deliver_due
from registration.models import OutboundMail
from tests.perspectief.staff.account_parts import deliver
from tests.perspectief.staff.conftest import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("second_factor_required")]

LOGIN = "/staff/login/"


def code_of(secret: str) -> str:
    """Return the code that an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def log_in(client: Client, login: str = "robin", password: str = PASSWORD, **extra):
    """Send the login form."""
    return client.post(LOGIN, {"login": login, "password": password}, **extra)


def prefer(user, language: str) -> None:
    """Choose the language of the admin, as users do on their account page."""
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()


@pytest.fixture
def secret(editor) -> str:
    """The secret of the editor's authenticator app, which is set up."""
    secret = generate_totp_secret()
    TOTP.activate(editor, secret)
    RecoveryCodes.activate(editor)
    return secret


class TestTheWayIn:
    @pytest.mark.parametrize(
        ("asked", "target"),
        [
            ("/admin/", "/staff/login/?next=/admin/"),
            ("/admin/pages/", "/staff/login/?next=/admin/pages/"),
            ("/admin/login/?next=/admin/pages/", "/staff/login/?next=/admin/pages/"),
            ("/admin/password_reset/", "/staff/password/reset/"),
            ("/admin/password_reset/confirm/MQ/abc/", "/staff/password/reset/"),
        ],
    )
    def test_every_door_of_wagtail_leads_to_ours(self, client, asked, target):
        response = client.get(asked)
        assert response.status_code == 302
        assert response["Location"] == target

    @pytest.mark.parametrize(
        "path", ["/staff/signup/", "/staff/email/", "/staff/confirm-email/", "/staff/password/set/"]
    )
    def test_nobody_signs_up_or_manages_addresses(self, client, path):
        assert client.get(path).status_code == 404

    def test_wagtails_own_login_form_lets_nobody_in(self, client, editor):
        response = client.post("/admin/login/", {"username": "robin", "password": PASSWORD})
        assert response.status_code in {301, 302, 405}
        assert "_auth_user_id" not in client.session

    @pytest.mark.parametrize("login", ["robin", "ROBIN@example.org"])
    def test_user_name_and_address_both_work(self, client, editor, login):
        response = log_in(client, login)
        assert response.status_code == 302
        assert client.session["_auth_user_id"] == str(editor.pk)

    def test_wrong_password_is_explained_and_the_name_kept(self, client, editor):
        response = log_in(client, password="wrong")
        html = response.content.decode()
        assert "data-error-summary" in html
        assert 'value="robin"' in html
        assert "wrong" not in html

    def test_next_never_leads_to_another_site(self, client, editor, settings):
        settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = ["robin"]
        response = client.post(
            LOGIN, {"login": "robin", "password": PASSWORD, "next": "https://evil.example/"}
        )
        assert response["Location"] == "/admin/"

    def test_logging_out_of_the_admin_ends_the_session(self, client, editor):
        log_in(client)
        response = client.post("/admin/logout/")
        assert response["Location"] == LOGIN
        assert "_auth_user_id" not in client.session


class TestSecondFactor:
    def test_without_one_the_admin_leads_to_setting_it_up(self, client, editor):
        log_in(client)
        response = client.get("/admin/pages/")
        assert response.status_code == 302
        assert unquote(response["Location"]) == "/staff/second-factor/?next=/admin/pages/"

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_no_page_of_the_admin_opens_without_one(self, client, editor, method):
        client.force_login(editor)
        for path in ("/admin/", "/admin/pages/1/", "/admin/users/", "/admin/api/main/pages/"):
            response = getattr(client, method)(path)
            assert response.status_code == 302, path
            assert response["Location"].startswith("/staff/"), path

    @pytest.mark.django_db(transaction=True)  # setting up ends with the commit
    def test_authenticator_app_is_set_up_and_opens_the_admin_at_once(self, client, editor):
        log_in(client)
        page = client.get("/staff/second-factor/totp/activate/", follow=True)
        assert page.redirect_chain[-1][0].startswith("/staff/reauthenticate/")
        page = client.post(page.redirect_chain[-1][0], {"password": PASSWORD}, follow=True)
        html = page.content.decode()
        secret = re.search(r'id="authenticator_secret" value="([A-Z2-7]+)"', html)[1]
        client.post("/staff/second-factor/totp/activate/", {"code": code_of(secret)})
        assert client.get("/admin/").status_code == 200
        assert Authenticator.objects.filter(user=editor, type="totp").exists()

    def test_code_is_asked_at_login(self, client, editor, secret):
        response = log_in(client)
        assert response["Location"] == reverse("mfa_authenticate")
        assert "_auth_user_id" not in client.session
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
        assert client.get("/admin/").status_code == 302
        response = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
        assert response.status_code == 302
        assert client.get("/admin/").status_code == 200

    def test_recovery_code_works_once(self, client, editor, secret):
        code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
        log_in(client)
        client.post(reverse("mfa_authenticate"), {"code": code})
        assert client.get("/admin/").status_code == 200
        again = Client()
        log_in(again)
        again.post(reverse("mfa_authenticate"), {"code": code})
        assert again.get("/admin/").status_code == 302

    def test_session_from_before_the_factor_has_to_show_it(self, client, editor, secret):
        client.force_login(editor)
        response = client.get("/admin/")
        assert response["Location"].startswith(reverse("mfa_reauthenticate"))
        asked = client.get(reverse("mfa_reauthenticate")).content.decode()
        assert f'action="{reverse("mfa_reauthenticate")}"' in asked
        client.post(reverse("mfa_reauthenticate"), {"code": code_of(secret)})
        assert client.get("/admin/").status_code == 200

    def test_guessing_codes_is_stopped(self, client, editor, secret):
        log_in(client)
        for _attempt in range(6):
            client.post(reverse("mfa_authenticate"), {"code": "000000"})
        client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
        assert client.get("/admin/").status_code == 302

    def test_secrets_are_stored_encrypted_and_bound_to_their_use(self, editor, secret):
        stored = Authenticator.objects.values_list("type", "data")
        assert dict(stored)["totp"]["secret"].startswith("gAAAAA")
        assert dict(stored)["recovery_codes"]["seed"].startswith("gAAAAA")
        assert secret not in str(list(stored))

    def test_passkeys_can_be_added_and_used_to_log_in(self, client, editor):
        log_in(client)
        client.post("/staff/reauthenticate/", {"password": PASSWORD})
        assert client.get(reverse("mfa_add_webauthn")).status_code == 200
        client.logout()
        options = client.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})
        assert "challenge" in options.json()["request_options"]["publicKey"]


class TestDemoAccounts:
    @pytest.fixture(autouse=True)
    def _demo(self, settings, second_factor_required):
        settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = ["robin"]

    def test_need_no_second_factor_on_the_machine_itself(self, client, editor):
        log_in(client)
        assert client.get("/admin/").status_code == 200

    def test_are_named_on_the_login_page(self, client):
        assert "robin" in client.get(LOGIN).content.decode()

    @pytest.mark.parametrize(
        "elsewhere",
        [
            {"REMOTE_ADDR": "192.0.2.1"},
            {"REMOTE_ADDR": ""},
            {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "127.0.0.1"},
            {"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=127.0.0.1"},
        ],
    )
    def test_need_one_from_anywhere_else(self, client, editor, elsewhere):
        client.force_login(editor)
        assert client.get("/admin/", **elsewhere).status_code == 302
        assert "robin" not in client.get(LOGIN, **elsewhere).content.decode()

    def test_other_accounts_need_one(self, client, make_staff):
        make_staff("kim")
        log_in(client, "kim")
        assert client.get("/admin/").status_code == 302


class TestGuessing:
    def test_stops_after_five_wrong_passwords(self, client, editor):
        for _attempt in range(5):
            log_in(client, password="wrong")
        log_in(client)
        assert "_auth_user_id" not in client.session

    def test_nobody_locks_a_colleague_out(self, client, editor):
        for _attempt in range(15):
            log_in(Client(), password="wrong", REMOTE_ADDR="192.0.2.1")
        log_in(client, REMOTE_ADDR="198.51.100.7")
        assert client.session["_auth_user_id"] == str(editor.pk)

    def test_one_address_cannot_try_everybody(self, client, make_staff):
        for number in range(20):
            log_in(Client(), f"colleague{number}", "wrong", REMOTE_ADDR="192.0.2.1")
        make_staff("kim")
        log_in(client, "kim", REMOTE_ADDR="192.0.2.1")
        assert "_auth_user_id" not in client.session

    def test_forged_forwarding_header_does_not_help(self, client, editor, settings):
        settings.TRUSTED_PROXY_COUNT = 1
        for attempt in range(6):
            log_in(
                Client(),
                password="wrong",
                HTTP_X_FORWARDED_FOR=f"203.0.113.{attempt}, 192.0.2.1",
            )
        log_in(client, HTTP_X_FORWARDED_FOR="203.0.113.99, 192.0.2.1")
        assert "_auth_user_id" not in client.session


class TestForgottenPassword:
    def test_link_comes_by_mail_and_sets_a_new_one(self, client, editor):
        client.post("/staff/password/reset/", {"email": "robin@example.org"})
        deliver()
        (message,) = mail.outbox
        assert message.to == ["robin@example.org"]
        assert "testserver" not in message.subject
        link = re.search(r"http://testserver(/staff/password/reset/key/\S+)", message.body)[1]
        form = client.get(link, follow=True)
        new = "nog een lang wachtwoord"
        client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
        editor.refresh_from_db()
        assert editor.check_password(new)

    def test_unknown_address_gets_the_same_answer_and_no_mail(self, client, editor):
        known = client.post("/staff/password/reset/", {"email": "robin@example.org"})
        unknown = client.post("/staff/password/reset/", {"email": "nobody@example.org"})
        assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
        deliver()
        assert [message.to for message in mail.outbox] == [["robin@example.org"]]

    def test_a_known_address_is_answered_with_the_work_of_an_unknown_one(self, client, editor):
        work = []
        for name in ("robin", "nobody"):
            with CaptureQueriesContext(connection) as queries:
                client.post("/staff/password/reset/", {"email": f"{name}@example.org"})
            work.append([query["sql"] for query in queries])
        verbs = [[sql.split()[0] for sql in each] for each in work]
        assert verbs[0] == verbs[1]
        assert "auth_user" not in str(work)
        assert not OutboundMail.objects.exists()

    def test_the_address_that_was_asked_for_waits_encrypted(self, client, editor):
        client.post("/staff/password/reset/", {"email": "robin@example.org"})
        (task,) = DBTaskResult.objects.filter(task_path__contains="password_requests")
        assert "robin" not in str(task.args_kwargs)

    def test_the_mail_comes_later_if_the_mail_server_is_away(
        self, client, editor, settings, caplog
    ):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        response = client.post("/staff/password/reset/", {"email": "robin@example.org"})
        assert response.status_code == 302
        deliver()
        assert OutboundMail.objects.filter(sent_at=None, failed_at=None).count() == 1
        assert "robin" not in caplog.text
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        deliver_due(timezone.now() + timedelta(hours=1))
        assert [message.to for message in mail.outbox] == [["robin@example.org"]]


class TestLanguage:
    def test_is_dutch_until_somebody_chooses(self, client):
        assert '<html lang="nl">' in client.get(LOGIN, headers={"Accept-Language": "en"}).text

    def test_can_be_chosen(self, client):
        response = client.post("/staff/language/", {"language": "en", "next": LOGIN})
        assert response["Location"] == LOGIN
        assert '<html lang="en">' in client.get(LOGIN).text

    def test_follows_the_preference_of_who_is_logged_in(self, client, editor):
        prefer(editor, "en")
        client.force_login(editor)
        assert '<html lang="en">' in client.get("/staff/second-factor/").text

    def test_admin_speaks_the_language_of_its_user(self, client, editor, settings):
        settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = ["robin"]
        client.force_login(editor)
        for language in ("nl", "en"):
            prefer(editor, language)
            assert f'lang="{language}"' in client.get("/admin/").text


def test_account_page_of_wagtail_leads_to_the_second_factor(client, editor, settings):
    settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = ["robin"]
    client.force_login(editor)
    html = client.get("/admin/account/").content.decode()
    assert 'href="/staff/second-factor/"' in html
