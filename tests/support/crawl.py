"""Everything that can be reached on a site, asked for once."""

import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urldefrag, urljoin

import requests

from tests.support.html_page import HtmlPage, Reference

TIMEOUT = 120  # seconds for one answer; a busy machine is slow
CSS_ADDRESS = re.compile(r"""(?:url\(|@import\s+)\s*["']?([^"')]+)""")
READ = ("text/", "application/xml", "application/rss+xml", "application/json", "image/svg+xml")


@dataclass(frozen=True)
class Answer:
    """What the site said to one address; `text` is empty for pictures, videos and fonts."""

    path: str
    status: int
    content_type: str
    leads_to: str
    text: str
    headers: Mapping[str, str]

    @property
    def is_html(self) -> bool:
        """Whether it is a page."""
        return self.content_type == "text/html"


@dataclass
class SiteCrawl:
    """All answers of the site at `base_url` by path, and who named each path first."""

    base_url: str
    answers: dict[str, Answer] = field(default_factory=dict)
    named_by: dict[str, str] = field(default_factory=dict)

    @cached_property
    def pages(self) -> dict[str, HtmlPage]:
        """Every page by path, error pages too; not what only leads elsewhere."""
        return {
            path: HtmlPage(self.base_url, path, answer.text)
            for path, answer in self.answers.items()
            if answer.is_html and not answer.leads_to
        }

    def path_of(self, url: str) -> str | None:
        """Return the path, with its query, of an address on this site; None if it is elsewhere."""
        whole = urldefrag(url).url
        if whole == self.base_url:
            return "/"
        if whole.startswith(f"{self.base_url}/"):
            return whole.removeprefix(self.base_url)
        return None

    def references_elsewhere(self) -> Iterable[tuple[str, Reference]]:
        """Yield every address that is not on this site, with the path of the page that has it."""
        for path, page in self.pages.items():
            for reference in page.references:
                if self.path_of(reference.url) is None:
                    yield path, reference

    def reachable_from(self, start: str, language: str) -> set[str]:
        """Return the paths that a reader can get to by links on pages in this language."""
        found, waiting = {start}, deque([start])
        while waiting:
            page = self.pages.get(waiting.popleft())
            if page is None or page.language != language:
                continue
            for reference in page.references:
                path = self.path_of(reference.url)
                if reference.element in ("a", "form") and path and path not in found:
                    found.add(path)
                    waiting.append(path)
        return found


def crawl(base_url: str, starts: Iterable[str]) -> SiteCrawl:
    """Ask for `starts`, for what the sitemap names, and for all that these lead to on the site.

    Every address is asked for once, as a stranger with cookies would; an answer that leads
    elsewhere is kept as it is.
    """
    site = SiteCrawl(base_url)
    waiting: deque[str] = deque()

    def add(url: str, named_by: str) -> None:
        path = site.path_of(url)
        if path is not None and path not in site.named_by:
            site.named_by[path] = named_by
            waiting.append(path)

    with requests.Session() as session:
        for path in (*starts, "/sitemap.xml", "/robots.txt"):
            add(f"{base_url}{path}", "the test")
        while waiting:
            path = waiting.popleft()
            answer = _ask(session, base_url, path)
            site.answers[path] = answer
            for url in _named_in(base_url, answer):
                add(url, path)
    return site


def _ask(session: requests.Session, base_url: str, path: str) -> Answer:
    with session.get(
        f"{base_url}{path}", allow_redirects=False, stream=True, timeout=TIMEOUT
    ) as response:
        content_type = response.headers.get("Content-Type", "").partition(";")[0]
        text = response.content.decode() if content_type.startswith(READ) else ""
        return Answer(
            path=path,
            status=response.status_code,
            content_type=content_type,
            leads_to=response.headers.get("Location", ""),
            text=text,
            headers=response.headers,
        )


def _named_in(base_url: str, answer: Answer) -> Iterable[str]:
    url = f"{base_url}{answer.path}"
    if answer.leads_to:
        yield urljoin(url, answer.leads_to)
    elif answer.is_html:
        for reference in HtmlPage(base_url, answer.path, answer.text).references:
            yield reference.url
    elif answer.content_type == "text/css":
        for address in CSS_ADDRESS.findall(answer.text):
            yield urljoin(url, address)
    elif answer.path == "/sitemap.xml":
        yield from re.findall(r"<loc>([^<]+)</loc>", answer.text)
