"""A query that notices what is read of it, so that a kept page is known to hang on nothing else."""

from collections.abc import Iterator
from typing import Any

from django.http import QueryDict

#: Where names are noted: all of them were read, whichever they are.
EVERYTHING = "*"


class NoticedQuery(QueryDict):
    """Django's, empty, with the names that were asked for in `read`."""

    def __init__(self) -> None:
        self.read: set[str] = set()
        super().__init__("")

    def __getitem__(self, key: str) -> Any:
        """Note one name."""
        self.read.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        """Note one name."""
        self.read.add(str(key))
        return super().__contains__(key)

    def getlist(self, key: str, default: Any = None) -> list[Any]:
        """Note one name."""
        self.read.add(key)
        return super().getlist(key, default)

    def __len__(self) -> int:
        """Note that there is any; `bool()` asks for this too."""
        self.read.add(EVERYTHING)
        return super().__len__()

    def __iter__(self) -> Iterator[str]:
        """Note all, as the methods below."""
        self.read.add(EVERYTHING)
        return super().__iter__()

    def keys(self) -> Any:
        self.read.add(EVERYTHING)
        return super().keys()

    def values(self) -> Any:
        self.read.add(EVERYTHING)
        return super().values()

    def items(self) -> Any:
        self.read.add(EVERYTHING)
        return super().items()

    def lists(self) -> Any:
        self.read.add(EVERYTHING)
        return super().lists()

    def dict(self) -> Any:
        self.read.add(EVERYTHING)
        return super().dict()

    def urlencode(self, safe: str | None = None) -> str:
        self.read.add(EVERYTHING)
        return super().urlencode(safe)

    def __copy__(self) -> Any:
        self.read.add(EVERYTHING)
        return QueryDict(mutable=True)

    def __deepcopy__(self, memo: Any) -> Any:
        self.read.add(EVERYTHING)
        return QueryDict(mutable=True)
