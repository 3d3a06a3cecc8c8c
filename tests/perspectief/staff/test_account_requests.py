"""Beheer alone opens no desk and becomes no colleague: a coordinator says yes, all are told."""

import logging
import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError, transaction
from django.test import Client
from wagtail.models import ModelLogEntry

from perspectief.staff import account_requests, groups, memberships
from perspectief.staff.models import AccountRequest, Outcome, RequestKind
from tests.perspectief.staff.account_parts import (
    account_form,
    choose_password,
    deliver,
    forget_mails,
    group_keys,
    groups_of,
    has_link,
    link_to,
    mails_to,
)
from tests.perspectief.staff.conftest import PASSWORD, browser_of
from tests.perspectief.staff.test_sessions import is_logged_in

pytestmark = pytest.mark.django_db

User = get_user_model()


@pytest.fixture
def noor(make_staff):
    """Noor, of the desk, with an authenticator app."""
    user = make_staff("noor", groups.DESK, first_name="Noor")
    TOTP.activate(user, generate_totp_secret())
    return user


def edit(client: Client, account, **changes):
    """Send the form for an account."""
    return client.post(f"/admin/users/edit/{account.pk}/", account_form(account, **changes))


def ask_for_desk(beheer: Client, editor) -> AccountRequest:
    """Tick the desk for an editor, and return what waits."""
    edit(beheer, editor, groups=group_keys(groups.COMMUNICATION, groups.DESK))
    return AccountRequest.objects.get(outcome=Outcome.WAITING)


def answer(client: Client, request: AccountRequest, word: str):
    """Press a button on the screen of a request."""
    return client.post(f"/admin/access/{request.pk}/", {"answer": word})


class TestMembershipOfTheDesk:
    @pytest.mark.parametrize("group", [groups.DESK, groups.COORDINATOR])
    def test_a_tick_gives_nothing_and_asks_every_coordinator(
        self, beheer, editor, coordinator, make_staff, group
    ):
        make_staff("ruth", groups.COORDINATOR)
        page = beheer.post(
            f"/admin/users/edit/{editor.pk}/",
            account_form(editor, groups=group_keys(groups.COMMUNICATION, group)),
            follow=True,
        )
        assert groups_of(editor) == {groups.COMMUNICATION}
        assert "zodra een van hen ja zegt" in page.text
        for address in ("sam@example.org", "ruth@example.org"):
            (mail,) = mails_to(address)
            assert group in mail["body"]
            request = AccountRequest.objects.get()
            assert f"http://testserver/admin/access/{request.pk}/" in mail["body"]
        assert mails_to("robin@example.org") == []

    def test_the_form_says_beforehand_and_afterwards_what_a_tick_means(
        self, beheer, editor, coordinator
    ):
        html = beheer.get(f"/admin/users/edit/{editor.pk}/").text
        assert "Aanmeldpunt (een coördinator moet ja zeggen)" in html
        assert "Communicatie (" not in html
        ask_for_desk(beheer, editor)
        html = beheer.get(f"/admin/users/edit/{editor.pk}/").text
        assert "Aanmeldpunt (wacht op het ja van een coördinator)" in html

    def test_a_yes_gives_it_tells_everybody_and_ends_the_sessions(
        self, beheer, editor, sams_browser, client
    ):
        client.force_login(editor)
        request = ask_for_desk(beheer, editor)
        forget_mails()
        answer(sams_browser, request, "yes")
        assert groups_of(editor) == {groups.COMMUNICATION, groups.DESK}
        assert not is_logged_in(client)
        (to_editor,) = mails_to("robin@example.org")
        assert "Sam" in to_editor["body"]
        assert groups.DESK in to_editor["body"]
        for address in ("sam@example.org", "kim@example.org"):
            (mail,) = mails_to(address)
            assert "ja" in mail["subject"]

    def test_a_no_gives_nothing(self, beheer, editor, sams_browser):
        request = ask_for_desk(beheer, editor)
        answer(sams_browser, request, "no")
        request.refresh_from_db()
        assert request.outcome == Outcome.REFUSED
        assert groups_of(editor) == {groups.COMMUNICATION}

    def test_a_decision_counts_once(self, beheer, editor, sams_browser):
        request = ask_for_desk(beheer, editor)
        answer(sams_browser, request, "no")
        page = sams_browser.post(f"/admin/access/{request.pk}/", {"answer": "yes"}, follow=True)
        assert "intussen" in page.text
        assert groups_of(editor) == {groups.COMMUNICATION}

    def test_it_is_all_in_the_history_of_the_account(
        self, beheer, administrator, editor, coordinator, sams_browser
    ):
        request = ask_for_desk(beheer, editor)
        answer(sams_browser, request, "yes")
        asked = ModelLogEntry.objects.get(action=account_requests.ASKED)
        accepted = ModelLogEntry.objects.get(action=account_requests.ACCEPTED)
        assert (asked.user, accepted.user) == (administrator, coordinator)
        assert asked.object_id == accepted.object_id == str(editor.pk)
        history = beheer.get(f"/admin/users/history/{editor.pk}/").text
        assert "Een coördinator zei ja: Aanmeldpunt" in history

    def test_the_form_sent_as_it_is_shown_changes_nothing(self, beheer, editor, coordinator):
        request = ask_for_desk(beheer, editor)
        shown = beheer.get(f"/admin/users/edit/{editor.pk}/").text
        ticked = re.findall(r'name="groups" value="(\d+)"[^>]*checked', shown)
        assert set(map(int, ticked)) == set(group_keys(groups.COMMUNICATION, groups.DESK))
        edit(beheer, editor, groups=ticked)
        request.refresh_from_db()
        assert request.outcome == Outcome.WAITING
        edit(beheer, editor, groups=ticked, is_active="")  # somebody leaves meanwhile
        editor.refresh_from_db()
        request.refresh_from_db()
        assert not editor.is_active
        assert request.outcome == Outcome.WITHDRAWN
        assert groups_of(editor) == {groups.COMMUNICATION}

    def test_an_inactive_account_is_not_asked_for(self, beheer, make_staff, coordinator):
        left = make_staff("left", is_active=False)
        page = beheer.post(
            f"/admin/users/edit/{left.pk}/", account_form(left, groups=group_keys(groups.DESK))
        )
        assert "moet eerst actief zijn" in page.text
        assert not AccountRequest.objects.exists()

    def test_unticking_withdraws_it(self, beheer, editor, coordinator):
        request = ask_for_desk(beheer, editor)
        edit(beheer, editor)
        request.refresh_from_db()
        assert request.outcome == Outcome.WITHDRAWN

    def test_sending_the_form_again_asks_nothing_twice(self, beheer, editor, coordinator):
        ask_for_desk(beheer, editor)
        edit(beheer, editor, groups=group_keys(groups.COMMUNICATION, groups.DESK))
        assert AccountRequest.objects.count() == 1
        assert len(mails_to("sam@example.org")) == 1

    def test_beheer_withdraws_and_cannot_say_yes(self, beheer, editor, coordinator):
        request = ask_for_desk(beheer, editor)
        html = beheer.get(f"/admin/access/{request.pk}/").text
        assert 'value="withdraw"' in html
        assert 'value="yes"' not in html
        answer(beheer, request, "yes")
        request.refresh_from_db()
        assert request.outcome == Outcome.WAITING
        answer(beheer, request, "withdraw")
        request.refresh_from_db()
        assert request.outcome == Outcome.WITHDRAWN

    def test_taking_a_colleague_off_the_desk_needs_no_yes_and_is_told(
        self, beheer, noor, coordinator
    ):
        edit(beheer, noor, groups=[])
        assert groups_of(noor) == set()
        assert groups.DESK in mails_to("sam@example.org")[0]["body"]
        assert groups.DESK in mails_to("noor@example.org")[0]["body"]

    def test_mails_are_in_the_language_of_each(self, beheer, editor, coordinator, make_staff):
        from wagtail.users.models import UserProfile

        make_staff("ruth", groups.COORDINATOR)
        UserProfile.objects.create(user=coordinator, preferred_language="en")
        ask_for_desk(beheer, editor)
        assert mails_to("sam@example.org")[0]["subject"].endswith(
            "a colleague is waiting for a yes"
        )
        assert mails_to("ruth@example.org")[0]["subject"].endswith("een collega wacht op een ja")


class TestWhoSaysYes:
    def test_the_first_screen_of_a_coordinator_says_that_somebody_waits(
        self, beheer, editor, sams_browser
    ):
        assert "wacht op jouw ja" not in sams_browser.get("/admin/").text
        request = ask_for_desk(beheer, editor)
        home = sams_browser.get("/admin/").text
        assert "wacht op jouw ja" in home
        assert f"/admin/access/{request.pk}/" in home
        assert '"url": "/admin/access/"' in home
        assert "wacht op jouw ja" not in beheer.get("/admin/").text

    def test_not_who_asked_though_they_coordinate_too(self, editor, make_staff):
        both = make_staff("kim", groups.ADMINISTRATION)
        both.groups.add(Group.objects.get(name=groups.COORDINATOR))
        client = browser_of("kim")
        request = ask_for_desk(client, editor)
        assert (
            "Dus beslist een andere coördinator" in client.get(f"/admin/access/{request.pk}/").text
        )
        answer(client, request, "yes")
        assert groups_of(editor) == {groups.COMMUNICATION}

    def test_not_whom_it_is_about(self, beheer, coordinator, sams_browser):
        beheer.post(f"/admin/users/new-start/{coordinator.pk}/")
        request = AccountRequest.objects.get()
        answer(sams_browser, request, "yes")
        request.refresh_from_db()
        assert request.outcome == Outcome.WAITING

    def test_not_a_superuser(self, beheer, editor, admin_user):
        request = ask_for_desk(beheer, editor)
        client = Client()
        client.force_login(admin_user)
        answer(client, request, "yes")
        assert groups_of(editor) == {groups.COMMUNICATION}

    def test_not_a_coordinator_who_left(self, beheer, editor, coordinator):
        request = ask_for_desk(beheer, editor)
        coordinator.is_active = False
        with pytest.raises(account_requests.NotAllowedError):
            account_requests.decide(request, coordinator, says_yes=True)

    def test_only_who_has_just_shown_who_they_are(self, beheer, editor, coordinator):
        request = ask_for_desk(beheer, editor)
        client = Client()
        client.force_login(coordinator)  # a screen that was left open
        assert answer(client, request, "yes")["Location"].startswith("/staff/reauthenticate/")
        assert groups_of(editor) == {groups.COMMUNICATION}

    def test_the_database_itself_refuses_a_yes_of_who_asked(self, administrator, editor):
        for decider in (administrator, editor):
            with pytest.raises(IntegrityError), transaction.atomic():
                AccountRequest.objects.create(
                    kind=RequestKind.NEW_START,
                    account=editor,
                    asked_by=administrator,
                    decided_by=decider,
                    outcome=Outcome.ACCEPTED,
                )


class TestOtherWaysIn:
    """Ways to the desk that go round the tick, tried by Beheer."""

    @pytest.fixture(autouse=True)
    def _desk(self, coordinator):
        """There is a coordinator to be asked."""

    def test_a_new_account_waits_for_the_desk_too(self, beheer):
        beheer.post(
            "/admin/users/new/",
            {
                "username": "tess",
                "email": "tess@example.org",
                "first_name": "Tess",
                "last_name": "Bos",
                "groups": group_keys(groups.COMMUNICATION, groups.DESK),
            },
        )
        tess = User.objects.get(username="tess")
        assert groups_of(tess) == {groups.COMMUNICATION}
        assert AccountRequest.objects.get().account == tess

    def test_deleting_and_making_again_with_the_same_name(self, beheer, noor):
        form = account_form(noor)
        beheer.post(f"/admin/users/delete/{noor.pk}/")
        beheer.post("/admin/users/new/", form)
        assert groups_of(User.objects.get(username="noor")) == set()

    def test_many_accounts_at_once(self, beheer, editor):
        desk = Group.objects.get(name=groups.DESK)
        beheer.post(f"/admin/bulk/auth/user/assign_role/?id={editor.pk}", {"role": desk.pk})
        assert groups_of(editor) == {groups.COMMUNICATION}

    def test_a_copy_of_a_coordinator(self, beheer, coordinator):
        assert beheer.get(f"/admin/users/copy/{coordinator.pk}/").status_code == 404

    def test_her_own_account(self, beheer, administrator):
        edit(beheer, administrator, groups=group_keys(groups.ADMINISTRATION, groups.DESK))
        assert groups_of(administrator) == {groups.ADMINISTRATION}
        assert not AccountRequest.objects.exists()

    def test_a_superuser(self, beheer, editor, admin_user):
        edit(beheer, editor, is_superuser="on")
        editor.refresh_from_db()
        assert not editor.is_superuser
        for address in ("edit", "delete", "new-start", "leave"):
            beheer.post(f"/admin/users/{address}/{admin_user.pk}/", account_form(admin_user))
        admin_user.refresh_from_db()
        assert admin_user.is_active
        assert admin_user.first_name == ""

    def test_not_even_a_superuser_makes_another_or_gives_the_desk(self, admin_client, editor):
        edit(admin_client, editor, is_superuser="on", groups=group_keys(groups.DESK))
        editor.refresh_from_db()
        assert not editor.is_superuser
        assert groups_of(editor) == set()

    def test_another_group_with_the_permissions_of_the_desk(self, beheer, admin_client):
        assert beheer.get("/admin/groups/").status_code == 302
        own = Group.objects.get(name=groups.COMMUNICATION)
        permission = Permission.objects.get(codename="view_queue")
        form = {
            "name": own.name,
            "permissions": [permission.pk],
            "page_permissions-TOTAL_FORMS": 0,
            "page_permissions-INITIAL_FORMS": 0,
        }
        for client in (beheer, admin_client):
            client.post(f"/admin/groups/edit/{own.pk}/", form)
            client.post("/admin/groups/new/", {**form, "name": "Nieuw"})
        assert not own.permissions.filter(pk=permission.pk).exists()
        assert not Group.objects.filter(permissions=permission).exclude(name__in=groups.GROUPS)

    def test_a_group_that_nobody_thought_of(self, beheer, editor):
        unknown = Group.objects.create(name="Zomaar")
        edit(beheer, editor, groups=[unknown.pk])
        assert not editor.groups.filter(pk=unknown.pk).exists()
        assert memberships.needs_a_yes(unknown)

    def test_whatever_another_screen_tries_is_refused_where_it_is_stored(
        self, rf, administrator, editor
    ):
        from allauth.core.context import request_context
        from django.core.exceptions import PermissionDenied

        request = rf.post("/admin/later/")
        request.user = administrator
        desk = Group.objects.get(name=groups.DESK)
        permission = Permission.objects.get(codename="view_queue")
        with request_context(request):
            for attempt in (
                lambda: editor.groups.add(desk),
                lambda: desk.user_set.add(editor),
                lambda: editor.groups.set([desk]),
                lambda: editor.user_permissions.add(permission),
                lambda: desk.permissions.set([*desk.permissions.all(), _unheld(desk)]),
            ):
                with pytest.raises(PermissionDenied), transaction.atomic():
                    attempt()
            editor.is_superuser = True
            with pytest.raises(PermissionDenied):
                editor.save()


def _unheld(group: Group) -> Permission:
    """Return a permission that a group does not have."""
    return Permission.objects.exclude(group=group).first()


class TestAnotherAddress:
    def test_of_a_coordinator_waits_for_another_one_and_the_owner_is_told_where_they_read(
        self, beheer, coordinator, make_staff
    ):
        make_staff("ruth", groups.COORDINATOR)
        edit(beheer, coordinator, email="kim+sam@example.org")
        coordinator.refresh_from_db()
        assert coordinator.email == "sam@example.org"
        assert any("gevraagd" in mail["subject"] for mail in mails_to("sam@example.org"))
        assert mails_to("kim+sam@example.org") == []
        request = AccountRequest.objects.get()
        answer(browser_of("sam"), request, "yes")  # about herself
        coordinator.refresh_from_db()
        assert coordinator.email == "sam@example.org"
        forget_mails()
        answer(browser_of("ruth"), request, "yes")
        coordinator.refresh_from_db()
        assert coordinator.email == "kim+sam@example.org"
        request.refresh_from_db()
        assert request.new_address == ""  # nobody needs it any more
        for address in ("sam@example.org", "kim+sam@example.org"):
            assert any("gewijzigd" in mail["body"] for mail in mails_to(address))

    def test_a_link_to_a_forgotten_password_goes_to_the_old_address_until_then(
        self, beheer, coordinator, mailoutbox
    ):
        edit(beheer, coordinator, email="kim+sam@example.org")
        forget_mails()
        Client().post("/staff/password/reset/", {"email": "kim+sam@example.org"})
        deliver()
        assert mailoutbox == []
        Client().post("/staff/password/reset/", {"email": "sam@example.org"})
        deliver()
        assert [mail.to for mail in mailoutbox] == [["sam@example.org"]]

    def test_of_an_editor_who_works_with_it_waits_too(self, beheer, editor, coordinator):
        edit(beheer, editor, email="kim+robin@example.org")
        editor.refresh_from_db()
        assert editor.email == "robin@example.org"

    def test_nobody_changes_their_own_without_a_yes(self, coordinator, administrator):
        client = browser_of("sam")
        client.post(
            "/admin/account/",
            {
                "name_email-first_name": "Sam",
                "name_email-last_name": "Vos",
                "name_email-email": "elsewhere@example.org",
                "locale-preferred_language": "nl",
                "theme-theme": "system",
                "theme-contrast": "system",
                "theme-density": "default",
            },
        )
        coordinator.refresh_from_db()
        assert (coordinator.last_name, coordinator.email) == ("Vos", "sam@example.org")
        edit(browser_of("kim"), administrator, email="elsewhere@example.org")
        administrator.refresh_from_db()
        assert administrator.email == "kim@example.org"

    def test_a_slip_in_a_new_account_is_corrected_at_once(self, beheer, coordinator):
        beheer.post(
            "/admin/users/new/",
            {
                "username": "tess",
                "email": "tes@example.org",
                "first_name": "Tess",
                "last_name": "Bos",
                "groups": group_keys(groups.DESK),
            },
        )
        tess = User.objects.get(username="tess")
        first = AccountRequest.objects.get()
        old_link = link_to("tes@example.org")
        edit(beheer, tess, email="tess@example.org", groups=group_keys(groups.DESK))
        tess.refresh_from_db()
        assert tess.email == "tess@example.org"
        assert "werkt niet meer" in Client().get(old_link).text
        assert has_link("tess@example.org")
        first.refresh_from_db()  # the coordinator saw the other address
        assert first.outcome == Outcome.WITHDRAWN
        assert AccountRequest.objects.filter(outcome=Outcome.WAITING).count() == 1

    def test_one_address_leads_to_one_account(self, beheer, coordinator):
        answer_ = beheer.post(
            "/admin/users/new/",
            {
                "username": "tess",
                "email": "SAM@example.org",
                "first_name": "Tess",
                "last_name": "Bos",
            },
        )
        assert "Een ander account heeft dit adres" in answer_.text
        answer_ = beheer.post(
            "/admin/users/new/",
            {
                "username": "sam@example.org",
                "email": "tess@example.org",
                "first_name": "Tess",
                "last_name": "Bos",
            },
        )
        assert not User.objects.filter(email="tess@example.org").exists()

    def test_a_user_name_stays(self, beheer, editor):
        edit(beheer, editor, username="sam")
        editor.refresh_from_db()
        assert editor.username == "robin"


class TestNewStart:
    def test_of_the_desk_waits_for_another_coordinator(self, beheer, noor, sams_browser):
        beheer.post(f"/admin/users/new-start/{noor.pk}/")
        assert not has_link("noor@example.org")
        assert any("gevraagd" in mail["subject"] for mail in mails_to("noor@example.org"))
        answer(sams_browser, AccountRequest.objects.get(), "yes")
        assert has_link("noor@example.org")

    def test_takes_nothing_away_until_the_owner_uses_the_link(self, beheer, noor, sams_browser):
        noors_browser = Client()
        noors_browser.force_login(noor)
        beheer.post(f"/admin/users/new-start/{noor.pk}/")
        answer(sams_browser, AccountRequest.objects.get(), "yes")
        Client().get(link_to("noor@example.org"))  # as a mail server does that looks for viruses
        assert Authenticator.objects.filter(user=noor).exists()
        noor.refresh_from_db()
        assert noor.check_password(PASSWORD)
        assert is_logged_in(noors_browser)
        forget = link_to("noor@example.org")
        choose_password(forget)
        noor.refresh_from_db()
        assert not noor.check_password(PASSWORD)
        assert not Authenticator.objects.filter(user=noor).exists()
        assert not is_logged_in(noors_browser)
        last = mails_to("noor@example.org")[-1]
        assert "wachtwoord" in last["body"]
        assert "app" in last["body"]

    def test_of_an_editor_needs_no_yes_and_reaches_only_the_owner(self, beheer, editor):
        beheer.post(f"/admin/users/new-start/{editor.pk}/")
        assert has_link("robin@example.org")
        assert not has_link("kim@example.org")
        editor.refresh_from_db()
        assert editor.check_password(PASSWORD)

    def test_screen_says_that_a_coordinator_is_asked(self, beheer, noor, editor):
        assert (
            "Eerst wordt een coördinator gevraagd"
            in beheer.get(f"/admin/users/new-start/{noor.pk}/").text
        )
        assert (
            "Eerst wordt een coördinator gevraagd"
            not in beheer.get(f"/admin/users/new-start/{editor.pk}/").text
        )

    def test_nobody_starts_their_own_or_an_inactive_account(
        self, beheer, administrator, make_staff
    ):
        left = make_staff("left", is_active=False)
        for account in (administrator, left):
            beheer.post(f"/admin/users/new-start/{account.pk}/")
        assert not has_link("kim@example.org")
        assert not has_link("left@example.org")


class TestComingBack:
    def test_starts_with_a_link_and_the_desk_waits_for_a_yes_again(self, beheer, noor, coordinator):
        beheer.post(f"/admin/users/leave/{noor.pk}/")
        noor.refresh_from_db()
        forget_mails()
        edit(beheer, noor, is_active="on")
        noor.refresh_from_db()
        assert noor.is_active
        assert not noor.has_usable_password()
        assert groups_of(noor) == set()
        assert AccountRequest.objects.get(outcome=Outcome.WAITING).group.name == groups.DESK
        assert has_link("noor@example.org")
        assert len(mails_to("sam@example.org")) == 1
        answer_ = Client().post("/staff/login/", {"login": "noor", "password": PASSWORD})
        assert answer_.status_code == 200  # the form again

    def test_her_address_still_takes_a_yes(self, beheer, noor, coordinator):
        beheer.post(f"/admin/users/leave/{noor.pk}/")
        noor.refresh_from_db()
        edit(beheer, noor, is_active="on", email="kim+noor@example.org")
        noor.refresh_from_db()
        assert noor.email == "noor@example.org"
        assert not has_link("kim+noor@example.org")

    def test_what_waited_is_withdrawn_when_an_account_becomes_inactive(
        self, beheer, editor, coordinator
    ):
        request = ask_for_desk(beheer, editor)
        edit(beheer, editor, is_active="", groups=[])
        request.refresh_from_db()
        assert request.outcome == Outcome.WITHDRAWN


class TestNoCoordinator:
    def test_the_last_one_may_leave_and_that_is_said_loudly(self, beheer, coordinator, caplog):
        with caplog.at_level(logging.WARNING):
            beheer.post(f"/admin/users/leave/{coordinator.pk}/")
        assert "No coordinator is left" in caplog.text
        for address in ("kim@example.org", "aanmeldpunt@example.org"):
            (mail,) = mails_to(address)
            assert "perspectief appoint" in mail["body"]
        assert "perspectief appoint" in beheer.get("/admin/access/").text

    def test_what_is_asked_then_reaches_beheer_and_the_desk(self, beheer, editor):
        ask_for_desk(beheer, editor)
        for address in ("kim@example.org", "aanmeldpunt@example.org"):
            assert "perspectief appoint" in mails_to(address)[0]["body"]

    def test_a_new_member_of_beheer_is_told_to_all_of_beheer_and_the_coordinators(
        self, beheer, editor, coordinator
    ):
        edit(beheer, editor, groups=group_keys(groups.ADMINISTRATION))
        assert groups_of(editor) == {groups.ADMINISTRATION}
        for address in ("kim@example.org", "sam@example.org"):
            assert any("Beheer" in mail["subject"] for mail in mails_to(address))
