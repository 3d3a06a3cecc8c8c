"""Time runs out gracefully: a warning, more time without losing anything, a clear page after."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Locator, Page, expect

from registration.models import Draft
from tests.conftest import PHONE
from tests.e2e.registration_journey import WORDS, go_on
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import SiteTree

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
FIRST = {"nl": "/aanmelden/wie-je-bent/", "en": "/en/register/about-you/"}
TITLE = {"nl": "Ben je er nog?", "en": "Are you still there?"}
MORE_TIME = {"nl": "Ik heb meer tijd nodig", "en": "I need more time"}
FIVE = {"nl": "Over 5 minuten wissen we je antwoorden.", "en": "In 5 minutes we will delete your"}
GONE = {"nl": "Er gebeurde een tijd niets.", "en": "Nothing happened for a while."}


def open_with_a_clock(page: Page, language: str) -> None:
    """Open the first step in a browser whose clock the test turns; nothing is kept meanwhile."""
    page.clock.install()
    page.goto(FIRST[language])
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 1)


def name_field(page: Page, language: str) -> Locator:
    """Return the question that the tests type in."""
    return page.get_by_label(WORDS[language].name)


def warning(page: Page, language: str) -> Locator:
    """Return the warning."""
    return page.get_by_role("alertdialog", name=TITLE[language])


@LANGUAGES
def test_a_warning_comes_before_and_more_time_loses_nothing(
    site_tree: SiteTree, page: Page, language: str
):
    open_with_a_clock(page, language)
    name_field(page, language).fill("Noor")
    page.clock.fast_forward("54:00")
    expect(warning(page, language)).to_be_hidden()
    page.clock.fast_forward("01:05")
    expect(warning(page, language)).to_be_visible()
    expect(warning(page, language)).to_contain_text(FIVE[language])
    button = warning(page, language).get_by_role("button", name=MORE_TIME[language])
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(warning(page, language)).to_be_hidden()
    expect(name_field(page, language)).to_have_value("Noor")
    expect(name_field(page, language)).to_be_focused()
    assert Draft.objects.get().answers["about_you"]["values"]["name"] == ["Noor"]
    name_field(page, language).fill("Noor en Sam")  # the page goes on to work
    go_on(page, WORDS[language].next_step)
    assert Draft.objects.get().answers["about_you"]["values"]["name"] == ["Noor en Sam"]


def test_more_time_may_be_asked_for_again_and_again(site_tree: SiteTree, page: Page):
    open_with_a_clock(page, "nl")
    name_field(page, "nl").fill("Noor")
    for _ in range(3):
        page.clock.fast_forward("56:00")
        expect(warning(page, "nl")).to_be_visible()
        page.keyboard.press("Escape")
        expect(warning(page, "nl")).to_be_hidden()
    expect(page.locator("[data-time-kept]")).to_have_text(
        "We hebben bewaard wat je hebt ingevuld. Je hebt weer de tijd."
    )
    assert Draft.objects.count() == 1
    expect(page.locator("[data-expiry-text]")).to_contain_text("We bewaren je antwoorden tot")


@LANGUAGES
def test_when_the_time_is_over_the_page_is_empty_and_says_so(
    site_tree: SiteTree, phone_page: Page, language: str
):
    page = phone_page
    open_with_a_clock(page, language)
    name_field(page, language).fill("Noor")
    go_on(page, MORE_TIME[language])
    Draft.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    page.clock.fast_forward("01:01:00")
    expect(page.get_by_role("main")).to_contain_text(GONE[language])
    expect(page.get_by_role("main")).not_to_contain_text("Noor")
    assert not Draft.objects.exists()
    page.go_back()
    expect(page.get_by_role("main")).not_to_contain_text("Noor")
    assert "Noor" not in page.content()


def test_what_was_only_typed_is_gone_too(site_tree: SiteTree, page: Page):
    open_with_a_clock(page, "nl")
    name_field(page, "nl").fill("Noor")
    page.clock.fast_forward("01:01:00")
    expect(page.get_by_role("main")).to_contain_text(GONE["nl"])
    page.get_by_role("link", name="Begin opnieuw").click()
    expect(name_field(page, "nl")).to_have_value("")


def test_a_fault_of_ours_leads_to_the_ordinary_button(
    site_tree: SiteTree, page: Page, site_guard: SiteGuard
):
    site_guard.expect_fault("status 500")
    open_with_a_clock(page, "nl")
    name_field(page, "nl").fill("Noor")
    page.clock.fast_forward("56:00")
    page.route(
        "**/wie-je-bent/",
        lambda route: (
            route.fulfill(status=500)
            if route.request.resource_type == "fetch"
            else route.continue_()
        ),
    )
    warning(page, "nl").get_by_role("button", name=MORE_TIME["nl"]).click()
    expect(page.get_by_role("main").get_by_role("status").first).to_contain_text(
        "We hebben bewaard"
    )
    expect(name_field(page, "nl")).to_have_value("Noor")


def test_one_can_leave_at_once_from_the_warning(
    site_tree: SiteTree, page: Page, site_guard: SiteGuard, settings
):
    site_guard.expect_leaving_to(settings.LEAVE_URL)
    open_with_a_clock(page, "nl")
    page.clock.fast_forward("56:00")
    warning(page, "nl").locator("[data-leave]").click()
    page.wait_for_url(settings.LEAVE_URL)


def test_more_time_in_one_tab_counts_in_the_other(site_tree: SiteTree, page: Page):
    open_with_a_clock(page, "nl")
    name_field(page, "nl").fill("Noor")
    go_on(page, MORE_TIME["nl"])
    page.clock.fast_forward("56:00")
    expect(warning(page, "nl")).to_be_visible()
    other = page.context.new_page()
    other.clock.install(time=page.evaluate("Date.now()") / 1000)
    other.goto(FIRST["nl"])
    expect(warning(page, "nl")).to_be_hidden()


@LANGUAGES
def test_without_script_the_step_says_until_when_and_nothing_pops_up(
    site_tree: SiteTree, page_without_script: Page, language: str
):
    page = page_without_script
    page.goto(FIRST[language])
    expect(page.get_by_role("main")).to_contain_text("60")
    expect(page.locator("dialog")).to_be_hidden()
    name_field(page, language).fill("Noor")
    go_on(page, MORE_TIME[language])
    Draft.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    go_on(page, MORE_TIME[language])  # pressed too late: what is typed stays
    expect(page.get_by_role("main").get_by_role("status").first).to_contain_text(
        {"nl": "Wat je net hebt ingevuld, staat er nog.", "en": "is still here."}[language]
    )
    expect(name_field(page, language)).to_have_value("Noor")


@LANGUAGES
@pytest.mark.parametrize("width", [320, 1440])
def test_the_warning_is_accessible_and_fits(
    site_tree: SiteTree,
    new_context: Callable[..., BrowserContext],
    assert_accessible: Callable[[Page], None],
    language: str,
    width: int,
):
    page = new_context(viewport={**PHONE, "width": width}).new_page()
    open_with_a_clock(page, language)
    page.clock.fast_forward("58:30")
    expect(warning(page, language)).to_be_visible()
    expect(warning(page, language)).to_contain_text("2 minut")
    box = warning(page, language).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.clock.resume()
    assert_accessible(page)
