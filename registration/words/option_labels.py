"""The words people see for a code, in the active language."""

from perspectief.kept_values import kept
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


@kept
def choices(group: str) -> tuple[tuple[str, str], ...]:
    """Return the (code, label) pairs that a form offers for a question.

    Args:
        group: a key of LOOKUPS or of `codes.LABELLED_GROUPS`.

    Raises:
        KeyError: no such group.
    """
    if group in LOOKUPS:
        return tuple((row.code, _words(row, group)) for row in _rows(group) if row.is_active)
    edited = _edited_labels()
    standard = labelled_groups.LABELLED_GROUPS[group].choices
    return tuple((code, edited.get((group, code)) or str(label)) for code, label in standard)


def label(group: str, code: str) -> str:
    """Return the label of a stored code, also of one that is no longer offered; else the code."""
    return _labels(group).get(code, code)


@kept
def _labels(group: str) -> dict[str, str]:
    if group in LOOKUPS:
        return {row.code: _words(row, group) for row in _rows(group)}
    return dict(choices(group))


@kept
def _rows(group: str) -> tuple[LookupOption, ...]:
    return tuple(LOOKUPS[group]._default_manager.all())


def _words(row: LookupOption, group: str) -> str:
    about_client = getattr(row, "client_label", "") if group.startswith(CLIENT_PREFIX) else ""
    return about_client or row.label


@kept
def _edited_labels() -> dict[tuple[str, str], str]:
    rows = OptionLabel.objects.all()
    return {(row.group, row.code): row.label for row in rows if row.label}
