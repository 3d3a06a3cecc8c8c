"""A question on the desk's screens: marked, answered from a script of its own, closed as one."""

import pytest
from django.utils import translation

from registration.desk.callback.closing_forms import CloseForm
from registration.desk.callback.script.by_task import script_for
from registration.desk.callback.script.definition import Situation
from registration.models import Callback, Registration
from registration.rules.contact_policy import policy_for
from registration.vocabulary.callbacks import CallbackState, TaskKind
from registration.vocabulary.lifecycle import Lifecycle, Source
from tests.registration.desk.screens import QUEUE, TUESDAY_MORNING, details, url
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    StaffFactory,
    put_on_record,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]

ASKED = "Mag mijn zus mee naar een gesprek?"


@pytest.fixture(params=["nl", "en"])
def desk_member(request, client):
    """Somebody of the desk who reads the admin in Dutch, and somebody who reads it in English."""
    user = StaffFactory(
        permissions=("registration.view_queue", "registration.take_callbacks"),
        admin_language=request.param,
    )
    client.force_login(user)
    return user


def question(**columns) -> Callback:
    """Return an open callback of somebody who asked something."""
    answers = AnswersFactory(asks=True, **columns.pop("answers", {}))
    return CallbackFactory(
        registration__source=Source.QUESTION, registration__answers=answers, **columns
    )


def said(desk_member, dutch: str, english: str) -> str:
    """Return the words in the language of this colleague."""
    return dutch if desk_member.wagtail_userprofile.preferred_language == "nl" else english


def test_the_queue_marks_a_question_and_shows_nothing_of_it(client, desk_member):
    question()
    row = client.get(QUEUE).content.decode()
    label = said(desk_member, "Vraag via het contactformulier", "Question from the contact form")
    assert label in row
    assert "Mag mijn zus" not in row
    assert "Noor" not in row


def test_only_who_took_it_reads_the_question(client, desk_member):
    callback = question()
    assert "Mag mijn zus" not in details(client, callback)
    client.post(url("take", callback))
    page = details(client, callback)
    assert ASKED in page
    assert (
        said(desk_member, "Deze persoon stelde een vraag", "This person asked a question") in page
    )
    story = said(
        desk_member, "vertelt het verhaal liever later", "would rather tell their story later"
    )
    assert story not in page


def test_a_question_is_closed_as_answered(client, desk_member):
    callback = question(claimed_by=desk_member)
    page = details(client, callback)
    assert said(desk_member, "Sluit de vraag af", "Close the question") in page
    assert said(desk_member, "Vraag beantwoord", "Question answered") in page
    assert 'value="allocated"' not in page
    put_on_record(callback, Lifecycle.ANSWERED)
    client.post(url("close", callback), {"close-outcome": Lifecycle.ANSWERED})
    assert Registration.objects.get().state == Lifecycle.ANSWERED
    assert Callback.objects.get().state == CallbackState.DONE


def test_a_question_cannot_be_closed_as_a_registration(client, desk_member):
    callback = question(claimed_by=desk_member)
    answer = client.post(url("close", callback), {"close-outcome": Lifecycle.ALLOCATED})
    assert answer.status_code == 422
    assert Callback.objects.get().state == CallbackState.OPEN


def test_a_registration_cannot_be_closed_as_an_answered_question(client, desk_member):
    callback = CallbackFactory(claimed_by=desk_member)
    assert 'value="answered"' not in details(client, callback)
    answer = client.post(url("close", callback), {"close-outcome": Lifecycle.ANSWERED})
    assert answer.status_code == 422
    assert Callback.objects.get().state == CallbackState.OPEN


def test_a_question_by_mail_is_answered_without_repeating_it(client, desk_member):
    callback = question(
        claimed_by=desk_member,
        kind=TaskKind.MAIL,
        answers={"mail_only": True, "organisation_may_be_named": True},
    )
    page = details(client, callback)
    assert said(desk_member, "zonder hem te herhalen", "without repeating it") in page


def test_a_neutral_mail_does_not_answer_a_question_about_our_work():
    answers = AnswersFactory(asks=True, mail_only=True)
    situation = Situation(
        answers=answers,
        policy=policy_for(answers, neutral_mail_available=True),
        kind=TaskKind.MAIL,
        staff_name="Sam",
        language="nl",
        received_on=TUESDAY_MORNING.date(),
        next_date=None,
        neutral_sender="bericht@example.org",
    )
    with translation.override("en"):
        words = [step.words for step in script_for(situation).contact]
    assert words[0].startswith("A neutral e-mail cannot answer a question about our work.")
    assert "bericht@example.org" in words[1]


def test_the_outcomes_that_are_offered_follow_what_came_in(sam):
    offered = {}
    for source in Source:
        form = CloseForm(callback=CallbackFactory(registration__source=source), user=sam)
        offered[source] = [code for code, _label in form.fields["outcome"].choices]
    assert offered[Source.QUESTION] == ["withdrawn", "unreachable", "mistake", "answered"]
    for source in set(Source) - {Source.QUESTION}:
        assert "answered" not in offered[source]
