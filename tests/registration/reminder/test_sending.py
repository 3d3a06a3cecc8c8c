"""When a reminder is due: one mail, at a decent hour, and then nothing is left."""

import uuid
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connections

from registration.casework.receipts import Receipt
from registration.mail.delivery import deliver_due
from registration.models import Draft, OutboundMail, Reminder
from registration.reminder.asking import ask_reminder, cancel
from registration.reminder.dates import due_at_on, last_day, months_after
from registration.reminder.sending import purge_reminders, send_reminders
from registration.vocabulary.journeys import JourneyCode

pytestmark = pytest.mark.django_db

CHRISTMAS_EVE = date(2026, 12, 24)
DUE = datetime(2026, 12, 24, 9, 0, tzinfo=UTC)


def ask(
    email: str = "noor@example.org",
    day: date = CHRISTMAS_EVE,
    says_who: bool = True,
    language: str = "nl",
) -> Receipt:
    """Ask for a reminder, as the form does."""
    draft = Draft.objects.create(
        token_hash=uuid.uuid4().hex, journey=JourneyCode.REMINDER, expires_at=DUE
    )
    return ask_reminder(email=email, day=day, says_who=says_who, language=language, draft=draft)


# --- Days ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
    ],
)
def test_months_end_where_the_calendar_does(day, months, expected):
    assert months_after(day, months) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 7, 1), datetime(2026, 7, 1, 8, 0, tzinfo=UTC)),
        (date(2026, 10, 24), datetime(2026, 10, 24, 8, 0, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 9, 0, tzinfo=UTC)),
        (date(2027, 3, 27), datetime(2027, 3, 27, 9, 0, tzinfo=UTC)),
        (date(2027, 3, 28), datetime(2027, 3, 28, 8, 0, tzinfo=UTC)),
    ],
)
def test_it_is_ten_in_the_morning_in_summer_and_in_winter(day, expected):
    assert due_at_on(day) == expected


def test_the_day_is_that_of_the_netherlands():
    just_after_midnight = datetime(2026, 8, 30, 22, 30, tzinfo=UTC)  # 31 August, 00:30
    assert last_day(just_after_midnight) == date(2027, 2, 28)
    assert last_day(just_after_midnight - timedelta(hours=1)) == date(2027, 2, 28)
    assert last_day(datetime(2026, 11, 23, 23, 30, tzinfo=UTC)) == date(2027, 5, 24)


# --- Sending ------------------------------------------------------------------------------------


def test_nothing_is_sent_before_the_day(clock):
    ask()
    assert send_reminders(DUE - timedelta(seconds=1)) == 0
    assert Reminder.objects.exists()


@pytest.mark.parametrize(
    ("language", "subject", "sentence"),
    [
        ("nl", "De herinnering waar je om vroeg", "Dit is ons enige bericht."),
        ("en", "The reminder you asked for", "This is our only message."),
    ],
)
def test_one_mail_goes_out_and_then_nothing_is_left(clock, language, subject, sentence):
    ask(language=language)
    clock.move_to(DUE)
    assert send_reminders(DUE) == 1
    assert not Reminder.objects.exists()
    assert send_reminders(DUE + timedelta(minutes=10)) == 0
    assert deliver_due() == 1
    (sent,) = mail.outbox
    assert (sent.subject, sent.to) == (subject, ["noor@example.org"])
    assert sentence in sent.body
    assert "noor" not in sent.body
    row = OutboundMail.objects.get()
    assert row.message is None
    assert row.registration is None


def test_a_neutral_reminder_does_not_show_who_we_are(clock, neutral_sender):
    ask(says_who=False)
    clock.move_to(DUE)
    send_reminders(DUE)
    deliver_due()
    (sent,) = mail.outbox
    assert sent.from_email == neutral_sender
    assert sent.reply_to == []
    shown = f"{sent.subject} {sent.body}".lower()
    for betrayal in ("perspectief", "030", "http", "herstel"):
        assert betrayal not in shown
    assert "perspectief" not in sent.message()["Message-ID"]


def test_a_neutral_reminder_waits_when_there_is_no_neutral_sender_any_more(
    clock, neutral_sender, settings, caplog
):
    ask(says_who=False)
    settings.NEUTRAL_FROM_EMAIL = ""
    assert send_reminders(DUE) == 0
    assert Reminder.objects.exists()
    assert "no neutral sender" in caplog.text
    settings.NEUTRAL_FROM_EMAIL = neutral_sender
    assert send_reminders(DUE + timedelta(minutes=10)) == 1


def test_at_night_nothing_is_sent(clock):
    ask()
    for hour in (19, 23, 3, 8):  # 20:00, midnight, 04:00 and 09:00 in the Netherlands
        at = datetime(2026, 12, 24 if hour >= 19 else 25, hour, 0, tzinfo=UTC)
        assert send_reminders(at) == 0
    assert send_reminders(datetime(2026, 12, 25, 9, 0, tzinfo=UTC)) == 1


def test_an_address_gets_three_in_thirty_days_however_many_were_asked(clock):
    for address in ["noor@example.org", "NOOR@example.org", "noor+1@example.org"] * 2:
        ask(address)
    ask("sam@example.org")
    clock.move_to(DUE)
    assert send_reminders(DUE) == 4
    assert not Reminder.objects.exists()
    later = DUE + timedelta(days=30)
    ask(day=later.date())
    clock.move_to(later)
    assert send_reminders(later) == 1


def test_a_reminder_that_cannot_be_read_does_not_hold_up_the_others(clock, site_guard):
    ask()
    ask("sam@example.org")
    Reminder.objects.filter(pk=Reminder.objects.order_by("pk").first().pk).update(
        recipient=Reminder(recipient="x").recipient
    )
    assert send_reminders(DUE) == 1


def test_a_reminder_that_could_not_be_sent_is_deleted_after_a_week(clock, caplog):
    ask()
    assert purge_reminders(DUE + timedelta(days=7, seconds=-1)) == 0
    assert send_reminders(DUE + timedelta(days=7)) == 0
    assert not Reminder.objects.exists()
    assert "noor" not in caplog.text


def test_what_is_left_of_a_mail_goes_too(clock):
    ask()
    ask("sam@example.org")
    clock.move_to(DUE)
    send_reminders(DUE)
    given_up, sent = OutboundMail.objects.order_by("pk")
    OutboundMail.objects.filter(pk=given_up.pk).update(failed_at=DUE)
    OutboundMail.objects.filter(pk=sent.pk).update(sent_at=DUE, message=None)
    purge_reminders(DUE + timedelta(days=7))
    assert list(OutboundMail.objects.all()) == [sent]
    purge_reminders(DUE + timedelta(days=30))
    assert not OutboundMail.objects.exists()


def test_a_mail_that_waits_for_the_mail_server_can_still_be_cancelled(clock):
    code = ask().reference
    other = ask("sam@example.org").reference
    clock.move_to(DUE)
    send_reminders(DUE)
    assert cancel(code)
    assert OutboundMail.objects.count() == 1
    assert deliver_due() == 1
    assert mail.outbox[0].to == ["sam@example.org"]
    assert not cancel(code)
    assert not cancel(other)


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_the_same_moment_send_one(clock):
    ask()
    clock.move_to(DUE)
    barrier = Barrier(2)

    def work() -> None:
        barrier.wait()
        send_reminders(DUE)
        connections.close_all()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert OutboundMail.objects.count() == 1
    assert not Reminder.objects.exists()
