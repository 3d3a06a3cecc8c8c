"""The words people see for a code, in the active language."""

from collections.abc import Collection, Mapping

from registration.models import (
    EventKind,
    HeardFrom,
    Need,
    OptionLabel,
    OrganisationKind,
    Province,
    Role,
    TimeAgo,
)
from registration.models.options import LookupOption
from registration.vocabulary import labelled_groups

LOOKUPS: dict[str, type[LookupOption]] = {
    "role": Role,
    "kind": EventKind,
    "when": TimeAgo,
    "province": Province,
    "needs": Need,
    "heard": HeardFrom,
    "organisation_kind": OrganisationKind,
    # The same answers, in words about a client.
    "client_role": Role,
    "client_needs": Need,
}
CLIENT_PREFIX = "client_"


def choices(group: str) -> list[tuple[str, str]]:
    """Return the (code, label) pairs that a form offers for a question.

    Args:
        group: a key of LOOKUPS or of `codes.LABELLED_GROUPS`.

    Raises:
        KeyError: no such group.
    """
    return choices_of([group])[group]


def choices_of(groups: Collection[str]) -> dict[str, list[tuple[str, str]]]:
    """Return the same for several questions; the edited labels of all take one query.

    Raises:
        KeyError: no such group.
    """
    fixed = [group for group in groups if group not in LOOKUPS]
    edited = _edited_labels(fixed) if fixed else {}
    return {
        group: _offered_rows(group) if group in LOOKUPS else _with_labels(group, edited)
        for group in groups
    }


def label(group: str, code: str) -> str:
    """Return the label of a stored code, also of one that is no longer offered; else the code."""
    if group in LOOKUPS:
        row = LOOKUPS[group]._default_manager.filter(code=code).first()
        return _words(row, group) if row else code
    return dict(choices(group)).get(code, code)


def _offered_rows(group: str) -> list[tuple[str, str]]:
    rows = LOOKUPS[group]._default_manager.filter(is_active=True)
    return [(row.code, _words(row, group)) for row in rows]


def _words(row: LookupOption, group: str) -> str:
    about_client = getattr(row, "client_label", "") if group.startswith(CLIENT_PREFIX) else ""
    return about_client or row.label


def _edited_labels(groups: Collection[str]) -> dict[tuple[str, str], str]:
    rows = OptionLabel.objects.filter(group__in=groups)
    return {(row.group, row.code): row.label for row in rows if row.label}


def _with_labels(group: str, edited: Mapping[tuple[str, str], str]) -> list[tuple[str, str]]:
    standard = labelled_groups.LABELLED_GROUPS[group].choices
    return [(code, edited.get((group, code)) or str(label)) for code, label in standard]
