"""A busy day in the queue, for the demo: some forty fictional people in all situations of the desk.

The same day gives the same people. As in `demo_registrations`, nobody can be called or mailed by
mistake: every number is the foundation's own, with an extension that says day and person, and every
address is at example.org.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from registration.demo.moments import due_today, just_now, overdue, yesterday
from registration.demo.referrals import (
    client_through_the_professional,
    client_who_wants_a_call,
    client_who_wants_no_call,
)
from registration.demo.registrations import PHONE, DemoRegistration
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar, Moment, offered_moments
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.channels import Fallback, Identify, OtherWay
from registration.vocabulary.lifecycle import Flag, Source
from registration.vocabulary.moments import DayPart, Weekday
from registration.vocabulary.person import NOT_SAY, AgeGroup, ForWhom, SpokenLanguage, WhoToCall

MAY_BE_NAMED = {"identify": Identify.ORGANISATION}
FIRST_NAME_ONLY = {"identify": Identify.FIRST_NAME_ONLY}
ALL_CHANNELS = (Fallback.VOICEMAIL, Fallback.TEXT, Fallback.EMAIL)


def demo_day(now: datetime, calendar: DeskCalendar) -> list[DemoRegistration]:
    """Return the examples of the day of `now` (aware)."""
    day = _Day(now, calendar)
    return [
        *_too_late(day),
        *_due_today(day),
        *_came_in_today(day),
        *_worked_on(day),
        *_without_a_call(day),
        *_with_help(day),
        *_to_look_at_twice(day),
        *_questions(day),
        *_referrals(day),
    ]


class _Day:
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


def _too_late(day: _Day) -> list[DemoRegistration]:
    return [
        day.person(1, "Joris", "victim", "violence", {**MAY_BE_NAMED}, received=overdue),
        day.person(
            2,
            "Fatima",
            "bereaved",
            "traffic",
            {**FIRST_NAME_ONLY, "province": "zuid_holland", "age": AgeGroup.AGE_65_PLUS},
            received=overdue,
        ),
        day.person(
            3,
            "Daan",
            "offender",
            "theft_fraud",
            {**MAY_BE_NAMED, "fallback": (Fallback.VOICEMAIL,), "when": "years_1_5"},
            received=overdue,
        ),
    ]


def _due_today(day: _Day) -> list[DemoRegistration]:
    return [
        day.person(
            4,
            "Sanne",
            "victim",
            "theft_fraud",
            {**MAY_BE_NAMED, "fallback": (Fallback.VOICEMAIL, Fallback.TEXT)},
            received=due_today,
        ),
        day.person(
            5,
            "Emre",
            "victim",
            "threat_stalking",
            {**FIRST_NAME_ONLY, "when": "ongoing", "fallback": (Fallback.ONLY_RETRY,)},
            received=due_today,
        ),
        day.person(
            6,
            "Grace",
            "relative",
            "violence",
            {**MAY_BE_NAMED, "language": SpokenLanguage.ENGLISH},
            received=due_today,
            language="en",
        ),
        day.person(
            7,
            "Lieke",
            "witness",
            "traffic",
            {**MAY_BE_NAMED, "moments": tuple(day.soon[:2]), "needs": ("hearing",)},
            received=due_today,
        ),
        day.person(
            8,
            "Amin",
            "victim",
            "online",
            {
                **FIRST_NAME_ONLY,
                "email": day.email("Amin"),
                "fallback": (Fallback.EMAIL,),
                "age": AgeGroup.AGE_18_24,
            },
            received=due_today,
        ),
        day.person(
            9,
            "Wil",
            "accident_causer",
            "traffic",
            {**MAY_BE_NAMED, "province": "drenthe", "story": "Ik denk er elke dag aan."},
            received=due_today,
        ),
    ]


def _came_in_today(day: _Day) -> list[DemoRegistration]:
    return [
        day.person(
            10,
            "Bo",
            "victim",
            "sexual",
            {**FIRST_NAME_ONLY, "pronouns": "hen", "avoid": _weekly(DayPart.MORNING)},
            received=just_now,
        ),
        day.person(
            11,
            "Karin",
            "bereaved",
            "violence",
            {
                **MAY_BE_NAMED,
                "email": day.email("Karin"),
                "fallback": ALL_CHANNELS,
                "moments": tuple(day.soon[1:3]),
                "known": "unknown",
                "story": "Ik heb na al die jaren nog steeds vragen.",
            },
            received=just_now,
        ),
        day.person(
            12,
            "Tom",
            "suspect",
            "violence",
            {**MAY_BE_NAMED, "language": SpokenLanguage.ENGLISH, "when": "within_month"},
            received=just_now,
            language="en",
        ),
        day.person(
            13,
            "Hatice",
            "victim",
            "theft_fraud",
            {
                **MAY_BE_NAMED,
                "language": SpokenLanguage.OTHER,
                "other_language": "Turks",
                "needs": ("interpreter",),
            },
            received=just_now,
        ),
        day.person(
            14,
            "R.",
            NOT_SAY,
            NOT_SAY,
            {**FIRST_NAME_ONLY, "story_later": True},
            received=just_now,
        ),
        day.person(15, "Piet", "victim", "violence", {**MAY_BE_NAMED, "province": "zeeland"}),
        day.person(
            16,
            "Yara",
            "victim",
            "online",
            {**MAY_BE_NAMED, "age": AgeGroup.AGE_16_17, "fallback": (Fallback.TEXT,)},
        ),
    ]


def _worked_on(day: _Day) -> list[DemoRegistration]:
    no_answer = {
        "attempt": AttemptResult.NO_ANSWER,
        "attempt_note": "Voorbeeld: geen gehoor, geen bericht achtergelaten.",
    }
    return [
        day.person(17, "Ilse", "victim", "traffic", {**MAY_BE_NAMED}, is_taken=True),
        day.person(
            18,
            "Noah",
            "offender",
            "violence",
            {**FIRST_NAME_ONLY, "age": AgeGroup.AGE_18_24},
            is_taken=True,
            taken_by="coordinator",
        ),
        day.person(19, "Greta", "relative", "sexual", {**FIRST_NAME_ONLY}, **no_answer),
        day.person(
            20, "Milan", "victim", "violence", {**MAY_BE_NAMED}, received=due_today, **no_answer
        ),
        day.person(
            21,
            "Anouk",
            "bereaved",
            "traffic",
            {**MAY_BE_NAMED, "fallback": (Fallback.VOICEMAIL,)},
            attempt=AttemptResult.VOICEMAIL,
            attempt_note="Voorbeeld: voicemail ingesproken met de woorden van het scherm.",
        ),
        day.person(
            22,
            "Stefan",
            "offender",
            "traffic",
            {**MAY_BE_NAMED},
            attempt=AttemptResult.CALL_BACK,
            attempt_note="Voorbeeld: was aan het werk, vroeg om een ander moment.",
            next_attempt=day.later,
        ),
        day.person(
            23,
            "Chioma",
            "victim",
            "threat_stalking",
            {**FIRST_NAME_ONLY, "language": SpokenLanguage.ENGLISH},
            language="en",
            attempt=AttemptResult.CALL_BACK,
            attempt_note="Example: someone was in the room, asked for another moment.",
            next_attempt=day.later,
        ),
        day.person(
            24,
            "Bert",
            "victim",
            "theft_fraud",
            {**MAY_BE_NAMED},
            attempt=AttemptResult.WRONG_NUMBER,
            attempt_note="Voorbeeld: dit nummer is niet van deze persoon.",
        ),
        day.person(
            25,
            "Roos",
            "victim",
            "sexual",
            {**FIRST_NAME_ONLY},
            attempt=AttemptResult.REACHED,
            attempt_note="Voorbeeld: gesproken, denkt er nog een dag over na.",
        ),
    ]


def _without_a_call(day: _Day) -> list[DemoRegistration]:
    no_phone: dict[str, Any] = {"phone": "", "phone_impossible": True}
    return [
        day.person(
            26,
            "Kevin",
            "offender",
            "violence",
            {
                **no_phone,
                **FIRST_NAME_ONLY,
                "other_way": OtherWay.LETTER,
                "other_way_details": "Postbus 2 (voorbeeld), 3500 AA Utrecht",
            },
            source=Source.PAPER,
        ),
        day.person(
            27,
            "Driss",
            "offender",
            "theft_fraud",
            {
                **no_phone,
                **MAY_BE_NAMED,
                "other_way": OtherWay.INSTITUTION_CONTACT,
                "other_way_details": "Voorbeeldkliniek Noord, vraag naar de heer Voorbeeld",
            },
        ),
        day.person(
            28,
            "Maud",
            "victim",
            "threat_stalking",
            {
                **no_phone,
                **FIRST_NAME_ONLY,
                "other_way": OtherWay.TRUSTED_PERSON,
                "other_way_details": "Via mijn zus Tess (voorbeeld)",
            },
        ),
        day.person(
            29,
            "Olga",
            "relative",
            "online",
            {
                **no_phone,
                **MAY_BE_NAMED,
                "email": day.email("Olga"),
                "fallback": (Fallback.EMAIL,),
                "needs": ("sign_language",),
            },
        ),
    ]


def _with_help(day: _Day) -> list[DemoRegistration]:
    return [
        day.person(
            30,
            "Teun",
            "victim",
            "violence",
            {
                **MAY_BE_NAMED,
                "for_whom": ForWhom.SELF_WITH_HELP,
                "helper_name": "Jos",
                "who_to_call": WhoToCall.PERSON,
                "helper_consent": True,
                "needs": ("reading_writing",),
            },
        ),
        day.person(
            31,
            "Evi",
            "victim",
            "online",
            {
                **FIRST_NAME_ONLY,
                "for_whom": ForWhom.OTHER_WHO_AGREES,
                "helper_name": "Marit",
                "who_to_call": WhoToCall.HELPER,
                "helper_consent": True,
                "age": AgeGroup.UNDER_16,
            },
            received=due_today,
        ),
        day.person(
            32,
            "Sem",
            "offender",
            "violence",
            {**MAY_BE_NAMED, "age": AgeGroup.UNDER_16, "known": "in_contact"},
        ),
    ]


def _to_look_at_twice(day: _Day) -> list[DemoRegistration]:
    same_phone = {**MAY_BE_NAMED, "phone": day.phone(33)}
    return [
        day.person(33, "Rik", "victim", "traffic", same_phone),
        day.person(34, "Rik", "victim", "traffic", same_phone, received=just_now),
        day.person(
            35,
            "Nadia",
            "victim",
            "violence",
            {**MAY_BE_NAMED, "fallback": (Fallback.VOICEMAIL,), "unverified": ("phone",)},
        ),
        day.person(
            36,
            "X",
            "other",
            "other",
            {**FIRST_NAME_ONLY},
            received=just_now,
            flags=(Flag.FAST, Flag.CAPTCHA_MISSING),
        ),
        day.person(
            37,
            "Ans",
            "witness",
            "violence",
            {
                **FIRST_NAME_ONLY,
                "avoid": _weekly(DayPart.MORNING) + _weekly(DayPart.AFTERNOON),
            },
            flags=(Flag.FLOOD,),
        ),
    ]


def _questions(day: _Day) -> list[DemoRegistration]:
    return [
        day.person(
            38,
            "Marjan",
            "",
            "",
            {**MAY_BE_NAMED, "question": "Kan het ook als de ander in het buitenland woont?"},
            source=Source.QUESTION,
            received=due_today,
        ),
        day.person(
            39,
            "Ben",
            "",
            "",
            {
                **MAY_BE_NAMED,
                "phone": "",
                "email": day.email("Ben"),
                "fallback": (Fallback.EMAIL,),
                "question": "My sister wants to know who would be in the room.",
            },
            source=Source.QUESTION,
            language="en",
            received=just_now,
        ),
    ]


def _referrals(day: _Day) -> list[DemoRegistration]:
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


def _weekly(part: DayPart) -> tuple[str, ...]:
    return tuple(f"{day.code}:{part.value}" for day in Weekday if day < Weekday.SATURDAY)
