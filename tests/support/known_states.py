"""Names for the states of the database that many tests begin in.

The site keeps what it makes of a state under the name of its generation, and a test begins in the
same few states as hundreds of others: just migrated, with the demo, with what a factory planted.
Under a name that each state always has, menus, labels and addresses are made once in a process. The
first change that a test makes itself begins a generation without a known name, as on a real site;
here also one by `update()`, of which a real site is told some other way.
"""

import re
import uuid
from collections.abc import Callable
from functools import cache as once
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from wagtail.models import Page

from perspectief import kept_values
from perspectief.cache_generation import GENERATION_KEY
from perspectief.content_changes import is_visible

MIGRATED = "as-migrated"
WITH_DEMO = "with-the-demo"
#: So many states are kept at once; a real site has one, and a second while it changes.
STATES = 64
#: Tests travel through years, and each state is as it was.
FOREVER = float("inf")
CHANGE = re.compile(r'(?:INSERT INTO|INSERT OR \w+ INTO|UPDATE|DELETE FROM) "(\w+)"')


def keep_states() -> None:
    """Have the site keep what it makes of each state, until the process ends."""
    kept_values.GENERATIONS = STATES
    kept_values.SECONDS = FOREVER
    connection_created.connect(_watch, dispatch_uid="tests.known_states")


def begin_in(state: str) -> None:
    """Say that the database is in `state`; before a test."""
    cache.set(GENERATION_KEY, state, None)


def known_state() -> str:
    """Return the state that the database is in, "" if a test changed something."""
    name = str(cache.get(GENERATION_KEY) or "")
    return name if name.startswith((MIGRATED, WITH_DEMO)) else ""


def add_to(state: str, planted: str) -> None:
    """Say what was planted since `state`; nothing if that is not known."""
    if state:
        begin_in(f"{state}+{planted}")


def _watch(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    if _leave_when_content_changes not in connection.execute_wrappers:  # it was opened again
        connection.execute_wrappers.append(_leave_when_content_changes)


def _leave_when_content_changes(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    change = CHANGE.match(sql)
    if change and change[1] in _content_tables() and known_state():
        begin_in(uuid.uuid4().hex)
    return execute(sql, params, many, context)


@once
def _content_tables() -> frozenset[str]:
    """Return the tables of what visitors see."""
    models = apps.get_models(include_auto_created=True)
    return frozenset(
        model._meta.db_table
        for model in models
        if is_visible(model) or issubclass(model, Page) or model._meta.app_label == "home"
    )
