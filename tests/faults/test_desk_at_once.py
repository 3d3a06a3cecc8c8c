"""Colleagues in processes of their own act on the same callbacks at once: one of them wins each."""

import json
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from registration.models import Callback, Reassignment
from tests.registration.factories import CallbackFactory, DeskMemberFactory
from tests.support.worker_process import ROOT, process_environment

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 12


def lapsed_claims_of(user: Any) -> list[Callback]:
    """Return callbacks that somebody took and left alone for too long."""
    ended = timezone.now() - timedelta(seconds=1)
    return [CallbackFactory(claimed_by=user, claimed_until=ended) for _ in range(ROUNDS)]


def act_at_once(callbacks: list[Callback], orders: list[dict[str, Any]]) -> list[list[int]]:
    """Let every order be carried out by a process of its own; return which callbacks each won."""
    numbers = [callback.pk for callback in callbacks]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.support.desk_process"],
            cwd=ROOT,
            env=process_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in orders
    ]
    try:
        for process, order in zip(processes, orders, strict=True):
            tell(process, json.dumps({**order, "callbacks": numbers}))
        for process in processes:
            assert answer(process) == "ready"
        start = time.time() + 0.3
        for process in processes:
            tell(process, str(start))
        return [json.loads(answer(process)) for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def tell(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()


def answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def assert_one_winner_each(callbacks: list[Callback], won: list[list[int]]) -> None:
    times = Counter(number for numbers in won for number in numbers)
    assert times == Counter(callback.pk for callback in callbacks)


def holders() -> dict[int, int | None]:
    return dict(Callback.objects.values_list("pk", "claimed_by"))


def test_a_free_callback_has_one_taker() -> None:
    people = [DeskMemberFactory() for _ in range(3)]
    callbacks = [CallbackFactory() for _ in range(ROUNDS)]
    won = act_at_once(callbacks, [{"verb": "claim", "user": user.pk} for user in people])
    assert_one_winner_each(callbacks, won)
    for user, numbers in zip(people, won, strict=True):
        assert all(holders()[number] == user.pk for number in numbers)


def test_a_claim_that_ran_out_is_gone_on_with_or_taken() -> None:
    former, other = DeskMemberFactory(), DeskMemberFactory()
    callbacks = lapsed_claims_of(former)
    won = act_at_once(
        callbacks, [{"verb": "reach", "user": former.pk}, {"verb": "claim", "user": other.pk}]
    )
    assert_one_winner_each(callbacks, won)
    gone_on_with, taken = won
    assert all(holders()[number] == former.pk for number in gone_on_with)
    assert all(holders()[number] == other.pk for number in taken)
    # Who lost recorded nothing.
    reached = Callback.objects.filter(attempts__isnull=False).values_list("pk", flat=True)
    assert set(reached) == set(gone_on_with)


def test_a_callback_is_handed_over_or_taken() -> None:
    giver, getter, taker = (DeskMemberFactory() for _ in range(3))
    callbacks = lapsed_claims_of(giver)
    won = act_at_once(
        callbacks,
        [
            {"verb": "hand over", "user": giver.pk, "colleague": getter.pk},
            {"verb": "claim", "user": taker.pk},
        ],
    )
    assert_one_winner_each(callbacks, won)
    handed_over, taken = won
    assert all(holders()[number] == getter.pk for number in handed_over)
    assert all(holders()[number] == taker.pk for number in taken)
    assert set(Reassignment.objects.values_list("callback", flat=True)) == set(handed_over)
