"""A member of staff sets up a second factor and logs in with it the next time."""

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect

from perspectief.staff import groups
from tests.home.factories import plant_site
from tests.support.answers import choose

PASSWORD = "een lang wachtwoord"


def code_of(secret: str) -> str:
    """Return what the app on the phone shows."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def log_in(page: Page) -> None:
    """Fill in the first step."""
    page.get_by_label("Gebruikersnaam of e-mailadres").fill("noor")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()


def test_from_the_first_login_to_the_next(page, settings, assert_accessible):
    settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = []
    plant_site()
    user = get_user_model().objects.create_user("noor", "noor@example.org", PASSWORD)
    user.groups.add(Group.objects.get(name=groups.DESK))

    page.goto("/admin/")
    log_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tweede stap bij het inloggen")
    page.get_by_role("link", name="App instellen").click()
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").first.click()
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
    page.get_by_role("main").get_by_role("button").click()

    page.goto("/admin/")
    log_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tweede stap bij het inloggen")
    assert_accessible(page)
    page.get_by_label("Code").fill(recovery_code)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url("**/admin/")


def test_passkey_is_added_and_logs_in_without_a_password(page, settings, assert_accessible):
    settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = []
    plant_site()
    user = get_user_model().objects.create_user("noor", "noor@example.org", PASSWORD)
    user.groups.add(Group.objects.get(name=groups.DESK))
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
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

    page.goto("/admin/")
    log_in(page)
    page.get_by_role("link", name="Passkey toevoegen").click()
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_label("Naam van deze passkey").fill("Laptop")
    choose(page, "Deze passkey ook gebruiken")
    assert_accessible(page)
    page.locator("#mfa_webauthn_add").click()
    expect(page.locator("#recovery_codes")).to_be_visible()

    page.goto("/staff/logout/")
    page.get_by_role("main").get_by_role("button").click()
    page.goto("/admin/")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url("**/admin/")
