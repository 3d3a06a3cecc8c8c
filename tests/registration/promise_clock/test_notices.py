"""Before a deadline the desk is reminded, after it the coordinator hears of it; all in one mail."""

from datetime import timedelta

import pytest
from django.core import mail

from registration.mail.delivery import deliver_due
from registration.mail.to_colleagues import PROMISES_LISTED
from registration.models import Callback, ClosedDay, OutboundMail, PromiseClockSettings
from registration.promise_clock.notices import send_promise_notices
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.mails import MailCode
from tests.registration.factories import (
    CallbackFactory,
    CoordinatorFactory,
    DeskMemberFactory,
    StaffFactory,
)
from tests.registration.promise_clock.moments import amsterdam, promised

pytestmark = pytest.mark.django_db

# A Tuesday.
NOON = amsterdam("2026-11-24 12:00")
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def written() -> int:
    """Return how many mails about promises there are."""
    return OutboundMail.objects.filter(code=MailCode.PROMISE_DIGEST).count()


def sent() -> list[tuple[str, str]]:
    """Send what waits; return recipient and subject of each."""
    deliver_due(NOON + timedelta(days=3650))
    return sorted((message.to[0], message.subject) for message in mail.outbox)


def test_the_holder_and_the_coordinators_are_reminded_in_their_own_language() -> None:
    CoordinatorFactory(email="kim@example.org")
    CoordinatorFactory(email="bo@example.org", admin_language="en")
    sam = DeskMemberFactory(email="sam@example.org", admin_language="en")
    callback = CallbackFactory(due_at=NOON + timedelta(hours=4), claimed_by=sam)
    DeskMemberFactory(email="other@example.org")
    StaffFactory(email="root@example.org", is_superuser=True)

    assert send_promise_notices(NOON) == 1

    assert sent() == [
        ("bo@example.org", "Promises: 1 ends soon"),
        ("kim@example.org", "Beloften: 1 bijna te laat"),
        ("sam@example.org", "Promises: 1 ends soon"),
    ]
    for message in mail.outbox:
        assert f"#{callback.registration_id}: " in message.body


def test_without_a_coordinator_the_desk_itself_is_told(settings) -> None:
    CallbackFactory(due_at=NOON + MINUTE)
    CallbackFactory(due_at=NOON - MINUTE)
    assert send_promise_notices(NOON) == 2
    assert {recipient for recipient, _subject in sent()} == {settings.DESK_EMAIL}


def test_a_coordinator_who_has_it_gets_one_mail() -> None:
    kim = CoordinatorFactory()
    CallbackFactory(due_at=NOON + MINUTE, claimed_by=kim)
    send_promise_notices(NOON)
    assert written() == 1


def test_the_coordinators_hear_of_a_broken_promise() -> None:
    CoordinatorFactory(email="kim@example.org")
    callback = CallbackFactory(due_at=NOON - MINUTE, claimed_by=DeskMemberFactory())
    assert send_promise_notices(NOON) == 1
    assert sent() == [("kim@example.org", "Beloften: 1 niet gehaald")]
    body = mail.outbox[0].body
    assert f"#{callback.registration_id}: bellen, vóór dinsdag 24 november om 11:59 uur." in body
    assert "Noteer daarna de reden onder Rapporten, Beloften." in body
    assert f"/admin/callbacks/{callback.address}/" in body


def test_a_hundred_promises_are_one_mail_to_each_coordinator() -> None:
    CoordinatorFactory(email="kim@example.org")
    CoordinatorFactory(email="bo@example.org", admin_language="en")
    for minutes in (*range(-60, 0), *range(1, 41)):
        CallbackFactory(due_at=NOON + minutes * MINUTE)
    assert send_promise_notices(NOON) == 100
    assert sent() == [
        ("bo@example.org", "Promises: 60 not kept, 40 end soon"),
        ("kim@example.org", "Beloften: 60 niet gehaald, 40 bijna te laat"),
    ]
    for message in mail.outbox:
        assert message.body.count("/admin/callbacks/") == 2 * PROMISES_LISTED + 1
    assert "And 30 more." in mail.outbox[0].body + mail.outbox[1].body
    assert "En nog 10." in mail.outbox[0].body + mail.outbox[1].body


def test_a_colleague_is_reminded_in_one_mail_of_what_they_have_and_of_nothing_else() -> None:
    CoordinatorFactory(email="kim@example.org")
    sam, bo = (DeskMemberFactory(email=f"{name}@example.org") for name in ("sam", "bo"))
    of_sam = [CallbackFactory(due_at=NOON + HOUR, claimed_by=sam) for _number in range(3)]
    CallbackFactory(due_at=NOON + HOUR, claimed_by=bo)
    CallbackFactory(due_at=NOON - HOUR, claimed_by=sam)
    send_promise_notices(NOON)
    assert [subject for recipient, subject in sent() if recipient == "sam@example.org"] == [
        "Beloften: 3 bijna te laat"
    ]
    (message,) = (each for each in mail.outbox if each.to == ["sam@example.org"])
    for callback in of_sam:
        assert f"/admin/callbacks/{callback.address}/" in message.body
    assert "Niet gehaald" not in message.body
    assert written() == 3


def test_what_ends_in_the_same_part_of_a_day_is_reminded_of_together() -> None:
    CoordinatorFactory()
    morning = amsterdam("2026-11-24 09:00")
    for hours in (4, 5, 7.5):
        CallbackFactory(due_at=morning + hours * HOUR)
    later = CallbackFactory(due_at=amsterdam("2026-11-25 10:00"))  # nine open hours away
    assert send_promise_notices(morning) == 3
    assert written() == 1
    later.refresh_from_db()
    assert later.reminded_at is None


def test_nobody_is_reminded_early_where_nothing_is_pressing() -> None:
    CallbackFactory(due_at=NOON + timedelta(hours=4, minutes=10))
    assert send_promise_notices(NOON) == 0


def test_a_day_on_which_everything_breaks_is_a_mail_an_hour_at_most() -> None:
    CoordinatorFactory()
    for number in range(48):
        CallbackFactory(
            due_at=amsterdam("2026-11-24 09:00") + 10 * number * MINUTE,
            reminded_at=NOON - HOUR,
        )
    for number in range(48):
        send_promise_notices(amsterdam("2026-11-24 09:05") + 10 * number * MINUTE)
    assert written() == 8
    assert Callback.objects.filter(escalated_at=None).count() <= 5
    assert send_promise_notices(amsterdam("2026-11-25 09:00")) > 0
    assert not Callback.objects.filter(escalated_at=None).exists()


def test_the_first_that_breaks_is_told_at_once_and_another_with_the_next_reminder() -> None:
    CoordinatorFactory()
    CallbackFactory(due_at=NOON - MINUTE, reminded_at=NOON - HOUR)
    assert send_promise_notices(NOON) == 1
    CallbackFactory(due_at=NOON + 5 * MINUTE, reminded_at=NOON - HOUR)
    assert send_promise_notices(NOON + 10 * MINUTE) == 0
    CallbackFactory(due_at=NOON + 2 * HOUR)
    assert send_promise_notices(NOON + 20 * MINUTE) == 2
    assert written() == 2


def test_the_mails_tell_number_and_time_and_nothing_of_anybody() -> None:
    CoordinatorFactory()
    sam = DeskMemberFactory(first_name="Sam", last_name="Vos", username="samvos")
    for minutes in (-1, 1):
        CallbackFactory(due_at=NOON + minutes * MINUTE, claimed_by=sam)
    send_promise_notices(NOON)
    sent()
    texts = " ".join(f"{message.subject} {message.body}" for message in mail.outbox)
    assert "dinsdag 24 november om 12:01 uur" in texts
    assert not [
        word for word in ("Noor", "34004", "Sam", "Vos", "samvos", "traffic") if word in texts
    ]


def test_each_is_sent_once_however_often_and_by_how_many_it_is_tried() -> None:
    CoordinatorFactory()
    CallbackFactory(due_at=NOON + MINUTE)
    for minutes in (0, 0, 1, 2, 3, 60, 24 * 60):
        send_promise_notices(NOON + minutes * MINUTE)
    sent()
    assert [message.subject for message in mail.outbox] == [
        "Beloften: 1 bijna te laat",
        "Beloften: 1 niet gehaald",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"first_attempt_at": NOON - timedelta(hours=1)},
        {"state": CallbackState.CANCELLED},
        {"state": CallbackState.DONE},
        {"registration__is_demo": True},
    ],
)
def test_nothing_is_sent_where_nothing_waits(changes) -> None:
    CoordinatorFactory()
    for minutes in (-1, 1):
        CallbackFactory(due_at=NOON + minutes * MINUTE, **changes)
    assert send_promise_notices(NOON) == 0
    assert not OutboundMail.objects.exists()


@pytest.mark.parametrize(
    ("received", "too_early", "reminded"),
    [
        # Open hours, so the evening before does not count.
        ("2026-11-23 10:00", "2026-11-25 13:59", "2026-11-25 14:00"),
        # Due on Friday at five.
        ("2026-11-26 09:30", "2026-11-27 12:59", "2026-11-27 13:00"),
        # Over a weekend: due on Monday at ten.
        ("2026-11-27 10:00", "2026-11-27 13:59", "2026-11-27 14:00"),
        # Christmas: due on Monday the 28th at 17:00.
        ("2026-12-24 14:00", "2026-12-28 12:59", "2026-12-28 13:00"),
        # Easter: due on Tuesday, after Good Friday and Easter Monday.
        ("2026-04-02 16:00", "2026-04-07 12:59", "2026-04-07 13:00"),
        # King's Day 2026 is a Monday: due on Tuesday.
        ("2026-04-24 15:30", "2026-04-28 12:59", "2026-04-28 13:00"),
        # The clock goes back on Sunday 25 October, and forward on 28 March.
        ("2026-10-23 11:00", "2026-10-23 14:59", "2026-10-23 15:00"),
        ("2027-03-25 11:00", "2027-03-25 12:59", "2027-03-25 13:00"),
    ],
)
def test_the_reminder_comes_four_open_hours_before(
    received: str, too_early: str, reminded: str
) -> None:
    promised(received)
    assert send_promise_notices(amsterdam(too_early)) == 0
    assert send_promise_notices(amsterdam(reminded)) == 1


@pytest.mark.parametrize(
    "closed", ["2026-11-24 08:59", "2026-11-24 17:00", "2026-11-28 12:00", "2026-12-25 12:00"]
)
def test_nobody_gets_a_mail_while_the_desk_is_closed(closed: str) -> None:
    CallbackFactory(due_at=amsterdam("2026-11-20 12:00"))
    assert send_promise_notices(amsterdam(closed)) == 0


def test_nobody_gets_a_mail_on_a_day_that_the_desk_closed() -> None:
    CallbackFactory(due_at=NOON - MINUTE)
    ClosedDay.objects.create(date=NOON.date(), reason_nl="Verhuizing")
    assert send_promise_notices(NOON) == 0


def test_the_coordinator_chooses_how_early() -> None:
    PromiseClockSettings.objects.update_or_create(pk=1, defaults={"reminder_hours": 1})
    CallbackFactory(due_at=NOON + timedelta(hours=1, minutes=1))
    assert send_promise_notices(NOON) == 0
    assert send_promise_notices(NOON + MINUTE) == 1


def test_what_is_not_due_soon_costs_no_query_each(django_assert_max_num_queries) -> None:
    CallbackFactory.create_batch(5, due_at=NOON + timedelta(days=2))
    PromiseClockSettings.load()
    send_promise_notices(NOON)
    with django_assert_max_num_queries(6):
        send_promise_notices(NOON)


def test_how_many_there_are_and_who_has_them_costs_no_query_each(
    django_assert_max_num_queries,
) -> None:
    CoordinatorFactory()
    sam = DeskMemberFactory()
    for minutes in (*range(-20, 0), *range(1, 21)):
        CallbackFactory(due_at=NOON + minutes * MINUTE, claimed_by=sam)
    with django_assert_max_num_queries(45):
        assert send_promise_notices(NOON) == 40
