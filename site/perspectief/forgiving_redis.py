"""Redis as a cache that the site can do without while it is away."""

import logging
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError

logger = logging.getLogger(__name__)

AWAY = (RedisConnectionError, RedisTimeoutError)


def _forgiving(method: Callable[..., Any], answer: Any) -> Callable[..., Any]:
    """Return `method`, which gives `answer` while Redis is away."""

    @wraps(method)
    def ask(*args: Any, **kwargs: Any) -> Any:
        try:
            return method(*args, **kwargs)
        except AWAY as error:
            _warn(error)
            return answer

    return ask


def _warn(error: Exception) -> None:
    # Without the error's text or a key: addresses of the server and of pages are in them.
    logger.warning("The cache is away: %s", type(error).__name__)


class ForgivingRedisCache(RedisCache):
    """Answers like an empty cache while Redis cannot be reached.

    Pages are then made anew for each visitor. What was published meanwhile may be missing from
    what was kept before, for `PAGE_CACHE_SECONDS` and `kept_values.SECONDS` at most. Nothing may be
    counted here: whoever calls `incr` while Redis is away gets its error
    (docs/decisions/limits-in-the-database.md).
    """

    add = _forgiving(RedisCache.add, answer=True)
    set = _forgiving(RedisCache.set, answer=None)
    touch = _forgiving(RedisCache.touch, answer=False)
    delete = _forgiving(RedisCache.delete, answer=False)
    has_key = _forgiving(RedisCache.has_key, answer=False)
    delete_many = _forgiving(RedisCache.delete_many, answer=None)
    clear = _forgiving(RedisCache.clear, answer=False)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Return what is kept under `key`, or `default`."""
        try:
            return super().get(key, default, version)
        except AWAY as error:
            _warn(error)
            return default

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        """Return what is kept under each of `keys`."""
        try:
            return super().get_many(keys, version)
        except AWAY as error:
            _warn(error)
            return {}

    def set_many(
        self,
        data: dict[str, Any],
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> list[str]:
        """Keep all of `data`, for `timeout` seconds; return the keys that were not kept."""
        try:
            return super().set_many(data, timeout, version)
        except AWAY as error:
            _warn(error)
            return list(data)
