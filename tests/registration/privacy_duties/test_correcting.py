"""The desk corrects answers with the person, and what hangs on them follows."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from perspectief.encryption import blind_index
from perspectief.staff.groups import ADMINISTRATION, COMMUNICATION
from registration.models import AccessLogEntry, OutboundMail, Registration
from registration.privacy_duties.forms import correction_forms
from registration.vocabulary.access import AccessAction
from registration.vocabulary.answers import changed_names
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.channels import Fallback, Identify
from registration.vocabulary.mails import MailCode
from tests.registration.all_answered import all_answered
from tests.registration.factories import EMAIL, AnswersFactory, CallbackFactory, StaffFactory
from tests.registration.journey.visitor import controls
from tests.registration.referral.factories import ReferralFactory

pytestmark = pytest.mark.django_db
NEW_PHONE = "+31201234567"


def address(callback):
    return reverse("privacy_duties:correct", args=[callback.registration_id])


def typed(callback, **changes):
    """What the form would send: all that is stored, with changes; None leaves out."""
    data = {}
    answers = callback.registration.read_answers()
    for form in correction_forms(answers):
        for name in form.fields:
            value = form.initial.get(name)
            if value not in ("", None, False, []):
                data[name] = "on" if value is True else value
    data |= changes
    return {name: value for name, value in data.items() if value is not None}


def correct(client, callback, **changes):
    return client.post(address(callback), typed(callback, **changes))


def answers_of(callback):
    return Registration.objects.get(pk=callback.registration_id).read_answers()


@pytest.fixture
def callback(sam):
    return CallbackFactory(
        claimed_by=sam,
        registration__answers=AnswersFactory(
            told_all=True,
            all_channels=True,
            moments=("2026-06-11:morning",),
            avoid=("monday:morning",),
        ),
    )


def test_sending_what_is_there_changes_nothing(client, callback):
    before = answers_of(callback)
    response = correct(client, callback)
    assert response.status_code == 302, [each["form"].errors for each in response.context["shown"]]
    assert answers_of(callback) == before
    assert not AccessLogEntry.objects.filter(action=AccessAction.CORRECTED).exists()


@pytest.mark.parametrize("seed", range(4))
def test_sending_what_is_there_changes_none_of_all_answers(client, sam, seed):
    answers = all_answered(
        seed, moments=("2026-06-11:morning",), avoid=("monday:morning", "saturday:morning")
    )
    callback = CallbackFactory(claimed_by=sam, registration__answers=answers)
    response = client.post(address(callback), controls(client.get(address(callback))))
    assert response.status_code == 302, [each["form"].errors for each in response.context["shown"]]
    after = answers_of(callback)
    assert changed_names(answers, after) == frozenset()
    assert not AccessLogEntry.objects.filter(action=AccessAction.CORRECTED).exists()


def test_a_corrected_name_is_stored_and_logged_by_question_only(client, callback, sam):
    correct(client, callback, name="Geheime Noor", story="Geheim verhaal")
    answers = answers_of(callback)
    assert (answers.name, answers.story) == ("Geheime Noor", "Geheim verhaal")
    entry = AccessLogEntry.objects.get(action=AccessAction.CORRECTED)
    assert (entry.fields, entry.user) == (["name", "story"], sam)


def test_a_new_number_must_be_confirmed_by_the_person(client, callback):
    response = correct(client, callback, phone=NEW_PHONE)
    assert response.status_code == 422
    assert "Ask the person whether this is safe" in response.content.decode()
    assert answers_of(callback).phone != NEW_PHONE
    correct(client, callback, phone=NEW_PHONE, confirmed="on")
    assert answers_of(callback).phone == NEW_PHONE
    registration = Registration.objects.get()
    assert registration.phone_hash == blind_index("phone", NEW_PHONE)


@pytest.mark.parametrize(
    "changes",
    [
        {"identify": Identify.ORGANISATION},
        {"avoid": None},
        {"email": "nieuw@example.org"},
    ],
)
def test_whatever_allows_more_must_be_confirmed(client, callback, changes):
    assert correct(client, callback, **changes).status_code == 422
    assert correct(client, callback, **changes, confirmed="on").status_code == 302


def test_whatever_allows_less_is_stored_at_once(client, callback):
    changes = {"fallback": None, "identify": Identify.FIRST_NAME_ONLY, "email": None}
    assert correct(client, callback, **changes).status_code == 302
    assert answers_of(callback).fallback == ()
    assert Registration.objects.get().email_hash == ""


def test_the_task_follows_and_mail_for_the_old_address_is_not_sent(client, callback):
    mail = OutboundMail.objects.create(
        code=MailCode.CONFIRMATION,
        registration=callback.registration,
        message_id="<1@x>",
        recipient_hash="hash",
    )
    due_at = callback.due_at
    correct(
        client,
        callback,
        phone=None,
        phone_impossible="on",
        email=EMAIL,
        fallback=[Fallback.EMAIL],
        identify=Identify.ORGANISATION,
        confirmed="on",
    )
    callback.refresh_from_db()
    assert callback.kind == TaskKind.MAIL
    assert callback.due_at == due_at
    assert not OutboundMail.objects.filter(pk=mail.pk, sent_at=None, failed_at=None).exists()


def test_without_any_safe_way_the_coordinator_decides(client, callback):
    correct(client, callback, phone=None, email=None, fallback=None)
    callback.refresh_from_db()
    assert callback.needs_coordinator


def test_what_the_desk_corrects_is_confirmed(client, sam):
    callback = CallbackFactory(
        claimed_by=sam,
        registration__answers=AnswersFactory(unverified=("phone", "identify")),
    )
    correct(client, callback, phone=NEW_PHONE, confirmed="on")
    assert answers_of(callback).unverified == ("identify",)


def test_an_answer_that_is_no_longer_offered_stays(client, callback):
    from registration.models import Need, Role

    Role.objects.filter(code="victim").update(is_active=False)
    Need.objects.filter(code="interpreter").update(is_active=False)
    assert correct(client, callback, name="Nora").status_code == 302
    answers = answers_of(callback)
    assert answers.role == "victim"
    assert "interpreter" in answers.needs


def test_a_question_has_only_what_was_asked(client, sam):
    callback = CallbackFactory(
        claimed_by=sam,
        registration__source="question",
        registration__answers=AnswersFactory(asks=True),
    )
    words = client.get(address(callback)).content.decode()
    assert 'name="role"' not in words
    assert 'name="kind"' not in words
    assert correct(client, callback, question="Mag mijn broer mee?").status_code == 302
    answers = answers_of(callback)
    assert answers.question == "Mag mijn broer mee?"
    assert (answers.role, answers.kind) == ("", "")


def test_a_referral_keeps_who_referred(client, sam):
    callback = CallbackFactory(
        claimed_by=sam,
        registration__source="referrer",
        registration__answers=AnswersFactory(referral=ReferralFactory()),
    )
    before = answers_of(callback).referral
    assert correct(client, callback, name="Nora").status_code == 302
    assert answers_of(callback).referral == before


def test_opening_the_form_is_logged(client, callback):
    words = client.get(address(callback)).content.decode()
    assert "Noor" in words
    assert AccessLogEntry.objects.get().action == AccessAction.VIEWED


class TestWhoMay:
    def test_the_coordinator_may(self, client, coordinator, robin):
        callback = CallbackFactory(claimed_by=robin)
        assert correct(client, callback, name="Nora").status_code == 302
        assert answers_of(callback).name == "Nora"

    def test_a_colleague_who_has_not_taken_it_may_not(self, client, sam, robin):
        for callback in (
            CallbackFactory(claimed_by=robin),
            CallbackFactory(claimed_by=sam, done=True),
        ):
            assert client.get(address(callback))["Location"] == "/admin/"
            assert correct(client, callback, name="Nora")["Location"] == "/admin/"
            assert answers_of(callback).name == "Noor"
        assert not AccessLogEntry.objects.exists()

    @pytest.mark.parametrize("group", [ADMINISTRATION, COMMUNICATION])
    def test_others_may_not(self, client, group):
        user = StaffFactory()
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        callback = CallbackFactory(claimed_by=user)
        assert client.get(address(callback))["Location"] == "/admin/"
        assert correct(client, callback, name="Nora")["Location"] == "/admin/"

    def test_deleted_data_leads_back(self, client, sam):
        response = client.get(reverse("privacy_duties:correct", args=[999999]))
        assert response["Location"] == reverse("callbacks:index")


def test_a_correction_of_a_closed_registration_changes_no_promise(client, coordinator):
    callback = CallbackFactory(done=True, finished_at=timezone.now())
    correct(client, callback, name="Nora", phone=NEW_PHONE, confirmed="on")
    callback.refresh_from_db()
    assert callback.state == "done"
    assert answers_of(callback).phone == NEW_PHONE


class TestWhomWeCall:
    """A number is never taken to be that of somebody else, at the desk either."""

    TICKED = {"ways_are_theirs": "on", "confirmed": "on"}

    @pytest.fixture
    def helped(self, sam):
        answers = AnswersFactory(helped=True, who_to_call="call_helper", all_channels=True)
        return CallbackFactory(claimed_by=sam, registration__answers=answers)

    def test_another_is_called_only_after_asking_whose_number_it_is(self, client, helped):
        response = correct(client, helped, who_to_call="call_person")
        assert response.status_code == 422
        words = " ".join(response.content.decode().split())
        assert "what stands here is of who we called before" in words
        assert "Number, address and what is allowed are of who we call now" in words
        assert answers_of(helped).who_to_call == "call_helper"
        response = correct(
            client, helped, who_to_call="call_person", phone=NEW_PHONE, **self.TICKED
        )
        assert response.status_code == 302
        assert (answers_of(helped).who_to_call, answers_of(helped).phone) == (
            "call_person",
            NEW_PHONE,
        )

    def test_whoever_keeps_being_called_is_asked_nothing(self, client, helped):
        assert "of who we call now" not in client.get(address(helped)).content.decode()
        assert correct(client, helped, name="Nora").status_code == 302

    def test_without_a_helper_any_more_the_number_is_asked_about_too(self, client, helped):
        response = correct(client, helped, for_whom="self")
        assert response.status_code == 422
        assert answers_of(helped).calls_helper
