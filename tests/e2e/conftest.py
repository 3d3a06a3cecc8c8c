"""Fixtures of the browser tests."""

import signal
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time as time_of_day
from pathlib import Path

import pytest

from registration.models import OpeningHours
from tests.support.crawl import SiteCrawl, crawl
from tests.support.demo import Demo, running_demo
from tests.support.demo_pages import NOT_THERE, STATES, demo_pages
from tests.support.waiting import wait_until


@pytest.fixture
def desk_never_closes(live_server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the desk call whenever the tests run, also at night and at Christmas."""
    monkeypatch.setattr(
        "registration.casework.desk_calendar.public_holidays", lambda year: frozenset()
    )
    OpeningHours.objects.all().delete()
    for weekday in range(7):
        OpeningHours.objects.create(
            weekday=weekday, opens_at=time_of_day.min, closes_at=time_of_day.max
        )


# --- The demo -----------------------------------------------------------------------------------

#: What anybody may open as soon as it runs.
FIRST_PAGES = ("/", "/en/", "/aanmelden/", "/en/register/", "/privacy/", "/en/privacy/")
SEARCH_TIMEOUT = 900  # seconds; the worker puts one page after the other into the index


@dataclass(frozen=True)
class FirstRun:
    """How the demo began from nothing in `folder`, and ended when it was asked to."""

    folder: Path
    url: str
    home: str
    sitemap: str
    output: str
    keys: str
    exit_code: int


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> FirstRun:
    """The demo as `make run` starts it the first time; it was stopped as a system does."""
    folder = tmp_path_factory.mktemp("demo")
    with running_demo(folder) as demo:
        home, *_others, sitemap = [
            demo.get(path) for path in (*FIRST_PAGES, "/staff/login/", "/sitemap.xml")
        ]
        exit_code = demo.stop(signal.SIGTERM)
        keys = (folder / "keys.json").read_text()
        return FirstRun(folder, demo.url, home, sitemap, demo.output, keys, exit_code)


@pytest.fixture(scope="session")
def demo(first_run: FirstRun) -> Iterator[Demo]:
    """The demo as it runs the second time, with the data of the first; Ctrl-C stops it."""
    with running_demo(first_run.folder) as demo:
        yield demo
        assert demo.stop(signal.SIGINT) == 0


@pytest.fixture(scope="session")
def every_page(demo: Demo) -> SiteCrawl:
    """The whole demo, with the answer to every address that it has."""
    found = next(pair for pair in STATES if pair.page_type == "search, found")
    wait_until(
        lambda: all('class="results"' in demo.get(path) for path in found.addresses.values()),
        SEARCH_TIMEOUT,
        pause=2,
        explain=lambda: demo.output,
    )
    pairs = (*demo_pages(), *STATES, NOT_THERE)
    return crawl(demo.url, [path for pair in pairs for path in pair.addresses.values()])
