"""Fixtures of the browser tests."""

import time
from collections.abc import Iterator
from datetime import time as time_of_day

import pytest

from registration.models import OpeningHours
from tests.support.crawl import SiteCrawl, crawl
from tests.support.demo import Demo, running_demo
from tests.support.demo_pages import NOT_THERE, STATES, demo_pages


@pytest.fixture
def desk_never_closes(live_server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the desk call whenever the tests run, also at night and at Christmas."""
    monkeypatch.setattr("registration.desk_calendar.public_holidays", lambda year: frozenset())
    OpeningHours.objects.all().delete()
    for weekday in range(7):
        OpeningHours.objects.create(
            weekday=weekday, opens_at=time_of_day.min, closes_at=time_of_day.max
        )


SEARCH_TIMEOUT = 180  # seconds; the worker puts one page after the other into the index


def _wait_until_searchable(demo: Demo) -> None:
    found = next(pair for pair in STATES if pair.page_type == "search, found")
    end = time.monotonic() + SEARCH_TIMEOUT
    while not all('class="results"' in demo.get(path) for path in found.addresses.values()):
        assert time.monotonic() < end, demo.output
        time.sleep(0.5)


@pytest.fixture(scope="session")
def every_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteCrawl]:
    """The whole demo as `make run` serves it, with the answer to every address that it has."""
    pairs = (*demo_pages(), *STATES, NOT_THERE)
    with running_demo(tmp_path_factory.mktemp("demo")) as demo:
        _wait_until_searchable(demo)
        yield crawl(demo.url, [path for pair in pairs for path in pair.addresses.values()])
