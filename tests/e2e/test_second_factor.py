"""A member of staff sets up a second factor and logs in with it the next time."""

from base64 import b64encode

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import CDPSession, Page, expect

from perspectief.staff import groups
from tests.home.factories import plant_site
from tests.support.answers import choose
from tests.support.next_page import open_by

PASSWORD = "een lang wachtwoord"


def code_of(secret: str) -> str:
    """Return what the app on the phone shows."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def log_in(page: Page) -> None:
    """Fill in the first step."""
    page.get_by_label("Gebruikersnaam of e-mailadres").fill("noor")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    open_by(page.get_by_role("button", name="Inloggen", exact=True))


def test_from_the_first_login_to_the_next(page, settings, assert_accessible):
    settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = []
    plant_site()
    user = get_user_model().objects.create_user("noor", "noor@example.org", PASSWORD)
    user.groups.add(Group.objects.get(name=groups.DESK))

    page.goto("/admin/")
    log_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tweede stap bij het inloggen")
    open_by(page.get_by_role("link", name="App instellen"))
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    open_by(page.get_by_role("main").get_by_role("button").first)
    secret = page.locator("#authenticator_secret").input_value()
    page.get_by_label("Code van de app").fill("000000")
    page.get_by_role("button", name="Instellen").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    assert_accessible(page)
    page.get_by_label("Code van de app").fill(code_of(secret))
    page.get_by_role("button", name="Instellen").click()
    expect(page.locator("#recovery_codes")).to_be_visible()
    assert_accessible(page)
    recovery_code = page.locator("#recovery_codes").input_value().split()[0]

    page.get_by_role("link", name="Naar het beheer").click()
    page.wait_for_url("**/admin/")
    page.goto("/staff/logout/")
    open_by(page.get_by_role("main").get_by_role("button"))

    page.goto("/admin/")
    log_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tweede stap bij het inloggen")
    assert_accessible(page)
    page.get_by_label("Code").fill(recovery_code)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url("**/admin/")


def plug_in(page: Page) -> tuple[CDPSession, str]:
    """Let the browser have an authenticator that agrees to everything; return how to reach it."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    added = devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
            }
        },
    )
    return devtools, added["authenticatorId"]


def add_passkey(page: Page) -> None:
    """Log in, and make a passkey the second step."""
    page.goto("/admin/")
    log_in(page)
    open_by(page.get_by_role("link", name="Passkey toevoegen"))
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    open_by(page.get_by_role("main").get_by_role("button").first)  # and its script is there
    page.get_by_label("Naam van deze passkey").fill("Laptop")


def log_out(page: Page) -> None:
    """Log out, and come back to the login."""
    page.goto("/staff/logout/")
    open_by(page.get_by_role("main").get_by_role("button"))
    page.goto("/admin/")


@pytest.fixture
def noor(settings):
    """Somebody of the desk who has no second step yet."""
    settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = []
    plant_site()
    user = get_user_model().objects.create_user("noor", "noor@example.org", PASSWORD)
    user.groups.add(Group.objects.get(name=groups.DESK))
    return user


def test_passkey_is_added_and_logs_in_without_a_password(page, noor, assert_accessible):
    plug_in(page)
    add_passkey(page)
    choose(page, "Deze passkey ook gebruiken")
    assert_accessible(page)
    page.locator("#mfa_webauthn_add").click()
    expect(page.locator("#recovery_codes")).to_be_visible()

    log_out(page)
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url("**/admin/")


def test_a_passkey_is_the_second_step_and_another_key_does_not_open_it(page, noor):
    devtools, authenticator = plug_in(page)
    add_passkey(page)
    page.locator("#mfa_webauthn_add").click()
    expect(page.locator("#recovery_codes")).to_be_visible()
    log_out(page)

    kept = devtools.send("WebAuthn.getCredentials", {"authenticatorId": authenticator})
    [passkey] = kept["credentials"]
    other = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        Encoding.DER, PrivateFormat.PKCS8, NoEncryption()
    )
    for key, opens in ((b64encode(other).decode(), False), (passkey["privateKey"], True)):
        devtools.send("WebAuthn.clearCredentials", {"authenticatorId": authenticator})
        # A higher count than the site has seen: it takes no copy for the key itself.
        credential = {**passkey, "privateKey": key, "signCount": passkey["signCount"] + 10}
        devtools.send(
            "WebAuthn.addCredential", {"authenticatorId": authenticator, "credential": credential}
        )
        page.goto("/admin/")
        if page.get_by_label("Gebruikersnaam of e-mailadres").is_visible():
            log_in(page)
        page.get_by_role("button", name="Een passkey gebruiken").click()
        if opens:
            page.wait_for_url("**/admin/")
        else:
            expect(page.locator("[data-error-summary]")).to_contain_text("Deze passkey past niet.")
