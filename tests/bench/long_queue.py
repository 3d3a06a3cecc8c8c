"""How fast the desk's queue is behind a thousand registrations, and behind a million.

Most are closed, as after years of work; some hundreds are open. The rows of those who are closed
are made by the database itself.
"""

import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine
from django.db import connection

from tests.bench.figures import percentile
from tests.support.copied_rows import copy_row, numbers

WARM_UP = 5
QUEUE = "/admin/callbacks/"
#: While the desk is closed nobody's preferred moment is looked at, and the queue is quick.
DESK_IS_OPEN = datetime(2026, 6, 9, 8, tzinfo=UTC)
#: SQL of each database for a key that no row has, and for a moment before that of the original.
NEW_KEY = {"postgresql": "gen_random_uuid()", "sqlite": "lower(hex(randomblob(16)))"}
EARLIER = {
    "postgresql": "original.received_at - n * interval '1 minute'",
    "sqlite": "datetime(original.received_at, '-' || n || ' minutes')",
}


@dataclass(frozen=True)
class QueueSize:
    """How many registrations there are, how many of them open in a busy week and in a disaster."""

    few: int
    many: int
    open: int
    very_many_open: int
    requests: int


FULL = QueueSize(few=1_000, many=1_000_000, open=300, very_many_open=5_000, requests=40)


@time_machine.travel(DESK_IS_OPEN)
def measure_queue(size: QueueSize) -> dict[str, dict[str, Any]]:
    """Return how long the queue takes with few and many registrations, and with many open ones.

    It is always measured at the same time of a working day.
    """
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group
    from django.test import Client

    from perspectief.staff.groups import DESK

    user = get_user_model().objects.create_user("bench-desk")
    user.groups.add(Group.objects.get(name=DESK))
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    add_open(size.open)
    add_closed(size.few - size.open)
    few = _timing(client, size.requests)
    add_closed(size.many - size.few)
    many = _timing(client, size.requests)
    add_open(size.very_many_open - size.open)
    busy = _timing(client, size.requests)
    return {
        f"queue_of_{size.few}": few,
        f"queue_of_{size.many}": {
            **many,
            "times_the_p95": round(many["p95_ms"] / few["p95_ms"], 2),
        },
        f"queue_of_{size.very_many_open}_open": busy,
    }


def add_open(number: int) -> list[Any]:
    """Add registrations with open callbacks, each with answers of its own, and return them."""
    from django.utils import timezone

    from perspectief.encryption import blind_index
    from registration.models import Callback, PrivacyStatement, Registration
    from registration.vocabulary.answers import Answers

    statement = PrivacyStatement.objects.latest("version")
    now = timezone.now()
    registrations = Registration.objects.bulk_create(
        Registration(
            language=("nl", "en")[turn % 2],
            submission_key=uuid.uuid4(),
            reference_hash=uuid.uuid4().hex,
            phone_hash=blind_index("phone", f"+3130{turn:07}"),
            privacy_statement=statement,
            answers=Answers(
                role="victim",
                kind=("traffic", "violence", "sexual")[turn % 3],
                name=f"Bench {turn}",
                phone=f"+3130{turn:07}",
                moments=(f"{now:%Y-%m-%d}:morning",),
                story="Ik wil graag weten waarom. " * 10,
            ).to_stored(),
        )
        for turn in range(number)
    )
    Callback.objects.bulk_create(
        Callback(registration=registration, due_at=now + timedelta(minutes=turn))
        for turn, registration in enumerate(registrations)
    )
    return registrations


def add_closed(number: int) -> None:
    """Add registrations that were closed with a call, and their callbacks: copies of one."""
    from registration.models import Callback, Registration
    from registration.vocabulary.callbacks import CallbackState
    from registration.vocabulary.lifecycle import Lifecycle
    from registration.vocabulary.promises import PromiseOutcome

    [registration] = add_open(1)
    callback = Callback.objects.get(registration=registration)
    moment = registration.received_at
    Registration.objects.filter(pk=registration.pk).update(state=Lifecycle.OTHER_SERVICE)
    Callback.objects.filter(pk=callback.pk).update(
        state=CallbackState.DONE,
        settled_as=PromiseOutcome.MET,
        attempt_count=1,
        first_attempt_at=moment,
        reached_at=moment,
        finished_at=moment,
    )
    key = NEW_KEY[connection.vendor]
    copy_row(
        registration,
        numbers(number - 1),
        {
            "submission_key": key,
            "reference_hash": f"CAST({key} AS text)",
            "phone_hash": "CAST(n AS text)",
            "received_at": EARLIER[connection.vendor],
        },
    )
    moments = ("created_at", "due_at", "first_attempt_at", "reached_at", "finished_at")
    copy_row(
        callback,
        "(SELECT id, received_at FROM registration_registration WHERE id > %s) AS closed",
        {"registration": "closed.id", **dict.fromkeys(moments, "closed.received_at")},
        [registration.pk],
    )
    with connection.cursor() as cursor:
        for model in (Registration, Callback):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def _timing(client: Any, requests: int) -> dict[str, Any]:
    seconds = []
    for turn in range(WARM_UP + requests):
        began = time.perf_counter()
        response = client.get(QUEUE)
        if turn >= WARM_UP:
            seconds.append(time.perf_counter() - began)
        if response.status_code != 200:
            raise RuntimeError(f"{QUEUE} answered {response.status_code}")
    return {
        "count": requests,
        "p50_ms": round(percentile(seconds, 0.5) * 1000, 1),
        "p95_ms": round(percentile(seconds, 0.95) * 1000, 1),
    }
