"""What a factory plants, remembered as rows, so that a thousand tests plant it once.

Pages are made by Wagtail with hundreds of statements; putting in the same rows takes a few. Rows go
in only where the tables are as they were before the first planting; else the factory plants anew.
"""

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeAlias, TypeVar

from django.db import connection, transaction
from wagtail.models import Page, Site

from perspectief.cache_generation import start_new_generation
from tests.support.known_states import add_to, known_state

Planted = TypeVar("Planted")
Rows: TypeAlias = dict[tuple[Any, ...], None]  # a set that keeps its order
#: SQLite writes these beside the rows of another table.
FILLED_BY_TRIGGERS = {"wagtailsearch_indexentry_fts"}
#: So many beginnings of one factory are remembered; a rare one is not worth the memory.
MOST_BEGINNINGS = 4


@dataclass(frozen=True)
class _Change:
    """What planting did to one table."""

    before: Rows
    removed: list[tuple[Any, ...]]
    added: list[tuple[Any, ...]]


@dataclass(frozen=True)
class _Planting:
    """What planting did, and what it returned, pickled."""

    changes: Mapping[str, _Change]
    returned: bytes

    def fits(self) -> bool:
        """Return whether the tables are as they were before."""
        return all(_rows_of(table) == change.before for table, change in self.changes.items())

    def do_again(self) -> Any:
        """Put the rows in, and return what was returned."""
        with transaction.atomic():  # references are looked at in its end
            for table, change in self.changes.items():
                _put_in(table, change)
        Site.clear_site_root_paths_cache()
        start_new_generation()
        return pickle.loads(self.returned)  # noqa: S301 - written by us


def planted_once(plant: Callable[..., Planted]) -> Callable[..., Planted]:
    """Remember the rows that `plant` makes, and what it returns, for as long as this process runs.

    Args:
        plant: makes rows only, always the same ones below the page that it is given; what it
            returns can be pickled.
    """
    known: list[_Planting] = []

    @wraps(plant)
    def plant_or_put_in(*given: Page) -> Planted:
        for number, planting in enumerate(known):
            if planting.fits():
                state = known_state()
                planted = planting.do_again()
                add_to(state, f"{plant.__module__}.{plant.__qualname__}-{number}")
                for page in given:  # whose row may have changed
                    page.refresh_from_db(fields=["numchild"])
                return planted
        if len(known) == MOST_BEGINNINGS:
            return plant(*given)
        before = all_rows()
        planted = plant(*given)
        changes = {
            table: _difference(before[table], after)
            for table, after in all_rows().items()
            if after != before[table]
        }
        known.append(_Planting(changes, pickle.dumps(planted)))
        return planted

    return plant_or_put_in


def all_rows() -> dict[str, Rows]:
    """Return every row of every table."""
    tables = connection.introspection.django_table_names(only_existing=True)
    return {table: _rows_of(table) for table in sorted(tables) if table not in FILLED_BY_TRIGGERS}


def _rows_of(table: str) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {_quoted(table)} ORDER BY 1")  # noqa: S608 - our own table
        return dict.fromkeys(cursor.fetchall())


def _difference(before: Rows, after: Rows) -> _Change:
    return _Change(
        before,
        removed=[row for row in before if row not in after],
        added=[row for row in after if row not in before],
    )


def _put_in(table: str, change: _Change) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {_quoted(table)} LIMIT 0")  # noqa: S608 - our own table
        columns = [_quoted(column[0]) for column in cursor.description]
        for row in change.removed:
            cursor.execute(f"DELETE FROM {_quoted(table)} WHERE {columns[0]} = %s", row[:1])  # noqa: S608
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(
            f"INSERT INTO {_quoted(table)} ({', '.join(columns)}) VALUES ({places})",  # noqa: S608
            change.added,
        )


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
