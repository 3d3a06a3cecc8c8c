"""Turn blocks that are written in both languages into what Wagtail stores: the Dutch values."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid5

from home.bilingual.texts import RichText, Text

Resolve = Callable[[Any], Any]


def as_it_is(value: Any) -> Any:
    """Resolve nothing: for blocks that hold no references."""
    return value


def stream_json(
    path: str, stream: list[Any], *, namespace: UUID, resolve: Resolve = as_it_is
) -> str:
    """Return a stream field as Wagtail stores it, with ids that never change.

    Args:
        path: what stands for the field, such as "about-us/body"; translations hang on ids of
            blocks, and these follow from it.
        stream: pairs of a block's name and its value.
        namespace: keeps the ids apart from those of others.
        resolve: turns what stands for a row, such as a page, into what is stored.
    """
    return json.dumps(
        [
            {
                "type": block,
                "value": _value(value, f"{path}/{number}", namespace, resolve),
                "id": str(uuid5(namespace, f"{path}/{number}")),
            }
            for number, (block, value) in enumerate(stream)
        ]
    )


def _value(value: Any, path: str, namespace: UUID, resolve: Resolve) -> Any:
    match value:
        case Text():
            return value.nl
        case RichText():
            return value.html()
        case dict():
            return {
                name: _value(inner, f"{path}/{name}", namespace, resolve)
                for name, inner in value.items()
            }
        case list():
            return [
                {
                    "type": "item",
                    "value": _value(inner, f"{path}/{number}", namespace, resolve),
                    "id": str(uuid5(namespace, f"{path}/{number}")),
                }
                for number, inner in enumerate(value)
            ]
    stored = resolve(value)
    return stored if stored is value else _value(stored, path, namespace, resolve)
