"""Two servers on one PostgreSQL, Redis and bucket: nobody notices which one answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from perspectief.settings import caches
from registration.models import Callback
from tests.bench.journey import register
from tests.bench.visitors import Answer, HttpVisitor
from tests.media_library.factories import make_image
from tests.support.production_caches import redis_server
from tests.support.site_tree import SiteTree
from tests.support.upload_bucket import bucket_server, upload_bucket
from tests.support.web_process import web_server

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass(frozen=True)
class Servers:
    """The ports at which the two answer."""

    first: int
    second: int


class SentToAndFro(HttpVisitor):
    """Somebody whom a balancer sends to the other server with each request; one site to them."""

    def __init__(self, servers: Servers) -> None:
        super().__init__(servers.first)
        self._connections = cycle([self._connection, HttpVisitor(servers.second)._connection])

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        self._connection = next(self._connections)
        return super()._ask(method, path, body)


@pytest.fixture
def servers(
    site_tree: SiteTree, settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Servers]:
    """Two servers that have nothing in common but what `docs/operations.md` names."""
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    with redis_server() as redis, bucket_server() as s3, upload_bucket(s3) as bucket:
        settings.CACHES = {"default": caches.redis(redis)}
        settings.STORAGES = {**settings.STORAGES, "default": bucket.storage}
        shared = {**bucket.environment, "REDIS_URL": redis, "WEB_PROCESSES": "1"}
        of_one, of_other = (
            {**shared, "VAR_DIR": str(tmp_path / name)} for name in ("first", "second")
        )
        with web_server(of_one) as one, web_server(of_other) as other:
            yield Servers(one.port, other.port)


def read(port: int, path: str) -> bytes:
    with urlopen(f"http://localhost:{port}{path}") as response:
        return response.read()


def test_nobody_notices_which_server_answers(servers: Servers, site_tree: SiteTree):
    """One test, because starting two servers takes longer than all that is asked of them."""
    both = (servers.first, servers.second)

    register(SentToAndFro(servers), 1)
    [callback] = Callback.objects.all()
    assert callback.due_at > timezone.now()

    page = site_tree.registration
    assert all(page.title.encode() in read(port, page.url) for port in both)
    page.title = "Nieuwe titel"
    page.save_revision().publish()
    assert all(page.title.encode() in read(port, page.url) for port in both), "an old page is kept"

    copy = make_image().get_rendition("width-320")
    uploaded = default_storage.open(copy.file.name).read()
    assert [read(port, copy.url) for port in both] == [uploaded, uploaded]
