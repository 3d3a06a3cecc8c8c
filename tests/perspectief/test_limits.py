"""What may be done only so often is counted in the database, and nowhere else."""

import ast
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.test import RequestFactory
from django.utils import timezone

from perspectief import limits
from perspectief.limits import Limit
from perspectief.models import LimitCount
from tests.support.package_order import modules

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
LIMIT = Limit("tries in a test", most=3, period=HOUR)
ROBIN = limits.counter_of(LIMIT, "robin")
KIM = limits.counter_of(LIMIT, "kim")


def tries(*counters, number: int = 10) -> int:
    """Return how many of so many tries are allowed."""
    return sum(limits.take(counters) is not None for _ in range(number))


class TestTaking:
    def test_is_allowed_as_often_as_the_limit_says(self):
        assert tries(ROBIN) == 3

    def test_says_how_many_it_is(self):
        taken = [limits.take([ROBIN]) for _ in range(3)]
        assert [each.count_of(ROBIN) for each in taken if each] == [1, 2, 3]

    def test_counts_each_value_and_each_limit_apart(self):
        other = limits.counter_of(Limit("other tries", most=3, period=HOUR), "robin")
        assert tries(ROBIN) == tries(KIM) == tries(other) == 3

    def test_upper_and_lower_case_are_one(self):
        assert tries(ROBIN) + tries(limits.counter_of(LIMIT, " ROBIN ")) == 3

    def test_counts_nowhere_if_one_limit_is_reached(self):
        tries(ROBIN)
        assert tries(ROBIN, KIM) == 0
        assert tries(KIM) == 3

    def test_without_anything_to_count_is_allowed(self):
        assert tries(number=2) == 2

    def test_of_all_whose_address_is_not_known_is_one_count(self):
        nowhere = RequestFactory().get("/", REMOTE_ADDR="")
        assert tries(limits.counter_of_network(LIMIT, nowhere)) == 3


class TestPeriod:
    def test_begins_with_the_first_try_and_is_not_prolonged(self):
        start = timezone.now()
        for minutes in (0, 50, 55):
            with time_machine.travel(start + timedelta(minutes=minutes)):
                assert limits.take([ROBIN])
        with time_machine.travel(start + timedelta(minutes=59)):
            assert limits.take([ROBIN]) is None
        with time_machine.travel(start + timedelta(minutes=61)):
            assert tries(ROBIN) == 3

    def test_lasts_as_long_as_the_limit_says_however_long_that_is(self):
        day = limits.counter_of(Limit("tries a day", most=2, period=timedelta(days=1)), "robin")
        start = timezone.now()
        allowed = 0
        for minutes in range(0, 24 * 60, 5):
            with time_machine.travel(start + timedelta(minutes=minutes)):
                allowed += limits.take([day]) is not None
        assert allowed == 2

    def test_of_a_full_limit_does_not_begin_anew_by_trying_on(self):
        start = timezone.now()
        tries(ROBIN)
        with time_machine.travel(start + timedelta(minutes=40)):
            assert tries(ROBIN) == 0
        with time_machine.travel(start + timedelta(minutes=61)):
            assert limits.take([ROBIN])


class TestGivingBack:
    def test_lets_whoever_was_right_try_on(self):
        for _ in range(10):
            taken = limits.take([ROBIN, KIM])
            assert taken
            taken.give_back()

    def test_gives_back_one_and_no_more(self):
        limits.take([ROBIN])
        right = limits.take([ROBIN])
        assert right
        right.give_back()
        assert tries(ROBIN) == 2

    def test_leaves_a_later_period_alone(self):
        early = limits.take([ROBIN])
        assert early
        with time_machine.travel(timezone.now() + 2 * HOUR):
            assert limits.take([ROBIN])
            early.give_back()
            assert tries(ROBIN) == 2

    def test_never_gives_more_than_the_limit(self):
        taken = limits.take([ROBIN])
        assert taken
        for _ in range(3):
            taken.give_back()
        assert tries(ROBIN) == 3

    def test_forgetting_begins_anew(self):
        tries(ROBIN)
        limits.forget(ROBIN)
        assert tries(ROBIN) == 3


class TestWhatIsKept:
    def test_is_a_keyed_hash(self):
        address = RequestFactory().get("/", REMOTE_ADDR="192.0.2.77")
        limits.take([ROBIN, limits.counter_of_network(LIMIT, address)])
        kept = repr(list(LimitCount.objects.values()))
        assert "robin" not in kept
        assert "192.0.2" not in kept

    def test_is_deleted_when_the_period_is_over(self):
        later = limits.counter_of(Limit("longer", most=1, period=3 * HOUR), "robin")
        limits.take([ROBIN, later])
        assert limits.purge(timezone.now()) == 0
        assert limits.purge(timezone.now() + 2 * HOUR) == 1
        assert LimitCount.objects.get().key == later.key

    def test_is_deleted_however_much_it_is(self):
        now = timezone.now()
        over = [LimitCount(key=f"{number}", count=1, ends_at=now) for number in range(1200)]
        LimitCount.objects.bulk_create(over)
        assert limits.purge(now) == 1200

    def test_does_not_grow_by_what_is_refused(self):
        """Who tries a new code each time is stopped by the other limit, and fills no table."""
        for number in range(50):
            limits.take([ROBIN, limits.counter_of(LIMIT, f"code {number}")])
        assert LimitCount.objects.count() == 1 + LIMIT.most


@pytest.mark.django_db(transaction=True)
class TestTransactions:
    def test_a_request_that_fails_leaves_the_count(self):
        def fail() -> None:
            limits.take([ROBIN])
            with transaction.atomic():
                LimitCount.objects.filter(key=ROBIN.key).update(count=0)
                raise LookupError

        for _ in range(3):
            with pytest.raises(LookupError):
                fail()
        assert limits.take([ROBIN]) is None

    def test_a_transaction_around_it_that_could_take_it_back_is_refused(self):
        with transaction.atomic(), pytest.raises(RuntimeError):
            limits.take([ROBIN])

    def test_without_a_database_nothing_is_allowed(self):
        def lose_it(execute, sql, params, many, context):
            raise DatabaseError

        with connection.execute_wrapper(lose_it), pytest.raises(DatabaseError):
            limits.take([ROBIN])


@pytest.mark.django_db(transaction=True)
def test_a_clock_that_was_ahead_shuts_nobody_out_for_as_long(time_machine):
    now = timezone.now()
    time_machine.move_to(now + timedelta(days=300))
    assert tries(ROBIN) == 3
    time_machine.move_to(now)
    assert tries(ROBIN) == 3
    assert tries(ROBIN) == 0


@pytest.mark.usefixtures("each_production_cache")
def test_while_redis_is_away_a_limit_holds_as_it_does_with_any_cache():
    assert tries(ROBIN) == 3
    cache.clear()
    assert tries(ROBIN) == 0


def test_nothing_is_counted_in_the_cache():
    """The cache may drop a number at any moment, and the one in the database resets its end."""
    counting = {"incr", "decr", "incr_version", "decr_version", "aincr", "adecr"}
    found = [
        f"{path.name}:{node.lineno}"
        for path in modules().values()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in counting
    ]
    assert found == []
