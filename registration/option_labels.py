"""The words people see for a code, in the active language."""

from django.db import models as django_models

from registration import codes
from registration.models import (
    EventKind,
    HeardFrom,
    Need,
    OptionLabel,
    Province,
    Role,
    TimeAgo,
)
from registration.models.options import LookupOption

LOOKUPS: dict[str, type[LookupOption]] = {
    "role": Role,
    "kind": EventKind,
    "when": TimeAgo,
    "province": Province,
    "needs": Need,
    "heard": HeardFrom,
}


def choices(group: str) -> list[tuple[str, str]]:
    """Return the (code, label) pairs that a form offers for a question.

    Args:
        group: a key of LOOKUPS or of `codes.LABELLED_GROUPS`.

    Raises:
        KeyError: no such group.
    """
    if group in LOOKUPS:
        return [
            (row.code, row.label) for row in LOOKUPS[group]._default_manager.filter(is_active=True)
        ]
    return _fixed_choices(codes.LABELLED_GROUPS[group], group)


def label(group: str, code: str) -> str:
    """Return the label of a stored code, also of one that is no longer offered; else the code."""
    if group in LOOKUPS:
        row = LOOKUPS[group]._default_manager.filter(code=code).first()
        return row.label if row else code
    return dict(_fixed_choices(codes.LABELLED_GROUPS[group], group)).get(code, code)


def _fixed_choices(
    enumeration: type[django_models.TextChoices], group: str
) -> list[tuple[str, str]]:
    edited = {row.code: row.label for row in OptionLabel.objects.filter(group=group) if row.label}
    return [(code, edited.get(code) or str(standard)) for code, standard in enumeration.choices]
