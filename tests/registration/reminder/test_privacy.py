"""The address of who asked for a reminder is nowhere to be read."""

import logging

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from registration.mail.delivery import deliver_due
from registration.models import OutboundMail, Reminder
from registration.reminder.sending import send_reminders
from tests.registration.factories import StaffFactory
from tests.registration.journey.test_drafts import raw_row
from tests.registration.journey.visitor import Visitor
from tests.registration.reminder.test_sending import DUE

pytestmark = pytest.mark.django_db

PLANTED = "schuilplaats@example.org"


def everything_stored(visitor: Visitor) -> str:
    """Return all that database, session cookie and cache hold, as one text."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    cookies = "".join(morsel.value for morsel in visitor.browser.cookies.values())
    cached = repr(list(cache._cache.values()))  # pickled, which leaves text as it is
    return "".join(raw_row(table) for table in tables) + cookies + cached


def test_the_address_is_nowhere_to_be_read(visitor, clock, caplog):
    caplog.set_level(logging.DEBUG)
    visitor.send("reminder", {"email": PLANTED, "save": "1"})
    assert "schuilplaats" not in everything_stored(visitor)
    sent = visitor.consent(email=PLANTED)
    answer = visitor.send("reminder", sent)
    assert Reminder.objects.exists()
    assert "schuilplaats" not in everything_stored(visitor) + answer["Location"]
    clock.move_to(DUE)
    send_reminders(DUE)
    assert OutboundMail.objects.exists()
    assert "schuilplaats" not in everything_stored(visitor)
    deliver_due(timezone.now())
    assert mail.outbox[0].to == [PLANTED]
    assert "schuilplaats" not in everything_stored(visitor) + caplog.text


def test_the_page_that_thanks_repeats_no_answer(visitor):
    page = visitor.register(email=PLANTED).content.decode()
    assert "schuilplaats" not in page


def test_of_a_mail_that_was_given_up_staff_see_only_its_kind(visitor, clock):
    visitor.register(email=PLANTED)
    send_reminders(DUE)
    OutboundMail.objects.update(failed_at=DUE)
    browser = Client()
    member = StaffFactory()
    member.groups.add(Group.objects.get(name="Aanmeldpunt-coördinator"))
    browser.force_login(member)
    page = browser.get(reverse("registration_outgoing_mail")).content.decode()
    assert "Herinnering waar iemand om vroeg" in page
    assert "schuilplaats" not in page
