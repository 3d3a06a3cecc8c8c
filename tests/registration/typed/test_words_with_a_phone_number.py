"""What somebody types with a telephone number stands beside it wherever the desk reads it."""

import pytest
from django.test import Client
from django.urls import reverse

from registration.models import Registration
from tests.registration.desk.screens import details
from tests.registration.factories import AnswersFactory, CallbackFactory
from tests.registration.journey.visitor import QUESTION, Visitor, text_of
from tests.registration.own_page.conftest import register
from tests.registration.own_page.owner import Owner
from tests.registration.privacy_duties.test_correcting import answers_of, correct
from tests.registration.referral.factories import LookAtReferralFactory, ReferralFactory

NOTE = "na 5 uur, zoon van 8 neemt soms op"
TYPED = f"06-12344321 ({NOTE})"

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("site_tree", "clock")
def test_the_person_sees_the_words_on_the_check_page_and_the_desk_gets_them():
    visitor = Visitor("nl")
    visitor.fill_in(phone=TYPED)
    assert NOTE in text_of(visitor.read("check"))

    visitor.send("check", visitor.consent())
    registration = Registration.objects.get()
    answers = registration.read_answers()
    assert (answers.phone, answers.phone_note) == ("+31612344321", NOTE)


@pytest.mark.usefixtures("site_tree", "clock")
def test_with_a_question_they_are_kept_too():
    Visitor("nl", walk=QUESTION).register(phone=TYPED)
    assert Registration.objects.get().read_answers().phone_note == NOTE


@pytest.mark.usefixtures("during_opening_hours")
def test_a_colleague_who_calls_reads_them_below_the_number(client, sam):
    callback = CallbackFactory(
        claimed_by=sam, registration__answers=AnswersFactory(phone_note=NOTE)
    )
    _before, number, after = details(client, callback).partition('<p class="desk-phone">')
    assert number
    assert NOTE in after[:700]


@pytest.mark.usefixtures("during_opening_hours")
def test_those_of_a_professional_stand_with_the_work_phone(client, sam):
    referral = ReferralFactory(contact="call_me", phone="+31205551234", phone_note="via receptie")
    callback = LookAtReferralFactory(
        claimed_by=sam, registration__answers=AnswersFactory(referral=referral)
    )
    assert "via receptie" in details(client, callback)


def test_a_correction_leaves_them_and_can_change_them(client, sam):
    callback = CallbackFactory(
        claimed_by=sam,
        registration__answers=AnswersFactory(phone="+31612344321", phone_note=NOTE),
    )
    correct(client, callback, name="Noor B.")
    assert answers_of(callback).phone_note == NOTE
    assert (
        TYPED.split()[-1]
        in client.get(
            reverse("privacy_duties:correct", args=[callback.registration_id])
        ).content.decode()
    )

    correct(client, callback, phone="06 12344321", confirmed="on")
    assert answers_of(callback).phone_note == ""


def test_on_the_own_page_they_go_with_the_number(own_pages, clock):
    owner = Owner(register(phone_note=NOTE), Client())
    owner.enter()
    kept = {"fallback": ["voicemail", "text", "email"], "identify": "org_ok"}
    owner.send("veranderen", kept)
    assert owner.registration.read_answers().phone_note == NOTE
    assert NOTE not in owner.read("veranderen/").content.decode()

    owner.send("veranderen", {**kept, "phone": "06 12344321 (of 030 2345678)"})
    answers = owner.registration.read_answers()
    assert answers.phone_note == "of 030 2345678"
    assert "phone" in answers.unverified, "there may be a stranger's number in it"
