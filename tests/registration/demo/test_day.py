"""The demo day: a realistic mix, the same people all day, and nobody real."""

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from registration.models import AnonymousCount, Callback, OutboundMail, Registration
from registration.rules.contact_policy import policy_for
from registration.vocabulary.callbacks import CallbackState, TaskKind
from registration.vocabulary.lifecycle import Source
from tests.registration.factories import OUR_PHONE, CoordinatorFactory, DeskMemberFactory

pytestmark = pytest.mark.django_db

MONDAY_MORNING = "2026-11-30T10:00:00+01:00"


@pytest.fixture
def colleagues():
    return DeskMemberFactory(username="aanmeldpunt"), CoordinatorFactory(username="coordinator")


@pytest.fixture(params=[MONDAY_MORNING, "2026-12-25T23:30:00+01:00", "2027-03-28T02:30:00+02:00"])
def loaded(request, colleagues):
    with time_machine.travel(request.param, tick=False):
        call_command("load_demo_day", verbosity=0)
        yield Callback.objects.select_related("registration")


@pytest.fixture
def monday(colleagues):
    with time_machine.travel(MONDAY_MORNING, tick=False):
        call_command("load_demo_day", verbosity=0)
        yield Callback.objects.select_related("registration")


def answers_of(callbacks):
    """Return what everybody told."""
    return [callback.registration.read_answers() for callback in callbacks]


def test_it_is_a_busy_day_at_any_time_of_the_year(loaded):
    assert loaded.count() == 42
    assert loaded.overdue(timezone.now()).count() >= 3


class TestMix:
    def test_all_sources_and_tasks_are_there(self, monday):
        assert set(monday.values_list("registration__source", flat=True)) == set(Source)
        assert set(monday.values_list("kind", flat=True)) == set(TaskKind)

    def test_promises_of_all_ages(self, monday):
        now = timezone.now()
        today = [each for each in monday if each.due_at.date() == now.date()]
        assert len(today) >= 6
        assert monday.overdue(now).count() == 3
        assert monday.filter(due_at__gt=now).count() > 20

    def test_every_combination_of_what_is_safe(self, monday):
        policies = [policy_for(each, neutral_mail_available=True) for each in answers_of(monday)]
        calls = {
            (each.may_name_organisation, each.may_leave_voicemail, each.may_text)
            for each in policies
            if each.may_call
        }
        assert {(True, True, True), (True, False, False), (False, False, False)} <= calls
        assert {each.mail.value for each in policies} == {"none", "normal", "neutral"}
        assert any(each.withhold_number for each in policies)

    def test_several_languages(self, monday):
        spoken = {each.language for each in answers_of(monday)}
        assert {"english", "other_language"} <= spoken
        assert set(monday.values_list("registration__language", flat=True)) == {"nl", "en"}

    def test_work_that_has_begun(self, monday, colleagues):
        member, coordinator = colleagues
        assert monday.filter(claimed_by=member).exists()
        assert monday.filter(claimed_by=coordinator).exists()
        assert monday.filter(next_attempt_at__gt=timezone.now()).count() == 5
        assert monday.filter(attempt_count=1).count() == 7
        assert monday.exclude(reached_at=None).exists()
        assert monday.filter(needs_coordinator=True).count() >= 2
        assert not monday.exclude(state=CallbackState.OPEN).exists()

    def test_what_deserves_a_second_look(self, monday):
        assert monday.exclude(registration__changed_by_person_at=None).count() == 1
        assert any(each.registration.flags for each in monday)
        numbers = [each.registration.phone_hash for each in monday if each.registration.phone_hash]
        assert len(numbers) - len(set(numbers)) == 1

    def test_helpers_and_the_young(self, monday):
        told = answers_of(monday)
        assert any(each.calls_helper for each in told)
        assert sum(each.age == "under_16" for each in told) == 2
        assert any(each.story_later for each in told)


def test_a_second_time_on_the_day_adds_nothing_and_the_next_day_does(monday):
    call_command("load_demo_day", verbosity=0)
    assert monday.count() == 42
    with time_machine.travel("2026-12-01T09:00:00+01:00", tick=False):
        call_command("load_demo_day", verbosity=0)
    assert monday.count() == 84
    numbers = [each.registration.phone_hash for each in monday if each.registration.phone_hash]
    assert len(numbers) - len(set(numbers)) == 2  # nobody is taken for somebody of the day before


def test_it_gives_the_same_people_on_every_machine(monday):
    keys = set(Registration.objects.values_list("submission_key", flat=True))
    Registration.objects.all().delete()
    call_command("load_demo_day", verbosity=0)
    assert set(Registration.objects.values_list("submission_key", flat=True)) == keys


def test_no_stranger_can_be_called_or_mailed(monday):
    for registration in Registration.objects.all():
        answers = registration.read_answers()
        assert registration.is_demo
        assert answers.phone.partition(";")[0] in {"", OUR_PHONE}
        assert answers.email == "" or answers.email.endswith("@example.org")
    assert not OutboundMail.objects.exists()
    assert not AnonymousCount.objects.exists()


def test_a_real_site_gets_no_demo_day(colleagues, settings):
    settings.DEMO_ACCOUNTS_ALLOWED = False
    with pytest.raises(CommandError, match="real site"):
        call_command("load_demo_day")
    assert not Registration.objects.exists()


def test_without_a_desk_it_says_what_to_do():
    with pytest.raises(CommandError, match="create_demo_accounts"):
        call_command("load_demo_day")


def test_without_a_coordinator_the_member_of_the_desk_has_taken_all(db):
    DeskMemberFactory(username="aanmeldpunt")
    call_command("load_demo_day", verbosity=0)
    taken = Callback.objects.exclude(claimed_by=None)
    assert set(taken.values_list("claimed_by__username", flat=True)) == {"aanmeldpunt"}
