"""A name for the present state of everything visitors see; a change gives it a new name.

Whatever is kept under the old name is simply never asked for again. That is the whole
invalidation: no list of keys, nothing forgotten. `perspectief.kept_values` keeps things under it.
"""

import uuid
from collections.abc import Callable
from contextvars import ContextVar

from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase

GENERATION_KEY = "content-generation"
#: How to wait for the commit; tests, which never commit, replace it.
after_commit = transaction.on_commit


class _Answering:
    """The request that is being answered, which asks the cache for the generation once."""

    generation: str | None = None


_answering: ContextVar[_Answering | None] = ContextVar("answering", default=None)
# What the transaction that is open here has changed and nobody else sees has a name of its own.
_uncommitted: ContextVar[str | None] = ContextVar("uncommitted", default=None)


class OneGenerationMiddleware:
    """Have everything in one answer be of one generation, which is asked for once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        before = _answering.set(_Answering())
        _uncommitted.set(None)
        try:
            return self.get_response(request)
        finally:
            _answering.reset(before)


def cache_generation() -> str:
    """The present generation; read it before the data that will be kept under it."""
    own = _uncommitted.get()
    if own is not None:
        if connection.in_atomic_block:
            return own
        _uncommitted.set(None)  # it was rolled back
    answering = _answering.get()
    if answering is None:
        return _from_cache()
    if answering.generation is None:
        answering.generation = _from_cache()
    return answering.generation


def start_new_generation() -> None:
    """Make visitors see changes at once, from the moment the present transaction is committed."""
    # What is read from here on until then is for nobody else: it may be rolled back.
    _uncommitted.set(uuid.uuid4().hex)
    after_commit(_start)


def _from_cache() -> str:
    generation = cache.get(GENERATION_KEY)
    if generation is None:
        # `add` lets one of several processes win, `get` makes all of them agree.
        cache.add(GENERATION_KEY, uuid.uuid4().hex, None)
        # A cache that keeps nothing gives each caller a generation of its own.
        generation = cache.get(GENERATION_KEY) or uuid.uuid4().hex
    return generation


def _start() -> None:
    cache.set(GENERATION_KEY, uuid.uuid4().hex, None)
    _uncommitted.set(None)
    if (answering := _answering.get()) is not None:
        answering.generation = None
