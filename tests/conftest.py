"""Fixtures and rules for the whole suite."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from playwright.sync_api import BrowserContext, BrowserType, Page, expect
from pytest_django.live_server_helper import LiveServer

from perspectief import cache_generation
from perspectief.catalogues import CatalogueFile, compile_catalogue
from tests.support.accessibility import violations_in_both_schemes
from tests.support.chromium import launch_arguments
from tests.support.database_order import (
    commits,
    depends_on_database,
    order_by_database,
    reads_demo,
)
from tests.support.demo_in_database import demo_in_database
from tests.support.examples import leave_out, leave_out_examples
from tests.support.kept_rows import KeptRows
from tests.support.known_states import MIGRATED, WITH_DEMO, begin_in, keep_states
from tests.support.migrated_database import start_from_migrated
from tests.support.production_caches import PRODUCTION_CACHES, WORKING_CACHES, production_cache
from tests.support.requests_in_progress import requests_in_progress
from tests.support.round_trips import noted_round_trips
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import SiteTree, plant_site_tree
from tests.support.smtp_server import Mailbox

LOCALES = Path(__file__).resolve().parent.parent / "locales"
PHONE = {"width": 360, "height": 740}
TABLET = {"width": 768, "height": 1024}
DESKTOP = {"width": 1440, "height": 900}
#: Milliseconds that a page may take; a busy machine is slow without anything being wrong.
PATIENCE = 60_000


def pytest_configure() -> None:
    """Compile the catalogues, and let tests use the database while Playwright's loop runs."""
    for path in LOCALES.glob("*/LC_MESSAGES/django.po"):
        compile_catalogue(CatalogueFile(LOCALES, path.parent.parent.name))
    # Playwright keeps an event loop in this thread, in which Django would refuse.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    requests_in_progress.watch()
    keep_states()
    # An example, too, may take long on a busy machine.
    hypothesis.settings.register_profile("suite", deadline=None)
    hypothesis.settings.load_profile("suite")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the browser tests, which can open a page, and those that share a demo site."""
    fixtures = getattr(item, "fixturenames", ())
    if "new_context" in fixtures:
        item.add_marker("browser")
    if reads_demo(item):  # loaded once, if one process runs all of them
        item.add_marker(pytest.mark.xdist_group("demo site"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Begin without the demo site, unless this test goes on with that of the last."""
    if not reads_demo(item):
        demo_in_database.leave()


def pytest_sessionfinish() -> None:
    """Leave the database as it was."""
    demo_in_database.leave()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run on a further database take what depends on it, and a few examples of each test."""
    parser.addoption("--examples", type=int, default=0, help="how many of each test; 0 is all")
    parser.addoption("--on-database", action="store_true", help="only tests that ask a database")


@pytest.hookimpl(trylast=True)  # after the plugins that shuffle
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Order tests by what they do to the database, and leave out examples if that is asked for."""
    if config.getoption("--on-database"):
        leave_out(config, items, [item for item in items if not depends_on_database(item)])
    if most := config.getoption("--examples"):
        leave_out_examples(config, items, most)
    order_by_database(items)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """A skipped test hides that something is missing, so it fails."""
    outcome: Any = yield
    report = outcome.get_result()
    if report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and nothing may be: {report.longrepr}"


@pytest.fixture(autouse=True)
def _nothing_left_from_the_last_test() -> Iterator[None]:
    begin_in(WITH_DEMO if demo_in_database.is_there else MIGRATED)
    yield
    requests_in_progress.wait_for_none()
    cache.clear()
    settings.ERASURE_LEDGER.unlink(missing_ok=True)
    translation.deactivate()


@pytest.fixture(autouse=True)
def _changes_show_at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that rolls back never commits: what waits for that runs at once."""
    if not commits(request.node):
        monkeypatch.setattr(cache_generation, "after_commit", lambda function: function())


@pytest.fixture(autouse=True)
def _site_is_where_it_is_served(request: pytest.FixtureRequest) -> None:
    """A site that is really served has the address that it is served at."""
    if "live_server" in request.fixturenames:
        settings = request.getfixturevalue("settings")
        settings.WAGTAILADMIN_BASE_URL = request.getfixturevalue("live_server").url


# --- Cache ------------------------------------------------------------------------------------


@pytest.fixture(params=PRODUCTION_CACHES)
def each_production_cache(
    request: pytest.FixtureRequest, db: None, settings: Any
) -> Iterator[None]:
    """Run the test with each cache that a public site can have, also one that is away."""
    with production_cache(request.param, settings):
        yield


@pytest.fixture(params=WORKING_CACHES)
def each_working_cache(request: pytest.FixtureRequest, db: None, settings: Any) -> Iterator[None]:
    """Run the test with each cache that a public site can have."""
    with production_cache(request.param, settings):
        yield


@pytest.fixture
def round_trips() -> Iterator[list[str]]:
    """What was asked of the cache from now on, a key for each time."""
    with noted_round_trips() as asked:
        yield asked


# --- Content ----------------------------------------------------------------------------------


@pytest.fixture
def site_tree(db: None) -> SiteTree:
    """Front page, registration page and privacy page, live in both languages."""
    return plant_site_tree()


# --- Hashing ----------------------------------------------------------------------------------


@pytest.fixture
def slow_hashes(settings: Any) -> None:
    """Hash passwords and secret words as the real site does."""
    settings.PASSWORD_HASHERS = ["perspectief.bounded_hashing.BoundedPasswordHasher"]


# --- Mail -------------------------------------------------------------------------------------


@pytest.fixture
def smtp_server(settings) -> Iterator[Mailbox]:
    """A real mail server that the site sends through; it keeps what it accepts."""
    mailbox = Mailbox()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = mailbox.host
    settings.EMAIL_PORT = mailbox.port
    settings.EMAIL_TIMEOUT = 5
    mailbox.start()
    yield mailbox
    mailbox.stop()


# --- Browser ----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, django_db_modify_db_settings: None
) -> None:
    """Start Playwright before the database is made, which is a copy and keeps its rows.

    Playwright keeps an event loop running in this thread, and Django gives code inside a loop
    connections of its own: without the migrated rows that the first connection remembers.
    """
    if any(item.get_closest_marker("browser") for item in request.session.items):
        request.getfixturevalue("playwright")
    start_from_migrated(connection.settings_dict)
    KeptRows(connection).install()


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Keep the file that was put in place; a database of PostgreSQL is made from its template."""
    return connection.vendor == "sqlite"


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], browser_type: BrowserType
) -> dict[str, Any]:
    """Start Playwright's own Chromium, or the system's."""
    return {**browser_type_launch_args, **launch_arguments(browser_type.executable_path)}


@pytest.fixture
def site_guard(live_server: LiveServer) -> Iterator[SiteGuard]:
    """Fail the test if a page calls another site, breaks its policy or logs an error."""
    guard = SiteGuard(live_server.url)
    yield guard
    assert guard.faults == []


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], site_guard: SiteGuard, live_server: LiveServer
) -> Callable[..., BrowserContext]:
    """Make guarded browser contexts in which addresses are relative to the site."""

    visitor = {
        "base_url": live_server.url,
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "viewport": DESKTOP,
    }

    def make(**options: Any) -> BrowserContext:
        context = new_context(**{**visitor, **options})
        context.set_default_timeout(PATIENCE)
        site_guard.watch(context)
        return context

    return make


@pytest.fixture
def page_without_script(new_context: Callable[..., BrowserContext]) -> Page:
    """A page in a browser that runs no JavaScript."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture
def phone_page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a small phone with touch."""
    return new_context(viewport=PHONE, has_touch=True).new_page()


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """Return a check that axe finds nothing wrong, in the light and in the dark scheme."""

    def check(page: Page) -> None:
        assert violations_in_both_schemes(page) == ""

    return check


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over all that stays until the end: half a million objects."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
