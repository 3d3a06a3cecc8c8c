"""Whom a professional referred."""

from dataclasses import replace

from registration.demo.day.people import Day
from registration.demo.example import DemoRegistration
from registration.demo.moments import just_now, yesterday
from registration.demo.referrals import (
    client_through_the_professional,
    client_who_wants_a_call,
    client_who_wants_no_call,
)
from registration.vocabulary.lifecycle import Source


def referred(day: Day) -> list[DemoRegistration]:
    """Return one client of each wish to be called or not."""
    clients = (
        (40, "Femke", "nl", client_who_wants_a_call(day.now, day.phone(40))),
        (41, "Ravi", "en", client_through_the_professional(day.now, day.phone(41))),
        (42, "Jip", "nl", client_who_wants_no_call(day.now)),
    )
    return [
        DemoRegistration(
            name=f"day {day.date.isoformat()} {number}",
            answers=replace(answers, name=name),
            source=Source.REFERRER,
            language=language,
            received=just_now if number == 42 else yesterday,
        )
        for number, name, language, answers in clients
    ]
