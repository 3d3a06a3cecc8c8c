"""The report on promises and the coming days in a browser: for everybody, and on a phone too."""

from datetime import timedelta

import pytest
from django.utils import timezone

from perspectief.staff.groups import COORDINATOR, DESK
from registration.models import Absence, PromiseDay, PromiseMove
from registration.vocabulary.promises import PromiseOutcome
from tests.e2e.desk_member import log_in, make_member
from tests.registration.factories import AnswersFactory, CallbackFactory
from tests.support.next_page import open_by
from tests.support.page_fit import sticking_out

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1440, "height": 900}


@pytest.fixture
def a_busy_week() -> None:
    """Promises that were kept and broken, an absent colleague, and a deadline that moved."""
    now, today = timezone.now(), timezone.localdate()
    bo = make_member(DESK, "nl", first_name="Bo", last_name="de Wit")
    Absence.objects.create(user=bo, first_day=today, last_day=today + timedelta(days=3))
    for days in range(60):
        PromiseDay.objects.create(
            day=today - timedelta(days=days),
            is_question=False,
            promised=8,
            met=8 - days % 2,
            reached_in_time=5,
        )
    CallbackFactory(overdue=True, settled_as=PromiseOutcome.BROKEN, claimed_by=bo)
    for hours in range(1, 60, 4):
        CallbackFactory(due_at=now + timedelta(hours=hours), claimed_by=bo if hours < 9 else None)
    moved = CallbackFactory(
        due_at=now + timedelta(days=3),
        told_due_at=now + timedelta(days=2),
        registration__answers=AnswersFactory(),
    )
    PromiseMove.objects.create(callback=moved, before=moved.told_due_at, after=moved.due_at)


@pytest.mark.parametrize(
    ("language", "viewport"), [("nl", PHONE), ("en", DESKTOP)], ids=["phone", "desktop"]
)
def test_the_screens_are_accessible(
    new_context, live_server, a_busy_week, assert_accessible, language, viewport
):
    context = new_context(viewport=viewport)
    log_in(context, make_member(COORDINATOR, language, first_name="Kim"), live_server.url)
    page = context.new_page()
    for address in ("/admin/promises/", "/admin/coming-days/"):
        page.goto(address)
        assert_accessible(page)
        assert sticking_out(page) == ""
    page.goto("/admin/promises/")
    open_by(page.locator("a[href^='/admin/promises/'].button-secondary").first)
    assert_accessible(page)
