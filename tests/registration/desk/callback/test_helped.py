"""Somebody helps: whoever is called, nothing goes on before the person told us to want it."""

from datetime import date

import pytest
from django.utils import translation

from registration.casework import attempts, claims, ending
from registration.desk.callback.script.by_task import script_for
from registration.desk.callback.script.definition import Situation
from registration.models import AnonymousCount, Registration
from registration.rules.contact_policy import policy_for
from registration.vocabulary.callbacks import AttemptResult, CallbackState, TaskKind
from registration.vocabulary.channels import Fallback, Identify, OtherWay
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.person import AgeGroup, ForWhom, WhoToCall
from tests.registration.desk.screens import details, end_so, messages_of, url
from tests.registration.factories import EMAIL, AnswersFactory, CallbackFactory, put_on_record
from tests.registration.handover.factories import allocate_callback

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]
HELPED = [
    (for_whom, who)
    for for_whom in (ForWhom.SELF_WITH_HELP, ForWhom.OTHER_WHO_AGREES)
    for who in (WhoToCall.PERSON, WhoToCall.HELPER, "")
]
PASSED_ON = sorted(Lifecycle.passed_on())


def helped(for_whom, who_to_call, **answers):
    return AnswersFactory(
        for_whom=for_whom,
        who_to_call=who_to_call,
        helper_name="Sam de Helper",
        helper_consent=True,
        **answers,
    )


def words_of(answers, **options):
    policy = policy_for(answers, neutral_mail_available=True)
    with translation.override("en"):
        script = script_for(
            Situation(
                answers=answers,
                policy=policy,
                kind=policy.task_kind,
                staff_name="Anna",
                language="nl",
                received_on=date(2026, 6, 8),
                next_date=None,
                neutral_sender="",
                **options,
            )
        )
    return " ".join(step.words for step in [*script.contact, *script.otherwise])


# --- What the desk says and asks ------------------------------------------------------------


@pytest.mark.parametrize(("for_whom", "who"), HELPED)
def test_the_script_asks_the_person_whoever_is_called(for_whom, who):
    words = words_of(helped(for_whom, who))
    assert "Does Noor want this? Record the answer on this screen" in words
    calls_helper = who == WhoToCall.HELPER
    asked_for = "Sam de Helper" if calls_helper else "Noor"
    assert f"Ask for {asked_for}." in words
    assert ("Then ask to speak to Noor" in words) is calls_helper
    assert ("Ask Noor whether this is what they want." in words) is not calls_helper


def test_the_script_of_somebody_alone_mentions_no_helper():
    words = words_of(AnswersFactory())
    assert "want this" not in words
    assert "helps" not in words


@pytest.mark.parametrize("who", [WhoToCall.PERSON, WhoToCall.HELPER])
def test_a_letter_goes_to_whom_we_may_contact_and_asks_the_person(who):
    answers = helped(
        ForWhom.OTHER_WHO_AGREES,
        who,
        phone="",
        phone_impossible=True,
        other_way=OtherWay.LETTER,
        other_way_details="Postbus 1",
    )
    words = words_of(answers)
    addressee = "Sam de Helper" if who == WhoToCall.HELPER else "Noor"
    assert f"Address it to {addressee}." in words
    assert "Does Noor want this?" in words


@pytest.mark.parametrize("by", ["letter", "mail"])
@pytest.mark.parametrize("who", [WhoToCall.PERSON, WhoToCall.HELPER])
def test_what_is_written_to_who_helps_says_so_and_what_that_does_to_its_words(by, who):
    words = words_of(written(by, who))
    goes_to_helper = who == WhoToCall.HELPER
    note = "This goes to Sam de Helper, who is helping, and not to Noor."
    assert (f"{note} So ‘you’ in it is Sam de Helper." in words) is goes_to_helper
    assert (
        "when and how we can speak to the person themselves, without giving the name" in words
    ) is goes_to_helper
    assert "Then ask to speak to Noor" not in words
    assert "Does Noor want this?" in words


@pytest.mark.parametrize("left", [1, 2])
@pytest.mark.parametrize("who", [WhoToCall.PERSON, WhoToCall.HELPER])
def test_a_message_after_a_call_says_so_if_it_goes_to_who_helps(who, left):
    answers = helped(ForWhom.OTHER_WHO_AGREES, who, fallback=tuple(Fallback.values[:3]))
    words = words_of(answers, attempts_left=left)
    assert ("and not to Noor. So ‘you’ in it is Sam" in words) is (who == WhoToCall.HELPER)
    no_message = helped(ForWhom.OTHER_WHO_AGREES, who, fallback=(Fallback.ONLY_RETRY,))
    assert "So ‘you’ in it" not in words_of(no_message, attempts_left=left)


def written(by, who):
    """Answers of somebody who is helped, and who or whose helper is reached in writing."""
    ways = {
        "letter": {"other_way": OtherWay.LETTER, "other_way_details": "Postbus 1"},
        "mail": {"email": EMAIL, "fallback": (Fallback.EMAIL,)},
    }
    return helped(ForWhom.OTHER_WHO_AGREES, who, phone="", phone_impossible=True, **ways[by])


# --- The call screen ------------------------------------------------------------------------


@pytest.mark.parametrize("who", [WhoToCall.PERSON, WhoToCall.HELPER])
def test_the_screen_says_whose_number_and_address_it_shows(client, sam, who):
    answers = written("mail", who)
    callback = CallbackFactory(claimed_by=sam, kind=TaskKind.MAIL, registration__answers=answers)
    html = details(client, callback)
    assert EMAIL in html
    words = "What stands here is of Sam de Helper, who is helping, and not of Noor."
    assert (words in html) is (who == WhoToCall.HELPER)


@pytest.mark.parametrize(("for_whom", "who"), HELPED)
@pytest.mark.parametrize("outcome", PASSED_ON)
def test_nobody_is_passed_on_before_the_own_yes(client, sam, for_whom, who, outcome):
    callback = CallbackFactory(claimed_by=sam, registration__answers=helped(for_whom, who))
    with pytest.raises(claims.NotAllowedError):
        ending.end(callback.pk, sam, Lifecycle(outcome))
    response = client.post(url("close", callback), {"close-outcome": outcome})
    assert response.status_code == 422
    assert "record it under ‘Does the person want this?’" in response.content.decode()
    callback.refresh_from_db()
    assert callback.state == CallbackState.OPEN

    response = client.post(url("client", callback), {"agrees": "yes"}, follow=True)
    assert messages_of(response) == ["Recorded: the person wants this."]
    assert "The person told us that they want this:" in response.content.decode()
    registration = Registration.objects.get()
    assert (registration.state, registration.awaits_own_yes()) == (Lifecycle.SPOKEN, False)
    end_so(client, callback, outcome)
    assert Registration.objects.get().state == outcome


@pytest.mark.parametrize(("for_whom", "who"), HELPED)
def test_a_no_of_the_person_ends_it(client, sam, for_whom, who):
    callback = CallbackFactory(claimed_by=sam, registration__answers=helped(for_whom, who))
    response = client.post(url("client", callback), {"agrees": "no"}, follow=True)
    assert "Nothing more happens." in messages_of(response)[0]
    assert Registration.objects.get().state == Lifecycle.WITHDRAWN
    assert not AnonymousCount.objects.filter(dimension="referral").exists()


@pytest.mark.parametrize("outcome", [Lifecycle.WITHDRAWN, Lifecycle.UNREACHABLE])
def test_what_reaches_nobody_else_needs_no_yes(client, sam, outcome):
    answers = helped(ForWhom.OTHER_WHO_AGREES, WhoToCall.HELPER)
    callback = CallbackFactory(claimed_by=sam, registration__answers=answers)
    put_on_record(callback, outcome)
    ending.end(callback.pk, sam, outcome)
    assert Registration.objects.get().state == outcome


@pytest.mark.parametrize(
    ("who", "state"),
    [(WhoToCall.HELPER, Lifecycle.RECEIVED), (WhoToCall.PERSON, Lifecycle.SPOKEN)],
)
def test_reaching_the_helper_is_not_speaking_to_the_person(sam, who, state):
    answers = helped(ForWhom.SELF_WITH_HELP, who)
    callback = CallbackFactory(claimed_by=sam, registration__answers=answers)
    attempts.record_attempt(callback.pk, sam, AttemptResult.REACHED)
    assert Registration.objects.get().state == state


def test_who_registers_alone_is_not_asked_twice(client, sam):
    callback = CallbackFactory(claimed_by=sam)
    assert "Does the person want this?" not in details(client, callback)
    allocate_callback(callback, sam)
    assert Registration.objects.get().state == Lifecycle.ALLOCATED


def test_an_answer_must_be_chosen(client, sam):
    answers = helped(ForWhom.SELF_WITH_HELP, WhoToCall.PERSON)
    callback = CallbackFactory(claimed_by=sam, registration__answers=answers)
    response = client.post(url("client", callback), {"agrees": "perhaps"})
    assert response.status_code == 422
    assert Registration.objects.get().client_agreed_at is None


# --- Letters, contact persons, paper and young people ---------------------------------------


@pytest.mark.parametrize("identify", ["", *Identify.values])
def test_a_letter_says_no_more_than_is_allowed(identify):
    words = words_of(AnswersFactory(letter=True, identify=identify))
    assert "Use a plain envelope, without our name or logo, and no return address." in words
    assert "Do not write anything about what happened." in words
    names_us = identify == Identify.ORGANISATION
    assert ("In the letter, do not name the organisation" in words) is not names_us


@pytest.mark.parametrize("identify", ["", *Identify.values])
@pytest.mark.parametrize("way", [OtherWay.INSTITUTION_CONTACT, OtherWay.TRUSTED_PERSON])
def test_a_contact_person_hears_our_name_only_if_that_is_allowed(identify, way):
    answers = AnswersFactory(contact_person=True, other_way=way, identify=identify)
    assert policy_for(answers, neutral_mail_available=True).task_kind == TaskKind.CONTACT
    words = words_of(answers)
    may = identify == Identify.ORGANISATION
    assert ("You may say our name to the contact person, but not what" in words) is may
    assert ("Do not tell the contact person our name or what it is about" in words) is not may
    assert "use a plain envelope, and only ask them to call" in words


def test_who_sent_paper_is_not_asked_about_a_screen():
    words = words_of(AnswersFactory(), on_paper=True)
    assert "It came on paper, and we received it on Monday 8 June." in words
    assert "ask on which day the form was sent" not in words


def test_whoever_was_registered_by_another_is_asked_about_who_did_it_and_not_about_the_day():
    answers = helped(ForWhom.OTHER_WHO_AGREES, WhoToCall.PERSON)
    words = words_of(answers)
    assert "ask who said that we would call. It was Sam de Helper." in words
    assert "ask on which day the form was sent" not in words


@pytest.mark.parametrize("way", [{}, {"letter": True}, {"contact_person": True}])
def test_no_parent_is_contacted_without_the_young_person_knowing(way):
    under = words_of(AnswersFactory(age=AgeGroup.UNDER_16, **way))
    assert "Do not contact the parents without the person knowing." in under
    assert "parents" not in words_of(AnswersFactory(age=AgeGroup.AGE_16_17, **way))
