"""What a visitor meets who knows the site by its name only."""

import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from tests.bench.journey import JourneyBroken
from tests.bench.visitors import Values

HOST = "www.example.org"
BETWEEN_REGISTRATIONS = 3.0  # seconds


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]  # names in lower case
    body: bytes

    @property
    def location(self) -> str:
        """The path that a redirect leads to, with its query; "" of another answer."""
        parts = urlsplit(self.headers.get("location", ""))
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    @property
    def text(self) -> str:
        """The body as it is read."""
        return self.body.decode()


@dataclass
class Browser:
    """Keeps its cookies and follows no redirect; trusts the certificate of the server.

    `address` is the network address that it comes from; any if it is empty.
    """

    certificate: str
    cookies: dict[str, str] = field(default_factory=dict)
    address: str = ""

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for something."""
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, values: Values) -> Answer:
        """Send a form."""
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"https://{HOST}",
        }
        return self.ask("POST", path, urlencode(values, doseq=True).encode(), headers)

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
        *,
        plain: bool = False,
    ) -> Answer:
        """Ask over a new connection.

        Args:
            method: of HTTP.
            path: with its query.
            body: what is sent.
            headers: beside the cookies.
            plain: without TLS, at port 80.
        """
        connection: HTTPConnection
        source = (self.address, 0) if self.address else None
        if plain:
            connection = HTTPConnection(HOST, timeout=60, source_address=source)
        else:
            context = ssl.create_default_context(cadata=self.certificate)
            connection = HTTPSConnection(HOST, context=context, timeout=60, source_address=source)
        sent = dict(headers or {})
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            answered = response.read()
        finally:
            connection.close()
        for header in response.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
        names = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, names, answered)


class Traffic:
    """Visitors who come and go while something happens; `counts` says what they met.

    Args:
        certificate: of the server.
        pause: seconds between two requests of one who reads.
        register: lets the next one register.
    """

    def __init__(self, certificate: str, pause: float, register: Callable[[str], None]) -> None:
        self.certificate = certificate
        self.register = register
        self.pause = pause
        self.counts: Counter[str] = Counter()
        self.slowest = 0.0  # seconds
        self._ended = threading.Event()
        self._threads = [
            threading.Thread(target=self._read),
            threading.Thread(target=self._read_anew),
            threading.Thread(target=self._register),
        ]

    def __enter__(self) -> "Traffic":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    @property
    def failures(self) -> dict[str, int]:
        """What went wrong, and how often."""
        return {name: count for name, count in self.counts.items() if not name.endswith(" ok")}

    def _again(self, name: str, visit: Callable[[], None], pause: float) -> None:
        while not self._ended.is_set():
            begun = time.monotonic()
            try:
                visit()
                self.counts[f"{name} ok"] += 1
            except (OSError, HTTPException, AssertionError, JourneyBroken) as error:
                self.counts[f"{name} {type(error).__name__} {str(error)[:150]}"] += 1
            self.slowest = max(self.slowest, time.monotonic() - begun)
            self._ended.wait(pause)

    def _read(self) -> None:
        def visit() -> None:
            assert Browser(self.certificate).get("/").status == 200

        self._again("kept page", visit, self.pause)

    def _read_anew(self) -> None:
        def visit() -> None:
            answer = Browser(self.certificate, {"seen": "1"}).get("/en/")
            assert answer.status == 200, answer.status

        self._again("page", visit, self.pause)

    def _register(self) -> None:
        self._again("registration", lambda: self.register(self.certificate), BETWEEN_REGISTRATIONS)
