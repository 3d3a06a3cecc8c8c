"""Personal data is nowhere to be read, in whatever form somebody sent it or changed it later."""

import base64
import logging
import sqlite3

import pytest
from django.db import connection
from django.test import Client

from perspectief.log_format import FormatterWithoutTexts
from registration.background import periodic
from registration.journey import drafts
from registration.mail.delivery import deliver_due
from registration.models import OutboundMail, Registration
from registration.submission import Receipt
from tests.perspectief.test_error_reporting import sent
from tests.registration.journey.visitor import QUESTION, Visitor
from tests.registration.own_page.conftest import clock, own_pages
from tests.registration.own_page.owner import Owner
from tests.registration.planted import cached, leaks, sessions, shapes_of, tables
from tests.registration.referral.professional import plant_referral_page, professional

__all__ = ["clock", "own_pages", "sent"]

pytestmark = pytest.mark.django_db

REGISTRATION = {
    "about_you": {
        "name": "Zwaantje Plantvorst",
        "pronouns": "plantvoornaam",
        "for_whom": "self_with_help",
        "helper_name": "Helper Plantgaard",
        "who_to_call": "call_person",
        "helper_consent": "on",
    },
    "what_happened": {"story": "Plantverhaal bij de Plantbrug"},
    "reach": {
        "phone": "06 12 34 43 21",
        "email": "plant.adres@schuilplaats.example",
        "fallback": ["email"],
        "identify": "org_ok",
        "needs": ["other_need"],
        "other_need": "Plantbehoefte",
        "language": "other_language",
        "other_language": "Planttaal",
    },
}
ASKED = {
    "question": {
        "question": "Plantvraag over mijn zus",
        "name": "Vrager Plantmans",
        "phone": "06 98 76 65 54",
    }
}
REFERRED = {
    "referrer": {
        "referrer_name": "Verwijzer Plantinga",
        "organisation": "Planthuis",
        "function": "Plantfunctie",
        "referrer_email": "werk@planthuis.example",
    },
    "client": {"told_by": "Verteller Plant", "name": "Client Plantsma", "story": "Plantdossier"},
    "client_reach": {"phone": "06 55 44 66 77", "email": "client@plantmail.example"},
}
CHANGED = {
    "phone": "06 33 22 77 88",
    "email": "nieuw.plant@anders.example",
    "fallback": ["email"],
    "identify": "org_ok",
}
# Codes and yes-or-no answers are found everywhere: only what somebody typed is planted.
CODES = {
    "for_whom",
    "who_to_call",
    "helper_consent",
    "fallback",
    "identify",
    "needs",
    "language",
}
PLANTED = {
    f"{step}.{name}": value
    for steps in (REGISTRATION, ASKED, REFERRED, {"changed": CHANGED})
    for step, answers in steps.items()
    for name, value in answers.items()
    if name not in CODES
}


class Trail:
    """Everything that whole journeys leave behind, outside the database."""

    def __init__(self) -> None:
        self.addresses: list[str] = []

    def of(self, client: Client) -> Client:
        """Have every address that `client` asks for or is sent to written down."""
        ask = client.request

        def request(**options):
            response = ask(**options)
            self.addresses += [
                options.get("PATH_INFO", ""),
                options.get("QUERY_STRING", ""),
                response.get("Location", ""),
                repr(client.cookies),
            ]
            return response

        client.request = request
        return client


def everywhere(trail: Trail, caplog, sent: list[bytes]) -> dict[str, str]:
    return {
        **tables(),
        **sessions(),
        **cached(),
        "addresses and cookies": "\n".join(trail.addresses),
        "log": caplog.text,
        "error reports": "\n".join(one.decode("utf-8", "replace") for one in sent),
    }


def receipt_of(registration: Registration, response) -> Receipt:
    """Return what the page that thanks shows: number and secret words."""
    return Receipt(
        reference=response.context["reference"],
        due_at=registration.received_at,
        task_kind="call",
        mail_will_come=True,
        secret_words=response.context["secret_words"],
    )


def everything_happens(trail: Trail, check) -> None:
    """Register, ask, refer and change, and have the mails sent; `check` after every part."""
    visitor = Visitor("nl", browser=trail.of(Client()))
    visitor.fill_in(**REGISTRATION)
    check("draft")
    thanks = visitor.browser.get(visitor.send("check", visitor.consent())["Location"])
    stored = Registration.objects.get()
    assert stored.read_answers().name == REGISTRATION["about_you"]["name"]
    check("registration")
    Visitor("nl", walk=QUESTION, browser=trail.of(Client())).register(**ASKED)
    check("question")
    professional(browser=trail.of(Client())).register(**REFERRED)
    check("referral")
    owner = Owner(receipt_of(stored, thanks), trail.of(Client()))
    owner.enter()
    owner.send("veranderen", CHANGED)
    assert owner.registration.read_answers().email == CHANGED["email"]
    check("own page")
    deliver_due()
    assert OutboundMail.objects.filter(sent_at__isnull=False).exists()
    check("mail")
    periodic.run_due()
    check("recurring work")


def something_breaks(trail: Trail, monkeypatch) -> None:
    """Have the server fail over an answer, with the answer in the error and all around it."""
    visitor = Visitor("nl", browser=trail.of(Client(raise_request_exception=False)))
    answers = {"role": "victim", **REGISTRATION["about_you"]}

    def fail(*args, **kwargs):
        raise ValueError(answers["name"])

    with monkeypatch.context() as broken:
        broken.setattr(drafts, "save_step", fail)
        assert visitor.send("about_you", answers).status_code == 500


def test_nothing_typed_is_readable_anywhere_after_any_journey(
    own_pages, clock, caplog, sent, monkeypatch
):
    plant_referral_page(own_pages.home)
    caplog.set_level(logging.DEBUG)
    trail = Trail()
    found = {}

    def check(moment: str) -> None:
        if here := leaks(PLANTED, everywhere(trail, caplog, sent)):
            found[moment] = here

    everything_happens(trail, check)
    caplog.handler.setFormatter(FormatterWithoutTexts("{levelname} {name} {message}", style="{"))
    something_breaks(trail, monkeypatch)
    assert sent
    check("fault")
    assert found == {}


def test_a_stolen_database_reveals_no_personal_field(own_pages, clock):
    plant_referral_page(own_pages.home)
    moments = []

    def steal(moment: str) -> None:
        moments.append((moment, leaks(PLANTED, {"dump": dump()})))

    everything_happens(Trail(), steal)
    assert moments == [(moment, []) for moment, _found in moments]
    assert len(moments) == 7


def dump() -> str:
    """Return the database as a thief has it: the bytes of the SQLite file, or every table."""
    if connection.vendor == "sqlite":
        raw: sqlite3.Connection = connection.connection
        return raw.serialize().decode("latin-1")
    written = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            with cursor.copy(f'COPY "{table}" TO STDOUT') as rows:
                written.extend(bytes(row).decode() for row in rows)
    return "".join(written)


NAME = REGISTRATION["about_you"]["name"]


@pytest.mark.parametrize(
    "written",
    [
        NAME.lower(),
        NAME.replace(" ", ""),
        NAME.replace(" ", "%20"),
        NAME.encode().hex(),
        NAME[::-1],
        *(base64.b64encode(b"x" * shift + NAME.encode() + b"...").decode() for shift in range(3)),
    ],
)
def test_a_leak_would_be_found(written):
    assert leaks({"name": NAME}, {"a column": f"...{written}..."}) == ["name in a column"]
    assert leaks({"name": NAME}, {"a column": "Noor"}) == []


def test_a_number_is_found_however_it_is_written():
    planted = {"phone": "06 12 34 43 21"}
    for written in (
        "+31612344321",
        "0612344321",
        "06-12344321",
        "06-12 34 43 21",
        "+31 (0)6 1234 4321",
        "06.1234.4321",
        "612344321",
    ):
        assert leaks(planted, {"log": f"call {written}."}) == ["phone in log"]
    assert leaks(planted, {"log": "call 06-12344322, 06-1234 or 4321"}) == []


def test_what_is_planted_can_be_told_from_chance():
    assert all(shapes_of(value) for value in PLANTED.values())
    assert len(set(PLANTED.values())) == len(PLANTED)
