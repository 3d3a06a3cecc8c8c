"""The example referrals of the demo: marked, harmless, and one of each kind."""

import pytest
from django.core.management import call_command

from registration.models import Callback, Registration
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.lifecycle import Source
from registration.vocabulary.referral_options import ClientCall
from tests.registration.factories import OUR_PHONE, DeskMemberFactory
from tests.support.some import some

pytestmark = pytest.mark.django_db


@pytest.fixture
def referrals():
    DeskMemberFactory(username="aanmeldpunt")
    call_command("load_demo_registrations", verbosity=0)
    return Registration.objects.filter(source=Source.REFERRER)


def test_there_is_one_of_each_kind(referrals):
    wishes = [registration.read_answers().referral.call_client for registration in referrals]
    assert sorted(wishes) == sorted(ClientCall.values)
    kinds = Callback.objects.filter(registration__in=referrals).values_list("kind", flat=True)
    assert sorted(kinds) == [TaskKind.CALL, TaskKind.REFERRAL, TaskKind.REFERRAL]
    assert set(referrals.values_list("language", flat=True)) == {"nl", "en"}


def test_no_professional_can_be_called_or_mailed_and_all_are_marked(referrals):
    for registration in referrals:
        referral = registration.read_answers().referral
        assert registration.is_demo
        # Our own number; an extension keeps the examples apart.
        assert not referral.phone or referral.phone.partition(";ext=")[0] == OUR_PHONE
        assert referral.email.endswith("@example.org")
        assert referral.organisation.startswith(("Voorbeeld", "Example"))


def test_nobody_else_has_a_referral(referrals):
    for registration in some(Registration.objects.exclude(source=Source.REFERRER)):
        assert registration.read_answers().referral is None
