"""A colleague who sends a form too early is led to what to do, as people on the site are."""

import pytest
from playwright.sync_api import Page, expect

from registration.casework import claims
from tests.e2e.desk_member import log_in, make_member
from tests.registration.factories import AnswersFactory, CallbackFactory


@pytest.mark.usefixtures("desk_never_closes")
def test_the_focus_goes_to_the_summary_and_a_link_to_the_field(
    live_server, page: Page, assert_accessible
):
    user = make_member("Aanmeldpunt", "nl")
    callback = CallbackFactory(
        registration__answers=AnswersFactory(phone_note="na 5 uur, zoon neemt soms op")
    )
    claims.claim(callback.pk, user)
    log_in(page.context, user, live_server.url)
    page.goto(f"/admin/callbacks/{callback.address}/")
    page.get_by_role("button", name="Sluit af met deze uitkomst").click()

    summary = page.get_by_role("alert").filter(has=page.get_by_role("heading"))
    expect(summary).to_be_focused()
    assert page.title().startswith("Fout: ")
    assert_accessible(page)
    summary.get_by_role("link").first.click()
    expect(page.locator("#id_close-outcome_0")).to_be_focused()
