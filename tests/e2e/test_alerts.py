"""What the admin says is wrong, in a browser: for everybody, on a phone too, with the way to it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from perspectief.staff.groups import ADMINISTRATION, COORDINATOR
from registration.models import OutboundMail, PeriodicJob
from registration.vocabulary.mails import MailCode
from tests.e2e.desk_member import log_in, make_member
from tests.registration.factories import CallbackFactory
from tests.support.page_fit import sticking_out

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1440, "height": 900}


@pytest.fixture
def much_is_wrong(transactional_db) -> None:
    """A mail that is stuck, one that was given up, and a promise that broke."""
    now = timezone.now()
    PeriodicJob.objects.update_or_create(
        name="settle_promises", defaults={"due_at": now, "finished_at": now}
    )
    for failed_at in (None, now):
        OutboundMail.objects.create(
            code=MailCode.CONFIRMATION,
            message_id=f"<{failed_at}@example.org>",
            created_at=now - timedelta(hours=3),
            next_try_at=now + timedelta(hours=1),
            failed_at=failed_at,
        )
    CallbackFactory(overdue=True)


@pytest.mark.parametrize(
    ("group", "language", "viewport", "way", "address"),
    [
        (ADMINISTRATION, "nl", PHONE, "Bekijk welke mails wachten", "/admin/outgoing-mail/"),
        (COORDINATOR, "en", DESKTOP, "See what is overdue", "/admin/callbacks/"),
    ],
    ids=["administration on a phone", "coordinator"],
)
def test_it_can_be_read_by_everybody_and_leads_to_what_is_wrong(
    new_context,
    live_server,
    much_is_wrong,
    assert_accessible,
    group,
    language,
    viewport,
    way,
    address,
):
    context = new_context(viewport=viewport)
    log_in(context, make_member(group, language), live_server.url)
    page = context.new_page()
    page.goto("/admin/")
    expect(page.get_by_role("link", name=way)).to_be_visible()
    assert_accessible(page)
    assert sticking_out(page) == ""
    page.get_by_role("link", name=way).click()
    page.wait_for_url(f"**{address}?show=*")
    assert_accessible(page)
