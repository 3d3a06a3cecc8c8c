"""The admin and the login pages work in a real browser under their Content Security Policy.

The guard of every browser test fails it on a violation, a script error or a missing file.
"""

import re

import pytest
from django.contrib.auth import get_user_model
from django.utils.safestring import mark_safe
from playwright.sync_api import Page, expect
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from tests.home.factories import ContentPageFactory, plant_site, translate
from tests.media_library.factories import make_image
from tests.support.next_page import open_by

PASSWORD = "een lang wachtwoord"
PLANTED = (
    "<script>document.body.dataset.planted = 'yes'</script>"
    "<svg onload=\"document.body.dataset.planted = 'yes'\"></svg>"
)
REMEMBER_REFUSALS = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(event.effectiveDirective);
});
"""


@pytest.fixture
def content_page(live_server) -> WagtailPage:
    """A page with a translation, so that both editors can be opened."""
    home = plant_site()
    translate(home, "Perspectief", "home-en")
    page = ContentPageFactory(parent=home, title="Over ons", slug="over-ons")
    translate(page, "About us", "about-us")
    return page


def log_in(page: Page) -> None:
    """Log in through our own form as somebody who may do everything."""
    get_user_model().objects.create_superuser("kim", "kim@example.org", PASSWORD)
    page.goto("/admin/")
    page.get_by_label("Gebruikersnaam of e-mailadres").fill("kim")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url("**/admin/")


@pytest.fixture
def admin_page(content_page, page: Page) -> Page:
    """A browser in which somebody who may do everything is logged in."""
    log_in(page)
    return page


@pytest.fixture
def planted_script(content_page, monkeypatch) -> None:
    """A script in a stored title, in an admin that has forgotten to escape titles."""
    home = WagtailPage.objects.filter(pk=content_page.get_parent().pk)
    home.update(title=f"Voorpagina{PLANTED}", draft_title=f"Voorpagina{PLANTED}")
    monkeypatch.setattr(
        WagtailPage,
        "get_admin_display_title",
        lambda page: mark_safe(page.draft_title),  # noqa: S308
    )


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
        "/admin/closed_days/",
        "/admin/callbacks/",
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


def test_a_page_is_chosen_in_a_dialog(admin_page, content_page):
    home = content_page.get_parent()
    admin_page.goto("/admin/redirects/add/")
    field = admin_page.locator("#id_redirect_page-chooser")
    field.get_by_role("button", name="Kies een pagina").click()
    admin_page.locator(".modal-content a.choose-page").get_by_text(home.title).first.click()
    expect(admin_page.locator(".modal-content")).to_have_count(0)
    expect(field.locator("[data-chooser-title]")).to_have_text(home.title)


def test_a_day_is_chosen_from_a_calendar(admin_page):
    admin_page.goto("/admin/closed_days/new/")
    day = admin_page.locator("#id_date")
    day.click()
    admin_page.locator(".xdsoft_date:not(.xdsoft_disabled)").filter(visible=True).nth(10).click()
    expect(day).to_have_value(re.compile(r"\d{4}-\d\d-\d\d"))


def test_a_page_is_planned_in_a_dialog(admin_page, content_page):
    admin_page.goto(f"/admin/pages/{content_page.pk}/edit/")
    admin_page.locator("[data-side-panel-toggle=status]").click()
    admin_page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").click()
    admin_page.locator("#id_go_live_at").click()
    expect(admin_page.locator(".xdsoft_datetimepicker").filter(visible=True)).to_have_count(1)


def test_the_middle_of_a_picture_is_drawn(admin_page, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    admin_page.goto(f"/admin/images/{make_image().pk}/")
    expect(admin_page.locator(".jcrop-holder")).to_be_visible()


def test_rows_are_added_to_a_form(admin_page):
    admin_page.goto("/admin/workflows/add/")
    row = admin_page.locator("#id_workflow_tasks-FORMS > *").filter(visible=True)
    expect(row).to_have_count(0)
    admin_page.locator("#id_workflow_tasks-ADD").click()
    expect(row).to_have_count(1)
    row.locator("[data-chooser-action-choose]").filter(visible=True).click()
    expect(admin_page.locator(".modal-content")).to_be_visible()


def test_a_planted_script_is_refused_and_the_admin_runs(planted_script, page, site_guard):
    site_guard.expect_fault("Content Security Policy")
    page.add_init_script(REMEMBER_REFUSALS)
    log_in(page)
    page.goto("/admin/pages/")
    expect(page.get_by_role("link", name="Voorpagina").first).to_be_visible()
    assert set(page.evaluate("window.refused")) == {"script-src-elem", "script-src-attr"}
    # A dialog gets its HTML from a script, which would run what it finds there.
    page.goto("/admin/redirects/add/")
    page.get_by_role("button", name="Kies een pagina").click()
    expect(page.locator(".modal-content").get_by_text("Voorpagina").first).to_be_visible()
    assert set(page.evaluate("window.refused")) == {"script-src-elem", "script-src-attr"}
    expect(page.locator("body")).not_to_have_attribute("data-planted", "yes")


def test_a_planted_call_of_anything_but_a_widget_is_refused(admin_page, site_guard):
    site_guard.expect_fault("Nothing is to be called by the name of open.")
    with admin_page.expect_event("pageerror"):
        admin_page.evaluate(
            """document.body.insertAdjacentHTML(
                "beforeend", '<admin-call name="open" arguments="[]"></admin-call>')"""
        )
    assert len(admin_page.context.pages) == 1


def test_without_the_policy_the_planted_script_would_run(planted_script, new_context):
    page = new_context(bypass_csp=True).new_page()
    log_in(page)
    for path in ("/admin/pages/", "/admin/redirects/add/"):
        page.goto(path)
        if path != "/admin/pages/":
            page.get_by_role("button", name="Kies een pagina").click()
        expect(page.locator("body")).to_have_attribute("data-planted", "yes")


@pytest.mark.parametrize(
    "path",
    ["/staff/login/", "/staff/password/reset/", "/staff/password/reset/done/"],
)
@pytest.mark.parametrize("language", ["Nederlands", "English"])
def test_login_pages_are_accessible(content_page, page, assert_accessible, path, language):
    page.goto(path)
    if language == "English":
        open_by(page.get_by_role("button", name="English"))
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
