"""The warning before a session of staff ends, as somebody at the desk meets it."""

import pytest
from playwright.sync_api import expect

from perspectief.staff import groups
from tests.e2e.desk_member import log_in, make_member

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_admin_warns_and_gives_more_time(new_context, live_server, settings):
    settings.STAFF_SESSION_IDLE_SECONDS = 240
    context = new_context()
    log_in(context, make_member(groups.DESK, "nl"), live_server.url)
    page = context.new_page()
    page.goto("/admin/account/")
    name = page.locator("[name=name_email-first_name]")
    name.fill("Noor")
    dialog = page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("minuten word je uitgelogd")
    settings.STAFF_SESSION_IDLE_SECONDS = 3600
    dialog.get_by_role("button", name="Blijf ingelogd").click()
    expect(dialog).to_be_hidden()
    expect(name).to_have_value("Noor")
