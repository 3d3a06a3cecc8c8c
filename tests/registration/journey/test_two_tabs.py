"""A form that is open twice sends only what the page that sends it showed."""

import re

import pytest
from django.test import Client

from registration.models import Draft, PrivacyStatement, Registration
from tests.registration.journey.visitor import (
    QUESTION,
    SELF_REGISTRATION,
    STORY_LATER,
    Visitor,
    Walk,
    controls,
    is_refused,
    text_of,
)
from tests.registration.referral.professional import REFERRAL, plant_referral_page

pytestmark = pytest.mark.django_db

SHOWN = "answers_shown"
NOT_SENT = "We hebben niets verstuurd."


def other_tab(visitor: Visitor, step: str, **changes) -> None:
    """Change answers of a step in another tab of the same browser."""
    answer = visitor.send(step, {**visitor.walk.least[step], **changes})
    assert answer.status_code == 302, text_of(answer)


def sent_from_check(visitor: Visitor, **changes) -> dict:
    """Return what the page with all answers sends, which was opened before anything changed."""
    visitor.fill_in(**changes)
    return visitor.consent()


def test_what_another_tab_changed_is_shown_before_it_is_sent(visitor):
    old_page = sent_from_check(visitor)
    other_tab(visitor, "about_you", name="Bo")
    page = visitor.send("check", old_page)
    assert is_refused(page)
    assert NOT_SENT in text_of(page)
    assert "Veranderd: Hoe mogen we je noemen?" in text_of(page)
    assert "Bo" in text_of(page)
    assert "consent" not in controls(page), "nobody agreed to these answers yet"
    assert not Registration.objects.exists()


def test_what_changed_is_marked_in_the_list_itself(visitor):
    old_page = sent_from_check(visitor)
    other_tab(visitor, "about_you", name="Bo")
    html = visitor.send("check", old_page).content.decode()
    rows = re.findall(r'<div class="told__row">.*?</div>', html, re.DOTALL)
    marked = [row for row in rows if "answer__changed" in row]
    assert len(marked) == 1
    assert "Je meldt jezelf aan als <bdi>Bo</bdi>." in marked[0]


def test_after_reading_them_the_new_answers_can_be_sent_from_that_page(visitor):
    old_page = sent_from_check(visitor)
    other_tab(visitor, "about_you", name="Bo")
    page = controls(visitor.send("check", old_page))
    answer = visitor.send("check", {**page, "consent": "on"})
    assert answer["Location"] == visitor.url("thank_you")
    assert Registration.objects.get().read_answers().name == "Bo"


def test_a_new_statement_too_can_be_agreed_to_on_the_page_that_says_so(visitor):
    old_page = sent_from_check(visitor)
    PrivacyStatement.objects.create(version=2, body_nl="Nieuw", body_en="New")
    page = controls(visitor.send("check", old_page))
    assert "consent" not in page, "nobody agreed to it yet"
    assert visitor.send("check", {**page, "consent": "on"})["Location"] == visitor.url("thank_you")
    assert Registration.objects.get().privacy_statement.version == 2


def test_in_english_it_is_said_in_english(english_visitor):
    old_page = sent_from_check(english_visitor)
    other_tab(english_visitor, "reach", phone="030-2340046")
    words = text_of(english_visitor.send("check", old_page))
    assert "We sent nothing." in words
    assert "Changed: What phone number can we call?" in words


def test_words_beside_a_number_are_a_change_of_its_question(visitor):
    old_page = sent_from_check(visitor)
    other_tab(visitor, "reach", phone="030-2345678 (na 5 uur)")
    words = text_of(visitor.send("check", old_page))
    assert "Veranderd: Op welk nummer mogen we bellen?" in words


def test_what_was_typed_in_another_way_but_means_the_same_is_no_change(visitor):
    old_page = sent_from_check(visitor)
    other_tab(visitor, "reach", phone="030 234 56 78")
    assert visitor.send("check", old_page)["Location"] == visitor.url("thank_you")


def test_another_form_begun_in_the_same_browser_is_not_sent_unseen(visitor):
    old_page = sent_from_check(visitor)
    Draft.objects.all().delete()  # its time was over
    visitor.fill_in(name="Iemand anders")
    page = visitor.send("check", old_page)
    assert is_refused(page)
    assert not Registration.objects.exists()


@pytest.mark.parametrize("shown", ["", "x", "x~about_you.name=0", "é\x00~", "~" * 10_000])
def test_a_page_that_does_not_say_what_it_showed_is_shown_again(visitor, shown):
    page = visitor.send("check", {**sent_from_check(visitor), SHOWN: shown})
    assert is_refused(page)
    assert NOT_SENT in text_of(page)
    assert not Registration.objects.exists()


def test_the_page_tells_no_answer_by_its_stamp(visitor, site_tree):
    first = sent_from_check(visitor)[SHOWN]
    assert sent_from_check(visitor)[SHOWN] != first, "the same answers look different each time"
    other = sent_from_check(Visitor("nl", browser=Client()))[SHOWN]
    assert not set(re.findall(r"=(\w+)", first)) & set(re.findall(r"=(\w+)", other))


def test_a_referral_shows_again_what_another_tab_changed(site_tree, clock):
    plant_referral_page(site_tree.home)
    visitor = Visitor("nl", walk=REFERRAL)
    old_page = sent_from_check(visitor)
    other_tab(visitor, "client", name="Bo")
    page = visitor.send("check", old_page)
    assert is_refused(page)
    assert NOT_SENT in text_of(page)
    assert not Registration.objects.exists()
    assert visitor.send("check", visitor.consent())["Location"] == visitor.url("thank_you")


@pytest.mark.parametrize("walk", [QUESTION, STORY_LATER], ids=["question", "story_later"])
def test_a_form_without_a_page_to_check_sends_nothing_that_another_tab_changed(
    site_tree, clock, walk: Walk
):
    visitor = Visitor("nl", walk=walk)
    visitor.fill_in()
    old_page = visitor.consent()
    visitor.send(walk.first, {**walk.least[walk.first], "name": "Bo"})
    page = visitor.send(walk.sends, old_page)
    assert is_refused(page)
    assert "Veranderd: Hoe mogen we je noemen?" in text_of(page)
    assert not Registration.objects.exists()
    assert visitor.send(walk.sends, visitor.consent())["Location"] == visitor.url("thank_you")
    assert Registration.objects.get().read_answers().name == "Bo"


def test_what_the_last_page_asks_itself_is_sent_as_it_stands_there(site_tree, clock):
    visitor = Visitor("nl", walk=STORY_LATER)
    visitor.fill_in()
    page = visitor.consent(language="english")
    visitor.send("times", {"language": "dutch", "save": "1"})
    assert visitor.send("times", page)["Location"] == visitor.url("thank_you")
    assert Registration.objects.get().read_answers().language == "english"


def test_a_mistake_on_the_page_that_sends_is_no_change_of_the_others(site_tree, clock):
    visitor = Visitor("nl", walk=QUESTION)
    visitor.fill_in()
    page = visitor.send("safe", visitor.consent(rules_out="yes"))
    assert is_refused(page)
    answer = visitor.send("safe", {**controls(page), "rules_out": "no"})
    assert answer["Location"] == visitor.url("thank_you")


def test_every_form_with_a_page_to_check_stamps_it(site_tree, clock):
    plant_referral_page(site_tree.home)
    for walk in (SELF_REGISTRATION, REFERRAL):
        assert SHOWN in sent_from_check(Visitor("nl", walk=walk))
