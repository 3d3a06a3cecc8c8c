"""Redis may be away: nobody who reads or registers notices."""

import logging

import pytest
from django.core.cache import cache
from django.test import Client
from redis.exceptions import ConnectionError as RedisConnectionError

from tests.home.factories import ContentPageFactory
from tests.support.site_tree import SiteTree
from tests.support.smtp_server import free_port


@pytest.fixture(autouse=True)
def _redis_is_away(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "perspectief.forgiving_redis.ForgivingRedisCache",
            "LOCATION": f"redis://127.0.0.1:{free_port()}/0",
        }
    }


@pytest.mark.django_db
def test_pages_are_shown_all_the_same(site_tree: SiteTree, client: Client):
    ContentPageFactory(parent=site_tree.home, title="Over ons", slug="over-ons")
    for _ in range(2):
        assert client.get("/over-ons/").status_code == 200


def test_it_answers_like_an_empty_cache():
    cache.set("page", "text")
    cache.set_many({"page": "text"})
    cache.delete_many(["page"])
    assert cache.get("page", "nothing") == "nothing"
    assert cache.get_many(["page"]) == {}
    assert cache.add("page", "text")
    assert "page" not in cache
    assert not cache.touch("page")
    assert not cache.delete("page")
    assert not cache.clear()


def test_it_does_not_pretend_to_count():
    with pytest.raises(RedisConnectionError):
        cache.incr("visitors")


def test_the_log_tells_neither_keys_nor_addresses(caplog):
    with caplog.at_level(logging.DEBUG):
        cache.get("page:secret")
    assert caplog.messages == ["The cache is away: ConnectionError"]
