"""A professional with a browser that runs no script, and what they fill in."""

from typing import Any

from home.models import HomePage
from registration.journey import referral
from registration.public_pages.models import ReferralPage
from tests.home.factories import translate
from tests.registration.journey.visitor import Visitor, Walk
from tests.support.planted_rows import planted_once

WORK_PHONE = "+31205551234"
WORK_EMAIL = "jamie@example.com"
# The least that somebody must answer; the client wants a call.
REFERRAL = Walk(
    journey=referral.REFERRAL,
    landing={"nl": "/verwijzen/", "en": "/en/refer/"},
    answers={
        "referrer_name": "Jamie de Wit",
        "organisation": "Huis van de Buurt",
        "organisation_kind": "health_care",
        "referrer_email": WORK_EMAIL,
        "referrer_contact": "mail_me",
        "client_consent": "agrees",
        "told_by_whom": "referrer",
        "agreed_on": "20-11-2026",
        "agreed_how": "in_person",
        "role": "victim",
        "kind": "traffic",
        "name": "Noor",
        "call_client": "call_client",
        "phone": "030-2345678",
    },
    text="referrer_name",
)
LEAST = REFERRAL.least


def professional(language: str = "nl", **options: Any) -> Visitor:
    """Return a professional who is about to refer somebody in `language`."""
    return Visitor(language, walk=REFERRAL, **options)


@planted_once
def plant_referral_page(home: HomePage) -> ReferralPage:
    """Make the referral page in Dutch and English, live, below a front page that is in both."""
    page = home.add_child(
        instance=ReferralPage(
            title="Je cliënt verwijzen",
            slug="verwijzen",
            intro="Voor professionals.",
            before_you_refer="<p>Vraag toestemming.</p>",
            what_happens="<p>We bekijken de verwijzing.</p>",
            what_we_ask="<p>Vier korte stappen.</p>",
            time_needed="Ongeveer tien minuten.",
            phone_alternative="Liever bellen kan ook.",
            your_data="<p>Alleen wij lezen wat je schrijft.</p>",
        )
    )
    translate(page, "Refer your client", "refer")
    return page
