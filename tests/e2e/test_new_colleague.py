"""A new colleague: made by Beheer, started with a mailed link, let in by a coordinator."""

import re

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from perspectief.staff import groups
from tests.e2e.desk_member import log_in, make_member
from tests.e2e.test_second_factor import code_of
from tests.home.factories import plant_site
from tests.perspectief.staff.account_parts import mails_to
from tests.registration.factories import STAFF_PASSWORD
from tests.support.next_page import open_by

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "een lang wachtwoord"
LINK = re.compile(r"http://\S+/staff/start/\S+")
NARROW = {"width": 360, "height": 740}


@pytest.fixture
def page_of(new_context, live_server):
    """Open a page for somebody who is logged in."""

    def open_page(user, **options) -> Page:
        context = new_context(**options)
        log_in(context, user, live_server.url)
        return context.new_page()

    return open_page


def test_from_the_form_of_beheer_to_the_queue(
    page, page_of, live_server, settings, assert_accessible
):
    settings.STAFF_SECOND_FACTOR_EXEMPT_USERNAMES = ["kim", "sam"]
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    plant_site()
    kim = make_member(groups.ADMINISTRATION, "nl", username="kim", first_name="Kim")
    sam = make_member(groups.COORDINATOR, "nl", username="sam", first_name="Sam")

    beheer = page_of(kim)
    beheer.goto("/admin/users/new/")
    beheer.get_by_label("Gebruikersnaam").fill("tess")
    beheer.get_by_label("E-mail").fill("tess@example.org")
    beheer.get_by_label("Voornaam").fill("Tess")
    beheer.get_by_label("Achternaam").fill("Bos")
    beheer.get_by_label("Aanmeldpunt (een coördinator moet ja zeggen)").check()
    assert_accessible(beheer)
    beheer.get_by_role("button", name="Toevoegen").click()
    expect(beheer.get_by_text("zodra een van hen ja zegt")).to_be_visible()

    (mail,) = mails_to("tess@example.org")
    page.goto(LINK.search(mail["body"])[0])  # as it stands
    expect(page.get_by_role("heading", level=1)).to_have_text("Kies je wachtwoord")
    assert_accessible(page)
    page.get_by_label("Kies een wachtwoord").fill("kort")
    page.get_by_label("Nog een keer hetzelfde wachtwoord").fill("anders")
    page.get_by_role("button", name="Stel mijn wachtwoord in").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    assert_accessible(page)
    page.get_by_label("Kies een wachtwoord").fill(PASSWORD)
    page.get_by_label("Nog een keer hetzelfde wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Stel mijn wachtwoord in").click()
    expect(page.get_by_text("Je wachtwoord is ingesteld")).to_be_visible()
    log_in_with_password(page)
    page.goto("/admin/")
    open_by(page.get_by_role("link", name="App instellen"))
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    open_by(page.get_by_role("main").get_by_role("button").first)
    secret = page.locator("#authenticator_secret").input_value()
    page.get_by_label("Code van de app").fill(code_of(secret))
    page.get_by_role("button", name="Instellen").click()
    expect(page.locator("#recovery_codes")).to_be_visible()
    recovery_code = page.locator("#recovery_codes").input_value().split()[0]
    page.goto("/admin/callbacks/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Er staat nog niets voor je open")
    expect(page.get_by_text("Een coördinator moet nog ja zeggen")).to_be_visible()
    assert_accessible(page)

    coordinator = page_of(sam, viewport=NARROW)
    coordinator.goto("/admin/")
    expect(coordinator.get_by_role("heading", name="Een collega wacht op jouw ja")).to_be_visible()
    assert_accessible(coordinator)
    open_by(coordinator.get_by_role("link", name="Tess Bos"))
    coordinator.get_by_label("Wachtwoord").fill(STAFF_PASSWORD)
    coordinator.get_by_role("main").get_by_role("button").first.click()
    expect(coordinator.get_by_text("tess@example.org", exact=True)).to_be_visible()
    assert_accessible(coordinator)
    coordinator.get_by_role("button", name="Ja", exact=True).click()
    expect(coordinator.get_by_text("Je zei ja.")).to_be_visible()
    assert_accessible(coordinator)

    page.goto("/admin/")  # the session of before has ended
    log_in_with_password(page)
    page.get_by_label("Code").fill(recovery_code)
    open_by(page.get_by_role("button", name="Inloggen", exact=True))
    page.goto("/admin/callbacks/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Terugbelverzoeken")
    tess = get_user_model().objects.get(username="tess")
    assert tess.groups.get().name == groups.DESK

    page.goto(LINK.search(mail["body"])[0])
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer")
    assert_accessible(page)


def log_in_with_password(page: Page) -> None:
    """Fill in the first step."""
    page.get_by_label("Gebruikersnaam of e-mailadres").fill("tess")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()


def test_a_link_is_used_on_a_telephone_without_scripts(
    page_without_script, live_server, settings, assert_accessible
):
    from perspectief.staff import starting

    settings.WAGTAILADMIN_BASE_URL = live_server.url
    plant_site()
    robin = make_member(groups.COMMUNICATION, "en", username="robin", email="robin@example.org")
    starting.send_link(robin, None)
    page = page_without_script
    page.set_viewport_size(NARROW)
    page.goto(LINK.search(mails_to("robin@example.org")[-1]["body"])[0])
    page.get_by_role("button", name="English").click()
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    page.get_by_role("button", name="Set my password").click()
    expect(page.get_by_text("Your password is set. Log in with it.")).to_be_visible()
