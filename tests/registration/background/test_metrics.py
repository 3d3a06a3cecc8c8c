"""Prometheus gets numbers about the site, and nobody gets more."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from registration.background import periodic
from registration.models import OutboundMail, PeriodicJob
from registration.vocabulary.mails import MailCode
from tests.registration.desk.screens import TUESDAY_MORNING
from tests.registration.factories import EMAIL, CallbackFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/metrics/"
TOKEN = "a-token-of-at-least-thirty-two-characters"


@pytest.fixture(autouse=True)
def _with_a_token(settings):
    settings.METRICS_TOKEN = TOKEN
    with time_machine.travel(TUESDAY_MORNING, tick=False):
        yield


def read(client) -> dict[str, float]:
    """Return the numbers by name; of the jobs by the name of each."""
    answer = client.get(ADDRESS, headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/plain; version=0.0.4")
    assert "no-store" in answer["Cache-Control"]
    return {
        sample.labels.get("job", sample.name.removeprefix("perspectief_")): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_a_site_without_work_is_at_rest(client) -> None:
    PeriodicJob.objects.all().delete()
    assert read(client) == {
        "worker_silence_seconds": -1,
        "mails_waiting": 0,
        "mails_given_up": 0,
        "mail_oldest_waiting_seconds": 0,
        "tasks_waiting": 0,
        "tasks_failed": 0,
        "task_oldest_waiting_seconds": 0,
        "callbacks_open": 0,
        "callbacks_untried": 0,
        "promises_overdue": 0,
    }


def test_what_waits_fails_and_breaks_is_counted(client) -> None:
    now = timezone.now()
    PeriodicJob.objects.update_or_create(
        name="retention", defaults={"due_at": now, "finished_at": now - timedelta(seconds=90)}
    )
    for number, (seconds, failed_at) in enumerate([(30, None), (600, None), (9000, now)]):
        OutboundMail.objects.create(
            code=MailCode.CONFIRMATION,
            message_id=f"<{number}@example.org>",
            created_at=now - timedelta(seconds=seconds),
            failed_at=failed_at,
        )
    CallbackFactory(due_at=now - timedelta(minutes=1))
    CallbackFactory(due_at=now + timedelta(minutes=1))
    CallbackFactory(due_at=now - timedelta(minutes=1), first_attempt_at=now)
    CallbackFactory(due_at=now - timedelta(minutes=1), done=True)
    numbers = read(client)
    assert numbers["retention"] == (now - timedelta(seconds=90)).timestamp()
    assert numbers["worker_silence_seconds"] == 90
    assert (numbers["mails_waiting"], numbers["mails_given_up"]) == (2, 1)
    assert numbers["mail_oldest_waiting_seconds"] == 600
    assert (numbers["callbacks_open"], numbers["callbacks_untried"]) == (3, 2)
    assert numbers["promises_overdue"] == 1


def test_nothing_in_it_is_about_a_person_or_an_address(client) -> None:
    callback = CallbackFactory(overdue=True)
    client.get(f"/aanmelden/{callback.registration.pk}/?phone=0612345678")
    answer = client.get(ADDRESS, headers={"Authorization": f"Bearer {TOKEN}"}).text
    for told in ("Noor", EMAIL, "0612345678", "aanmelden", str(callback), "{path", "view="):
        assert told not in answer
    labels = {
        name
        for family in text_string_to_metric_families(answer)
        for sample in family.samples
        for name in sample.labels
    }
    assert labels <= {"job"}


def test_its_only_label_is_the_name_of_a_job_of_ours(client) -> None:
    periodic.run_due(timezone.now(), periodic.JOBS[:1])
    assert periodic.JOBS[0].name in read(client)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": TOKEN},
        {"Authorization": "Bearer "},
        {"Authorization": f"Bearer {TOKEN}é"},
    ],
)
def test_without_the_token_there_is_no_such_address(client, headers) -> None:
    assert client.get(ADDRESS, headers=headers).status_code == 404


@pytest.mark.parametrize("shown", ["Bearer ", "Bearer None", ""])
def test_where_none_is_set_nobody_gets_anything(client, settings, shown) -> None:
    settings.METRICS_TOKEN = ""
    assert client.get(ADDRESS, headers={"Authorization": shown}).status_code == 404


def test_however_much_there_is_it_takes_four_questions(client, django_assert_num_queries) -> None:
    CallbackFactory.create_batch(3, overdue=True)
    with django_assert_num_queries(4):
        read(client)
