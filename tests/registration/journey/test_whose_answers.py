"""Whoever fills in the form for somebody else, or is called instead, reads about the right one."""

import pytest

from registration.forms import AboutYouForm, ReachForm, ReachInTurnForm, WhatHappenedForm
from registration.forms.client import ClientForm
from registration.forms.client_reach import ClientReachForm
from registration.models import OutboundMail
from registration.vocabulary.mails import MailCode
from registration.vocabulary.person import ForWhom, WhoToCall
from registration.vocabulary.whose import Whose
from tests.registration.journey.visitor import Visitor, controls, text_of
from tests.registration.own_page.conftest import own_pages
from tests.support.some import some

__all__ = ["own_pages"]
pytestmark = pytest.mark.django_db

PERSON = "de persoon om wie het gaat"
HELPER = "de persoon die helpt"
#: What is asked of who fills in the form, whomever it is about.
ABOUT_THE_READER = {
    "for_whom",
    "heard",
    "kind",
    "pronouns",
    "told_by_whom",
    "client_consent",
    "moments",
}


def helping(for_whom: ForWhom, who_to_call: WhoToCall) -> dict[str, str]:
    """Return what somebody answers who helps, or is helped."""
    return {
        "for_whom": for_whom.value,
        "helper_name": "Sam",
        "who_to_call": who_to_call.value,
        "helper_consent": "on",
    }


@pytest.mark.parametrize(
    ("for_whom", "who_to_call", "lives", "called"),
    [
        (ForWhom.SELF_WITH_HELP, WhoToCall.PERSON, "Waar woon je?", "mogen we bellen?"),
        (
            ForWhom.SELF_WITH_HELP,
            WhoToCall.HELPER,
            "Waar woon je?",
            f"mogen we {HELPER} bellen?",
        ),
        (
            ForWhom.OTHER_WHO_AGREES,
            WhoToCall.PERSON,
            f"Waar woont {PERSON}?",
            f"mogen we {PERSON} bellen?",
        ),
        # Who fills it in is called, and so reads "you" there, and nowhere else.
        (
            ForWhom.OTHER_WHO_AGREES,
            WhoToCall.HELPER,
            f"Waar woont {PERSON}?",
            "mogen we bellen?",
        ),
    ],
)
def test_each_page_asks_about_whom_it_means(site_tree, clock, for_whom, who_to_call, lives, called):
    visitor = Visitor("nl")
    visitor.fill_in(**helping(for_whom, who_to_call))
    assert lives in text_of(visitor.read("province"))
    assert f"Op welk nummer {called}" in text_of(visitor.read("reach"))


def test_who_registers_somebody_else_reads_what_happens_to_that_person(site_tree, clock):
    visitor = Visitor("nl")
    answers = helping(ForWhom.OTHER_WHO_AGREES, WhoToCall.PERSON)
    visitor.fill_in(**answers)
    assert f"mag deze antwoorden gebruiken om contact op te nemen met {PERSON}" in text_of(
        visitor.read("check")
    )
    thanks = text_of(visitor.register(**answers))
    assert f"We bellen {PERSON} uiterlijk op vrijdag 27 november" in thanks
    assert f"We vragen het ook zelf aan {PERSON}." in thanks
    assert f"voordat we hebben gesproken met {PERSON}" in thanks
    assert "We bellen je uiterlijk" not in thanks


def test_who_is_called_for_somebody_else_reads_who_decides(site_tree, clock):
    thanks = text_of(Visitor("nl").register(**helping(ForWhom.OTHER_WHO_AGREES, WhoToCall.HELPER)))
    assert "We bellen je uiterlijk op vrijdag 27 november" in thanks
    assert "neemt contact met je op" in thanks
    assert "Daarna beslis je zelf" not in thanks
    assert f"We vragen het ook zelf aan {PERSON}." in thanks


def test_mistakes_are_told_about_the_right_one_too(site_tree, clock):
    visitor = Visitor("nl")
    answers = helping(ForWhom.OTHER_WHO_AGREES, WhoToCall.PERSON)
    page = visitor.send("about_you", {**answers, "name": ""})
    assert f"Hoe oud is {PERSON}?" in text_of(page)
    visitor.fill_in(**answers)
    page = visitor.send("what_fits", {"role": ""})
    assert f"Kies wat het best past bij {PERSON}" in text_of(page)
    visitor.send("what_fits", visitor.least("what_fits"))
    visitor.send("email", {"email": "noor@example.org"})
    page = visitor.send("fallback", {})
    assert f"Vink aan dat we {PERSON} mogen mailen" in text_of(page)


def test_the_page_itself_says_that_its_questions_are_about_the_other(site_tree, clock):
    page = text_of(Visitor("nl").read("about_you"))
    assert "De vragen gaan dan over die persoon, ook waar nog ‘je’ staat." in page
    assert page.index("Voor wie vul je dit in?") < page.index("Hoe mogen we je noemen?")


def test_choosing_oneself_again_makes_it_about_oneself_again(site_tree, clock):
    visitor = Visitor("nl")
    visitor.fill_in(**helping(ForWhom.OTHER_WHO_AGREES, WhoToCall.PERSON))
    visitor.fill_in()
    assert "Waar woon je?" in text_of(visitor.read("province"))


def test_a_browser_does_not_fill_in_the_helper_for_the_person(site_tree, clock):
    visitor = Visitor("nl")
    visitor.fill_in(**helping(ForWhom.OTHER_WHO_AGREES, WhoToCall.PERSON))
    assert "phone" in controls(visitor.read("reach"))
    html = visitor.read("reach").content.decode()
    assert 'autocomplete="tel"' not in html
    assert 'autocomplete="email"' not in html


@pytest.mark.parametrize(
    ("form_class", "whose"),
    [
        (form_class, whose)
        for form_class in (
            AboutYouForm,
            WhatHappenedForm,
            ReachForm,
            ReachInTurnForm,
            ClientForm,
            ClientReachForm,
        )
        for whose in set(Whose) - {Whose.OWN}
    ],
)
def test_no_question_about_somebody_else_says_you_or_leaves_a_gap(in_english, form_class, whose):
    """In English, where nobody but the reader is ever called you."""
    form = form_class(whose=whose)
    for name, question in some(form.fields.items()):
        if name in ABOUT_THE_READER:
            continue
        words = str(question.label)
        assert "%(" not in words
        addressed = {"you", "yourself"} & set(words.lower().replace("?", "").split())
        assert not addressed, (name, words)


@pytest.mark.parametrize(
    ("who_to_call", "code", "words"),
    [
        (WhoToCall.HELPER, MailCode.CONFIRMATION_HELPER, "De persoon om wie het gaat, beslist"),
        (WhoToCall.PERSON, MailCode.CONFIRMATION, "Jij beslist wat er daarna gebeurt."),
    ],
)
def test_the_confirmation_is_written_to_who_gets_it(site_tree, clock, who_to_call, code, words):
    """The address is that of whom we call: the helper, or the person."""
    Visitor("nl").register(
        **helping(ForWhom.OTHER_WHO_AGREES, who_to_call),
        email="sam@example.org",
        fallback=["email"],
        identify="org_ok",
    )
    confirmation = OutboundMail.objects.exclude(code=MailCode.DESK_NOTICE).get()
    assert confirmation.code == code
    assert "We bellen je uiterlijk op vrijdag 27 november." in confirmation.message["body"]
    assert words in confirmation.message["body"]


@pytest.mark.parametrize(
    ("for_whom", "who_to_call", "code"),
    [
        (ForWhom.OTHER_WHO_AGREES, WhoToCall.PERSON, MailCode.CONFIRMATION_NEUTRAL_OTHER),
        (ForWhom.SELF_WITH_HELP, WhoToCall.HELPER, MailCode.CONFIRMATION_NEUTRAL_OTHER),
        (ForWhom.OTHER_WHO_AGREES, WhoToCall.HELPER, MailCode.CONFIRMATION_NEUTRAL),
        (ForWhom.SELF_WITH_HELP, WhoToCall.PERSON, MailCode.CONFIRMATION_NEUTRAL),
    ],
)
def test_only_who_wrote_reads_that_a_message_of_theirs_came_in(
    site_tree, clock, for_whom, who_to_call, code
):
    Visitor("nl").register(
        **helping(for_whom, who_to_call),
        phone="06-12345678",
        email="sam@example.org",
        fallback=["email"],
    )
    confirmation = OutboundMail.objects.exclude(code=MailCode.DESK_NOTICE).get()
    assert confirmation.code == code
    body = confirmation.message["body"]
    assert ("Je bericht" in body) == (code == MailCode.CONFIRMATION_NEUTRAL)
    assert ("Iemand die je kent" in body) == (code == MailCode.CONFIRMATION_NEUTRAL_OTHER)
    assert "uiterlijk op vrijdag 27 november" in body


def test_whoever_was_registered_by_somebody_else_is_told_of_no_screen_of_their_own(
    own_pages, clock
):
    Visitor("nl").register(
        **helping(ForWhom.OTHER_WHO_AGREES, WhoToCall.PERSON),
        email="sam@example.org",
        fallback=["email"],
        identify="org_ok",
    )
    words = " ".join(OutboundMail.objects.get(code=MailCode.CONFIRMATION).message["body"].split())
    assert "noem de code die de persoon die jou aanmeldde op het scherm zag" in words
    assert "Vraag de code en de geheime woorden aan de persoon die jou aanmeldde" in words
    assert "die je op het scherm zag" not in words
