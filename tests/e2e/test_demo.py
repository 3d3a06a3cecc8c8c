"""`make run`: the whole site from nothing, stopped cleanly, and started again with its data."""

import re
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.error import URLError

import pytest

from tests.support.demo import Demo, running_demo

# It brings its own database: one run, beside the browser tests, is enough.
pytestmark = pytest.mark.browser

PAGES = ("/", "/en/", "/aanmelden/", "/en/register/", "/privacy/", "/en/privacy/", "/staff/login/")


def home_page(demo: Demo) -> str:
    # The worker makes the sizes of pictures; the poster appears when it has come to it.
    return re.sub(r' poster="[^"]+"', "", demo.get("/").replace(demo.url, ""))


def printed_password(demo: Demo) -> str:
    found = re.search(r"Password +(\S+)", demo.output)
    assert found, demo.output
    return found[1]


def tells_its_port(demo: Demo, folder: Path) -> bool:
    """Whether readers and Wagtail both know where the demo is this time."""
    with closing(sqlite3.connect(folder / "perspectief.sqlite3")) as database:
        (record,) = database.execute("SELECT hostname, port FROM wagtailcore_site").fetchall()
    return (
        f"<loc>{demo.url}/</loc>" in demo.get("/sitemap.xml")
        and demo.url == f"http://{record[0]}:{record[1]}"
        and f"{demo.url}/admin/" in demo.output
    )


def test_demo_starts_from_nothing_and_again_with_its_data(tmp_path: Path):
    with running_demo(tmp_path) as demo:
        for page in PAGES:
            demo.get(page)
        assert tells_its_port(demo, tmp_path)
        home, password = home_page(demo), printed_password(demo)
        for account in ("redactie", "aanmeldpunt", "coordinator", "beheer"):
            assert account in demo.output
        assert str(tmp_path / "mail") in demo.output
        assert demo.stop(signal.SIGTERM) == 0
        assert "Stopped" in demo.output
        with pytest.raises(URLError):
            demo.get("/")
    keys = (tmp_path / "keys.json").read_text()
    with running_demo(tmp_path) as demo:  # on another port
        assert tells_its_port(demo, tmp_path)
        assert home_page(demo) == home
        assert printed_password(demo) == password
        assert demo.stop(signal.SIGINT) == 0
    assert (tmp_path / "keys.json").read_text() == keys
