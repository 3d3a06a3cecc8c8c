"""What a factory plants, remembered as rows, so that a thousand tests plant it once.

Pages are made by Wagtail with hundreds of statements; putting in the same rows takes a few. Rows go
in only where the tables are as they were before the first planting; else the factory plants anew.
"""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeAlias, TypeVar

from django.db import connection, transaction
from wagtail.models import Site

from perspectief.cache_generation import start_new_generation

Given = ParamSpec("Given")
Planted = TypeVar("Planted")
Rows: TypeAlias = dict[tuple[Any, ...], None]  # a set that keeps its order
#: SQLite writes these beside the rows of another table.
FILLED_BY_TRIGGERS = {"wagtailsearch_indexentry_fts"}


@dataclass(frozen=True)
class _Change:
    """What planting did to one table."""

    before: Rows
    removed: list[tuple[Any, ...]]
    added: list[tuple[Any, ...]]


def planted_once(plant: Callable[Given, Planted]) -> Callable[Given, Planted]:
    """Remember the rows that `plant` makes, and what it returns, for as long as this process runs.

    Args:
        plant: makes rows only, below what it is given; what it returns can be pickled.
    """
    changes: dict[str, _Change] = {}
    returned = b""

    @wraps(plant)
    def plant_or_put_in(*args: Given.args, **kwargs: Given.kwargs) -> Planted:
        nonlocal returned
        if not changes:
            before = _all_rows()
            planted = plant(*args, **kwargs)
            returned = pickle.dumps(planted)
            for table, after in _all_rows().items():
                if after != before[table]:
                    changes[table] = _difference(before[table], after)
            return planted
        if any(_rows_of(table) != change.before for table, change in changes.items()):
            return plant(*args, **kwargs)
        with transaction.atomic():  # references are looked at in its end
            for table, change in changes.items():
                _put_in(table, change)
        Site.clear_site_root_paths_cache()
        start_new_generation()
        return pickle.loads(returned)  # noqa: S301 - written above

    return plant_or_put_in


def _all_rows() -> dict[str, Rows]:
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
