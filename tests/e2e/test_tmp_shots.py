from datetime import timedelta
import pytest
from django.utils import timezone
from perspectief.staff.groups import COORDINATOR, DESK
from registration.models import Callback
from tests.e2e.desk_member import log_in, make_member
from tests.e2e.test_desk import details
from tests.registration.factories import AnswersFactory, CallbackFactory, ContactAttemptFactory

pytestmark = pytest.mark.usefixtures("desk_never_closes")

def test_shots(new_context, live_server):
    anna = make_member(DESK, "nl", first_name="Anna")
    make_member(DESK, "nl", first_name="Bo", last_name="de Vries")
    full = AnswersFactory(told_all=True, all_channels=True, first_name_only=True)
    one = CallbackFactory(claimed_by=anna, claimed_until=timezone.now()+timedelta(minutes=55), registration__answers=full, registration__desk_note="Belt liever niet op maandag.", registration__desk_note_edited_by=anna, registration__desk_note_edited_at=timezone.now(), attempt_count=1)
    ContactAttemptFactory(callback=one, made_by=anna, note="Later opnieuw", made_at=timezone.now()-timedelta(days=1))
    tried = CallbackFactory(claimed_by=anna, registration__answers=AnswersFactory(all_channels=True, organisation_may_be_named=True), attempt_count=3)
    for n in (3,2,1):
        ContactAttemptFactory(callback=tried, made_by=anna, made_at=timezone.now()-timedelta(days=n))
    for width in (360, 1440):
        ctx = new_context(viewport={"width": width, "height": 900})
        log_in(ctx, anna, live_server.url)
        page = ctx.new_page()
        page.goto(details(one))
        page.screenshot(path=f"/tmp/calls_one_{width}.png", full_page=True)
        page.locator(".desk-summary details.desk-more summary").click()
        page.locator("[data-story-form] button").click()
        page.locator("#desk-story-text").wait_for()
        page.locator("section[aria-labelledby=desk-attempt-heading] summary").click()
        page.locator("section[aria-labelledby=desk-note-heading] summary").click()
        page.locator(".desk-attempts summary").click()
        page.screenshot(path=f"/tmp/calls_open_{width}.png", full_page=True)
        page.goto(details(tried))
        page.screenshot(path=f"/tmp/calls_tried_{width}.png", full_page=True)
    kim = make_member(COORDINATOR, "nl", first_name="Kim")
    ctx = new_context(viewport={"width": 1440, "height": 900})
    log_in(ctx, kim, live_server.url)
    page = ctx.new_page()
    page.goto("/admin/settings/registration/attemptpolicy/")
    page.wait_for_load_state()
    page.screenshot(path="/tmp/calls_policy.png", full_page=True)
    page.goto(details(one))
    page.screenshot(path="/tmp/calls_coord.png", full_page=True)
