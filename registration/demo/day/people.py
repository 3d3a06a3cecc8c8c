"""What the people of one day have in common, and how they are told apart."""

from datetime import datetime, timedelta
from typing import Any

from registration.demo.example import PHONE, DemoRegistration
from registration.demo.moments import yesterday
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar, Moment, offered_moments
from registration.vocabulary.answers import Answers
from registration.vocabulary.channels import Identify

MAY_BE_NAMED = {"identify": Identify.ORGANISATION}
FIRST_NAME_ONLY = {"identify": Identify.FIRST_NAME_ONLY}


class Day:
    """Makes examples that are told apart by the day and their number."""

    def __init__(self, now: datetime, calendar: DeskCalendar) -> None:
        self.now = now
        self.date = now.astimezone(DESK_TIME_ZONE).date()
        self.moments = offered_moments(now, now + timedelta(days=7), calendar)
        self.soon = [moment.code for moment in self.moments]

    def phone(self, number: int) -> str:
        """Return our own number, with an extension that nobody else has."""
        return PHONE.format(f"{self.date:%j}{number:02}")

    def email(self, name: str) -> str:
        """Return an address to which nothing can be delivered."""
        return f"{name.lower()}.{self.date:%Y%m%d}@example.org"

    def person(
        self, number: int, name: str, role: str, kind: str, answers: dict[str, Any], **example: Any
    ) -> DemoRegistration:
        """Return one example; `answers` come on top of a name, a role, a kind and a number."""
        told = {"phone": self.phone(number), **answers}
        return DemoRegistration(
            name=f"day {self.date.isoformat()} {number}",
            answers=Answers(role=role, kind=kind, name=name, **told),
            **{"received": yesterday, **example},
        )

    def later(self, now: datetime) -> datetime:
        """Return a moment after today at which somebody asked to be called."""
        moment: Moment = next(each for each in self.moments if each.date > self.date)
        return moment.start + timedelta(minutes=30)
