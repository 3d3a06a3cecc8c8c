"""The suite's own instruments: a guard that sees nothing would let everything pass."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.urls import path
from playwright.sync_api import Page
from wagtail.models import Locale
from wagtail.models import Page as SitePage

from tests.support.accessibility import violations
from tests.support.site_guard import SiteGuard

PAGE = '<!doctype html><html lang="nl"><head><title>Test</title>{head}</head><body>{body}</body>'
BODIES = {
    "outside": ("", '<img src="https://tracker.example/x.png" alt="">'),
    "missing": ("", '<img src="/nowhere.png" alt="">'),
    "console": ('<script src="/loud.js"></script>', ""),
    "inline": ("", "<p style='color:red' onclick='x()'>Inline</p><script>var a</script>"),
    "inaccessible": ("", '<main><h1>Title</h1><input type="text"></main>'),
    "good": ("", '<main><h1>Title</h1><a href="https://elsewhere.example/">Away</a></main>'),
}


def show(request: HttpRequest, name: str) -> HttpResponse:
    head, body = BODIES[name]
    response = HttpResponse(PAGE.format(head=head, body=body))
    response["Content-Security-Policy"] = "default-src 'self'; img-src *"
    return response


def loud(request: HttpRequest) -> HttpResponse:
    return HttpResponse("console.error('loud')", content_type="text/javascript")


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse("Not here", status=404)


handler404 = missing
urlpatterns = [
    path("loud.js", loud),
    path("favicon.ico", lambda request: HttpResponse()),
    path("<slug:name>/", show),
]


@pytest.fixture
def own_pages(settings) -> None:
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = []


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("outside", "request to another site: https://tracker.example/x.png"),
        ("missing", "status 404"),
        ("console", "console: loud"),
        ("inline", "Content Security Policy"),
    ],
)
def test_guard_sees_the_fault(
    own_pages: None, page: Page, site_guard: SiteGuard, name: str, fault: str
):
    page.goto(f"/{name}/")
    page.wait_for_load_state("networkidle")
    assert any(fault in seen for seen in site_guard.faults), site_guard.faults
    site_guard.faults.clear()


def test_guard_lets_an_expected_departure_happen(
    own_pages: None, page: Page, site_guard: SiteGuard
):
    site_guard.expect_leaving_to("https://elsewhere.example/")
    page.goto("/good/")
    page.get_by_role("link", name="Away").click()
    page.wait_for_url("https://elsewhere.example/")
    assert site_guard.left_to == ["https://elsewhere.example/"]


def test_axe_finds_what_is_wrong_and_nothing_else(
    own_pages: None, page: Page, assert_accessible: Callable[[Page], None]
):
    page.goto("/good/")
    assert_accessible(page)
    page.goto("/inaccessible/")
    assert "label" in violations(page)


def test_page_without_script_runs_none(
    own_pages: None, page_without_script: Page, site_guard: SiteGuard
):
    page_without_script.goto("/console/")
    assert site_guard.faults == []


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_migrated_rows_are_there_for_every_committing_test(turn: int):
    assert SitePage.objects.filter(depth=1).exists()
    assert Locale.objects.filter(language_code="nl").exists()
    Locale.objects.create(language_code=f"x{turn}")


@pytest.mark.django_db
def test_other_tests_never_see_what_was_committed():
    assert not Locale.objects.filter(language_code__startswith="x").exists()


def test_a_naive_datetime_fails_the_suite():
    field = Session._meta.get_field("expire_date")
    with pytest.raises(RuntimeWarning, match="naive datetime"):
        field.get_prep_value(datetime(2026, 11, 23, 9, 0))  # noqa: DTZ001 (that is the point)
