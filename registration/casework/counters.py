"""Anonymous counters: what remains for the annual report after every registration is erased."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import F
from django.utils import timezone

from registration.models import AnonymousCount


def count(codes: Mapping[str, str], at: datetime) -> None:
    """Add one to the counter of each given answer in the month of `at`; empty answers are skipped.

    Args:
        codes: the answer per question, both as codes.
        at: an aware moment.
    """
    month = timezone.localdate(at).replace(day=1)
    for dimension, code in codes.items():
        if code:
            counter, _ = AnonymousCount.objects.get_or_create(
                month=month, dimension=dimension, code=code
            )
            AnonymousCount.objects.filter(pk=counter.pk).update(count=F("count") + 1)


def count_back(codes: Mapping[str, str], at: datetime) -> None:
    """Take back what `count` added for the same answers and moment; never to less than nothing."""
    month = timezone.localdate(at).replace(day=1)
    for dimension, code in codes.items():
        AnonymousCount.objects.filter(
            month=month, dimension=dimension, code=code, count__gt=0
        ).update(count=F("count") - 1)
