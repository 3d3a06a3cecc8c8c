"""The audit of locked versions fails on a finding, and says when it could not look."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from tests.support import audit

FINDING = "GHSA-made-up-0001"
DETAILS = {
    "id": FINDING,
    "summary": "Made up",
    "modified": "2026-01-01T00:00:00Z",
    "affected": [{"package": {"name": "django", "ecosystem": "PyPI"}, "versions": []}],
}


class Database(BaseHTTPRequestHandler):
    """Knows of one weakness, in the package that the server names as weak."""

    server: Any

    def do_POST(self) -> None:
        """Answer which of the packages have one."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        self.server.asked = [query["package"]["name"] for query in asked]
        found = {"vulns": [{"id": FINDING, "modified": DETAILS["modified"]}]}
        weak = self.server.weak
        self._answer({"results": [found if name == weak else {} for name in self.server.asked]})

    def do_GET(self) -> None:
        """Answer more about it."""
        self._answer(DETAILS)

    def log_message(self, *args: object) -> None:
        """Write nothing."""

    def _answer(self, told: object) -> None:
        body = json.dumps(told).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def database() -> Iterator[Any]:
    """A database of weaknesses on this machine."""
    server: Any = HTTPServer(("127.0.0.1", 0), Database)
    server.weak, server.status, server.asked = "", 200, []
    server.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_asks_about_everything_that_is_locked_and_passes_if_nothing_is_known(database) -> None:
    assert audit.audit(service=database.address) == 0
    assert {"django", "wagtail", "psycopg", "pytest"} <= set(database.asked)


def test_a_finding_fails_and_is_named(database, capsys) -> None:
    database.weak = "django"
    assert audit.audit(service=database.address) == 1
    assert FINDING in capsys.readouterr().out


def test_a_finding_that_was_accepted_with_a_reason_does_not_fail(database, monkeypatch) -> None:
    database.weak = "django"
    monkeypatch.setattr(audit, "ACCEPTED", {FINDING: "There is no version without it yet."})
    assert audit.audit(service=database.address) == 0


@pytest.mark.parametrize("must_answer", [False, True])
def test_without_the_database_it_says_that_nothing_was_audited(capsys, must_answer) -> None:
    assert audit.audit(service="http://127.0.0.1:1/", must_answer=must_answer) == must_answer
    assert "NOT AUDITED" in capsys.readouterr().err


def test_a_database_that_is_out_of_order_is_no_answer_either(database, capsys) -> None:
    database.status = 503
    assert audit.audit(service=database.address, must_answer=True) == 1
    assert "NOT AUDITED" in capsys.readouterr().err


def test_another_fault_fails(monkeypatch, capsys) -> None:
    assert audit.audit(service="no-address") == 1
    assert "NOT AUDITED" not in capsys.readouterr().err
