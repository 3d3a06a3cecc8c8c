"""Watches everything a browser does in a test, and remembers what a visitor should not meet."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response, Route

EMPTY_PAGE = "<!doctype html><title>Elsewhere</title>"


class SiteGuard:
    """Blocks requests to other sites and collects the faults of our own pages.

    A fault is a request to another site, an error on the console (a violation of the Content
    Security Policy is one), an uncaught script error, or a file of a page that is not there.
    """

    def __init__(self, site_url: str) -> None:
        site = re.escape(urlsplit(site_url).netloc)
        self._elsewhere = re.compile(rf"^(?!http://{site}/|data:|blob:|about:)")
        self._expected_pages: dict[str, str] = {}
        self._expected_words: list[str] = []
        self.left_to: list[str] = []
        self.faults: list[str] = []

    def expect_leaving_to(self, url: str, page: str = EMPTY_PAGE) -> None:
        """Let the browser go to `url` on another site, where it finds an empty page, or `page`."""
        self._expected_pages[url] = page

    def expect_fault(self, words: str) -> None:
        """Take a fault that contains `words` for granted: the test provokes it."""
        self._expected_words.append(words)

    def watch(self, context: BrowserContext) -> None:
        """Guard every page that `context` opens."""
        context.route(self._elsewhere, self._on_request)
        context.on("page", self._watch_page)

    def _watch_page(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self._add(f"script error: {error}"))
        page.on("response", self._on_response)

    def _on_request(self, route: Route) -> None:
        url = route.request.url
        if url in self._expected_pages:
            self.left_to.append(url)
            route.fulfill(body=self._expected_pages[url], content_type="text/html")
        else:
            self._add(f"request to another site: {url}")
            route.abort()

    def _on_console(self, message: ConsoleMessage) -> None:
        # An answer such as 422 for a form with errors is logged too; `_on_response` judges those.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self._add(f"console: {message.text}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 500 or (
            response.status >= 400 and response.request.resource_type != "document"
        ):
            self._add(f"status {response.status}: {response.url}")

    def _add(self, fault: str) -> None:
        if not any(words in fault for words in self._expected_words):
            self.faults.append(fault)
