"""Whoever has an account is told of every change, wherever it was made, and old sessions end."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.test import Client
from wagtail.models import ModelLogEntry

from perspectief.staff import groups
from perspectief.staff.account_notices import CHANGED, Change
from tests.perspectief.staff.account_parts import (
    NEW_PASSWORD,
    account_form,
    deliver,
    forget_mails,
    group_keys,
    mails_to,
)
from tests.perspectief.staff.conftest import PASSWORD, browser_of
from tests.perspectief.staff.test_login import code_of
from tests.perspectief.staff.test_sessions import is_logged_in

pytestmark = pytest.mark.django_db

ROBIN = "robin@example.org"


@pytest.fixture
def elsewhere(editor) -> Client:
    """Another browser in which Robin is logged in."""
    return browser_of("robin")


@pytest.fixture
def browser(editor) -> Client:
    """The browser in which Robin changes something."""
    return browser_of("robin")


def only_mail() -> str:
    """Return the text of the one mail that Robin got."""
    (mail,) = mails_to(ROBIN)
    return mail["body"]


class TestPassword:
    def test_changed_on_the_login_pages(self, browser, elsewhere):
        browser.post(
            "/staff/password/change/",
            {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD},
        )
        assert "wachtwoord is gewijzigd" in only_mail()
        assert is_logged_in(browser)
        assert not is_logged_in(elsewhere)

    def test_cannot_be_changed_on_wagtails_page_which_counts_no_guesses(self, browser):
        page = browser.get("/admin/account/").content.decode()
        assert 'name="password-old_password"' not in page
        assert 'href="/staff/password/change/"' in page

    def test_forgotten_and_chosen_anew(self, editor, elsewhere, mailoutbox):
        Client().post("/staff/password/reset/", {"email": ROBIN})
        deliver()
        link = re.search(r"http://testserver(/staff/password/reset/key/\S+)", mailoutbox[0].body)[1]
        client = Client()
        form = client.get(link, follow=True)
        client.post(
            form.redirect_chain[-1][0], {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
        )
        assert "wachtwoord is gewijzigd" in only_mail()
        assert not is_logged_in(elsewhere)

    def test_stored_in_a_newer_way_at_a_login_is_no_change(self, editor, settings):
        settings.PASSWORD_HASHERS = [
            "django.contrib.auth.hashers.PBKDF2PasswordHasher",
            "django.contrib.auth.hashers.MD5PasswordHasher",
        ]
        old = make_password(PASSWORD, hasher="md5")
        get_user_model().objects.filter(pk=editor.pk).update(password=old)
        assert is_logged_in(browser_of("robin"))
        editor.refresh_from_db()
        assert editor.password != old
        assert mails_to(ROBIN) == []


class TestSecondFactor:
    @pytest.mark.django_db(transaction=True)  # setting up ends with the commit
    def test_an_app_and_recovery_codes(self, browser, elsewhere, editor):
        page = browser.get("/staff/second-factor/totp/activate/").text
        secret = re.search(r'id="authenticator_secret" value="([A-Z2-7]+)"', page)[1]
        browser.post("/staff/second-factor/totp/activate/", {"code": code_of(secret)})
        told = " ".join(mail["body"] for mail in mails_to(ROBIN))
        assert "authenticator-app toegevoegd" in told
        assert "nieuwe herstelcodes" in told
        assert is_logged_in(browser)
        assert not is_logged_in(elsewhere)
        forget_mails()
        browser.post("/staff/second-factor/totp/deactivate/", {})
        assert not Authenticator.objects.filter(user=editor).exists()
        assert "authenticator-app is weggehaald" in only_mail()

    def test_new_recovery_codes(self, browser, editor):
        TOTP.activate(editor, generate_totp_secret())
        RecoveryCodes.activate(editor)
        browser.post("/staff/second-factor/recovery-codes/generate/")
        assert "nieuwe herstelcodes" in only_mail()

    @pytest.mark.parametrize("change", ["toegevoegd", "weggehaald"])
    def test_a_passkey(self, rf, editor, change):
        from allauth.core.context import request_context
        from django.contrib.auth.models import AnonymousUser

        request = rf.post("/staff/second-factor/webauthn/")
        request.user = AnonymousUser()
        with request_context(request):
            passkey = Authenticator.objects.create(user=editor, type="webauthn", data={})
            if change == "weggehaald":
                forget_mails()
                passkey.delete()
        assert f"passkey {change}" in only_mail()


class TestByBeheer:
    def test_a_group_that_needs_no_yes(self, beheer, editor, elsewhere):
        both = group_keys(groups.COMMUNICATION, groups.ADMINISTRATION)
        beheer.post(f"/admin/users/edit/{editor.pk}/", account_form(editor, groups=both))
        assert "groep Beheer" in only_mail()
        assert "Kim" in only_mail()
        assert not is_logged_in(elsewhere)

    def test_all_that_one_button_does_is_told_in_one_mail(self, beheer, editor, elsewhere):
        TOTP.activate(editor, generate_totp_secret())
        beheer.post(f"/admin/users/leave/{editor.pk}/")
        assert "inactief gemaakt" in only_mail()
        assert "authenticator-app is weggehaald" in only_mail()
        assert not is_logged_in(elsewhere)

    def test_an_account_that_is_deleted(self, beheer, editor):
        TOTP.activate(editor, generate_totp_secret())
        beheer.post(f"/admin/users/delete/{editor.pk}/")
        assert "verwijderd" in only_mail()

    def test_another_name_is_nothing_to_tell(self, beheer, editor, elsewhere):
        beheer.post(f"/admin/users/edit/{editor.pk}/", account_form(editor, last_name="Vos"))
        assert mails_to(ROBIN) == []
        assert is_logged_in(elsewhere)

    def test_it_is_in_the_history_without_addresses(self, beheer, administrator, editor):
        beheer.post(f"/admin/users/edit/{editor.pk}/", account_form(editor, groups=[]))
        entry = ModelLogEntry.objects.get(action=CHANGED)
        assert entry.user == administrator
        assert entry.data == {"change": "group_taken", "group": groups.COMMUNICATION}
        history = beheer.get(f"/admin/users/history/{editor.pk}/").text
        assert "niet meer in de groep Communicatie" in history


def test_every_change_has_a_sentence_in_both_languages():
    from django.utils import translation

    for change in Change:
        sentences = set()
        for language in ("nl", "en"):
            with translation.override(language):
                sentences.add(str(change.label))
        assert len(sentences) == 2, change
