"""Without the phone: recovery codes are shown once, work once, and warn before they run out."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from tests.perspectief.staff.conftest import PASSWORD
from tests.perspectief.staff.test_login import code_of, log_in, secret

__all__ = ["secret"]  # a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("second_factor_required")]

CODES = reverse("mfa_view_recovery_codes")


def codes_of(editor) -> list[str]:
    """Return the codes that still work."""
    return Authenticator.objects.get(user=editor, type="recovery_codes").wrap().get_unused_codes()


def log_in_with(code: str) -> tuple[Client, str]:
    """Log in with the password and this code; return the browser and the first page."""
    client = Client()
    log_in(client)
    page = client.post(reverse("mfa_authenticate"), {"code": code}, follow=True)
    return client, page.text


@pytest.fixture
def logged_in(client, editor, secret) -> Client:
    """The editor's browser, which has just shown a factor again."""
    log_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def test_codes_are_shown_once(logged_in, editor):
    codes = codes_of(editor)
    first, second = logged_in.get(CODES).text, logged_in.get(CODES).text
    assert all(code in first for code in codes)
    assert not any(code in second for code in codes)
    assert logged_in.get(reverse("mfa_download_recovery_codes")).status_code in {403, 404}


def test_codes_are_asked_for_only_after_showing_a_factor_again(client, editor, secret):
    client.force_login(editor)
    assert client.get(CODES)["Location"].startswith("/staff/reauthenticate/")


@pytest.mark.django_db(transaction=True)  # setting up ends with the commit
def test_whoever_sets_up_an_app_gets_codes_at_once(client, editor):
    log_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp")).text
    key = re.search(r'id="authenticator_secret" value="([A-Z2-7]+)"', page)[1]
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(key)})
    assert answer["Location"] == CODES
    page = client.get(CODES).text
    assert all(code in page for code in codes_of(editor))


def test_a_lost_phone_is_replaced_with_one_code(editor, secret):
    client, page = log_in_with(codes_of(editor)[0])
    assert "Er zijn nog 9 codes" in page
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("mfa_deactivate_totp"), {})
    assert not Authenticator.objects.filter(user=editor, type="totp").exists()
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_few_codes_are_said_on_the_page_about_the_second_factor(logged_in, editor):
    page = logged_in.get(reverse("mfa_index")).text
    assert "Er zijn nog 10 codes" in page
    assert "Maak binnenkort" not in page
    row = Authenticator.objects.get(user=editor, type="recovery_codes")
    row.data["used_mask"] = 0b1111111  # seven of ten
    row.save()
    page = logged_in.get(reverse("mfa_index")).text
    assert "Er zijn nog 3 codes" in page
    assert "Maak binnenkort nieuwe codes" in page


def test_new_codes_make_the_old_ones_useless(logged_in, editor):
    old = codes_of(editor)
    logged_in.post(reverse("mfa_generate_recovery_codes"))
    assert not set(old) & set(codes_of(editor))
    client, _page = log_in_with(old[0])
    assert client.get("/admin/").status_code == 302
