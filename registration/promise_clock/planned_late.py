"""Promises that will not be kept as things are planned: they are seen while it can be helped."""

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from registration.models import Callback


def planned_late() -> QuerySet[Callback]:
    """Return the open callbacks of which the first attempt is planned after what was promised.

    Not those whose promise has ended already: these are among the broken ones.
    """
    return Callback.objects.open().filter(
        first_attempt_at=None,
        next_attempt_at__gt=Coalesce("told_due_at", "due_at"),
        settled_as="",
    )
