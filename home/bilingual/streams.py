"""Turn blocks that are written in both languages into what Wagtail stores in one of them."""

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
    path: str,
    stream: list[Any],
    *,
    namespace: UUID,
    resolve: Resolve = as_it_is,
    language: str = "nl",
) -> str:
    """Return a stream field as Wagtail stores it, with ids that never change.

    Args:
        path: what stands for the field, such as "about-us/body"; translations hang on ids of
            blocks, and these follow from it.
        stream: pairs of a block's name and its value.
        namespace: keeps the ids apart from those of others.
        resolve: turns what stands for a row, such as a page, into what is stored.
        language: which of the texts.
    """

    def stored(value: Any, path: str) -> Any:
        match value:
            case Text():
                return getattr(value, language)
            case RichText():
                return value.html(language)
            case dict():
                return {name: stored(inner, f"{path}/{name}") for name, inner in value.items()}
            case list():
                return [
                    {
                        "type": "item",
                        "value": stored(inner, f"{path}/{number}"),
                        "id": str(uuid5(namespace, f"{path}/{number}")),
                    }
                    for number, inner in enumerate(value)
                ]
        resolved = resolve(value)
        return resolved if resolved is value else stored(resolved, path)

    return json.dumps(
        [
            {
                "type": block,
                "value": stored(value, f"{path}/{number}"),
                "id": str(uuid5(namespace, f"{path}/{number}")),
            }
            for number, (block, value) in enumerate(stream)
        ]
    )
