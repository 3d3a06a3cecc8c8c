"""Signs of life."""

from datetime import timedelta

import pytest
from django.utils import timezone

from registration.models import PeriodicJob

pytestmark = pytest.mark.django_db


def test_says_that_pages_can_be_served(client):
    response = client.get("/health/")
    assert (response.status_code, response.text) == (200, "ok")
    assert "no-cache" in response["Cache-Control"]


def test_says_nothing_but_one_word_when_the_cache_is_away(client, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.memcached.PyMemcacheCache",
            "LOCATION": "s3cret-host:1",
        }
    }
    response = client.get("/health/", {"format": "json"}, headers={"Accept": "application/json"})
    assert (response.status_code, response.text) == (503, "unavailable")


def test_worker_that_was_seen_lately_is_well(client):
    PeriodicJob.objects.update_or_create(
        name="test", defaults={"due_at": timezone.now(), "finished_at": timezone.now()}
    )
    assert client.get("/health/worker/").status_code == 200


@pytest.mark.parametrize("seen_at", [None, timedelta(minutes=11)])
def test_silent_worker_is_noticed(client, seen_at):
    PeriodicJob.objects.all().delete()
    if seen_at is not None:
        PeriodicJob.objects.create(
            name="test", due_at=timezone.now(), finished_at=timezone.now() - seen_at
        )
    assert client.get("/health/worker/").status_code == 503
