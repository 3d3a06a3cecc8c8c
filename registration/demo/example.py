"""One example for the demo, which can be called and mailed without harm."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid5

from perspectief.contact_details import INITIAL_PHONE, dialled
from registration.rules.deadlines import DeskCalendar
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.lifecycle import Flag, Lifecycle, Source
from registration.vocabulary.promises import BreachReason

NAMESPACE = UUID("5f0c4a52-8c8e-4f3a-9f59-3a2d0a3f7c11")
# Our own number, which can be called without harm; the extensions keep people apart.
PHONE = f"{dialled(INITIAL_PHONE['nl'])};ext={{}}"


@dataclass(frozen=True, kw_only=True)
class Ending:
    """How an example was closed; of whom was allocated, whether to somebody, and exported."""

    outcome: Lifecycle
    note: str = "Voorbeeld."
    has_mediator: bool = False
    is_exported: bool = False
    late_because: BreachReason | None = None


@dataclass(frozen=True, kw_only=True)
class DemoRegistration:
    """One example; `name` identifies it, so that it is added once.

    `received` chooses when it came in, `attempt` what came of an attempt to reach the person,
    `next_attempt` for when another one was promised, and `ending` how it was closed.
    """

    name: str
    answers: Answers
    received: Callable[[datetime, DeskCalendar], datetime]
    language: str = "nl"
    source: Source = Source.SELF
    attempt: AttemptResult | None = None
    attempt_note: str = ""
    next_attempt: Callable[[datetime], datetime] | None = None
    is_taken: bool = False
    taken_by: str = "aanmeldpunt"
    flags: tuple[Flag, ...] = field(default=())
    ending: Ending | None = None

    @property
    def submission_key(self) -> UUID:
        """The key under which this example is stored, the same on every machine."""
        return uuid5(NAMESPACE, self.name)
