"""What somebody gives who wants a reminder, and what they get to see."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.http import QueryDict
from django.test import Client

from registration.models import (
    AnonymousCount,
    Callback,
    Draft,
    OutboundMail,
    PrivacyStatement,
    Registration,
    Reminder,
)
from registration.reminder.forms import ReminderForm
from tests.registration.journey.conftest import TUESDAY_MORNING
from tests.registration.journey.visitor import (
    REMINDER,
    STORY_LATER,
    Visitor,
    controls,
    is_refused,
    text_of,
)
from tests.support.careful_browser import careful_browser

pytestmark = pytest.mark.django_db

CODE = re.compile(r"\b[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}\b")
LEAST = REMINDER.least["reminder"]


def filled_in(now: datetime = TUESDAY_MORNING, **answers: str) -> ReminderForm:
    """Return the form with the least that is needed, and `answers`."""
    data = QueryDict(mutable=True)
    data.update({**LEAST, **answers})
    return ReminderForm(data, now=now)


def test_nothing_is_asked_but_an_address_a_day_and_whether_to_say_who_we_are(db):
    assert list(ReminderForm().fields) == ["when", "day", "email", "identify"]


@pytest.mark.parametrize(
    ("language", "day"), [("nl", "donderdag 24 december"), ("en", "Thursday 24 December")]
)
def test_the_screen_shows_the_day_and_the_code(site_tree, clock, language, day):
    visitor = Visitor(language, walk=REMINDER)
    words = text_of(visitor.register())
    assert day in words
    assert CODE.search(words)
    reminder = Reminder.objects.get()
    assert reminder.recipient == {"email": "noor@example.org", "says_who": True}
    assert reminder.language == language
    assert reminder.due_at == datetime(2026, 12, 24, 9, 0, tzinfo=UTC)
    assert reminder.privacy_statement == PrivacyStatement.objects.get()


def test_the_desk_gets_nothing_and_only_a_number_is_counted(visitor):
    visitor.register()
    assert not Registration.objects.exists()
    assert not Callback.objects.exists()
    assert not OutboundMail.objects.exists()
    counted = AnonymousCount.objects.values_list("dimension", "code", "count")
    assert list(counted) == [("reminder", "asked", 1)]


def test_two_clicks_ask_once(visitor):
    sent = visitor.consent()
    first, second = visitor.send("reminder", sent), visitor.send("reminder", sent)
    assert first["Location"] == visitor.url("thank_you")
    assert second["Location"] == f"{visitor.url('thank_you')}?notice=double"
    assert Reminder.objects.count() == 1


def test_sent_answers_are_gone_from_the_draft(visitor):
    visitor.register()
    assert Draft.objects.get().answers == {}


def test_somebody_else_can_ask_on_the_same_device(visitor):
    first = CODE.findall(text_of(visitor.register()))
    visitor.send("thank_you", {"start_again": "1"})
    second = CODE.findall(text_of(visitor.register()))
    assert len({*first, *second}) == 2
    assert Reminder.objects.count() == 2


def test_the_other_form_of_the_page_is_not_disturbed(site_tree, clock):
    browser = Client()
    reminded = Visitor("nl", walk=REMINDER, browser=browser)
    called = Visitor("nl", walk=STORY_LATER, browser=browser)
    reminded.send("reminder", {"email": "half@", "save": "1"})
    called.send("story_later", {"name": "Noor", "save": "1"})
    assert controls(reminded.read("reminder"))["email"] == ["half@"]
    assert controls(called.read("story_later"))["name"] == ["Noor"]


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({}, set()),
        ({"email": ""}, {"email"}),
        ({"email": "noor@"}, {"email"}),
        ({"email": "noor@example.org\nBcc: x@example.org"}, {"email"}),
        ({"when": ""}, {"when"}),
        ({"when": "in_7_months"}, {"when"}),
        ({"when": "on_day"}, {"day"}),
        ({"when": "on_day", "day": "31-2-2027"}, {"day"}),
        ({"when": "on_day", "day": "24-11-2026"}, {"day"}),
        ({"when": "on_day", "day": "25-11-2026"}, set()),
        ({"when": "on_day", "day": "24-5-2027"}, set()),
        ({"when": "on_day", "day": "25-5-2027"}, {"day"}),
        ({"when": "on_day", "day": "1-1-9999"}, {"day"}),
        ({"when": "in_1_month", "day": "1-1-2030"}, set()),
    ],
)
def test_what_is_not_right_is_pointed_out(db, answers, wrong):
    assert set(filled_in(**answers).errors) == wrong


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_mistake_is_next_to_its_field_and_in_the_summary(site_tree, clock, language):
    visitor = Visitor(language, walk=REMINDER)
    sent = {"email": "noor@@example", "when": "on_day", "day": "ooit", "identify": "org_ok"}
    page = visitor.send("reminder", sent)
    html = page.content.decode()
    assert is_refused(page)
    for name in ("email", "day", "consent"):
        assert f'href="#id_{name}"' in html
        assert f'id="id_{name}_error"' in html
    for name, value in sent.items():
        assert controls(page)[name] == [value]
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("identify", ["", "first_name_only"])
def test_without_a_neutral_sender_a_neutral_wish_is_not_accepted_silently(
    visitor, settings, identify
):
    settings.NEUTRAL_FROM_EMAIL = ""
    page = visitor.send("reminder", visitor.consent(identify=identify))
    assert is_refused(page)
    assert "We kunnen je geen mail sturen waarin niet te zien is wie we zijn." in text_of(page)
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("identify", ["", "first_name_only"])
def test_with_a_neutral_sender_unanswered_means_neutral(visitor, neutral_sender, identify):
    visitor.send("reminder", visitor.consent(identify=identify))
    assert Reminder.objects.get().recipient["says_who"] is False


def test_without_a_statement_in_force_nothing_is_offered(visitor, settings):
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    page = visitor.browser.get(REMINDER.landing["nl"]).content.decode()
    assert visitor.url("reminder") not in page
    assert visitor.read("reminder")["Location"] == REMINDER.landing["nl"]


def test_a_flood_waits_and_loses_nothing(visitor, settings):
    settings.REGISTRATION_FLOOD_BLOCK = 1
    visitor.register()
    visitor.send("thank_you", {"start_again": "1"})
    page = visitor.send("reminder", visitor.consent())
    assert page.status_code == 429
    assert controls(page)["email"] == ["noor@example.org"]
    assert Reminder.objects.count() == 1


def test_an_old_safety_token_loses_nothing(site_tree, clock):
    visitor = Visitor("nl", walk=REMINDER, browser=careful_browser())
    page = visitor.send("reminder", {**LEAST, "consent": "on"})
    assert page.status_code == 403
    for name, value in LEAST.items():
        assert controls(page)[name] == [value]


def test_what_was_typed_is_kept_an_hour_at_most(visitor, clock):
    visitor.send("reminder", {"email": "noor@example.org", "save": "1"})
    clock.shift(timedelta(minutes=61))
    assert visitor.read("reminder").status_code == 410


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_leads_to_all_three_and_reading_on_stores_nothing(site_tree, clock, language):
    browser = Client()
    html = browser.get(REMINDER.landing[language]).content.decode()
    home = {"nl": "/", "en": "/en/"}[language]
    for slug in {"nl": ("bel-me/", "herinnering/"), "en": ("call-me/", "reminder/")}[language]:
        assert f'href="{REMINDER.landing[language]}{slug}"' in html
    assert f'class="door" href="{home}"' in html
    browser.get(home)
    assert not browser.cookies
    assert not any(model.objects.exists() for model in (Draft, Reminder, Registration, Session))


def test_an_editor_chooses_the_page_to_read_on(site_tree, clock):
    site_tree.not_yet.read_on = site_tree.question
    site_tree.not_yet.save()
    english = site_tree.english(site_tree.not_yet)
    english.read_on = site_tree.question
    english.save()
    assert 'class="door" href="/contact/"' in Client().get("/nog-niet-zeker/").content.decode()
    english_html = Client().get("/en/not-sure-yet/").content.decode()
    assert 'class="door" href="/en/contact/"' in english_html
