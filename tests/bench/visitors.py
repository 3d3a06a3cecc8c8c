"""Somebody who visits the site: over HTTP, or within this process to count the SQL queries."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import Protocol
from urllib.parse import urlencode, urlsplit

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

Values = dict[str, str | list[str]]


@dataclass(frozen=True)
class Answer:
    """What the site answered."""

    status: int
    text: str
    location: str


class Visitor(Protocol):
    """One browser: it keeps its cookies, and follows no redirect by itself."""

    def get(self, path: str) -> Answer:
        """Ask for a page."""

    def post(self, path: str, values: Values) -> Answer:
        """Send a form."""


class HttpVisitor:
    """A visitor over a connection that stays open, as a browser's does.

    Args:
        port: of the server on this machine.
        address: the visitor's own network address, one of 127.0.0.0/8; any if it is empty.
    """

    def __init__(self, port: int, address: str = "") -> None:
        self._host = f"localhost:{port}"
        source = (address, 0) if address else None
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60, source_address=source)
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, values: Values) -> Answer:
        """Send a form."""
        return self._ask("POST", path, urlencode(values, doseq=True))

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        headers = {"Host": self._host, "Origin": f"http://{self._host}"}
        if self._cookies:
            headers["Cookie"] = "; ".join(
                f"{name}={value}" for name, value in self._cookies.items()
            )
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        text = response.read().decode()
        for header in response.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(header).items():
                self._cookies[name] = morsel.value
        return Answer(response.status, text, _path_of(response.headers.get("Location", "")))


class HttpVisitors:
    """One HttpVisitor for each thread."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._of_thread = threading.local()

    def mine(self) -> HttpVisitor:
        """Return the visitor of this thread."""
        if not hasattr(self._of_thread, "visitor"):
            self._of_thread.visitor = HttpVisitor(self._port)
        return self._of_thread.visitor


@dataclass
class Stopwatch:
    """A visitor who notes how many seconds each request takes, by what it is."""

    visitor: Visitor
    clock: Callable[[], float]
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self._timed(f"GET {path}", lambda: self.visitor.get(path))

    def post(self, path: str, values: Values) -> Answer:
        """Send a form."""
        return self._timed(f"POST {path}", lambda: self.visitor.post(path, values))

    def _timed(self, name: str, ask: Callable[[], Answer]) -> Answer:
        began = self.clock()
        answer = ask()
        self.seconds.setdefault(name, []).append(self.clock() - began)
        return answer


@dataclass
class CountingVisitor:
    """A visitor within this process that counts SQL queries: all, and those of each request.

    The beginning and end of a transaction count too.
    """

    client: Client = field(default_factory=Client)
    queries: int = 0
    last_queries: int = 0
    to_show: list[int] = field(default_factory=list)

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        with CaptureQueriesContext(connection) as captured:
            response = self.client.get(path)
        self.to_show.append(len(captured))
        return self._counted(response, captured)

    def post(self, path: str, values: Values) -> Answer:
        """Send a form."""
        with CaptureQueriesContext(connection) as captured:
            response = self.client.post(path, values)
        return self._counted(response, captured)

    def _counted(self, response, captured: CaptureQueriesContext) -> Answer:
        self.last_queries = len(captured)
        self.queries += len(captured)
        location = response.headers.get("Location", "")
        return Answer(response.status_code, response.content.decode(), _path_of(location))


def _path_of(location: str) -> str:
    parts = urlsplit(location)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


class HiddenInputs(HTMLParser):
    """Finds the hidden inputs of the forms that are sent by POST, the CSRF token among them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: Values = {}
        self._within = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one input (HTMLParser calls this by its name)."""
        attributes = dict(attrs)
        if tag == "form":
            self._within = (attributes.get("method") or "").lower() == "post"
        elif tag == "input" and self._within and attributes.get("type") == "hidden":
            self.values[attributes.get("name") or ""] = attributes.get("value") or ""
