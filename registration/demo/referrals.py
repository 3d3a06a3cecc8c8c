"""Example referrals for the demo: fictional professionals of organisations that do not exist.

As in `demo_registrations`, nobody can be called or mailed by mistake.
"""

from datetime import datetime, timedelta

from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.answers import Answers
from registration.vocabulary.channels import Fallback, Identify
from registration.vocabulary.person import SpokenLanguage
from registration.vocabulary.referral import Referral
from registration.vocabulary.referral_options import AgreedHow, ClientCall, ReferrerContact


def client_who_wants_a_call(now: datetime, phone: str) -> Answers:
    """Return a referral after which the desk calls the client.

    Args:
        now: an aware moment; the client agreed the day before.
        phone: a number that can be called without harm, in E.164.
    """
    return Answers(
        role="victim",
        kind="violence",
        name="Lotte",
        age="age_25_64",
        when="within_year",
        province="gelderland",
        known="known_no_contact",
        phone=phone,
        identify=Identify.ORGANISATION,
        fallback=(Fallback.VOICEMAIL,),
        story="Lotte wil de ander graag iets vragen. Liever eerst met een brief.",
        referral=Referral(
            name="Sanne",
            organisation="Voorbeeldpraktijk De Linde",
            organisation_kind="health_care",
            function="psycholoog",
            email="sanne@example.org",
            contact=ReferrerContact.CALL,
            phone=phone,
            told_by="Sanne",
            agreed_on=_day_before(now),
            agreed_how=AgreedHow.IN_PERSON,
            call_client=ClientCall.CALL,
        ),
    )


def client_through_the_professional(now: datetime, phone: str) -> Answers:
    """Return a referral in English after which the desk first calls the professional.

    Args:
        now: an aware moment; the client agreed the day before.
        phone: a number that can be called without harm, in E.164.
    """
    return Answers(
        role="offender",
        kind="theft_fraud",
        name="Dani",
        age="age_18_24",
        when="years_1_5",
        language=SpokenLanguage.ENGLISH,
        story="Dani would like to say something to the other person.",
        referral=Referral(
            name="Chris",
            organisation="Example prison North",
            organisation_kind="judicial_institution",
            function="case manager",
            email="chris@example.org",
            contact=ReferrerContact.CALL,
            phone=phone,
            told_by="Chris",
            agreed_on=_day_before(now),
            agreed_how=AgreedHow.IN_PERSON,
            call_client=ClientCall.THROUGH_REFERRER,
        ),
    )


def client_who_wants_no_call(now: datetime) -> Answers:
    """Return a referral after which the desk only mails the professional.

    Args:
        now: an aware moment; the client agreed the day before.
    """
    return Answers(
        role="relative",
        kind="online",
        name="Mo",
        age="age_16_17",
        when="within_month",
        referral=Referral(
            name="Iris",
            organisation="Voorbeeldschool De Haven",
            organisation_kind="school",
            function="mentor",
            email="iris@example.org",
            contact=ReferrerContact.MAIL,
            told_by="Iris",
            agreed_on=_day_before(now),
            agreed_how=AgreedHow.BY_PHONE,
            call_client=ClientCall.NO_CALL,
        ),
    )


def _day_before(now: datetime) -> str:
    return (now.astimezone(DESK_TIME_ZONE).date() - timedelta(days=1)).isoformat()
