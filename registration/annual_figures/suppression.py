"""Hides small numbers, so that nobody can conclude anything about one person.

A number from 1 up to the smallest that may be shown is hidden. Where only that would be hidden, the
rest and the total would tell it; so the next smallest goes with it, until at least two are hidden
that together are no small number either. Zero is about nobody and is shown.

Rows with parts, such as quarters, keep the parts of at least two rows hidden, whole rows at a time:
any two of them could be changed against each other in two parts without changing a total, so no
part follows from what is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum


class Hidden(Enum):
    """Why a number is not shown."""

    FEW = "few"
    DERIVABLE = "derivable"


Shown = int | Hidden


@dataclass(frozen=True)
class SafeRow:
    """A total and its parts, as they may be shown."""

    total: Shown
    parts: tuple[Shown, ...]


def suppress(rows: Mapping[str, Sequence[int]], smallest: int) -> dict[str, SafeRow]:
    """Return rows of which the total of all, and of each part over all rows, may be known.

    Args:
        rows: the parts of each row; one without subdivision has one part.
        smallest: what may be shown; less than that is few.
    """
    totals = {code: sum(parts) for code, parts in rows.items()}
    few = {code for code, total in totals.items() if 0 < total < smallest}
    without_total = _with_company(few, totals, smallest)
    small_parts = {
        code for code, parts in rows.items() if any(0 < part < smallest for part in parts)
    }
    without_parts = _with_company(without_total | small_parts, totals, 0)
    if any(0 < sum(column) < smallest for column in zip(*rows.values(), strict=True)):
        without_parts = set(rows)
    return {
        code: SafeRow(
            _shown(totals[code], is_few=code in few, is_hidden=code in without_total),
            tuple(Hidden.DERIVABLE if code in without_parts else part for part in parts),
        )
        for code, parts in rows.items()
    }


def _with_company(hidden: set[str], totals: Mapping[str, int], smallest: int) -> set[str]:
    company = set(hidden)
    others = sorted(
        (code for code, total in totals.items() if total and code not in hidden),
        key=lambda code: (totals[code], code),
    )
    while company and others and _tells_too_much(company, totals, smallest):
        company.add(others.pop(0))
    return company


def _tells_too_much(hidden: set[str], totals: Mapping[str, int], smallest: int) -> bool:
    return len(hidden) == 1 or sum(totals[code] for code in hidden) < smallest


def _shown(number: int, *, is_few: bool, is_hidden: bool) -> Shown:
    if is_few:
        return Hidden.FEW
    return Hidden.DERIVABLE if is_hidden else number
