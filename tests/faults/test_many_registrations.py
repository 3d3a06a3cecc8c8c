"""Whatever goes away, everybody who was thanked is found, is called, and hears from us."""

import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import InterfaceError, OperationalError, connections
from django.utils import timezone

from registration.background.periodic import last_finished_at
from registration.background.worker import PAUSE_AFTER_FAULT, Worker
from registration.mail.delivery import LEASE, deliver_due
from registration.models import Draft, OutboundMail
from tests.faults.many import MANY, assert_nothing_lost, deliver_all, drafts, send
from tests.support.database_away import database_away
from tests.support.smtp_server import Mailbox
from tests.support.waiting import PATIENCE_SECONDS
from tests.support.worker_process import ROOT, process_environment, worker_processes

pytestmark = pytest.mark.django_db(transaction=True)
CLICKERS = 4
SEED = 2026


class FaultyMailbox(Mailbox):
    """A mail server with which every other message goes wrong, in the way of `fault`."""

    def __init__(self, fault: str) -> None:
        super().__init__()
        self.fault = fault
        self.went_wrong = 0
        self._turn = 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take a message, or not."""
        self._turn += 1
        if self._turn % 2 == 0 or self.went_wrong >= MANY:
            return await super().handle_DATA(server, session, envelope)
        self.went_wrong += 1
        if self.fault == "refuses":
            return "451 Try again later"
        if self.fault == "dies with it":
            await super().handle_DATA(server, session, envelope)
        # In the middle of the talk: whoever sends cannot know whether the mail was taken.
        server.transport.abort()
        return "421 Gone"


@contextmanager
def mail_through(mailbox: Mailbox, settings) -> Iterator[None]:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mailbox.host, mailbox.port
    settings.EMAIL_TIMEOUT = 5
    mailbox.start()
    try:
        yield
    finally:
        mailbox.stop()


@pytest.mark.parametrize("fault", ["refuses", "dies before it", "dies with it"])
def test_no_confirmation_is_missing_with_a_mail_server_that_fails(fault: str, settings):
    people = drafts()
    mailbox = FaultyMailbox(fault)
    with mail_through(mailbox, settings):
        for draft in people:
            send(draft)
        deliver_all()
    doubles = assert_nothing_lost(people, mailbox)
    assert mailbox.went_wrong == MANY
    # Only what the server took, and could not say so, arrives twice.
    assert doubles == (MANY if fault == "dies with it" else 0)


def test_no_confirmation_is_missing_if_the_mail_server_goes_in_the_middle(smtp_server: Mailbox):
    people = drafts()
    for draft in people:
        send(draft)
    assert deliver_due(limit=MANY) == MANY
    smtp_server.stop()
    assert deliver_due() == 0
    smtp_server.start()
    deliver_all(timezone.now() + timedelta(minutes=2))
    assert assert_nothing_lost(people, smtp_server) == 0


def click_until_thanked(people: list[Draft], failures: list[Draft]) -> None:
    """Send each form, and press again after a fault, as somebody does who was not thanked."""
    for draft in people:
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            try:
                send(draft)
                break
            except (OperationalError, InterfaceError):
                failures.append(draft)
                connections.close_all()
                time.sleep(0.1)
    connections.close_all()


def test_nobody_is_lost_or_doubled_while_the_database_goes_away(smtp_server: Mailbox):
    people = drafts()
    failures: list[Draft] = []
    clickers = [
        threading.Thread(target=click_until_thanked, args=(people[turn::CLICKERS], failures))
        for turn in range(CLICKERS)
    ]
    with database_away():
        for clicker in clickers:
            clicker.start()
        time.sleep(0.5)
    time.sleep(0.2)
    with database_away():
        time.sleep(0.5)
    for clicker in clickers:
        clicker.join()
    connections.close_all()  # the test's own was ended too
    deliver_all()
    assert assert_nothing_lost(people, smtp_server) == 0
    assert connections["default"].vendor == "sqlite" or failures


def test_a_worker_waits_for_a_database_that_is_away(
    smtp_server: Mailbox, monkeypatch: pytest.MonkeyPatch
):
    people = drafts(2)
    for draft in people:
        send(draft)
    if connections["default"].vendor == "sqlite":  # else it waits for the lock
        monkeypatch.setitem(connections["default"].settings_dict["OPTIONS"], "timeout", 0.1)
        connections.close_all()
    with database_away():
        assert Worker().run_round() == PAUSE_AFTER_FAULT  # and does not die
    connections.close_all()
    deliver_all()
    assert assert_nothing_lost(people, smtp_server) == 0


@contextmanager
def registrar(people: list[Draft]) -> Iterator[subprocess.Popen[str]]:
    """A process that registers people, as the web server does."""
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.support.registrar_process", *(str(one.pk) for one in people)],
        cwd=ROOT,
        env=process_environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_whoever_was_thanked_is_there_although_everything_is_killed(smtp_server: Mailbox):
    chance = random.Random(SEED)
    people = drafts()
    thanked: set[int] = set()
    lives = 0
    while len(thanked) < MANY:
        lives += 1
        left = [draft for draft in people if draft.pk not in thanked]
        killed_after = chance.randint(MANY // 4, MANY // 2)
        with worker_processes(smtp_server) as (worker,), registrar(left) as process:
            assert process.stdout is not None
            for line in process.stdout:
                thanked.add(int(line))
                killed_after -= 1
                if not killed_after:
                    time.sleep(chance.random() / 20)
                    process.kill()
                    worker.kill()
            assert process.wait() in (0, -9)
    assert lives > 1
    # A worker that was killed in mid-send holds its mail until the lease is over.
    deliver_all(timezone.now() + LEASE + timedelta(seconds=1))
    doubles = assert_nothing_lost(people, smtp_server)
    assert doubles <= lives


def test_a_clock_that_was_ahead_stops_nothing(smtp_server: Mailbox, time_machine):
    now = timezone.now()
    time_machine.move_to(now + timedelta(days=1))
    smtp_server.refuse_with = "451 Try again later"
    (early,) = drafts(1)
    send(early)
    Worker().run_round()
    OutboundMail.objects.filter(sent_at=None).update(lease_until=timezone.now() + LEASE)

    time_machine.move_to(now)
    smtp_server.refuse_with = None
    people = drafts(2)
    for draft in people:
        send(draft)
    Worker().run_round()
    assert last_finished_at() >= now
    assert not OutboundMail.objects.filter(sent_at=None).exists()
    assert assert_nothing_lost([early, *people], smtp_server) == 0


def test_a_clock_that_goes_back_sends_nothing_twice(smtp_server: Mailbox, time_machine):
    now = timezone.now()
    people = drafts(3)
    for draft in people:
        send(draft)
    for hours in (0, -1, 2, -26, 0):
        time_machine.move_to(now + timedelta(hours=hours))
        Worker().run_round()
    assert assert_nothing_lost(people, smtp_server) == 0
