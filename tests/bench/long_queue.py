"""How fast the desk's queue is behind a thousand registrations, and behind a million.

Most are closed, as after years of work; some hundreds are open. Only for PostgreSQL, which the real
site has: the rows of those who are closed are made by the database itself.
"""

import time
import uuid
from datetime import timedelta
from typing import Any

from tests.bench.figures import percentile

FEW, MANY = 1_000, 1_000_000
OPEN, BUSY = 300, 5_000  # open callbacks of a busy week, and of a disaster
REQUESTS = 40
WARM_UP = 5
QUEUE = "/admin/callbacks/"


def measure_queue() -> dict[str, dict[str, Any]]:
    """Return how long the queue takes with few and many registrations, and with many open ones."""
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group
    from django.test import Client

    from perspectief.staff.groups import DESK

    user = get_user_model().objects.create_user("bench-desk")
    user.groups.add(Group.objects.get(name=DESK))
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    add_open(OPEN)
    add_closed(FEW - OPEN)
    few = _timing(client)
    add_closed(MANY - FEW)
    many = _timing(client)
    add_open(BUSY - OPEN)
    busy = _timing(client)
    return {
        "queue_of_1000": few,
        "queue_of_1000000": {**many, "times_the_p95": round(many["p95_ms"] / few["p95_ms"], 2)},
        "queue_of_5000_open": busy,
    }


def add_open(number: int) -> None:
    """Add open callbacks, each with answers of its own."""
    from django.utils import timezone

    from perspectief.encryption import blind_index
    from registration.answers import Answers
    from registration.models import Callback, PrivacyStatement, Registration

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


def add_closed(number: int) -> None:
    """Add closed registrations with their callbacks, copies of one that is open."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH closed AS (
                INSERT INTO registration_registration (
                    state, source, language, received_at, state_changed_at, flags, is_demo,
                    submission_key, reference_hash, secret_words_hash, phone_hash, email_hash,
                    privacy_statement_id, answers)
                SELECT 'other_service', source, language, received_at - (n || ' minutes')::interval,
                    received_at, flags, is_demo, gen_random_uuid(),
                    md5(random()::text) || md5(n::text), '', md5(n::text), '',
                    privacy_statement_id, answers
                FROM generate_series(1, %s) AS n,
                    (SELECT * FROM registration_registration ORDER BY id LIMIT 1) AS one
                RETURNING id, received_at)
            INSERT INTO registration_callback (
                registration_id, kind, state, created_at, due_at, first_attempt_at, reached_at,
                finished_at, attempt_count, needs_coordinator)
            SELECT id, 'call', 'done', received_at, received_at + interval '3 days', received_at,
                received_at, received_at, 1, false
            FROM closed
            """,
            [number],
        )
        cursor.execute("ANALYZE registration_registration, registration_callback")


def _timing(client: Any) -> dict[str, Any]:
    seconds = []
    for turn in range(WARM_UP + REQUESTS):
        began = time.perf_counter()
        response = client.get(QUEUE)
        if turn >= WARM_UP:
            seconds.append(time.perf_counter() - began)
        if response.status_code != 200:
            raise RuntimeError(f"{QUEUE} answered {response.status_code}")
    return {
        "count": REQUESTS,
        "p50_ms": round(percentile(seconds, 0.5) * 1000, 1),
        "p95_ms": round(percentile(seconds, 0.95) * 1000, 1),
    }
