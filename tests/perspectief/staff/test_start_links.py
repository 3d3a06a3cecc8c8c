"""An account starts with a mailed link, which works once, in time, and for its owner alone."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from perspectief.staff import groups, starting
from perspectief.staff.models import StartLink
from registration.mail.delivery import deliver_due
from registration.models import OutboundMail
from tests.perspectief.staff.account_parts import (
    NEW_PASSWORD,
    account_form,
    choose_password,
    forget_mails,
    group_keys,
    groups_of,
    has_link,
    link_to,
    mails_to,
)
from tests.perspectief.staff.conftest import PASSWORD
from tests.perspectief.staff.test_sessions import is_logged_in

pytestmark = pytest.mark.django_db

User = get_user_model()
NEW = {
    "username": "tess",
    "email": "tess@example.org",
    "first_name": "Tess",
    "last_name": "Bos",
}
GONE = "Deze link werkt niet meer"


@pytest.fixture
def tess(beheer):
    """An account that Beheer has just made."""
    beheer.post("/admin/users/new/", {**NEW, "groups": group_keys(groups.COMMUNICATION)})
    return User.objects.get(username="tess")


class TestNewAccount:
    def test_has_no_password_and_no_field_for_one(self, beheer, tess, editor):
        assert not tess.has_usable_password()
        for address in ("new/", f"edit/{editor.pk}/"):
            assert 'type="password"' not in beheer.get(f"/admin/users/{address}").text

    def test_a_password_that_is_sent_all_the_same_is_not_taken(self, beheer, editor):
        typed = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
        beheer.post("/admin/users/new/", {**NEW, **typed})
        assert not User.objects.get(username="tess").has_usable_password()
        beheer.post(f"/admin/users/edit/{editor.pk}/", account_form(editor, **typed))
        editor.refresh_from_db()
        assert editor.check_password(PASSWORD)

    def test_owner_gets_one_mail_with_user_name_and_link(self, tess):
        (mail,) = mails_to("tess@example.org")
        assert "tess" in mail["body"]
        assert link_to("tess@example.org") in mail["body"]
        assert "aanmelding" not in mail["body"]

    def test_link_leads_to_a_password_and_then_to_a_second_factor(self, tess, settings):
        settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = []
        link = link_to("tess@example.org")
        page = Client().get(link)
        assert "<strong>tess</strong>" in page.text
        assert "no-store" in page["Cache-Control"]
        client = Client()
        assert choose_password(link, client=client)["Location"] == "/staff/login/"
        client.post("/staff/login/", {"login": "tess", "password": NEW_PASSWORD})
        assert client.get("/admin/")["Location"].startswith("/staff/second-factor/")

    def test_mail_is_in_the_language_of_the_owner(self, beheer, editor):
        UserProfile.objects.create(user=editor, preferred_language="en")
        beheer.post(f"/admin/users/new-start/{editor.pk}/")
        (mail,) = mails_to("robin@example.org")
        assert mail["subject"] == "Perspectief: start again with your account"
        assert "The link works once" in mail["body"]

    def test_nothing_is_lost_while_the_mail_server_is_away(self, beheer, settings, mailoutbox):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        assert beheer.post("/admin/users/new/", NEW).status_code == 302
        assert User.objects.filter(username="tess").exists()
        deliver_due(timezone.now() + timedelta(seconds=1))
        assert OutboundMail.objects.filter(sent_at=None, failed_at=None).exists()
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        deliver_due(timezone.now() + timedelta(hours=1))
        assert [mail.to for mail in mailoutbox] == [["tess@example.org"]]


class TestLink:
    def test_works_once(self, tess):
        link = link_to("tess@example.org")
        choose_password(link)
        assert GONE in Client().get(link).text
        assert GONE in Client().post(link, {"new_password1": "x", "new_password2": "x"}).text
        tess.refresh_from_db()
        assert tess.check_password(NEW_PASSWORD)

    def test_of_two_at_the_same_moment_one_counts(self, tess):
        link = starting.find(link_to("tess@example.org").split("/")[-2])
        assert starting.use(link, NEW_PASSWORD)
        assert not starting.use(link, "een heel ander wachtwoord")
        tess.refresh_from_db()
        assert tess.check_password(NEW_PASSWORD)

    def test_ends_after_three_days(self, tess):
        link = link_to("tess@example.org")
        with time_machine.travel(timezone.now() + timedelta(days=3, minutes=1)):
            assert GONE in Client().get(link).text

    def test_a_newer_one_takes_its_place(self, beheer, tess):
        first = link_to("tess@example.org")
        beheer.post(f"/admin/users/new-start/{tess.pk}/")
        assert GONE in Client().get(first).text
        assert GONE not in Client().get(link_to("tess@example.org")).text

    def test_of_an_account_that_became_inactive_opens_nothing(self, tess):
        User.objects.filter(pk=tess.pk).update(is_active=False)
        assert GONE in Client().get(link_to("tess@example.org")).text

    def test_is_useless_once_the_password_was_changed_in_another_way(self, beheer, editor):
        beheer.post(f"/admin/users/new-start/{editor.pk}/")
        client = Client()
        client.post("/staff/login/", {"login": "robin", "password": PASSWORD})
        client.post(
            "/staff/password/change/",
            {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD},
        )
        assert GONE in Client().get(link_to("robin@example.org")).text

    def test_is_kept_nowhere_but_in_the_mail(self, tess):
        token = link_to("tess@example.org").split("/")[-2]
        assert token not in str(list(StartLink.objects.values()))
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM registration_outboundmail")
            stored = [bytes(value) for value in cursor.fetchone() if isinstance(value, memoryview)]
            assert not any(token.encode() in value for value in stored)
            cursor.execute("SELECT * FROM wagtailcore_modellogentry")
            assert token not in str(cursor.fetchall())

    def test_a_weak_password_is_refused_and_the_link_still_works(self, tess):
        link = link_to("tess@example.org")
        page = Client().post(link, {"new_password1": "tess", "new_password2": "tess"})
        assert "data-error-summary" in page.text
        assert GONE not in Client().get(link).text

    def test_opened_where_a_colleague_is_logged_in_logs_that_colleague_out(self, beheer, tess):
        choose_password(link_to("tess@example.org"), client=beheer)
        assert not is_logged_in(beheer)
        tess.refresh_from_db()
        assert tess.check_password(NEW_PASSWORD)


class TestCommands:
    def test_first_coordinator_is_appointed_on_the_server(self, caplog):
        call_command(
            "appoint",
            *("sam", "coordinator", "--email", "sam@example.org", "--first-name", "Sam"),
            verbosity=0,
        )
        sam = User.objects.get(username="sam")
        assert groups_of(sam) == {groups.COORDINATOR}
        assert not sam.has_usable_password()
        assert has_link("sam@example.org")
        assert "was put into a group on the server" in caplog.text
        assert "sam@" not in caplog.text

    def test_everybody_who_would_have_been_asked_is_told(self, coordinator, administrator, editor):
        call_command("appoint", "robin", "coordinator", verbosity=0)
        assert groups_of(editor) == {groups.COMMUNICATION, groups.COORDINATOR}
        for address in ("sam@example.org", "kim@example.org"):
            assert "op de server" in mails_to(address)[0]["body"]
        assert groups.COORDINATOR in mails_to("robin@example.org")[0]["body"]

    @pytest.mark.parametrize(
        ("arguments", "problem"),
        [
            (["nobody", "coordinator"], "give --email"),
            (["robin", "coordinator", "--email", "x@example.org"], "leave --email out"),
            (
                ["new", "coordinator", "--email", "ROBIN@example.org"],
                "This address belongs to another account",
            ),
            (["new", "coordinator", "--email", "robin"], "no e-mail address"),
        ],
    )
    def test_what_cannot_be_is_explained(self, editor, arguments, problem):
        with pytest.raises(CommandError, match=problem):
            call_command("appoint", *arguments, verbosity=0)

    def test_who_lost_everything_gets_a_link_from_the_server(self, editor, coordinator):
        call_command("send_start_link", "robin", verbosity=0)
        choose_password(link_to("robin@example.org"))
        editor.refresh_from_db()
        assert editor.check_password(NEW_PASSWORD)
        assert not Authenticator.objects.filter(user=editor).exists()
        assert "op de server" in mails_to("sam@example.org")[0]["body"]

    def test_unknown_account_is_named(self, db):
        with pytest.raises(CommandError, match="nobody"):
            call_command("send_start_link", "nobody")

    def test_demo_accounts_keep_the_printed_password(self, db):
        call_command("create_demo_accounts", password=PASSWORD, verbosity=0)
        forget_mails()
        for username in ("redactie", "aanmeldpunt", "coordinator", "beheer"):
            client = Client()
            client.post("/staff/login/", {"login": username, "password": PASSWORD})
            assert is_logged_in(client), username
        call_command("create_demo_accounts", password=PASSWORD, verbosity=0)
        assert not OutboundMail.objects.exists()
