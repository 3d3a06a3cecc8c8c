"""Who does not want our name said knows beforehand how our call and our mail will look."""

import pytest
from django.test import Client
from django.utils import translation

from registration.vocabulary.person import ForWhom, WhoToCall
from registration.vocabulary.whose import Whose, whose_contact
from registration.words.discreet_contact import discreet_contact
from tests.registration.journey.conftest import clock
from tests.registration.journey.visitor import (
    QUESTION,
    SELF_REGISTRATION,
    STORY_LATER,
    Visitor,
    text_of,
)
from tests.registration.own_page.conftest import own_pages, register
from tests.registration.own_page.owner import Owner
from tests.registration.referral.professional import REFERRAL, plant_referral_page

__all__ = ["clock", "own_pages"]

WITHHELD = "met een verborgen nummer"
NEUTRAL_NAME = "‘Afspraken’"
WALKS = {
    "registration": SELF_REGISTRATION,
    "question": QUESTION,
    "story_later": STORY_LATER,
    "referral": REFERRAL,
}
MAIL = {"email": "noor@example.org", "fallback": ["email"]}


@pytest.mark.parametrize("whose", Whose)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_everybody_reads_it_of_whom_we_call(whose, language):
    with translation.override(language):
        words = discreet_contact(withholds_number=True, neutral_sender="Afspraken", whose=whose)
    assert {"nl": "verborgen nummer", "en": "withheld number"}[language] in words
    assert NEUTRAL_NAME in words


def test_whom_we_may_name_reads_nothing_of_it():
    assert not discreet_contact(withholds_number=False, neutral_sender="", whose=Whose.OWN)


@pytest.mark.parametrize(
    ("for_whom", "who_to_call", "whose"),
    [
        ("", "", Whose.OWN),
        (ForWhom.SELF, WhoToCall.HELPER, Whose.OWN),
        (ForWhom.SELF_WITH_HELP, WhoToCall.PERSON, Whose.OWN),
        (ForWhom.SELF_WITH_HELP, WhoToCall.HELPER, Whose.HELPER),
        (ForWhom.OTHER_WHO_AGREES, WhoToCall.PERSON, Whose.HELPED),
        (ForWhom.OTHER_WHO_AGREES, WhoToCall.HELPER, Whose.OWN),
        (ForWhom.OTHER_WHO_AGREES, "", Whose.HELPED),
    ],
)
def test_whom_we_reach_is_told_from_who_fills_in_the_form(for_whom, who_to_call, whose):
    assert whose_contact(for_whom=for_whom, who_to_call=who_to_call) == whose


@pytest.mark.parametrize("whose", Whose)
def test_an_email_that_will_come_is_not_said_to_come_perhaps(whose):
    certain = {"withholds_number": False, "neutral_sender": "Afspraken", "whose": whose}
    with translation.override("en"):
        words = discreet_contact(**certain, mail_is_certain=True)
        perhaps = discreet_contact(**certain)
    assert words.startswith("The e-mail that we send")
    assert perhaps.startswith("If we send an e-mail")


@pytest.mark.django_db
@pytest.mark.parametrize("answers", [MAIL, {**MAIL, "phone": ""}], ids=["confirmed", "only mail"])
def test_whoever_gets_an_email_reads_from_whom_it_comes(site_tree, clock, answers):
    thanks = text_of(Visitor("nl").register(**answers))
    assert f"De e-mail die we je sturen, komt van {NEUTRAL_NAME}" in thanks
    assert "Sturen we een e-mail?" not in thanks


@pytest.mark.django_db
@pytest.mark.parametrize("code", sorted(WALKS))
def test_who_leaves_the_name_question_empty_reads_at_it_and_afterwards_what_follows(
    site_tree, clock, code
):
    plant_referral_page(site_tree.home)
    walk = WALKS[code]
    visitor = Visitor("nl", walk=walk)
    thanks = text_of(visitor.register(**MAIL))
    assert WITHHELD in thanks
    assert NEUTRAL_NAME in thanks

    other = Visitor("nl", walk=walk)
    other.fill_in(**MAIL)
    asked = text_of(other.read("identify"))
    assert f"Kies je ‘Nee’ of niets? Dan bellen we {WITHHELD}" in asked
    assert f"Een e-mail komt dan van {NEUTRAL_NAME}" in asked


@pytest.mark.django_db
def test_who_lets_us_say_our_name_reads_nothing_of_it_afterwards(site_tree, clock):
    thanks = text_of(Visitor("nl").register(**MAIL, identify="org_ok"))
    assert WITHHELD not in thanks
    assert NEUTRAL_NAME not in thanks


@pytest.mark.django_db
def test_where_no_neutral_mail_can_go_out_the_question_says_so(site_tree, clock, settings):
    settings.NEUTRAL_FROM_EMAIL = "Perspectief <bericht@example.net>"  # gives us away
    visitor = Visitor("nl")
    visitor.fill_in(**MAIL)
    assert "We sturen dan geen e-mail." in text_of(visitor.read("identify"))


@pytest.mark.django_db
def test_the_own_page_says_it_until_all_is_over(own_pages, clock):
    owner = Owner(register(identify=""), Client())
    owner.enter()
    assert WITHHELD in text_of(owner.read())
    assert NEUTRAL_NAME in text_of(owner.read())
    owner.do("pause")
    assert WITHHELD not in text_of(owner.read())


@pytest.mark.django_db
def test_who_allows_our_name_later_reads_why_we_do_not_say_it_yet(own_pages, clock):
    owner = Owner(register(identify="first_name_only"), Client())
    owner.enter()
    assert "omdat we niet mogen zeggen wie we zijn" in text_of(owner.read())
    owner.send("veranderen", {"identify": "org_ok"})
    words = text_of(owner.read())
    assert "Tot we je hebben gesproken" in words
    assert WITHHELD in words
    assert "omdat we niet mogen zeggen wie we zijn" not in words


@pytest.mark.django_db
def test_a_new_number_is_said_to_be_called_without_ours(own_pages, clock):
    owner = Owner(register(), Client())
    owner.enter()
    assert WITHHELD not in text_of(owner.read())
    owner.send("veranderen", {"phone": "06 12345678", "identify": "org_ok"})
    assert WITHHELD in text_of(owner.read())


# --- A letter without our name -----------------------------------------------------------------

LETTER = {
    "phone": "",
    "phone_impossible": "on",
    "other_way": "letter",
    "other_way_details": "Kade 1, Utrecht",
}
RECOGNISED = "komt in een blanco envelop, zonder afzender"


@pytest.mark.django_db
def test_who_gets_a_letter_without_our_name_reads_how_to_recognise_and_answer_it(site_tree, clock):
    visitor = Visitor("nl")
    visitor.fill_in(**LETTER)
    asked = text_of(visitor.read("identify"))
    assert "verborgen nummer" not in asked, "nobody calls"
    assert "Een brief komt dan in een blanco envelop, zonder onze naam" in asked
    thanks = text_of(visitor.register(**LETTER))
    assert RECOGNISED in thanks
    assert "Wil je antwoorden? Bel ons op 030-2340045." in thanks


@pytest.mark.django_db
def test_who_gets_a_letter_with_our_name_reads_nothing_of_it(site_tree, clock):
    thanks = text_of(Visitor("nl").register(**LETTER, identify="org_ok"))
    assert RECOGNISED not in thanks


@pytest.mark.django_db
def test_the_professional_reads_it_about_the_client(site_tree, clock):
    plant_referral_page(site_tree.home)
    visitor = Visitor("nl", walk=REFERRAL)
    thanks = text_of(visitor.register(**LETTER))
    assert f"Een brief van ons aan je cliënt {RECOGNISED}" in thanks


@pytest.mark.django_db
@pytest.mark.parametrize("walk", [QUESTION, STORY_LATER], ids=["question", "story_later"])
def test_a_form_without_letters_speaks_of_none(site_tree, clock, walk):
    visitor = Visitor("nl", walk=walk)
    visitor.fill_in()
    for page in walk.journey.form_steps:
        assert "brief" not in text_of(visitor.read(page.code))


@pytest.mark.django_db
def test_the_own_page_says_it_too(own_pages, clock):
    owner = Owner(register(identify="", phone="", other_way="letter", email=""), Client())
    owner.enter()
    assert RECOGNISED in text_of(owner.read())
