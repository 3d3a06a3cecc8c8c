"""The admin says itself what is wrong behind the scenes, to who can do something about it."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.utils import timezone

from perspectief.staff.groups import ADMINISTRATION, COMMUNICATION, COORDINATOR, DESK, sync_groups
from registration.models import OutboundMail, PeriodicJob
from registration.vocabulary.mails import MailCode
from tests.registration.desk.screens import TUESDAY_MORNING
from tests.registration.factories import CallbackFactory, ContactAttemptFactory, StaffFactory

pytestmark = pytest.mark.django_db

HOME, QUEUE, MAILS = "/admin/", "/admin/callbacks/", "/admin/outgoing-mail/"
SILENT = "the background worker has been silent since Tuesday 9 June at 09:40"
NEVER = "the background worker has not started yet"
STUCK = "E-mail is stuck: the oldest has been waiting since Tuesday 9 June at 08:30"
GIVEN_UP = "1 e-mail could not be sent and was given up."
OVERDUE = "1 promise is overdue: nobody has tried yet."
ALL = {SILENT, NEVER, STUCK, GIVEN_UP, OVERDUE}


@pytest.fixture(autouse=True)
def _on_tuesday_morning():
    with time_machine.travel(TUESDAY_MORNING, tick=False):
        yield


@pytest.fixture
def log_in(client):
    """Log somebody of a group in; screens are in English unless told otherwise."""

    def log_in(group: str, language: str = "en"):
        sync_groups()
        user = StaffFactory(admin_language=language)
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return log_in


def worker_seen(minutes_ago: int) -> None:
    """Let a worker have finished a job so long ago."""
    PeriodicJob.objects.update_or_create(
        name="settle_promises",
        defaults={
            "due_at": timezone.now(),
            "finished_at": timezone.now() - timedelta(minutes=minutes_ago),
        },
    )


def unsent(minutes_ago: int = 0, failed_at: datetime | None = None) -> OutboundMail:
    """Put a mail in the outbox that was written so long ago."""
    return OutboundMail.objects.create(
        code=MailCode.CONFIRMATION,
        message_id=f"<{minutes_ago}.{failed_at}@example.org>",
        created_at=timezone.now() - timedelta(minutes=minutes_ago),
        failed_at=failed_at,
    )


def said(client, address: str) -> set[str]:
    """Return which of the alerts a screen shows."""
    page = client.get(address).content.decode()
    return {alert for alert in ALL if alert in page}


@pytest.mark.parametrize(
    ("group", "address"),
    [
        (ADMINISTRATION, HOME),
        (ADMINISTRATION, MAILS),
        (COORDINATOR, HOME),
        (COORDINATOR, MAILS),
        (COORDINATOR, QUEUE),
    ],
)
def test_a_silent_worker_is_told_to_who_looks_after_mail(log_in, group, address) -> None:
    client = log_in(group)
    worker_seen(9)
    assert said(client, address) == set()
    worker_seen(20)
    assert said(client, address) == {SILENT}


def test_a_worker_that_never_started_is_told_too(log_in) -> None:
    assert said(log_in(ADMINISTRATION), HOME) == {NEVER}


def test_mail_is_stuck_when_it_waits_longer_than_an_hour(log_in) -> None:
    client = log_in(ADMINISTRATION)
    worker_seen(1)
    unsent(59)
    assert said(client, HOME) == set()
    unsent(90)
    assert said(client, HOME) == {STUCK}
    assert f'href="{MAILS}?show=waiting"' in client.get(HOME).text


def test_the_cause_is_said_and_not_what_follows_from_it(log_in) -> None:
    client = log_in(ADMINISTRATION)
    worker_seen(20)
    unsent(90)
    assert said(client, HOME) == {SILENT}


def test_mail_that_was_given_up_is_told_with_the_way_to_it(log_in) -> None:
    client = log_in(ADMINISTRATION)
    worker_seen(1)
    unsent(90, failed_at=timezone.now())
    assert said(client, HOME) == {GIVEN_UP}
    assert f'href="{MAILS}?show=failed"' in client.get(HOME).text


def test_a_promise_that_breaks_is_told_to_the_coordinator_only(log_in) -> None:
    worker_seen(1)
    late = CallbackFactory(due_at=timezone.now() - timedelta(minutes=1))
    CallbackFactory(due_at=timezone.now() + timedelta(minutes=1))
    assert said(log_in(ADMINISTRATION), HOME) == set()
    client = log_in(COORDINATOR)
    assert said(client, HOME) == {OVERDUE}
    assert said(client, QUEUE) == set()  # which shows it itself
    late.first_attempt_at = ContactAttemptFactory(callback=late).made_at
    late.save()
    assert said(client, HOME) == set()


def test_nobody_is_told_who_can_do_nothing_about_it(log_in) -> None:
    worker_seen(20)
    unsent(90)
    unsent(90, failed_at=timezone.now())
    CallbackFactory(overdue=True)
    assert said(log_in(COMMUNICATION), HOME) == set()
    client = log_in(DESK)
    assert said(client, HOME) == said(client, QUEUE) == set()


def test_it_is_said_in_the_language_of_the_reader_and_names_nobody(log_in) -> None:
    client = log_in(COORDINATOR, "nl")
    worker_seen(20)
    CallbackFactory(overdue=True)
    page = client.get(HOME).text
    assert "het achtergrondprogramma is stil sinds dinsdag 9 juni om 09:40 uur" in page
    assert "1 belofte is te laat: niemand heeft het nog geprobeerd." in page
    assert "Noor" not in page


def test_how_much_is_wrong_costs_no_more_questions(log_in, django_assert_max_num_queries) -> None:
    client = log_in(ADMINISTRATION)
    for minutes in range(90, 110):
        unsent(minutes)
    client.get(MAILS)
    with django_assert_max_num_queries(20):
        client.get(HOME)
