"""A real mail server on this machine, for tests of what arrives and of what happens if it fails."""

import socket
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern_policy
from time import perf_counter
from typing import cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Mailbox:
    """A mail server that keeps what it accepts.

    `refuse_with` is the answer to every message instead of accepting it, such as
    "451 Try again later"; None accepts.
    """

    def __init__(self) -> None:
        self.host = "127.0.0.1"
        self.port = free_port()
        self.refuse_with: str | None = None
        self.envelopes: list[Envelope] = []
        self.first_arrival = 0.0  # on the clock of time.perf_counter, as is the next
        self.last_arrival = 0.0
        self._controller: Controller | None = None

    @property
    def messages(self) -> list[EmailMessage]:
        """The messages accepted so far, oldest first."""
        return [
            cast(EmailMessage, message_from_bytes(envelope.content, policy=modern_policy))
            for envelope in self.envelopes
            if isinstance(envelope.content, bytes)
        ]

    def messages_to(self, address: str) -> list[EmailMessage]:
        """Return the accepted messages that were delivered to `address`."""
        pairs = zip(self.envelopes, self.messages, strict=True)
        return [message for envelope, message in pairs if address in envelope.rcpt_tos]

    def start(self) -> None:
        """Begin to accept connections; returns when the server answers."""
        self._controller = Controller(self, hostname=self.host, port=self.port)
        self._controller.start()

    def stop(self) -> None:
        """Stop answering, as a mail server that is down; `start` brings it back."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Accept or refuse one message (aiosmtpd calls this by its name)."""
        if self.refuse_with is not None:
            return self.refuse_with
        self.last_arrival = perf_counter()
        self.first_arrival = self.first_arrival or self.last_arrival
        self.envelopes.append(envelope)
        return "250 OK"
