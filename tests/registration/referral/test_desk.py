"""A referral on the desk’s screens: who gave us what, and the client’s own yes or no."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import translation

from perspectief.staff.groups import ADMINISTRATION, COMMUNICATION, COORDINATOR, DESK
from registration.casework import attempts, claims, confirmations, ending
from registration.desk.callback.script.by_task import script_for
from registration.desk.callback.script.definition import Situation
from registration.models import (
    AccessLogEntry,
    AnonymousCount,
    Callback,
    OutboundMail,
    Registration,
)
from registration.rules.contact_policy import policy_for
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import AttemptResult, CallbackState, TaskKind
from registration.vocabulary.channels import Identify
from registration.vocabulary.lifecycle import Lifecycle, Source
from tests.registration.desk.screens import QUEUE, details, end_so, messages_of, url
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    DeskMemberFactory,
    StaffFactory,
    put_on_record,
)
from tests.registration.referral.factories import (
    LookAtReferralFactory,
    ReferralCallbackFactory,
    ReferralFactory,
    ReferredAnswersFactory,
)
from tests.registration.referral.professional import WORK_EMAIL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]
PASSED_ON = sorted(Lifecycle.passed_on())


def taken_by(user, factory=ReferralCallbackFactory, **options):
    return factory(claimed_by=user, **options)


def script_of(answers, language="nl"):
    policy = policy_for(answers, neutral_mail_available=True)
    with translation.override("en"):
        return script_for(
            Situation(
                answers=answers,
                policy=policy,
                kind=policy.task_kind,
                staff_name="Anna",
                language=language,
                received_on=date(2026, 6, 8),
                next_date=date(2026, 6, 10),
                neutral_sender="Afspraken <bericht@example.net>",
            )
        )


def quotes(script):
    return " ".join(step.quote for step in [*script.contact, *script.otherwise])


def instructions(script):
    return " ".join(step.words for step in [*script.contact, *script.otherwise])


# --- The queue ------------------------------------------------------------------------------


def test_the_queue_says_that_it_is_a_referral_and_nothing_about_whom(client, sam):
    LookAtReferralFactory()
    ReferralCallbackFactory()
    html = client.get(QUEUE).content.decode()
    assert html.count("Referred by a professional</span>") == 2
    assert "Look at the referral" in html
    assert "Contact the professional, not the client" in html
    for secret in ("Jamie", "Huis van de Buurt", "Noor", WORK_EMAIL):
        assert secret not in html


def test_the_queue_can_be_narrowed_to_referrals(client, sam):
    # With a number of their own: who may be the same person is linked from the other's row.
    somebody_else = AnswersFactory(phone="+31612344321")
    referral = ReferralCallbackFactory()
    own = CallbackFactory(registration__answers=somebody_else)

    def shown(query):
        html = client.get(f"{QUEUE}{query}").content.decode()
        return [url("details", one) in html for one in (referral, own)]

    assert shown("") == [True, True]
    assert shown("?source=referrer") == [True, False]
    assert shown("?source=self") == [False, True]
    assert shown("?source=stork") == [True, True]
    parts = client.get(f"{QUEUE}?source=referrer&language=nl").content.decode()
    assert "?show=mine&amp;language=nl&amp;source=referrer" in parts


def test_whoever_has_not_taken_it_sees_nothing_of_it(client, sam):
    html = details(client, ReferralCallbackFactory())
    for secret in ("Jamie", "Huis van de Buurt", "Noor", WORK_EMAIL, "Does the client agree?"):
        assert secret not in html


# --- The call screen ------------------------------------------------------------------------


def test_the_screen_shows_who_referred_and_how_the_client_agreed(client, sam):
    html = details(client, taken_by(sam))
    for words in (
        "Jamie de Wit",
        "Huis van de Buurt",
        "Health care, such as a GP or psychologist",
        WORK_EMAIL,
        "Robin van den Berg",
        "Friday 5 June",
        "In a conversation",
        "Do not tell the professional what the client says.",
        "Someone did something to my client",
    ):
        assert words in html
    assert AccessLogEntry.objects.get().action == AccessAction.VIEWED


def test_only_the_way_that_the_professional_chose_is_shown(client, sam):
    by_mail = details(client, taken_by(sam))
    assert WORK_EMAIL in by_mail
    assert "tel:+31-20" not in by_mail
    by_phone = details(client, taken_by(sam, LookAtReferralFactory))
    assert 'href="tel:+31-20-555-1234"' in by_phone
    assert WORK_EMAIL not in by_phone


def test_the_number_of_the_professional_is_not_taken_for_that_of_the_client(client, sam):
    answers = ReferredAnswersFactory(referral=ReferralFactory(may_be_called=True))
    html = details(client, taken_by(sam, registration__answers=answers))
    _before, number, after = html.partition('<p class="desk-phone">')
    assert number
    assert 'href="tel:+31-30-234-5678"' in after.partition("</p>")[0]
    assert "Work phone" in html
    assert html.count('class="desk-phone"') == 1


def test_where_the_professional_goes_first_no_way_to_the_client_is_shown(client, sam):
    answers = ReferredAnswersFactory(
        phone="+31302345678",
        email="noor@example.org",
        needs=("interpreter",),
        referral=ReferralFactory(through_referrer=True),
    )
    callback = taken_by(sam, LookAtReferralFactory, registration__answers=answers)
    html = details(client, callback)
    assert "tel:+31-30" not in html
    assert "noor@example.org" not in html
    assert "How to reach the person" not in html
    assert "An interpreter" in html
    assert "Agree with the professional when and how" in html


def test_the_words_of_the_professional_are_not_called_the_words_of_the_person(client, sam):
    answers = ReferredAnswersFactory(story="Wil graag een brief")
    html = details(client, taken_by(sam, registration__answers=answers))
    assert "In the words of the professional" in html
    assert "In the person’s own words" not in html


# --- The script -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nl",
            "Jamie de Wit van Huis van de Buurt heeft ons je naam gegeven. We hebben gehoord dat "
            "Robin van den Berg hier op vrijdag 5 juni met je over heeft gepraat",
        ),
        (
            "en",
            "Jamie de Wit from Huis van de Buurt gave us your name. We heard that Robin van den "
            "Berg talked to you about this on Friday 5 June",
        ),
    ],
)
def test_the_first_talk_tells_who_gave_us_what(language, words):
    script = script_of(ReferredAnswersFactory(), language)
    assert words in quotes(script)


def test_it_names_what_we_were_told_without_the_answers():
    answers = ReferredAnswersFactory(told_all=True, language="")
    words = quotes(script_of(answers, "en"))
    for thing in ("your age group", "which province you live in", "in a few words", "reach you"):
        assert thing in words
    assert answers.story not in words
    least = quotes(script_of(ReferredAnswersFactory(), "en"))
    assert "your age group" not in least
    assert "in a few words" not in least


def test_who_is_speaking_is_checked_before_anything_is_said():
    steps = script_of(ReferredAnswersFactory()).contact
    order = [
        next(number for number, step in enumerate(steps) if words in step.words + step.quote)
        for words in (
            "First make sure that you are speaking to Noor",
            "the person can talk freely now",
            "heeft ons je naam gegeven",
            "If not, it ends here",
        )
    ]
    assert order == sorted(order)
    assert "ask on which day the form was sent" not in instructions(
        script_of(ReferredAnswersFactory())
    )


@pytest.mark.parametrize("identify", ["", *Identify.values])
def test_our_name_is_no_freer_than_the_client_allows(identify):
    script = script_of(ReferredAnswersFactory(identify=identify))
    opening = script.contact[0] if identify == Identify.ORGANISATION else script.contact[1]
    assert ("Perspectief" in opening.quote) is (identify == Identify.ORGANISATION)


@pytest.mark.parametrize("wish", ["through_referrer", "no_call"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_professional_is_mailed_without_a_word_about_the_client(wish, language):
    answers = ReferredAnswersFactory(referral=ReferralFactory(**{wish: True}))
    script = script_of(answers, language)
    mail = next(step for step in script.contact if step.icon == "mail")
    assert "Noor" not in mail.quote + mail.subject
    assert {"nl": "Over je verwijzing", "en": "About your referral"}[language] == mail.subject
    assert "Do not contact the client" in instructions(script)


@pytest.mark.parametrize("wish", ["through_referrer", "no_call"])
def test_a_professional_who_may_be_called_is_called(wish):
    answers = ReferredAnswersFactory(referral=ReferralFactory(may_be_called=True, **{wish: True}))
    script = script_of(answers)
    assert "Call the professional: Jamie de Wit from Huis van de Buurt." in instructions(script)
    assert "Noor" not in next(step.quote for step in script.contact if step.icon == "phone")


# --- The client's own answer ----------------------------------------------------------------


def test_a_yes_is_recorded_and_the_work_goes_on(client, sam):
    callback = taken_by(sam)
    response = client.post(url("client", callback), {"agrees": "yes"}, follow=True)
    assert messages_of(response) == ["Recorded: the client agrees."]
    registration = Registration.objects.get()
    assert registration.client_agreed_at is not None
    assert registration.state == Lifecycle.SPOKEN
    fresh = Callback.objects.get()
    assert (fresh.state, fresh.claimed_by) == (CallbackState.OPEN, sam)
    assert fresh.reached_at is not None
    html = details(client, callback)
    assert "The client told us that they agree" in html
    assert 'name="agrees"' not in html


def test_a_no_ends_everything(client, sam):
    callback = taken_by(sam)
    OutboundMail.objects.create(code="referral_received", registration=callback.registration)
    response = client.post(url("client", callback), {"agrees": "no"}, follow=True)
    assert "Nothing more happens." in messages_of(response)[0]
    registration = Registration.objects.get()
    assert registration.state == Lifecycle.WITHDRAWN
    assert registration.client_agreed_at is None
    assert Callback.objects.get().state == CallbackState.DONE
    assert not OutboundMail.objects.exists()
    counted = {(row.dimension, row.code): row.count for row in AnonymousCount.objects.all()}
    assert counted[("referral", "client_refused")] == 1
    assert counted[("outcome", "withdrawn")] == 1


def test_a_no_after_a_yes_is_a_no(client, sam):
    callback = taken_by(sam)
    confirmations.record_own_yes(callback.pk, sam)
    confirmations.record_own_no(callback.pk, sam)
    assert Registration.objects.get().client_agreed_at is None
    assert Registration.objects.get().state == Lifecycle.WITHDRAWN


def test_examples_count_in_no_figure(sam):
    callback = taken_by(sam, registration__is_demo=True)
    confirmations.record_own_no(callback.pk, sam)
    assert not AnonymousCount.objects.exists()


@pytest.mark.parametrize("data", [{}, {"agrees": ""}, {"agrees": "perhaps"}])
def test_an_answer_must_be_chosen(client, sam, data):
    callback = taken_by(sam)
    response = client.post(url("client", callback), data)
    assert response.status_code == 422
    assert "Nothing has been recorded yet." in response.content.decode()
    assert Registration.objects.get().client_agreed_at is None


@pytest.mark.parametrize("outcome", PASSED_ON)
def test_nobody_is_passed_on_before_saying_yes_to_us(client, sam, outcome):
    callback = taken_by(sam)
    with pytest.raises(claims.NotAllowedError):
        ending.end(callback.pk, sam, Lifecycle(outcome))
    response = client.post(url("close", callback), {"close-outcome": outcome})
    assert response.status_code == 422
    assert "First ask the client" in response.content.decode()
    assert Callback.objects.get().state == CallbackState.OPEN
    client.post(url("client", callback), {"agrees": "yes"})
    end_so(client, callback, outcome)
    assert Registration.objects.get().state == outcome


@pytest.mark.parametrize(
    "outcome", sorted(set(Lifecycle.outcomes_of(Source.REFERRER)) - Lifecycle.passed_on())
)
def test_all_other_outcomes_need_no_yes(client, sam, outcome):
    callback = taken_by(sam)
    put_on_record(callback, outcome)
    closed = {"close-outcome": outcome, "close-note": "Hier is genoteerd waarom."}
    assert client.post(url("close", callback), closed)["Location"] == QUEUE
    assert Registration.objects.get().state == outcome


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_nobody_is_asked_about_a_referral_that_there_was_not(client, sam, answer):
    callback = CallbackFactory(claimed_by=sam)
    assert "Does the client agree?" not in details(client, callback)
    response = client.post(url("client", callback), {"agrees": answer}, follow=True)
    assert messages_of(response) == ["Nobody referred or helped this person."]
    assert Registration.objects.get().state == Lifecycle.RECEIVED


def test_reaching_the_professional_is_not_speaking_to_the_client(sam):
    callback = taken_by(sam, LookAtReferralFactory)
    attempts.record_attempt(callback.pk, sam, AttemptResult.REACHED)
    assert Callback.objects.get().reached_at is not None
    assert Registration.objects.get().state == Lifecycle.RECEIVED


def test_only_results_that_fit_can_be_recorded_about_a_professional(client, sam):
    callback = taken_by(sam, LookAtReferralFactory)
    html = details(client, callback)
    assert 'value="sent"' in html
    assert 'value="voicemail"' not in html


# --- Who may --------------------------------------------------------------------------------


@pytest.mark.parametrize("group", [COMMUNICATION, DESK, COORDINATOR, ADMINISTRATION, None])
@pytest.mark.parametrize("answer", ["yes", "no"])
def test_only_who_of_the_desk_has_taken_it_records_the_answer(client, group, answer):
    user = StaffFactory(admin_language="en")
    if group:
        user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    others = taken_by(DeskMemberFactory())
    own = taken_by(user)
    for callback in (others, own):
        assert client.get(url("client", callback)).status_code in {302, 405}
        client.post(url("client", callback), {"agrees": answer})
    states = [Registration.objects.get(pk=each.registration_id).state for each in (others, own)]
    expected = Lifecycle.SPOKEN if answer == "yes" else Lifecycle.WITHDRAWN
    is_of_the_desk = group in {DESK, COORDINATOR}
    assert states == [Lifecycle.RECEIVED, expected if is_of_the_desk else Lifecycle.RECEIVED]


def test_a_stranger_is_sent_to_the_login(client):
    callback = ReferralCallbackFactory()
    response = client.post(reverse("callbacks:client", args=[callback.address]), {"agrees": "no"})
    assert response["Location"].startswith("/staff/login/")
    assert Callback.objects.get().kind == TaskKind.CALL
