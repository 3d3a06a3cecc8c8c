"""The queue in a browser: it keeps itself fresh without anybody losing their place, and prints."""

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from perspectief.staff.groups import DESK
from registration.models import Callback
from tests.e2e.desk_member import log_in, make_member
from tests.registration.factories import AnswersFactory, CallbackFactory
from tests.support.accessibility import violations_in_both_schemes
from tests.support.page_fit import sticking_out

pytestmark = pytest.mark.usefixtures("desk_never_closes")

PHONE = {"width": 320, "height": 740}
DESKTOP = {"width": 1440, "height": 900}
# Of the clock of the page, which these tests move by hand; in milliseconds.
A_MINUTE = 60_000


@pytest.fixture
def desk(
    new_context: Callable[..., BrowserContext], live_server: LiveServer
) -> Callable[..., Page]:
    """Open a browser of somebody of the desk."""

    def open_browser(language: str = "en", **options) -> Page:
        context = new_context(**options)
        log_in(context, make_member(DESK, language, first_name="Anna"), live_server.url)
        return context.new_page()

    return open_browser


def link_to(page: Page, callback: Callback) -> Locator:
    """Return the link of a row of the list."""
    return page.locator(".desk-queue__link", has_text=f"{callback}")


def test_the_list_refreshes_without_losing_the_place(desk):
    callbacks = CallbackFactory.create_batch(12)
    page = desk()
    page.clock.install()
    page.goto("/admin/callbacks/")
    link = link_to(page, callbacks[8])
    link.focus()
    place = page.evaluate("scrollY")
    new = CallbackFactory(overdue=True)
    page.clock.run_for(A_MINUTE)
    expect(link_to(page, new)).to_be_visible()
    expect(link).to_be_focused()
    assert page.evaluate("scrollY") == place
    expect(page.locator("[data-news]")).to_have_text("1 new callback")
    expect(page.get_by_role("link", name="All open 13")).to_be_visible()


def test_whoever_wants_quiet_stops_it_and_that_is_remembered(desk):
    CallbackFactory()
    page = desk()
    page.clock.install()
    page.goto("/admin/callbacks/")
    page.get_by_role("button", name="Stop refreshing automatically").click()
    expect(page.get_by_role("button", name="Refresh automatically again")).to_be_focused()
    page.reload()
    new = CallbackFactory()
    page.clock.run_for(3 * A_MINUTE)
    expect(link_to(page, new)).to_have_count(0)
    page.get_by_role("button", name="Refresh automatically again").click()
    expect(link_to(page, new)).to_be_visible()


def test_whoever_is_logged_out_meanwhile_is_told(desk, site_guard):
    CallbackFactory()
    page = desk()
    page.clock.install()
    page.goto("/admin/callbacks/")
    page.context.clear_cookies()
    site_guard.expect_fault("status 403")
    page.clock.run_for(A_MINUTE)
    expect(page.get_by_role("alert")).to_contain_text("no longer being updated")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_queue_and_day_are_accessible_and_fit(desk, language, viewport):
    full = AnswersFactory(
        told_all=True, all_channels=True, first_name_only=True, avoid=("monday:morning",)
    )
    CallbackFactory(overdue=True, registration__answers=full)
    CallbackFactory(letter=True, needs_coordinator=True)
    Callback.objects.update(due_at=timezone.now())
    CallbackFactory(done=True, registration__closed=True)
    page = desk(language, viewport=viewport)
    for path in (
        "/admin/callbacks/",
        "/admin/callbacks/?show=mine&event=sexual",
        "/admin/callbacks/day/",
        "/admin/callbacks/day/?date=morgen",
        "/admin/callbacks/find/",
        "/admin/callbacks/closed/",
    ):
        page.goto(path)
        assert violations_in_both_schemes(page) == ""
        assert sticking_out(page) == ""


def test_without_script_parts_filters_and_day_work(desk):
    letter = CallbackFactory(letter=True)
    CallbackFactory()
    page = desk("en", java_script_enabled=False)
    page.goto("/admin/callbacks/")
    page.get_by_text("Filters").click()
    page.get_by_label("Task").select_option("letter")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".desk-queue__link")).to_have_count(1)
    page.get_by_role("link", name=re.compile("Not taken yet")).click()
    expect(link_to(page, letter)).to_be_visible()
    page.get_by_role("link", name="Print a day").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Callbacks for")
