"""A mail server that takes its time."""

import asyncio
import threading
from collections.abc import Iterator

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.support.smtp_server import Mailbox


class SlowMailbox(Mailbox):
    """Gets a message and lets the sender wait for the answer.

    `seconds` is how long. `keeps_first` is whether the message is kept before the answer, so that
    it arrives even if the sender dies waiting. `busy` is set once somebody waits. The first
    senders get no answer before `senders` of them wait at the same time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0
        self.keeps_first = False
        self.senders = 1
        self.busy = threading.Event()
        self._waiting = 0
        self._all_met = False

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take a message, slowly."""
        if self.keeps_first:
            self.envelopes.append(envelope)
        self.busy.set()
        await self._meet()
        await asyncio.sleep(self.seconds)
        if self.keeps_first:
            return "250 OK"
        return await super().handle_DATA(server, session, envelope)

    async def _meet(self) -> None:
        self._waiting += 1
        try:
            while not self._all_met:
                self._all_met = self._waiting >= self.senders
                await asyncio.sleep(0.02)
        finally:  # also where the sender hangs up
            self._waiting -= 1


@pytest.fixture
def slow_mailbox(settings) -> Iterator[SlowMailbox]:
    """A slow mail server that the site sends through."""
    mailbox = SlowMailbox()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = mailbox.host
    settings.EMAIL_PORT = mailbox.port
    mailbox.start()
    yield mailbox
    mailbox.stop()
