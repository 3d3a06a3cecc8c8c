"""Many guess in the same moment: no more of them are looked at than the limit says."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from perspectief import limits
from perspectief.limits import Limit
from perspectief.models import LimitCount
from registration.own_page import guesses as own_page_guesses
from tests.perspectief.staff.conftest import PASSWORD, editor, make_staff
from tests.perspectief.staff.test_login import log_in
from tests.registration.journey.conftest import clock
from tests.registration.own_page.conftest import own_pages, receipt
from tests.registration.own_page.owner import Owner

__all__ = ["PASSWORD", "clock", "editor", "make_staff", "own_pages", "receipt"]

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 12
TRIES = 5  # of each
LIMIT = Limit("tries at once", most=10, period=timedelta(hours=1))


def all_at_once(try_it: Callable[[int], Any]) -> list[Any]:
    """Return what comes of it if so many begin in the same moment."""
    together = Barrier(AT_ONCE)

    def begin(number: int) -> Any:
        try:
            together.wait(timeout=60)
            return try_it(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(begin, range(AT_ONCE)))


def test_a_limit_holds_exactly():
    counter = limits.counter_of(LIMIT, "robin")
    allowed = all_at_once(
        lambda number: sum(limits.take([counter]) is not None for _ in range(TRIES))
    )
    assert sum(allowed) == LIMIT.most


def test_a_period_that_is_over_begins_anew_only_once():
    counter = limits.counter_of(LIMIT, "robin")
    over = timezone.now() - timedelta(seconds=1)
    LimitCount.objects.create(key=counter.key, count=LIMIT.most, ends_at=over)
    allowed = all_at_once(
        lambda number: sum(limits.take([counter]) is not None for _ in range(TRIES))
    )
    assert sum(allowed) == LIMIT.most


def test_nobody_waits_for_ever_however_the_counters_are_named():
    """Of two limits in two orders, with giving back and purging in between."""
    counters = [limits.counter_of(LIMIT, "robin"), limits.counter_of(LIMIT, "kim")]

    def try_it(number: int) -> None:
        for turn in range(TRIES):
            taken = limits.take(counters if (number + turn) % 2 else counters[::-1])
            if taken is not None and turn % 2:
                taken.give_back()
            if number == 0:
                limits.purge(timezone.now() + timedelta(hours=2))

    all_at_once(try_it)


def test_right_tries_at_once_use_nothing_up():
    counter = limits.counter_of(LIMIT, "robin")

    def try_it(number: int) -> None:
        for _ in range(TRIES):
            taken = limits.take([counter])
            if taken is not None:
                taken.give_back()

    all_at_once(try_it)
    assert LimitCount.objects.get().count == 0


def test_of_guesses_at_the_words_of_one_code_ten_are_looked_at(receipt):
    def guess(number: int) -> int:
        browser = Client(REMOTE_ADDR=f"192.0.2.{number}")
        return Owner(receipt, browser).enter(words="tulp kasteel").status_code

    most = own_page_guesses.PER_CODE.most
    assert Counter(all_at_once(guess)) == {422: most, 429: AT_ONCE - most}


def test_of_passwords_at_one_place_five_are_looked_at(editor, monkeypatch):
    looked_at = []
    check = type(editor).check_password

    def note(account: Any, password: str) -> bool:
        looked_at.append(password)
        return check(account, password)

    monkeypatch.setattr(type(editor), "check_password", note)
    all_at_once(
        lambda number: log_in(Client(), password=f"wrong {number}", REMOTE_ADDR="192.0.2.1")
    )
    assert len(looked_at) == 5
