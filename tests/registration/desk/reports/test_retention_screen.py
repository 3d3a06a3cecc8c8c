"""Whoever minds the periods sees what retention did and would do: numbers only."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from registration.background.retention import apply_retention
from registration.models import Registration, RetentionRun
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.factories import RegistrationFactory, StaffFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def expired():
    long_ago = timezone.now() - timedelta(days=20)
    return RegistrationFactory.create_batch(2, state=Lifecycle.WITHDRAWN, state_changed_at=long_ago)


def test_a_dry_run_is_shown_and_removes_nothing(client, coordinator, expired):
    response = client.get(reverse("registration_retention"))
    counts = {row["label"]: (row["days"], row["count"]) for row in response.context["rows"]}
    assert (14, 2) in counts.values()
    assert Registration.objects.count() == 2
    assert not RetentionRun.objects.exists()


def test_a_run_leaves_a_report_in_numbers(client, coordinator, expired):
    apply_retention(timezone.now())
    run = RetentionRun.objects.get()
    assert (run.total, run.counts["withdrawn"], run.started_by) == (2, 2, "job")
    [report] = client.get(reverse("registration_retention")).context["runs"]
    assert [count for _label, count in report["removed"]] == [2]


def test_it_says_what_is_held_back_and_why_and_leads_there(client, coordinator, expired):
    long_ago = timezone.now() - timedelta(days=50)
    RegistrationFactory(state=Lifecycle.ALLOCATED, state_changed_at=long_ago)
    response = client.get(reverse("registration_retention"))
    assert response.context["held_back"] == [("No mediator yet", 1)]
    assert reverse("registration_unfinished") in response.content.decode()

    apply_retention(timezone.now())
    [report] = client.get(reverse("registration_retention")).context["runs"]
    assert report["held_back"] == [("No mediator yet", 1)]


def test_whoever_only_minds_the_periods_gets_the_number_and_no_link(client):
    long_ago = timezone.now() - timedelta(days=50)
    RegistrationFactory(state=Lifecycle.ALLOCATED, state_changed_at=long_ago)
    client.force_login(StaffFactory(permissions=("registration.change_retentionsettings",)))
    response = client.get(reverse("registration_retention"))
    assert len(response.context["held_back"]) == 1
    assert reverse("registration_unfinished") not in response.content.decode()


def test_runs_that_removed_nothing_are_not_listed_but_show_that_it_works(client, coordinator):
    apply_retention(timezone.now())
    response = client.get(reverse("registration_retention"))
    assert response.context["runs"] == []
    assert response.context["last_run"] is not None


def test_reports_are_not_kept_for_ever():
    apply_retention(timezone.now() - timedelta(days=800))
    apply_retention(timezone.now())
    assert RetentionRun.objects.count() == 1
