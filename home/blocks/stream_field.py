"""A stream of blocks whose definition stays out of migrations."""

from typing import Any

from wagtail.fields import StreamField


class PageStreamField(StreamField):
    """Wagtail's own, except that a change of a block needs no migration: the column is the same.

    A migration that works on the blocks themselves names those that it needs.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return how a migration makes this field: without any block."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
