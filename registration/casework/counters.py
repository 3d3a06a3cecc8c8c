"""Anonymous counters: what remains for the annual report after every registration is erased."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Manager, Q
from django.utils import timezone

from registration.models import AnonymousCount, ExampleCount


def counters(*, is_example: bool) -> Manager[Any]:
    """Return the counters of registrations, or those of examples: two tables, never added up."""
    return ExampleCount.objects if is_example else AnonymousCount.objects


def count(codes: Mapping[str, str], at: datetime, *, is_example: bool = False) -> None:
    """Add one to the counter of each given answer in the month of `at`; empty answers are skipped.

    Args:
        codes: the answer per question, both as codes.
        at: an aware moment.
        is_example: whether nobody real gave the answers.
    """
    month, rows = timezone.localdate(at).replace(day=1), counters(is_example=is_example)
    given = [(dimension, code) for dimension, code in codes.items() if code]
    with transaction.atomic(savepoint=False):
        asked = Q(*(Q(dimension=each, code=code) for each, code in given), _connector=Q.OR)
        # Locked in one order, so that no two of these wait for each other.
        found = rows.filter(asked, month=month).order_by("pk").select_for_update()
        counted = {(each.dimension, each.code): each.pk for each in found} if given else {}
        for dimension, code in given:
            if (dimension, code) not in counted:
                counter, _ = rows.get_or_create(month=month, dimension=dimension, code=code)
                counted[dimension, code] = counter.pk
        rows.filter(pk__in=counted.values()).update(count=F("count") + 1)


def count_back(codes: Mapping[str, str], at: datetime, *, is_example: bool = False) -> None:
    """Take back what `count` added for the same answers and moment; never to less than nothing."""
    month, rows = timezone.localdate(at).replace(day=1), counters(is_example=is_example)
    for dimension, code in codes.items():
        rows.filter(month=month, dimension=dimension, code=code, count__gt=0).update(
            count=F("count") - 1
        )
