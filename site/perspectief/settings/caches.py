"""The two caches that a public site can have. Tests run on both of them."""

from typing import Any

DATABASE: dict[str, Any] = {
    "BACKEND": "django.core.cache.backends.db.DatabaseCache",
    "LOCATION": "cache",
    "OPTIONS": {"MAX_ENTRIES": 10_000},
}


def redis(url: str) -> dict[str, Any]:
    """Return the settings of a cache in the Redis at this address."""
    return {
        "BACKEND": "perspectief.forgiving_redis.ForgivingRedisCache",
        "LOCATION": url,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},  # seconds
    }
