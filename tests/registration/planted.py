"""Personal data planted in a test, and every place in which it could turn up.

Each value is one of a kind, so that a find says what leaked. What is looked for is not only the
value as typed, but also how a database, an address or a log could have written it.
"""

import base64
import json
import pickle
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, quote_plus

from django.core.cache import cache
from django.core.signing import loads
from django.db import connection

# Values shorter than this are found by chance in ciphertext and hashes.
SHORTEST = 6


@lru_cache  # asked about each column of each table
def shapes_of(value: str) -> set[str]:
    """Return how `value` could be written, in lower case: no spaces, escaped, encoded."""
    plain = {value, value.lower(), value.upper(), re.sub(r"[\s-]", "", value.lower())}
    if number := national_number(value):
        plain |= {re.sub(r"\D", "", value), number}
    shapes = set(plain)
    for text in plain:
        shapes |= {quote(text), quote_plus(text), json.dumps(text)[1:-1], text[::-1]}
        shapes |= base64_parts(text)
        shapes.add(text.encode().hex())
    return {shape.lower() for shape in shapes if len(shape) >= SHORTEST}


def national_number(value: str) -> str:
    """Return the digits that a phone number always has, or nothing if `value` is no number."""
    digits = re.sub(r"\D", "", value)
    return digits.removeprefix("31").removeprefix("0") if len(digits) >= SHORTEST + 2 else ""


def base64_parts(text: str) -> set[str]:
    """Return the part of the base64 of `text` that is the same wherever in a text it begins."""
    parts = set()
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + text.encode()).decode()
        # The first and last digits also depend on the neighbours.
        part = encoded[4 if shift else 0 :].rstrip("=")[:-2]
        if len(part) >= SHORTEST + 2:
            parts |= {part, part.replace("+", "-").replace("/", "_")}
    return parts


def leaks(planted: Mapping[str, str], places: Mapping[str, str]) -> list[str]:
    """Return where something planted can be read, without repeating it.

    Args:
        planted: name of a value → the value.
        places: name of a place → all that is written there.
    """
    found = []
    for place, written in places.items():
        lowered = written.lower()
        # A number can be grouped in any way, such as 06-12 34 43 21.
        ungrouped = re.sub(r"(?<=\d)[ ().-]{1,3}(?=\d)", "", written)
        for name, value in planted.items():
            number = national_number(value)
            if (number and number in ungrouped) or any(
                shape in lowered for shape in shapes_of(value)
            ):
                found.append(f"{name} in {place}")
    return found


def tables() -> dict[str, str]:
    """Return every column of every table, each as one text as the database itself sees it."""
    places = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            names = [column[0] for column in cursor.description or ()]
            rows = cursor.fetchall()
            for position, name in enumerate(names):
                places[f"{table}.{name}"] = "\n".join(_text(row[position]) for row in rows)
    return places


def sessions() -> dict[str, str]:
    """Return what the sessions hold, decoded: they are signed and packed, not secret."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_data FROM django_session")
        packed = [row[0] for row in cursor.fetchall()]
    salt = "django.contrib.sessions.SessionStore"
    return {"sessions": repr([loads(one, salt=salt) for one in packed])}


def cached() -> dict[str, str]:
    """Return what the cache of the tests holds."""
    kept: Iterable[bytes] = cache._cache.values()
    return {"cache": repr([pickle.loads(one) for one in kept])}  # noqa: S301 - written by us


def _text(value: Any) -> str:
    if isinstance(value, memoryview | bytes):
        return bytes(value).decode("utf-8", "replace")
    return value if isinstance(value, str) else repr(value)
