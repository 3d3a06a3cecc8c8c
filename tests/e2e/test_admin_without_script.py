"""The desk's screens in a browser that runs no script: all can be read, and each can be left."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from perspectief.staff.groups import COORDINATOR
from tests.e2e.desk_member import log_in, make_member
from tests.registration.factories import CallbackFactory
from tests.support.next_page import open_by
from tests.support.page_drawn import wait_until_drawn
from tests.support.page_fit import sticking_out

pytestmark = pytest.mark.usefixtures("desk_never_closes")

WORDS = {
    "nl": ("Terugbelverzoeken", "Rapporten", "Beloften", "Uitloggen"),
    "en": ("Callbacks", "Reports", "Promises", "Log out"),
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_covers_a_screen_and_a_menu_leads_to_the_others(
    new_context, live_server, language, width
):
    callbacks, reports, promises, log_out = WORDS[language]
    context = new_context(java_script_enabled=False, viewport={"width": width, "height": 900})
    log_in(context, make_member(COORDINATOR, language), live_server.url)
    page = context.new_page()
    callback = CallbackFactory()
    page.goto("/admin/callbacks/")
    menu = page.get_by_role("navigation", name="Menu", exact=True)
    expect(page.locator("#wagtail-sidebar")).to_be_hidden()
    assert sticking_out(page) == ""
    open_by(page.get_by_role("link", name=f"{callback}"))  # a covered link cannot be pressed
    assert page.url.endswith(reverse("callbacks:details", args=[callback.address]))
    menu.get_by_text(reports, exact=True).click()
    open_by(menu.get_by_role("link", name=promises, exact=True))
    wait_until_drawn(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(promises)
    page.locator("#promises-waiting").click(trial=True)  # nor can a covered heading
    open_by(menu.get_by_role("link", name=callbacks, exact=True))
    open_by(menu.get_by_role("button", name=log_out, exact=True))
    assert "/staff/" in page.url


def test_with_scripts_there_is_one_menu(new_context, live_server):
    context = new_context()
    log_in(context, make_member(COORDINATOR, "en"), live_server.url)
    page = context.new_page()
    page.goto("/admin/callbacks/")
    expect(page.locator("#wagtail-sidebar").get_by_role("link", name="Callbacks")).to_be_visible()
    expect(page.locator(".plain-menu")).to_have_count(0)
