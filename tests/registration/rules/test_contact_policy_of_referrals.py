"""What may be done with a client who was referred: what the client asked, and only that way."""

from datetime import timedelta
from itertools import product

import pytest
import time_machine

from registration.rules.contact_policy import MailStyle, policy_for
from registration.rules.promised import Promised
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.channels import Fallback, Identify, OtherWay
from registration.vocabulary.labelled_groups import LABELLED_GROUPS
from registration.vocabulary.referral_options import (
    REFERRAL_GROUPS,
    ClientCall,
    ClientFallback,
    ClientKnown,
    ClientOtherWay,
    ReferrerContact,
)
from registration.vocabulary.whose import Whose
from registration.words.promises import promise_sentence
from tests.registration.factories import AnswersFactory
from tests.registration.referral.factories import ReferralFactory, ReferredAnswersFactory
from tests.registration.words.test_promises import JUST_FRIDAY

CHANNELS = (Fallback.VOICEMAIL, Fallback.TEXT, Fallback.EMAIL)
ALLOWED = [
    tuple(channel for channel, chosen in zip(CHANNELS, choice, strict=True) if chosen)
    for choice in product([False, True], repeat=3)
]
GENEROUS = {
    "email": "noor@example.org",
    "fallback": CHANNELS,
    "identify": Identify.ORGANISATION,
    "other_way": OtherWay.LETTER,
}


@pytest.mark.parametrize("fallback", ALLOWED)
@pytest.mark.parametrize("identify", ["", *Identify.values])
@pytest.mark.parametrize("phone", ["", "+31302345678"])
@pytest.mark.parametrize("impossible", [False, True])
@pytest.mark.parametrize("other_way", ["", *OtherWay.values])
@pytest.mark.parametrize("neutral", [False, True])
def test_a_client_who_wants_a_call_has_the_protection_that_anybody_has(
    fallback, identify, phone, impossible, other_way, neutral
):
    answers = {
        "fallback": fallback,
        "identify": identify,
        "phone": phone,
        "phone_impossible": impossible,
        "other_way": other_way,
        "email": "noor@example.org",
    }
    referred = policy_for(ReferredAnswersFactory(**answers), neutral_mail_available=neutral)
    assert referred == policy_for(AnswersFactory(**answers), neutral_mail_available=neutral)


@pytest.mark.parametrize("wish", [ClientCall.THROUGH_REFERRER, ClientCall.NO_CALL, "", "unheard"])
@pytest.mark.parametrize("neutral", [False, True])
def test_nobody_contacts_a_client_who_did_not_ask_for_it_directly(wish, neutral):
    answers = ReferredAnswersFactory(**GENEROUS, referral=ReferralFactory(call_client=wish))
    policy = policy_for(answers, neutral_mail_available=neutral)
    assert policy.task_kind == TaskKind.REFERRAL
    assert policy.mail is MailStyle.NONE
    assert not any(
        (policy.may_call, policy.may_leave_voicemail, policy.may_text, policy.may_name_organisation)
    )
    assert policy.has_permitted_way


@pytest.mark.parametrize("contact", ReferrerContact.values)
def test_the_number_of_the_professional_never_becomes_that_of_the_client(contact):
    answers = ReferredAnswersFactory(
        phone="", referral=ReferralFactory(may_be_called=True, contact=contact)
    )
    assert not policy_for(answers, neutral_mail_available=True).may_call


def test_unanswered_means_no_for_the_professional_too():
    assert not ReferralFactory(contact="", phone="+31205551234").may_call_referrer
    assert not ReferralFactory(contact=ReferrerContact.CALL, phone="").may_call_referrer
    assert not ReferralFactory(contact=ReferrerContact.MAIL, phone="+31205551234").may_call_referrer
    assert ReferralFactory(may_be_called=True).may_call_referrer


@pytest.mark.parametrize("trait", ["may_be_called", "through_referrer", "no_call"])
def test_what_is_stored_comes_back_as_it_was(trait):
    answers = ReferredAnswersFactory(told_all=True, referral=ReferralFactory(**{trait: True}))
    assert Answers.from_stored(answers.to_stored()) == answers


def test_what_an_older_or_newer_version_stored_is_read():
    assert Answers.from_stored({"role": "victim", "kind": "", "name": "Noor"}).referral is None
    stored = ReferredAnswersFactory().to_stored()
    stored["referral"]["shoe_size"] = 43
    del stored["referral"]["function"]
    assert Answers.from_stored(stored).referral == ReferralFactory(function="")


@pytest.mark.parametrize(
    ("client", "person"),
    [
        (ClientKnown, "known"),
        (ClientOtherWay, "other_way"),
        (ClientFallback, "fallback"),
    ],
)
def test_answers_about_a_client_are_stored_under_the_codes_that_the_code_acts_on(client, person):
    assert client.values == LABELLED_GROUPS[person].values
    assert REFERRAL_GROUPS[f"client_{person}"] is client


@time_machine.travel(JUST_FRIDAY - timedelta(days=2), tick=False)
@pytest.mark.parametrize("kind", TaskKind)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_promise_to_a_professional_never_speaks_of_calling_them(kind, language):
    told = Promised(task_kind=kind, before=JUST_FRIDAY)
    sentence = promise_sentence(told, language, whose=Whose.CLIENT)
    assert {"nl": "vrijdag 27 november", "en": "Friday 27 November"}[language] in sentence
    if kind != TaskKind.REFERRAL:
        assert {"nl": "je cliënt", "en": "your client"}[language] in sentence
