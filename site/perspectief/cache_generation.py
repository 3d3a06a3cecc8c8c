"""A name for the present state of everything visitors see; a change gives it a new name.

Whatever is cached under the old name is simply never asked for again. That is the whole
invalidation: no list of keys, nothing forgotten.
"""

import uuid

from django.core.cache import cache
from django.db import transaction

GENERATION_KEY = "content-generation"
#: How to wait for the commit; tests, which never commit, replace it.
after_commit = transaction.on_commit


def cache_generation() -> str:
    """The present generation; read it before the data that will be cached under it."""
    generation = cache.get(GENERATION_KEY)
    if generation is None:
        # `add` lets one of several processes win, `get` makes all of them agree.
        cache.add(GENERATION_KEY, uuid.uuid4().hex, None)
        # A cache that keeps nothing gives each caller a generation of its own.
        generation = cache.get(GENERATION_KEY) or uuid.uuid4().hex
    return generation


def start_new_generation() -> None:
    """Make visitors see changes at once, from the moment the present transaction is committed."""
    after_commit(_start)


def _start() -> None:
    cache.set(GENERATION_KEY, uuid.uuid4().hex, None)
