"""Signs of life."""

from datetime import timedelta

import pytest
from django.utils import timezone

from registration.models import OutboundMail, PeriodicJob
from registration.vocabulary.mails import MailCode

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


def test_is_live_whatever_becomes_of_database_and_cache(
    client, settings, django_assert_num_queries
):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.memcached.PyMemcacheCache",
            "LOCATION": "s3cret-host:1",
        }
    }
    with django_assert_num_queries(0):
        response = client.get("/health/live/")
    assert (response.status_code, response.text) == (200, "ok")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(("minutes", "status"), [(0, 200), (59, 200), (61, 503)])
def test_mail_that_does_not_go_out_is_noticed(client, minutes, status):
    OutboundMail.objects.create(
        code=MailCode.CONFIRMATION,
        message_id="<1@example.org>",
        created_at=timezone.now() - timedelta(minutes=minutes),
    )
    assert client.get("/health/mail/").status_code == status


@pytest.mark.parametrize("finished", ["sent_at", "failed_at"])
def test_mail_that_went_out_or_was_given_up_holds_nothing_up(client, finished):
    OutboundMail.objects.create(
        code=MailCode.CONFIRMATION,
        message_id="<1@example.org>",
        created_at=timezone.now() - timedelta(days=1),
        **{finished: timezone.now()},
    )
    assert client.get("/health/mail/").status_code == 200
