"""A colleague leaves: sessions end, factors go, and what was taken can be called by others."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from perspectief.staff import departure, groups
from registration.vocabulary.callbacks import CallbackState
from tests.perspectief.staff.test_sessions import is_logged_in, log_in
from tests.registration.factories import CallbackFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(make_staff):
    """Who manages the accounts."""
    return make_staff("kim", groups.ADMINISTRATION)


@pytest.fixture
def admin_client(administrator) -> Client:
    """The administrator's browser."""
    return log_in("kim")


@pytest.fixture
def colleague(make_staff):
    """A colleague of the desk with two factors and two callbacks, one of them closed."""
    user = make_staff("noor", groups.DESK)
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    CallbackFactory(claimed_by=user, claimed_at=timezone.now())
    CallbackFactory(claimed_by=user, claimed_at=timezone.now(), state=CallbackState.DONE)
    return user


@pytest.fixture
def colleague_client(colleague) -> Client:
    """The colleague's browser."""
    client = Client()
    client.force_login(colleague)
    return client


def open_claims_of(user) -> int:
    """Return how many open callbacks the user has."""
    from registration.models import Callback

    return Callback.objects.open().filter(claimed_by=user).count()


def assert_cleared(colleague, colleague_client):
    """Nothing is left that the account could be used with."""
    assert not is_logged_in(colleague_client)
    assert not Authenticator.objects.filter(user=colleague).exists()
    assert open_claims_of(colleague) == 0


class TestLeaving:
    def test_one_button_does_all_of_it(self, admin_client, colleague, colleague_client):
        answer = admin_client.post(f"/admin/users/leave/{colleague.pk}/")
        assert answer["Location"] == f"/admin/users/edit/{colleague.pk}/"
        colleague.refresh_from_db()
        assert not colleague.is_active
        assert_cleared(colleague, colleague_client)

    def test_the_promise_and_its_history_stay(self, admin_client, colleague):
        from registration.models import Callback

        before = list(Callback.objects.order_by("pk").values("pk", "due_at", "state"))
        admin_client.post(f"/admin/users/leave/{colleague.pk}/")
        assert list(Callback.objects.order_by("pk").values("pk", "due_at", "state")) == before
        released = Callback.objects.open().get()
        assert (released.claimed_by, released.claimed_at) == (None, None)
        assert Callback.objects.get(state=CallbackState.DONE).claimed_by == colleague

    def test_it_is_asked_first_and_says_what_happens(self, admin_client, colleague):
        html = admin_client.get(f"/admin/users/leave/{colleague.pk}/").text
        assert "passkeys" in html
        assert "(<bdi>noor</bdi>)" in html
        colleague.refresh_from_db()
        assert colleague.is_active

    def test_it_is_logged(self, admin_client, administrator, colleague, colleague_client):
        admin_client.post(f"/admin/users/leave/{colleague.pk}/")
        entry = ModelLogEntry.objects.get(action=departure.LEFT)
        assert entry.user == administrator
        assert entry.object_id == str(colleague.pk)
        assert entry.data == {"sessions": 1, "factors": 2, "callbacks": 1}
        history = admin_client.get(f"/admin/users/history/{colleague.pk}/")
        assert history.status_code == 200


class TestOtherWays:
    """What leaves an account useless in Wagtail's own screens does the same."""

    def fields(self, user, **changes) -> dict:
        """Return what the form for an account sends."""
        return {
            "username": user.username,
            "email": user.email,
            "first_name": "Noor",
            "last_name": "Jansen",
            "groups": [group.pk for group in user.groups.all()],
            **changes,
        }

    def test_unticking_active(self, admin_client, colleague, colleague_client):
        admin_client.post(f"/admin/users/edit/{colleague.pk}/", self.fields(colleague))
        colleague.refresh_from_db()
        assert not colleague.is_active
        assert_cleared(colleague, colleague_client)

    def test_a_change_of_an_active_account_clears_nothing(
        self, admin_client, colleague, colleague_client
    ):
        admin_client.post(
            f"/admin/users/edit/{colleague.pk}/", self.fields(colleague, is_active="on")
        )
        assert is_logged_in(colleague_client)
        assert open_claims_of(colleague) == 1

    def test_deleting(self, admin_client, colleague, colleague_client):
        from registration.models import Callback

        admin_client.post(f"/admin/users/delete/{colleague.pk}/")
        assert not get_user_model().objects.filter(pk=colleague.pk).exists()
        assert not is_logged_in(colleague_client)
        released = Callback.objects.open().get()
        assert (released.claimed_by, released.claimed_at) == (None, None)

    @pytest.mark.parametrize("action", ["set_active_state", "delete", "assign_role"])
    def test_nobody_changes_several_accounts_at_once(self, admin_client, colleague, action):
        before = list(colleague.groups.all())
        admin_client.post(
            f"/admin/bulk/auth/user/{action}/?id={colleague.pk}",
            {"mark_as_active": "False", "role": before[0].pk + 1},
        )
        colleague.refresh_from_db()
        assert colleague.is_active
        assert list(colleague.groups.all()) == before
        assert "bulk-action" not in admin_client.get("/admin/users/").text


class TestEndingSessions:
    def test_of_a_colleague_leaves_the_account_as_it_is(
        self, admin_client, colleague, colleague_client
    ):
        admin_client.post(f"/admin/users/end-sessions/{colleague.pk}/")
        assert not is_logged_in(colleague_client)
        assert is_logged_in(admin_client)
        colleague.refresh_from_db()
        assert colleague.is_active
        assert Authenticator.objects.filter(user=colleague).count() == 2
        assert open_claims_of(colleague) == 1
        assert ModelLogEntry.objects.get(action=departure.SESSIONS_ENDED).data == {"sessions": 1}

    def test_is_offered_beside_the_account(self, admin_client, administrator, colleague):
        html = admin_client.get(f"/admin/users/edit/{colleague.pk}/").text
        assert f"/admin/users/end-sessions/{colleague.pk}/" in html
        assert f"/admin/users/leave/{colleague.pk}/" in html
        html = admin_client.get(f"/admin/users/edit/{administrator.pk}/").text
        assert f"/admin/users/leave/{administrator.pk}/" not in html


@pytest.mark.parametrize("name", ["leave", "end-sessions"])
class TestWhoMayNot:
    def test_administrator_with_a_superuser(self, admin_client, admin_user, name):
        for method in ("get", "post"):
            answer = getattr(admin_client, method)(f"/admin/users/{name}/{admin_user.pk}/")
            assert answer.status_code == 302
            assert answer["Location"] == "/admin/"
        admin_user.refresh_from_db()
        assert admin_user.is_active

    def test_administrator_with_herself(self, admin_client, administrator, name):
        admin_client.post(f"/admin/users/{name}/{administrator.pk}/")
        administrator.refresh_from_db()
        assert administrator.is_active
        assert is_logged_in(admin_client)

    def test_superuser_with_himself(self, admin_user, name):
        client = Client()
        client.force_login(admin_user)
        client.post(f"/admin/users/{name}/{admin_user.pk}/")
        admin_user.refresh_from_db()
        assert admin_user.is_active
        assert is_logged_in(client)

    @pytest.mark.parametrize("group", [groups.COMMUNICATION, groups.DESK, groups.COORDINATOR])
    def test_anybody_else_with_a_colleague(self, make_staff, colleague, name, group):
        make_staff("sam", group)
        client = log_in("sam")
        client.post(f"/admin/users/{name}/{colleague.pk}/")
        colleague.refresh_from_db()
        assert colleague.is_active
        assert open_claims_of(colleague) == 1
