"""What `components/filter.html` draws: the questions of a list's filter form."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One value of a filter."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class FilterGroup:
    """One question of the filter form with the values that lead to at least one item."""

    name: str
    legend: str
    choices: list[Choice]
