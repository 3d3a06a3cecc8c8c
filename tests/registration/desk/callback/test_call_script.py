"""What the call screen tells the desk to do and say, for every combination of what is permitted."""

from datetime import UTC, date, datetime
from itertools import product

import pytest
import time_machine
from django.utils import translation

from registration.desk.callback.script.by_task import script_for
from registration.desk.callback.script.definition import Situation
from registration.rules.contact_policy import policy_for
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.channels import Fallback, Identify
from registration.vocabulary.person import AgeGroup
from registration.words.signs import safe_contact_signs
from tests.registration.factories import AnswersFactory
from tests.support.some import some

OUR_NAME = "Perspectief"
OUR_NUMBER = "234"
NEUTRAL_SENDER = "Afspraken <bericht@example.net>"
CHANNELS = (Fallback.VOICEMAIL, Fallback.TEXT, Fallback.EMAIL)
COMBINATIONS = [
    tuple(channel for channel, allowed in zip(CHANNELS, chosen, strict=True) if allowed)
    for chosen in product([False, True], repeat=3)
]


def script_of(answers, *, language="en", neutral=True, kind=None, next_date=date(2026, 11, 26)):
    policy = policy_for(answers, neutral_mail_available=neutral)
    return script_for(
        Situation(
            answers=answers,
            policy=policy,
            kind=kind or policy.task_kind,
            staff_name="Anna",
            language=language,
            received_on=date(2026, 11, 23),
            next_date=next_date,
            neutral_sender=NEUTRAL_SENDER,
        )
    )


def instructions(steps):
    return " ".join(step.words for step in steps)


def words_for_the_person(script):
    return [
        text for step in [*script.contact, *script.otherwise] for text in (step.quote, step.subject)
    ]


@pytest.fixture(autouse=True)
def _english_colleague():
    translation.activate("en")


@pytest.mark.django_db
class TestEveryCombination:
    @pytest.mark.parametrize("channels", COMBINATIONS)
    @pytest.mark.parametrize("identify", ["", *Identify.values])
    @pytest.mark.parametrize("neutral", [True, False])
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_only_what_is_permitted_has_words_to_use(self, channels, identify, neutral, language):
        answers = AnswersFactory(email="noor@example.org", fallback=channels, identify=identify)
        script = script_of(answers, neutral=neutral, language=language)
        words = instructions(script.otherwise)
        may_mail = Fallback.EMAIL in channels and (identify == Identify.ORGANISATION or neutral)
        assert ("Do not leave a voicemail." in words) is (Fallback.VOICEMAIL not in channels)
        assert ("Do not send a text message." in words) is (Fallback.TEXT not in channels)
        assert ("Do not send an e-mail." in words) is (not may_mail)
        forbidden = {
            "voicemail-no": Fallback.VOICEMAIL,
            "comment": Fallback.TEXT,
        }
        for step in script.otherwise:
            channel = forbidden.get(step.icon)
            if channel and channel not in channels:
                assert step.quote == ""
            if step.icon == "mail" and not may_mail:
                assert (step.quote, step.subject) == ("", "")

    @pytest.mark.parametrize("channels", COMBINATIONS)
    @pytest.mark.parametrize("identify", ["", Identify.FIRST_NAME_ONLY])
    @pytest.mark.parametrize("language", ["nl", "en"])
    @pytest.mark.parametrize("next_date", [None, date(2026, 11, 26)])
    def test_neutral_words_never_say_who_we_are(self, channels, identify, language, next_date):
        answers = AnswersFactory(email="noor@example.org", fallback=channels, identify=identify)
        script = script_of(answers, language=language, next_date=next_date)
        assert "Withhold your number before you call." in instructions(script.contact)
        assert "Do not say where you call from" in instructions(script.contact)
        for text in words_for_the_person(script):
            assert OUR_NAME not in text
            assert OUR_NUMBER not in text

    def test_with_permission_our_name_is_said_and_the_number_shown(self):
        answers = AnswersFactory(all_channels=True, organisation_may_be_named=True)
        script = script_of(answers)
        assert "Withhold your number" not in instructions(script.contact)
        assert any(OUR_NAME in text for text in words_for_the_person(script))

    def test_no_words_for_the_person_say_what_it_is_about(self):
        answers = AnswersFactory(all_channels=True, organisation_may_be_named=True, told_all=True)
        for text in some(words_for_the_person(script_of(answers))):
            assert answers.story not in text
            for subject in ("traffic", "accident", "victim", "registr"):
                assert subject not in text.lower().replace("the registration desk", "")


@pytest.mark.django_db
class TestWhoIsAskedFor:
    @time_machine.travel(datetime(2026, 11, 24, 9, tzinfo=UTC), tick=False)
    def test_the_person_is_verified_before_the_subject_is_named(self):
        words = instructions(script_of(AnswersFactory(name="Noor")).contact)
        assert "First make sure that you are speaking to Noor" in words
        assert "Monday 23 November" in words
        assert words.index("Ask for Noor") < words.index("Only then say what it is about")

    def test_the_helper_is_asked_for_when_the_helper_may_be_called(self):
        words = instructions(script_of(AnswersFactory(helped=True, name="Noor")).contact)
        assert "Ask for Sam" in words
        assert "Sam is helping. The registration is about Noor" in words

    def test_words_are_in_the_language_of_the_call(self):
        dutch_form_english_call = AnswersFactory(first_name_only=True, language="english")
        script = script_of(dutch_form_english_call, language="nl")
        assert "Hello, this is Anna. Is Noor there?" in words_for_the_person(script)
        english_form_dutch_call = AnswersFactory(first_name_only=True, language="dutch")
        script = script_of(english_form_dutch_call, language="en")
        assert "Hallo, met Anna. Is Noor er?" in words_for_the_person(script)

    def test_danger_and_youth_come_with_their_own_instruction(self):
        answers = AnswersFactory(when="ongoing", age=AgeGroup.UNDER_16)
        words = instructions(script_of(answers).contact)
        assert "First ask whether the person is safe" in words
        assert "ask which adult the person trusts" in words


@pytest.mark.django_db
class TestOtherTasks:
    def test_a_letter_goes_in_a_blank_envelope(self):
        words = instructions(script_of(AnswersFactory(letter=True)).contact)
        assert "plain envelope" in words
        assert "In the letter, do not name the organisation" in words

    def test_a_letter_to_somebody_who_allows_our_name_may_name_us(self):
        answers = AnswersFactory(letter=True, organisation_may_be_named=True)
        assert "Do not name the organisation" not in instructions(script_of(answers).contact)

    def test_a_contact_person_hears_nothing_without_permission(self):
        words = instructions(script_of(AnswersFactory(contact_person=True)).contact)
        assert "Do not tell the contact person our name or what it is about." in words

    def test_a_neutral_mail_goes_from_the_neutral_address_only(self):
        words = instructions(script_of(AnswersFactory(mail_only=True)).contact)
        assert NEUTRAL_SENDER in words

    def test_an_ordinary_mail_repeats_no_answer(self):
        answers = AnswersFactory(mail_only=True, organisation_may_be_named=True)
        assert "Do not repeat any answers" in instructions(script_of(answers).contact)

    @pytest.mark.parametrize("kind", [TaskKind.MAIL, TaskKind.CALL])
    def test_without_a_permitted_way_nobody_is_contacted(self, kind):
        answers = AnswersFactory(phone="", phone_impossible=True, email="noor@example.org")
        script = script_of(answers, kind=kind)
        assert "Do not contact anyone" in instructions(script.contact)
        assert words_for_the_person(script) == ["", ""]


class TestSigns:
    @pytest.mark.parametrize("channels", COMBINATIONS)
    @pytest.mark.parametrize("identify", ["", *Identify.values])
    def test_signs_say_what_the_policy_says(self, channels, identify):
        answers = AnswersFactory(email="noor@example.org", fallback=channels, identify=identify)
        policy = policy_for(answers, neutral_mail_available=True)
        words = {sign.words for sign in safe_contact_signs(policy)}
        named = identify == Identify.ORGANISATION
        assert ("Do not say who we are" in words) is not named
        assert ("Withhold your number" in words) is not named
        assert ("No voicemail" in words) is (Fallback.VOICEMAIL not in channels)
        assert ("Voicemail allowed" in words) is (Fallback.VOICEMAIL in channels)
        assert ("Text message allowed" in words) is (Fallback.TEXT in channels)
        assert ("E-mail allowed" in words) is (Fallback.EMAIL in channels and named)
        assert ("E-mail allowed, neutral" in words) is (Fallback.EMAIL in channels and not named)
