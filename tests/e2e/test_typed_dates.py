"""An editor types a date in a browser: the calendar beside the field leaves it as it was typed."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from registration.models import ClosedDay
from tests.e2e.desk_member import log_in, make_member
from tests.home.factories import ContentPageFactory, plant_site


@pytest.fixture
def draft(live_server):
    return ContentPageFactory(parent=plant_site(), title="Nieuws", slug="nieuws", live=False)


@pytest.fixture
def editor_page(draft, page: Page, live_server) -> Page:
    user = make_member("Communicatie", "nl")
    log_in(page.context, user, live_server.url)
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    page.get_by_role("button", name="Status").click()
    page.get_by_role("button", name=re.compile("schema", re.I)).first.click()
    return page


def test_a_typed_date_to_go_live_is_neither_changed_nor_guessed(editor_page, draft):
    field = editor_page.get_by_role("dialog").locator("[name=go_live_at]")
    calendar = editor_page.locator(".xdsoft_datetimepicker:visible")
    field.click()
    expect(calendar).to_be_visible()

    field.press_sequentially("5 december 2099 om 9 uur")
    expect(calendar).to_have_count(0)
    field.press("Tab")
    expect(field).to_have_value("5 december 2099 om 9 uur")
    expect(calendar).to_have_count(1)  # that of the next field, which may come late
    field.click()  # picking a time would keep today's date
    expect(calendar).to_have_count(0)

    field.fill("")
    field.press("Tab")
    field.click()
    expect(calendar).to_have_count(1)  # that of the next field is gone


@pytest.mark.parametrize("name", ["go_live_at", "expire_at"])
def test_a_schedule_that_cannot_be_read_opens_again_at_its_error(
    editor_page, draft, name, site_guard
):
    for words in ("status of 400", "status 400"):  # Wagtail tries to store what is typed so far
        site_guard.expect_fault(words)
    editor_page.get_by_role("dialog").locator(f"[name={name}]").fill("volgende week")
    editor_page.get_by_role("dialog").locator("button[type=submit]").click()

    dialog = editor_page.get_by_role("dialog")
    expect(dialog.get_by_text("Dit kunnen we niet als datum lezen.")).to_be_visible()
    field = dialog.locator(f"[name={name}]")
    expect(field).to_have_value("volgende week")
    expect(field).to_be_focused()
    field.fill("5 december 2099 9:00")
    dialog.locator("button[type=submit]").click()
    expect(editor_page.get_by_text("5 december 2099 09:00").first).to_be_visible()
    draft.refresh_from_db()
    assert draft.latest_revision.content[name].startswith("2099-12-05")


def test_a_coordinator_types_a_closed_day(live_server, page: Page):
    plant_site()
    log_in(page.context, make_member("Aanmeldpunt-coördinator", "nl"), live_server.url)
    page.goto("/admin/closed_days/new/")
    day = page.locator("[name=date]")
    day.click()
    day.press_sequentially("volgende week")
    day.press("Tab")
    page.locator("[name=reason_nl]").fill("Verhuizing")
    page.locator("main form button[type=submit]").last.click()
    expect(page.get_by_text("Dit kunnen we niet als datum lezen.")).to_be_visible()
    expect(page.locator("[name=date]")).to_have_value("volgende week")

    year = timezone.localdate().year + 1
    page.locator("[name=date]").fill(f"5 december {year}")
    page.locator("[name=reason_nl]").click()
    page.locator("main form button[type=submit]").last.click()
    expect(page.get_by_role("link", name=f"5 december {year}")).to_be_visible()
    assert f"{ClosedDay.objects.get().date}" == f"{year}-12-05"
