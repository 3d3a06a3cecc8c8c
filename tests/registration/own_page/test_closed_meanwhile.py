"""What is sent from an own page that is not open any more changes nothing, and is answered."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from registration.models import Registration
from registration.own_page import visits
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.journey.visitor import controls, text_of
from tests.registration.own_page.conftest import register
from tests.registration.own_page.owner import Owner
from tests.support.careful_browser import careful_browser

pytestmark = pytest.mark.django_db

NOTHING_CHANGED = "We hebben niets veranderd."
NEW_NUMBER = {
    "phone": "06 12345678",
    "fallback": ["voicemail", "text", "email"],
    "identify": "org_ok",
}
ACTS = {
    "pause": lambda owner: owner.do("pause"),
    "withdraw": lambda owner: owner.send("intrekken"),
    "erase": lambda owner: owner.send("wissen"),
    "change": lambda owner: owner.send("veranderen", NEW_NUMBER),
    "more time": lambda owner: owner.send("veranderen", {**NEW_NUMBER, "save": "1"}),
    "other language": lambda owner: owner.send(
        "veranderen", {**NEW_NUMBER, "change_language": "nl"}
    ),
}


@pytest.fixture(params=sorted(ACTS))
def act(request):
    """Everything that can be sent from an own page, in turn."""
    return ACTS[request.param]


def is_untouched(registration: Registration) -> bool:
    registration.refresh_from_db()
    return (
        registration.state == Lifecycle.RECEIVED
        and registration.read_answers().phone == "+31612344321"
    )


def test_who_sends_from_a_page_that_closed_by_itself_reads_that_nothing_changed(owner, clock, act):
    clock.shift(visits.IDLE + timedelta(seconds=1))
    page = act(owner)
    assert page.status_code == 409
    assert NOTHING_CHANGED in text_of(page)
    assert "Vul je code nog een keer in" in text_of(page)
    assert "code" in controls(page)
    assert is_untouched(owner.registration)


def test_who_closed_it_in_another_tab_reads_that_too(owner, act):
    owner.do("close")
    assert NOTHING_CHANGED in text_of(act(owner))
    assert is_untouched(owner.registration)


def test_in_english_it_is_said_in_english(owner, clock):
    owner.language = "en"
    clock.shift(visits.IDLE + timedelta(seconds=1))
    assert "We changed nothing." in text_of(owner.do("pause"))


def test_who_was_erased_meanwhile_reads_that(owner, act):
    second = Owner(owner.receipt, Client())
    second.enter()
    second.send("wissen")
    words = text_of(act(owner))
    assert "Alles van deze aanmelding is gewist." in words
    assert NOTHING_CHANGED not in words


def test_an_older_tab_of_who_erased_it_here_is_not_asked_for_the_code(owner):
    owner.send("wissen")
    words = text_of(owner.send("veranderen", NEW_NUMBER))
    assert "Alles van deze aanmelding is gewist." in words
    assert "zie je daarna terug" not in words


def test_whoever_opens_the_page_after_somebody_erased_learns_nothing(owner):
    assert "gewist" in text_of(owner.send("wissen"))
    for _visit in range(2):
        words = text_of(owner.read(""))
        assert "Alles van deze aanmelding" not in words
        assert "we je pagina gesloten" not in words


def test_another_code_opened_in_the_same_browser_gets_nothing_of_it(owner, act):
    other = Owner(register(), owner.browser)
    other.enter()
    page = act(owner)
    assert page.status_code == 409
    assert NOTHING_CHANGED in text_of(page)
    assert "een andere aanmelding geopend" in text_of(page)
    assert "12345678" not in page.content.decode(), "one person's words are shown to another"
    assert is_untouched(owner.registration)
    assert is_untouched(other.registration)


@pytest.mark.parametrize("stamp", ["", "x", "x.y", "é\x00.", "." * 1000])
def test_a_page_that_does_not_say_whose_it_is_changes_nothing(owner, act, stamp):
    owner.older_stamp = stamp
    assert NOTHING_CHANGED in text_of(act(owner))
    assert is_untouched(owner.registration)


def test_the_stamp_tells_no_number_and_is_another_one_each_time(owner):
    first, second = (controls(owner.read("intrekken/"))["made_for"] for _ in range(2))
    assert first != second
    assert str(owner.registration.pk) not in re.split("[~=]", first[0])


def test_every_form_of_the_page_says_whose_it_is(owner):
    for part in ("", "veranderen/", "intrekken/", "wissen/"):
        main = owner.read(part).content.decode().partition("<main")[2].partition("</main>")[0]
        assert main.count("<form") == main.count('name="made_for"') > 0


def test_what_was_typed_is_there_again_after_the_code_but_not_saved(owner, clock):
    clock.shift(visits.IDLE + timedelta(seconds=1))
    page = owner.send("veranderen", NEW_NUMBER)
    assert "Wat je had ingevuld, zie je daarna terug." in text_of(page)
    again = reopened(owner, page)
    assert controls(again)["phone"] == ["06 12345678"]
    assert controls(again)["fallback"] == NEW_NUMBER["fallback"]
    assert "Nog niet opgeslagen." in text_of(again)
    assert is_untouched(owner.registration)
    owner.browser.post(f"{owner.front}veranderen/", controls(again))
    assert owner.registration.read_answers().phone == "+31612345678"


def test_a_typing_mistake_in_the_code_does_not_lose_it(owner, clock):
    clock.shift(visits.IDLE + timedelta(seconds=1))
    page = owner.send("veranderen", NEW_NUMBER)
    page = reopened(owner, page, secret_words="tulp kasteel")
    assert page.status_code == 422
    assert controls(reopened(owner, page))["phone"] == ["06 12345678"]


def test_somebody_else_who_enters_a_code_there_sees_nothing_of_it(owner, clock):
    other = Owner(register(), owner.browser)
    clock.shift(visits.IDLE + timedelta(seconds=1))
    page = owner.send("veranderen", NEW_NUMBER)
    again = reopened(other, page)
    assert "12345678" not in again.content.decode()
    assert NOTHING_CHANGED in text_of(again)
    assert is_untouched(other.registration)


def test_an_old_safety_token_is_no_way_to_another_registration(own_pages, clock):
    browser = careful_browser()
    first, other = Owner(register(), browser), Owner(register(), browser)
    for person in (first, other):
        token = controls(browser.get(person.front))["csrfmiddlewaretoken"][0]
        browser.post(person.front, {"action": "close", "csrfmiddlewaretoken": token})
        person.enter(csrfmiddlewaretoken=token)
    page = first.send("veranderen", NEW_NUMBER)
    assert "12345678" not in page.content.decode()
    assert NOTHING_CHANGED in text_of(page)


def reopened(owner: Owner, page, **changes):
    """Enter code and words on a page, with all that its form holds; follow to what comes of it."""
    entered = {"code": owner.receipt.reference, "secret_words": owner.receipt.secret_words}
    form = {**controls(page), **entered, **changes}
    (action,) = re.findall(
        r'<form class="form" method="post" action="([^"]+)"', page.content.decode()
    )
    return owner.browser.post(action, form, follow=True)
