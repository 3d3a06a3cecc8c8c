"""Filters of a list, read from the address: what was asked for, and the form that asks it.

`components/filter.html` draws the form. Unknown values in an address do nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models
from django.http import QueryDict


@dataclass(frozen=True)
class Filter:
    """One question that a list can be narrowed with.

    Args:
        name: its name in the address; never changes, because people keep addresses.
        field: the field of the model.
        legend: the question, translated lazily.
        labels: gives every possible value with its label, in the order of the form.
    """

    name: str
    field: str
    legend: Any
    labels: Callable[[], Iterable[tuple[Any, Any]]]

    def values_in(self, query: QueryDict) -> list[Any]:
        """The known values that an address asks for."""
        known = {str(value): value for value, _label in self.labels()}
        return [known[text] for text in query.getlist(self.name) if text in known]


@dataclass(frozen=True)
class Choice:
    """One value of a filter, and how many items it leads to beside what else was chosen."""

    value: str
    label: str
    is_chosen: bool
    count: int


@dataclass(frozen=True)
class FilterGroup:
    """One question of the filter form with the values that at least one item has."""

    name: str
    legend: str
    choices: list[Choice]


class FilteredList:
    """Items narrowed by what an address asks for.

    Args:
        items: all items of the list.
        filters: the questions, in the order of the form.
        query: the parameters of the address.
    """

    def __init__(
        self, items: models.QuerySet[Any], filters: Sequence[Filter], query: QueryDict
    ) -> None:
        self._items = items
        self._filters = filters
        asked = {each.field: each.values_in(query) for each in filters}
        self._chosen = {field: values for field, values in asked.items() if values}

    @property
    def is_filtered(self) -> bool:
        """Whether the address asks for anything that is known."""
        return bool(self._chosen)

    @property
    def found(self) -> models.QuerySet[Any]:
        """The items that have one of the chosen values of every question."""
        return self._items.filter(
            **{f"{field}__in": values for field, values in self._chosen.items()}
        )

    @property
    def groups(self) -> list[FilterGroup]:
        """The questions of the form; one with a single answer is not asked.

        A chosen value stays visible, also without items, so that it can be undone.
        """
        groups = []
        for each in self._filters:
            chosen = self._chosen.get(each.field, [])
            present = {row[each.field] for row in self._combinations} | set(chosen)
            if len(present) < 2 and not chosen:
                continue
            counts = self._counts(each.field)
            choices = [
                Choice(str(value), str(label), value in chosen, counts.get(value, 0))
                for value, label in each.labels()
                if value in present
            ]
            groups.append(FilterGroup(each.name, str(each.legend), choices))
        return groups

    @cached_property
    def _combinations(self) -> list[Mapping[str, Any]]:
        """How many items have which values: one query, as long as the vocabularies allow."""
        fields = [each.field for each in self._filters]
        rows = self._items.order_by().values(*fields)
        return list(rows.annotate(number_of_items=models.Count("pk")))

    def _counts(self, field: str) -> dict[Any, int]:
        others = {name: values for name, values in self._chosen.items() if name != field}
        counts: dict[Any, int] = {}
        for row in self._combinations:
            if all(row[name] in values for name, values in others.items()):
                counts[row[field]] = counts.get(row[field], 0) + row["number_of_items"]
        return counts
