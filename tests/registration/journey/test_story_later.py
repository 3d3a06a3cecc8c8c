"""Registering without a story: what is asked, and what the desk gets to know."""

import logging

import pytest
from django.core import mail
from django.db import connection
from django.http import QueryDict
from django.utils import timezone

from registration.casework.claims import claim
from registration.forms import StoryLaterForm
from registration.mail.delivery import deliver_due
from registration.models import AnonymousCount, Callback, Registration
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.lifecycle import Source
from registration.vocabulary.person import NOT_SAY
from tests.registration.desk.callback.test_call_script import script_of
from tests.registration.desk.screens import details
from tests.registration.factories import AnswersFactory, DeskMemberFactory
from tests.registration.journey.conftest import TUESDAY_MORNING
from tests.registration.journey.test_drafts import raw_row
from tests.registration.journey.visitor import STORY_LATER, Visitor, text_of

pytestmark = pytest.mark.django_db

PLANTED = {"name": "Schuilnaam-Wolk", "phone": "0612345678", "email": "wolk@example.org"}
TRACES = ("Schuilnaam-Wolk", "612345678", "wolk@example")


@pytest.fixture
def visitor(site_tree, clock) -> Visitor:
    """Somebody who wants to be called and reads Dutch."""
    return Visitor("nl", walk=STORY_LATER)


def test_nothing_is_asked_but_a_name_and_one_safe_way(db):
    assert list(StoryLaterForm().fields) == [
        "name",
        "phone",
        "email",
        "fallback",
        "identify",
        "moments",
        "avoid",
        "language",
        "other_language",
        "rules_out",
        "call_when",
    ]


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({"phone": "030-2345678"}, set()),
        ({"email": "noor@example.org", "fallback": "email", "identify": "org_ok"}, set()),
        ({}, {"phone"}),
        ({"email": "noor@example.org"}, {"fallback"}),
        ({"phone": "030-2345678", "fallback": ["email"]}, set()),  # not offered without an address
        ({"phone": "030-2345678", "call_when": "choose"}, {"moments"}),
        ({"phone": "030-2345678", "name": " "}, {"name"}),
        ({"phone": "06-1234"}, {"phone"}),
    ],
)
def test_one_safe_way_is_enough(db, answers, missing):
    data = QueryDict(mutable=True)
    for name, value in {"name": "Noor", **answers}.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    assert set(StoryLaterForm(data, now=TUESDAY_MORNING).errors) == missing


def test_it_is_a_registration_with_all_that_belongs_to_it(visitor):
    words = text_of(visitor.register())
    registration, callback = Registration.objects.get(), Callback.objects.get()
    answers = registration.read_answers()
    assert (registration.source, callback.kind) == (Source.SELF, TaskKind.CALL)
    assert (answers.role, answers.kind, answers.story_later) == (NOT_SAY, NOT_SAY, True)
    assert (answers.name, answers.story) == ("Noor", "")
    assert registration.secret_words_hash
    assert "We bellen je uiterlijk op vrijdag 27 november ." in words
    counted = set(AnonymousCount.objects.values_list("dimension", "code"))
    assert {("source", "self"), ("role", NOT_SAY), ("kind", NOT_SAY)} <= counted


def test_the_confirmation_follows_what_the_person_allows(visitor, settings):
    settings.NEUTRAL_FROM_EMAIL = "Afspraken <bericht@neutraal.example>"
    visitor.register(**PLANTED, fallback=["email"])
    deliver_due(timezone.now())
    confirmation = next(each for each in mail.outbox if each.to == ["wolk@example.org"])
    assert confirmation.subject == "Je bericht is aangekomen"


def test_the_script_says_that_the_story_comes_later(visitor, client):
    visitor.register()
    member = DeskMemberFactory()
    callback = Callback.objects.get()
    claim(callback.pk, member)
    client.force_login(member)
    assert "Deze persoon vertelt het verhaal liever later." in details(client, callback)


@pytest.mark.parametrize("story_later", [True, False])
def test_only_then_does_the_script_say_so(in_english, story_later):
    script = script_of(AnswersFactory(phone="+31302345678", story_later=story_later))
    words = " ".join(step.words for step in script.contact)
    assert ("would rather tell the story later" in words) is story_later


def test_no_trace_of_what_was_typed_is_left_in_the_clear(visitor, caplog):
    caplog.set_level(logging.DEBUG)
    visitor.send("story_later", {**PLANTED, "save": "1"})
    visitor.register(**PLANTED, fallback=["email"], identify="org_ok")
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    stored = "".join(raw_row(table) for table in tables)
    cookies = "".join(morsel.value for morsel in visitor.browser.cookies.values())
    for trace in TRACES:
        assert trace not in stored + cookies + caplog.text
