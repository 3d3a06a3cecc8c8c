"""A reminder is cancelled with the code from the screen, by whoever has it, until it is sent."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from registration.models import Reminder
from tests.registration.journey.visitor import controls, text_of
from tests.support.careful_browser import careful_browser

pytestmark = pytest.mark.django_db

CODE = re.compile(r"\b[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}\b")
ADDRESS = {
    "nl": "/nog-niet-zeker/herinnering-annuleren/",
    "en": "/en/not-sure-yet/cancel-reminder/",
}


@pytest.fixture
def code(visitor) -> str:
    """The code that somebody saw on the screen."""
    found = CODE.search(text_of(visitor.register()))
    assert found
    return found[0]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("written", [str, str.lower, lambda code: code.replace("-", " ")])
def test_the_code_cancels(code, language, written):
    browser = Client()
    answer = browser.post(ADDRESS[language], {"code": written(code)})
    assert answer["Location"] == f"{ADDRESS[language]}?notice=cancelled"
    assert not Reminder.objects.exists()
    words = {"nl": "Je herinnering is geannuleerd.", "en": "Your reminder is cancelled."}
    page = browser.get(answer["Location"])
    assert words[language] in text_of(page)
    assert code not in page.content.decode()


def test_the_page_after_asking_leads_to_it(visitor):
    assert f'href="{ADDRESS["nl"]}"' in visitor.register().content.decode()


def test_every_wrong_code_gets_the_same_answer(code):
    browser = Client()
    wrong = ["HHH-HHH-HHH", "H", code[:-1], f"{code}2", "<b>", "👋" * 10]
    answers = [browser.post(ADDRESS["nl"], {"code": each}) for each in wrong]
    browser.post(ADDRESS["nl"], {"code": code})
    answers.append(browser.post(ADDRESS["nl"], {"code": code}))  # used by now
    assert {answer.status_code for answer in answers} == {422}
    assert len({text_of(answer) for answer in answers}) == 1
    assert "Deze code kennen we niet." in text_of(answers[0])
    assert controls(answers[2])["code"] == [code[:-1]]
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("typed", ["", "  ", "A" * 500])
def test_what_can_be_no_code_is_pointed_out(site_tree, clock, typed):
    page = Client().post(ADDRESS["nl"], {"code": typed})
    assert page.status_code == 422
    assert 'href="#id_code"' in page.content.decode()


@pytest.mark.usefixtures("each_production_cache")
def test_an_address_may_not_go_on_guessing(code, clock):
    browser = Client()
    for _ in range(30):
        assert browser.post(ADDRESS["nl"], {"code": "HHH-HHH-HHH"}).status_code == 422
    page = browser.post(ADDRESS["nl"], {"code": code})
    assert page.status_code == 429
    assert Reminder.objects.exists()
    clock.shift(timedelta(minutes=55))
    assert browser.post(ADDRESS["nl"], {"code": code}).status_code == 429
    clock.shift(timedelta(minutes=6))
    assert browser.post(ADDRESS["nl"], {"code": code}).status_code == 302


def test_an_old_safety_token_loses_nothing_and_cancels_nothing(code):
    page = careful_browser().post(ADDRESS["nl"], {"code": code})
    assert page.status_code == 403
    assert controls(page)["code"] == [code]
    assert Reminder.objects.exists()


def test_opening_the_address_cancels_nothing(code):
    assert Client().get(ADDRESS["nl"], {"code": code}).status_code == 200
    assert Reminder.objects.exists()


def test_the_address_of_the_other_language_leads_on(site_tree, clock):
    assert Client().get("/en/not-sure-yet/herinnering-annuleren/")["Location"] == ADDRESS["en"]
    assert f'href="{ADDRESS["en"]}"' in Client().get(ADDRESS["nl"]).content.decode()


def test_no_cache_and_no_search_engine_keeps_the_page(site_tree, clock):
    page = Client().get(ADDRESS["nl"])
    assert "no-store" in page["Cache-Control"]
    assert Client().put(ADDRESS["nl"]).status_code == 405
