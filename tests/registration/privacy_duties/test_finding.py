"""The coordinator finds the registrations of somebody who asks for their data."""

import logging

import pytest
from django.urls import reverse

from registration.models import AccessLogEntry
from registration.vocabulary.access import AccessAction
from tests.registration import planted
from tests.registration.desk.reauthenticated import show_password
from tests.registration.factories import EMAIL, AnswersFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    RegistrationFactory(answers=AnswersFactory(phone="+31201234567"))
    return RegistrationFactory(code="H7K-4MR", answers=AnswersFactory(all_channels=True))


class TestScreen:
    @pytest.fixture(autouse=True)
    def _at_work(self, client, coordinator):
        show_password(client)

    def find(self, client, typed):
        return client.post(reverse("privacy_duties:find"), {"typed": typed})

    def test_what_was_found_is_logged_and_leads_on(self, client, coordinator, person):
        words = self.find(client, EMAIL).content.decode()
        assert reverse("privacy_duties:person", args=[person.pk]) in words
        entry = AccessLogEntry.objects.get()
        assert (entry.action, entry.registration_number) == (AccessAction.SEARCHED, person.pk)

    def test_what_was_typed_is_nowhere_afterwards(self, client, person, caplog):
        caplog.set_level(logging.DEBUG)
        typed = {"address": "iemand.anders@example.net", "number": "0612344321"}
        for value in typed.values():
            response = self.find(client, value)
            assert "We found nothing with this" in response.content.decode()
            assert value not in response.content.decode()
        places = {**planted.tables(), **planted.sessions(), **planted.cached(), "log": caplog.text}
        assert planted.leaks(typed, places) == []

    def test_nothing_typed_is_said_kindly(self, client):
        assert self.find(client, "").status_code == 422
