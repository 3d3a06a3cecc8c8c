"""Filters of the list of media items, read from the address; unknown values do nothing."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from home.filters import Choice, FilterGroup
from media_library.coverage import FIRST_YEAR, LAST_YEAR, CoverageKind, ItemLanguage

#: Fields of an item that the address may ask for, in the order of the form.
FIELDS = ("kind", "year", "language")
_YEARS = {str(year): year for year in range(FIRST_YEAR, LAST_YEAR + 1)}
_KNOWN: Mapping[str, Mapping[str, Any]] = {
    "kind": {kind.value: kind.value for kind in CoverageKind},
    "year": _YEARS,
    "language": {language.value: language.value for language in ItemLanguage},
}


def chosen_values(query: QueryDict) -> dict[str, list[Any]]:
    """What the address asks for, by field; fields of which it asks nothing known are absent."""
    chosen = {}
    for field in FIELDS:
        values = [_KNOWN[field][each] for each in query.getlist(field) if each in _KNOWN[field]]
        if values:
            chosen[field] = values
    return chosen


def filter_groups(
    present: Iterable[Mapping[str, Any]], chosen: Mapping[str, Sequence[Any]]
) -> list[FilterGroup]:
    """The questions of the form; one with a single answer is not asked.

    Args:
        present: the combinations of `kind`, `year` and `language` that items have.
        chosen: see `chosen_values`; a chosen value stays visible, so that it can be undone.
    """
    combinations = list(present)
    legends = {
        "kind": _("Kind"),
        "year": _("Year"),
        "language": _("Language of the item"),
    }
    groups = []
    for field in FIELDS:
        values = {each[field] for each in combinations} | set(chosen.get(field, ()))
        if len(values) < 2 and field not in chosen:
            continue
        choices = [
            Choice(str(value), label, value in chosen.get(field, ()))
            for value, label in _labels(field)
            if value in values
        ]
        groups.append(FilterGroup(field, legends[field], choices))
    return groups


def _labels(field: str) -> Iterable[tuple[Any, str]]:
    if field == "kind":
        return [(kind.value, str(kind.label)) for kind in CoverageKind]
    if field == "language":
        return [(language.value, str(language.label)) for language in ItemLanguage]
    return [(year, text) for text, year in reversed(_YEARS.items())]
