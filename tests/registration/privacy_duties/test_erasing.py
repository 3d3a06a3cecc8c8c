"""The coordinator deletes everything at a person's request, with proof."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from registration.casework.one_person import registrations_of_person
from registration.models import (
    AccessLogEntry,
    AnonymousCount,
    Callback,
    Erasure,
    Registration,
    SamePersonDecision,
)
from registration.vocabulary.access import AccessAction
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.desk.reauthenticated import show_password
from tests.registration.factories import (
    EMAIL,
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
    RegistrationFactory,
)
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


def came_in(days_ago: int = 0, phone: str = "", email: str = "") -> Registration:
    """Return a registration with this number and address."""
    return CallbackFactory(
        registration__answers=AnswersFactory(phone=phone, email=email),
        registration__received_at=timezone.now() - timedelta(days=days_ago),
    ).registration


def decide(earlier: Registration, later: Registration, *, is_same: bool) -> None:
    SamePersonDecision.objects.create(earlier=earlier, later=later, is_same=is_same)


class TestAllOfOnePerson:
    """Whoever registered twice is deleted twice; whoever only shares a number is not."""

    def test_what_the_desk_knows_to_be_the_same_person_goes_too(self, client, coordinator):
        first, second = came_in(2, "+31302345678"), came_in(1, email=EMAIL)
        decide(first, second, is_same=True)
        ContactAttemptFactory(callback=second.callbacks.get())
        words = client.get(address(first)).content.decode()
        assert f"#{first.pk} of " in words
        assert f"#{second.pk} of " in words
        words = client.post(address(first), {"sure": "on"}).content.decode()
        assert "Deleted: 2 registrations, 2 callbacks, 1 attempt, 0 e-mails." in words
        assert not Registration.objects.exists()
        logged = AccessLogEntry.objects.filter(action=AccessAction.ERASED)
        numbers = logged.values_list("registration_number", flat=True)
        assert sorted(numbers) == [first.pk, second.pk]
        withdrawn = AnonymousCount.objects.get(dimension="outcome", code=Lifecycle.WITHDRAWN)
        assert withdrawn.count == 2

    def test_what_may_be_of_the_person_is_asked_about_and_not_guessed(self, client):
        first, second = came_in(2, "+31302345678"), came_in(1, "+31302345678", EMAIL)
        response = client.post(address(first), {"sure": "on"})
        assert response.status_code == 422
        assert f"Say whose #{second.pk} is" in response.content.decode()
        assert Registration.objects.count() == 2
        client.post(address(first), {"sure": "on", f"whose_{second.pk}": "same"})
        assert not Registration.objects.exists()

    def test_whoever_shares_the_number_is_kept(self, client):
        first, second = came_in(2, "+31302345678"), came_in(1, "+31302345678")
        response = client.post(address(first), {"sure": "on", f"whose_{second.pk}": "other"})
        assert "Deleted: 1 registration, 1 callback" in response.content.decode()
        assert Registration.objects.get() == second

    def test_who_the_desk_said_is_somebody_else_is_not_asked_about(self, client):
        first, second = came_in(2, "+31302345678"), came_in(1, "+31302345678")
        decide(first, second, is_same=False)
        assert f"#{second.pk}" not in client.get(address(first)).content.decode()
        client.post(address(first), {"sure": "on"})
        assert Registration.objects.get() == second

    def test_what_came_in_meanwhile_is_asked_about(self, client):
        first = came_in(2, "+31302345678")
        client.get(address(first))
        came_in(0, "+31302345678")
        assert client.post(address(first), {"sure": "on"}).status_code == 422

    def test_deleting_a_double_deletes_the_case_and_its_other_double(self, client):
        case, double, other = (came_in(days) for days in (3, 2, 1))
        for later in (double, other):
            decide(case, later, is_same=True)
            Registration.objects.filter(pk=later.pk).update(state=Lifecycle.MISTAKE)
        client.post(address(double), {"sure": "on"})
        assert not Registration.objects.exists()

    def test_the_number_of_one_and_the_address_of_another_lead_to_a_third(
        self, django_assert_max_num_queries
    ):
        first = came_in(3, "+31302345678")
        second, third = came_in(2, "+31302345678", EMAIL), came_in(1, email=EMAIL)
        came_in(0, "+31201234567", "iemand@example.org")
        RegistrationFactory(answers=AnswersFactory(phone=""))
        with django_assert_max_num_queries(14):
            person = registrations_of_person(first.pk)
        assert (person.known, person.possible) == ((first,), (second, third))

    def test_the_screen_of_the_person_says_that_there_is_more(self, client):
        first, second = came_in(2, "+31302345678"), came_in(1, "+31302345678")
        screen = client.get(reverse("privacy_duties:person", args=[first.pk])).content.decode()
        assert reverse("privacy_duties:person", args=[second.pk]) in screen
