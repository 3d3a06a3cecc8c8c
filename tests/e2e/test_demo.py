"""`make run`: the whole site from nothing, stopped cleanly, and started again with its data."""

import re
import sqlite3
from contextlib import closing
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.e2e.conftest import FirstRun
from tests.support.demo import Demo

# Loading the demo takes a minute: it is started once from nothing, and all that look at it share
# the second start.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every page")]

POSTER = re.compile(r' poster="[^"]+"')


def as_shown(home: str, url: str) -> str:
    """Return the home page without what differs between two starts.

    The worker makes the sizes of pictures; the poster appears when it has come to it.
    """
    return POSTER.sub("", home.replace(url, ""))


def printed_password(output: str) -> str:
    """Return the password that was printed for the demo's accounts."""
    found = re.search(r"Password +(\S+)", output)
    assert found, output
    return found[1]


def test_demo_starts_from_nothing_and_says_how_to_log_in(first_run: FirstRun):
    assert printed_password(first_run.output)
    for account in ("redactie", "aanmeldpunt", "coordinator", "beheer"):
        assert account in first_run.output
    assert str(first_run.folder / "mail") in first_run.output


def test_demo_stops_when_it_is_asked_to(first_run: FirstRun):
    assert first_run.exit_code == 0
    assert "Stopped" in first_run.output
    with pytest.raises(URLError):
        urlopen(first_run.url)  # noqa: S310 - ours


def test_demo_starts_again_with_its_data(first_run: FirstRun, demo: Demo):
    assert as_shown(demo.get("/"), demo.url) == as_shown(first_run.home, first_run.url)
    assert printed_password(demo.output) == printed_password(first_run.output)
    assert (first_run.folder / "keys.json").read_text() == first_run.keys


def test_mails_and_feeds_know_the_port_of_each_start(first_run: FirstRun, demo: Demo):
    with closing(sqlite3.connect(first_run.folder / "perspectief.sqlite3")) as database:
        records = database.execute("SELECT hostname, port FROM wagtailcore_site").fetchall()
    assert demo.url != first_run.url
    assert [f"http://{host}:{port}" for host, port in records] == [demo.url]
    assert f"<loc>{first_run.url}/</loc>" in first_run.sitemap
    assert f"<loc>{demo.url}/</loc>" in demo.get("/sitemap.xml")
    assert f"{demo.url}/admin/" in demo.output
