"""Personal data is nowhere to be read, in whatever form somebody sent it or changed it later."""

import base64
import logging
import sqlite3
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from perspectief.log_format import FormatterWithoutTexts
from registration.background import periodic
from registration.casework.receipts import Receipt
from registration.journey import drafts
from registration.mail.delivery import deliver_due
from registration.models import (
    Callback,
    ContactAttempt,
    OutboundMail,
    Registration,
    Reminder,
)
from registration.reminder.sending import send_reminders
from registration.rules.promised import Promised
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.lifecycle import Lifecycle
from tests.perspectief.test_error_reporting import sent
from tests.registration.desk.screens import QUEUE, end_so, url
from tests.registration.factories import DeskMemberFactory
from tests.registration.journey.visitor import QUESTION, REMINDER, Visitor
from tests.registration.own_page.conftest import clock, own_pages
from tests.registration.own_page.owner import Owner
from tests.registration.paper.test_entering import paper
from tests.registration.planted import cached, leaks, sessions, shapes_of, tables
from tests.registration.referral.professional import plant_referral_page, professional
from tests.registration.up_to_date_client import UpToDateClient

__all__ = ["clock", "own_pages", "sent"]

pytestmark = pytest.mark.django_db

REGISTRATION = {
    "name": "Zwaantje Plantvorst",
    "pronouns": "plantvoornaam",
    "for_whom": "self_with_help",
    "helper_name": "Helper Plantgaard",
    "who_to_call": "call_person",
    "helper_consent": "on",
    "story": "Plantverhaal bij de Plantbrug",
    "phone": "06 12 34 43 21",
    "email": "plant.adres@schuilplaats.example",
    "fallback": ["email"],
    "identify": "org_ok",
    "needs": ["other_need"],
    "other_need": "Plantbehoefte",
    "language": "other_language",
    "other_language": "Planttaal",
}
ASKED = {
    "question": "Plantvraag over mijn zus",
    "name": "Vrager Plantmans",
    "phone": "06 53 76 65 54",
}
REFERRED = {
    "referrer_name": "Verwijzer Plantinga",
    "organisation": "Planthuis",
    "function": "Plantfunctie",
    "referrer_email": "werk@planthuis.example",
    "told_by_whom": "somebody_else",
    "told_by": "Verteller Plant",
    "name": "Client Plantsma",
    "story": "Plantdossier",
    "phone": "06 55 44 66 77",
    "email": "client@plantmail.example",
}
CHANGED = {
    "phone": "06 33 22 77 88",
    "email": "nieuw.plant@anders.example",
    "fallback": ["email"],
    "identify": "org_ok",
}
SAVED = {"name": "Bewaarder Plantzaad", "story": "Plantbegin dat nog niet af is"}
LINK = {"email": "bewaar@plantkas.example"}
REMINDED = {"email": "later@plantkalender.example"}
ON_PAPER = {
    "name": "Papieren Plantenga",
    "other_way_details": "Plantstraat 12, 1234 ZZ Plantdam",
    "story": "Plantpapier met een verhaal",
    "pronouns": "plantpapierwoord",
}
NOTED = {"attempt": "Plantnotitie over de buurman", "outcome": "Plantslot van het gesprek"}
# Codes and yes-or-no answers are found everywhere: only what somebody typed is planted.
CODES = {
    "for_whom",
    "who_to_call",
    "helper_consent",
    "fallback",
    "identify",
    "needs",
    "language",
    "role",
    "told_by_whom",
}
PLANTED = {
    f"{number}.{name}": value
    for number, answers in enumerate(
        (REGISTRATION, ASKED, REFERRED, CHANGED, SAVED, LINK, REMINDED, ON_PAPER, NOTED)
    )
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
        promised=Promised(task_kind="call", before=registration.received_at),
        mail_will_come=True,
        secret_words=response.context["secret_words"],
    )


def something_is_saved(trail: Trail) -> None:
    """Stop in the middle, and have the link sent with which to go on."""
    visitor = Visitor("nl", browser=trail.of(Client()))
    visitor.send("name", {**visitor.least("name"), "name": SAVED["name"]})
    visitor.send("story", {"story": SAVED["story"], "later": "1"})
    page = visitor.browser.get("/aanmelden/later-verder/")
    link = {"way": "link", "ticket": page.context["ticket"], **LINK}
    assert visitor.browser.post("/aanmelden/later-verder/", link).status_code == 200


def the_desk_works(trail: Trail, check) -> None:
    """Enter a form from paper, look at it, send a letter, and close it."""
    desk = trail.of(UpToDateClient())
    desk.force_login(DeskMemberFactory())
    received = {"received_on": "2026-11-24", **ON_PAPER}
    assert desk.post(reverse("callbacks:paper"), paper(**received)).status_code == 200
    callback = Callback.objects.latest("pk")
    assert callback.registration.read_answers().name == ON_PAPER["name"]
    check("paper")
    for view, data in (
        ("take", {}),
        ("attempt", {"result": AttemptResult.SENT, "note": NOTED["attempt"]}),
    ):
        assert desk.post(url(view, callback), data).status_code == 302
        desk.get(url("details", callback))
        desk.get(QUEUE)
    end_so(desk, callback, Lifecycle.ALLOCATED, NOTED["outcome"])
    desk.get(url("details", callback))
    desk.get(reverse("registration_unfinished"))
    assert ContactAttempt.objects.get().note == NOTED["attempt"]
    callback.registration.refresh_from_db()
    assert callback.registration.desk_note == NOTED["outcome"]
    check("desk")


def everything_happens(trail: Trail, check, clock) -> None:
    """Have everybody do all they can, and have the mails sent; `check` after every part."""
    visitor = Visitor("nl", browser=trail.of(Client()))
    visitor.fill_in(**REGISTRATION)
    check("draft")
    thanks = visitor.browser.get(visitor.send("check", visitor.consent())["Location"])
    stored = Registration.objects.get()
    assert stored.read_answers().name == REGISTRATION["name"]
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
    something_is_saved(trail)
    check("saved form")
    Visitor("nl", walk=REMINDER, browser=trail.of(Client())).register(**REMINDED)
    assert Reminder.objects.exists()
    check("reminder")
    the_desk_works(trail, check)
    deliver_due()
    assert OutboundMail.objects.filter(sent_at__isnull=False).exists()
    check("mail")
    periodic.run_due()
    check("recurring work")
    clock.shift(timedelta(days=31))
    send_reminders(timezone.now())
    deliver_due()
    assert not Reminder.objects.exists()
    assert REMINDED["email"] in mail.outbox[-1].to
    periodic.run_due()
    check("a month later")


def something_breaks(trail: Trail, monkeypatch) -> None:
    """Have the server fail over an answer, with the answer in the error and all around it."""
    visitor = Visitor("nl", browser=trail.of(Client(raise_request_exception=False)))
    answers = {"role": "victim", "name": REGISTRATION["name"], "for_whom": "self"}

    def fail(*args, **kwargs):
        raise ValueError(answers["name"])

    with monkeypatch.context() as broken:
        broken.setattr(drafts, "save_step", fail)
        assert visitor.send("name", answers).status_code == 500


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

    everything_happens(trail, check, clock)
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

    everything_happens(Trail(), steal, clock)
    assert moments == [(moment, []) for moment, _found in moments]
    assert len(moments) == 12


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


NAME = REGISTRATION["name"]


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
