"""Example registrations for the demo: fictional people who can be called without harm.

Every telephone number is the foundation's own and every address is at example.org.
"""

from datetime import datetime, timedelta

from registration.demo.example import PHONE, DemoRegistration
from registration.demo.moments import (
    EVERY_AFTERNOON,
    EVERY_MORNING,
    due_today,
    just_now,
    overdue,
    weekly,
    yesterday,
)
from registration.demo.referrals import (
    client_through_the_professional,
    client_who_wants_a_call,
    client_who_wants_no_call,
)
from registration.rules.deadlines import DeskCalendar, offered_moments
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.channels import Fallback, Identify, OtherWay
from registration.vocabulary.lifecycle import Flag, Source
from registration.vocabulary.moments import DayPart, Weekday
from registration.vocabulary.person import ForWhom, SpokenLanguage, WhoToCall


def demo_registrations(now: datetime, calendar: DeskCalendar) -> list[DemoRegistration]:
    """Return the examples, seen from `now` (aware): overdue, due today, in all shapes."""
    soon = [moment.code for moment in offered_moments(now, now + timedelta(days=7), calendar)]
    return [
        DemoRegistration(
            name="overdue",
            received=overdue,
            answers=Answers(
                role="victim",
                kind="theft_fraud",
                name="Bram",
                age="age_65_plus",
                when="within_month",
                province="utrecht",
                known="unknown",
                phone=PHONE.format(1),
                identify=Identify.ORGANISATION,
                fallback=(Fallback.VOICEMAIL,),
                story="Ik slaap slecht sinds de inbraak. Ik wil graag weten waarom mijn huis.",
            ),
        ),
        DemoRegistration(
            name="due today, first name only",
            received=due_today,
            answers=Answers(
                role="victim",
                kind="threat_stalking",
                name="Noor",
                age="age_25_64",
                when="ongoing",
                known="known_no_contact",
                phone=PHONE.format(2),
                email="noor@example.org",
                identify=Identify.FIRST_NAME_ONLY,
                fallback=(Fallback.EMAIL,),
                moments=tuple(soon[1:3]),
                avoid=weekly(DayPart.AFTERNOON, Weekday.MONDAY, Weekday.WEDNESDAY),
            ),
        ),
        DemoRegistration(
            name="english",
            language="en",
            received=yesterday,
            answers=Answers(
                role="bereaved",
                kind="traffic",
                name="Mila",
                age="age_25_64",
                when="years_1_5",
                province="gelderland",
                known="unknown",
                phone=PHONE.format(3),
                email="mila@example.org",
                identify=Identify.ORGANISATION,
                fallback=(Fallback.VOICEMAIL, Fallback.TEXT, Fallback.EMAIL),
                language=SpokenLanguage.ENGLISH,
                moments=tuple(soon[:2]),
                story="I would like to ask the driver some questions. I do not want to argue.",
            ),
        ),
        DemoRegistration(
            name="letter",
            received=yesterday,
            answers=Answers(
                role="offender",
                kind="violence",
                name="Yusuf",
                age="age_18_24",
                when="within_year",
                known="unknown",
                phone_impossible=True,
                other_way=OtherWay.LETTER,
                other_way_details="Postbus 1 (voorbeeld), 3500 AA Utrecht",
                identify=Identify.FIRST_NAME_ONLY,
                story="Ik wil zeggen dat ik er verantwoordelijk voor ben.",
            ),
        ),
        DemoRegistration(
            name="tried once",
            received=yesterday,
            attempt=AttemptResult.NO_ANSWER,
            attempt_note="Voorbeeld: geen gehoor, geen bericht achtergelaten.",
            answers=Answers(
                role="accident_causer",
                kind="traffic",
                name="Robin",
                pronouns="hen",
                when="within_month",
                province="noord_brabant",
                phone=PHONE.format(4),
                identify=Identify.ORGANISATION,
                fallback=(Fallback.ONLY_RETRY,),
                needs=("hearing",),
            ),
        ),
        DemoRegistration(
            name="helper and interpreter",
            received=just_now,
            is_taken=True,
            answers=Answers(
                role="relative",
                kind="sexual",
                name="Ania",
                for_whom=ForWhom.OTHER_WHO_AGREES,
                helper_name="Sam",
                who_to_call=WhoToCall.HELPER,
                helper_consent=True,
                age="under_16",
                phone=PHONE.format(5),
                identify=Identify.ORGANISATION,
                fallback=(Fallback.TEXT,),
                language=SpokenLanguage.OTHER,
                other_language="Pools",
                needs=("interpreter",),
            ),
        ),
        DemoRegistration(
            name="question",
            source=Source.QUESTION,
            received=yesterday,
            answers=Answers(
                role="",
                kind="",
                name="Kim",
                phone=PHONE.format(4),  # that of "tried once": the desk sees both
                identify=Identify.FIRST_NAME_ONLY,
                moments=tuple(soon[1:2]),
                question="Mag mijn zus mee naar een gesprek? En wat kost dat?",
            ),
        ),
        DemoRegistration(
            name="question by mail, english",
            source=Source.QUESTION,
            language="en",
            received=just_now,
            answers=Answers(
                role="",
                kind="",
                name="A reader",
                email="reader@example.org",
                identify=Identify.ORGANISATION,
                fallback=(Fallback.EMAIL,),
                question="Is it possible to send a letter only? I live abroad now.",
            ),
        ),
        DemoRegistration(
            name="no moment left",
            received=just_now,
            flags=(Flag.CAPTCHA_UNAVAILABLE,),
            answers=Answers(
                role="witness",
                kind="not_say",
                name="J.",
                phone=PHONE.format(6),
                identify=Identify.FIRST_NAME_ONLY,
                avoid=EVERY_MORNING + EVERY_AFTERNOON,
            ),
        ),
        DemoRegistration(
            name="referral, call the client",
            source=Source.REFERRER,
            received=yesterday,
            answers=client_who_wants_a_call(now, PHONE.format(7)),
        ),
        DemoRegistration(
            name="referral, through the professional",
            source=Source.REFERRER,
            language="en",
            received=just_now,
            answers=client_through_the_professional(now, PHONE.format(8)),
        ),
        DemoRegistration(
            name="referral, no call",
            source=Source.REFERRER,
            received=just_now,
            answers=client_who_wants_no_call(now),
        ),
    ]
