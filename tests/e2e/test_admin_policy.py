"""The admin and the login pages work in a real browser under their Content Security Policy.

The guard of every browser test fails it on a violation, a script error or a missing file.
"""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from tests.home.factories import ContentPageFactory, plant_site, translate

PASSWORD = "een lang wachtwoord"


@pytest.fixture
def content_page(live_server) -> WagtailPage:
    """A page with a translation, so that both editors can be opened."""
    home = plant_site()
    translate(home, "Perspectief", "home-en")
    page = ContentPageFactory(parent=home, title="Over ons", slug="over-ons")
    translate(page, "About us", "about-us")
    return page


@pytest.fixture
def admin_page(content_page, page: Page) -> Page:
    """A browser in which somebody who may do everything is logged in, through our own form."""
    get_user_model().objects.create_superuser("kim", "kim@example.org", PASSWORD)
    page.goto("/admin/")
    page.get_by_label("Gebruikersnaam of e-mailadres").fill("kim")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url("**/admin/")
    return page


def test_admin_pages_run_without_a_violation(admin_page, content_page):
    translated = content_page.get_translation(Locale.objects.get(language_code="en"))
    paths = [
        "/admin/",
        "/admin/pages/",
        f"/admin/pages/{content_page.pk}/",
        f"/admin/pages/{content_page.pk}/edit/",
        f"/admin/pages/{translated.pk}/edit/",
        f"/admin/pages/{content_page.pk}/history/",
        f"/admin/pages/add/home/contentpage/{content_page.get_parent().pk}/",
        "/admin/images/",
        "/admin/images/add/",
        "/admin/documents/",
        "/admin/users/",
        "/admin/users/new/",
        "/admin/groups/",
        "/admin/sites/",
        "/admin/redirects/",
        "/admin/reports/site-history/",
        "/admin/account/",
        "/admin/snippets/home/sitemenu/",
    ]
    for path in paths:
        answer = admin_page.goto(path)
        assert answer.status == 200, path
        # Wagtail's own script has run, so the policy let it.
        expect(admin_page.locator(".w-slim-header, .w-header, main").first).to_be_visible()
        admin_page.wait_for_load_state("networkidle")


def test_choosers_and_preview_work_under_the_policy(admin_page, content_page):
    admin_page.goto(f"/admin/pages/{content_page.pk}/edit/")
    admin_page.get_by_role("tab").nth(1).click()
    admin_page.locator("[data-chooser-action-choose]").filter(visible=True).first.click()
    expect(admin_page.locator(".modal-content")).to_be_visible()
    admin_page.goto(f"/admin/pages/{content_page.pk}/edit/")
    admin_page.locator("[data-side-panel-toggle=preview]").first.click()
    expect(admin_page.frame_locator("#w-preview-iframe").locator("h1")).to_contain_text("Over ons")


@pytest.mark.parametrize(
    "path",
    ["/staff/login/", "/staff/password/reset/", "/staff/password/reset/done/"],
)
@pytest.mark.parametrize("language", ["Nederlands", "English"])
def test_login_pages_are_accessible(content_page, page, assert_accessible, path, language):
    page.goto(path)
    if language == "English":
        page.get_by_role("button", name="English").click()
    assert_accessible(page)


def test_login_error_is_accessible_and_gets_the_focus(content_page, page, assert_accessible):
    page.goto("/staff/login/")
    page.get_by_role("button", name="Inloggen", exact=True).click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    expect(page).to_have_title("Fout: Inloggen – Perspectief Herstelbemiddeling")
    assert_accessible(page)


def test_setting_up_a_second_factor_is_accessible(admin_page, assert_accessible):
    admin_page.goto("/staff/second-factor/")
    assert_accessible(admin_page)
    admin_page.goto("/staff/second-factor/totp/activate/")
    admin_page.get_by_label("Wachtwoord").fill(PASSWORD)
    assert_accessible(admin_page)
    admin_page.get_by_role("main").get_by_role("button").first.click()
    expect(admin_page.locator(".staff-qr")).to_be_visible()
    assert_accessible(admin_page)
    admin_page.goto("/staff/second-factor/webauthn/add/")
    assert_accessible(admin_page)


def test_login_works_without_javascript(content_page, page_without_script):
    get_user_model().objects.create_superuser("kim", "kim@example.org", PASSWORD)
    page_without_script.goto("/staff/login/")
    page_without_script.get_by_label("Gebruikersnaam of e-mailadres").fill("kim")
    page_without_script.get_by_label("Wachtwoord").fill(PASSWORD)
    page_without_script.get_by_role("button", name="Inloggen", exact=True).click()
    page_without_script.wait_for_url("**/admin/")
