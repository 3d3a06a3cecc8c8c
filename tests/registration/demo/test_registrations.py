"""The examples of the demo: marked, harmless, and added once."""

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from registration.models import (
    AnonymousCount,
    Callback,
    Mediator,
    OutboundMail,
    Region,
    Registration,
)
from registration.vocabulary.callbacks import TaskKind
from tests.registration.factories import OUR_PHONE, DeskMemberFactory
from tests.registration.handover.factories import MediatorFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk_member():
    return DeskMemberFactory(username="aanmeldpunt")


@pytest.fixture
def loaded(desk_member):
    call_command("load_demo_registrations", verbosity=0)
    return Callback.objects.select_related("registration")


@pytest.mark.parametrize(
    "moment",
    ["2026-11-29T19:00:00+01:00", "2026-11-30T09:05:00+01:00", "2026-12-25T12:00:00+01:00"],
    ids=["Sunday evening", "Monday morning", "Christmas"],
)
def test_it_loads_at_any_moment_and_one_was_called_too_late(desk_member, moment):
    with time_machine.travel(moment, tick=False):
        call_command("load_demo_registrations", verbosity=0)
    assert Callback.objects.exclude(breach=None).count() == 1


def test_there_is_some_of_everything(loaded):
    assert loaded.overdue(timezone.now()).exists()
    assert loaded.filter(attempt_count=1).exists()
    assert loaded.filter(needs_coordinator=True).exists()
    assert loaded.filter(kind=TaskKind.LETTER).exists()
    assert set(loaded.values_list("registration__language", flat=True)) == {"nl", "en"}
    assert loaded.exclude(claimed_by=None).exists()


def test_a_second_time_adds_nothing(loaded):
    before = loaded.count()
    call_command("load_demo_registrations", verbosity=0)
    assert Callback.objects.count() == before


def test_no_stranger_can_be_called_or_mailed(loaded):
    for registration in Registration.objects.all():
        answers = registration.read_answers()
        assert registration.is_demo
        assert answers.phone.partition(";")[0] in {"", OUR_PHONE}
        assert answers.email == "" or answers.email.endswith("@example.org")
    assert not OutboundMail.objects.exists()


def test_examples_count_in_no_figure(loaded):
    assert not AnonymousCount.objects.exists()


def test_there_is_a_mediator_in_every_region(loaded):
    assert not Region.objects.filter(mediators=None).exists()
    assert all(row.email.endswith("@example.org") for row in Mediator.objects.all())


def test_the_mediators_that_the_coordinator_made_stay_alone(desk_member):
    own = MediatorFactory()
    call_command("load_demo_registrations", verbosity=0)
    assert list(Mediator.objects.all()) == [own]


def test_a_real_site_gets_no_examples(desk_member, settings):
    settings.DEMO_ACCOUNTS_ALLOWED = False
    with pytest.raises(CommandError, match="real site"):
        call_command("load_demo_registrations")
    assert not Registration.objects.exists()
    assert not Mediator.objects.exists()


def test_it_needs_somebody_of_the_desk():
    assert not get_user_model().objects.exists()
    with pytest.raises(CommandError, match="create_demo_accounts"):
        call_command("load_demo_registrations")
