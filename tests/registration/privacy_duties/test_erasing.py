"""The coordinator deletes everything at a person's request, with proof."""

import pytest
from django.urls import reverse

from registration.models import AccessLogEntry, Callback, Erasure, Registration
from registration.vocabulary.access import AccessAction
from tests.registration.desk.reauthenticated import show_password
from tests.registration.factories import CallbackFactory
from tests.registration.handover.factories import HandOverFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_work(client, coordinator):
    show_password(client)


def address(registration):
    return reverse("privacy_duties:erase", args=[registration.pk])


def test_all_goes_and_the_proof_is_shown(client, coordinator):
    registration = HandOverFactory(note="Iets").registration
    CallbackFactory(registration=registration)
    response = client.post(address(registration), {"sure": "on"})
    assert Erasure.objects.get().number in response.content.decode()
    assert not Registration.objects.exists()
    assert not Callback.objects.exists()
    entry = AccessLogEntry.objects.get()
    assert (entry.action, entry.user) == (AccessAction.ERASED, coordinator)
    assert entry.registration_number == registration.pk


def test_nothing_goes_without_being_sure(client):
    registration = CallbackFactory().registration
    assert client.get(address(registration)).status_code == 200
    assert client.post(address(registration)).status_code == 422
    assert Registration.objects.exists()
    assert not Erasure.objects.exists()


def test_what_is_gone_already_leads_back(client):
    response = client.post(reverse("privacy_duties:erase", args=[999999]), {"sure": "on"})
    assert response["Location"] == reverse("privacy_duties:find")
    assert not Erasure.objects.exists()
