"""The suite's own instruments: a guard that sees nothing would let everything pass."""

import ast
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from unittest.mock import Mock

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path
from playwright.sync_api import Page
from wagtail.models import Locale
from wagtail.models import Page as SitePage

from tests.support.accessibility import violations, violations_in_both_schemes
from tests.support.database_order import depends_on_database
from tests.support.examples import leave_out_examples
from tests.support.migrated_database import take
from tests.support.page_fit import sticking_out
from tests.support.planted_rows import all_rows
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import plant_site_tree

PAGE = '<!doctype html><html lang="nl"><head><title>Test</title>{head}</head><body>{body}</body>'
LATE = 1  # second
TESTS = Path(__file__).resolve().parent
BODIES = {
    "outside": ("", '<img src="https://tracker.example/x.png" alt="">'),
    "missing": ("", '<img src="/nowhere.png" alt="">'),
    "console": ('<script src="/loud.js"></script>', ""),
    "inline": ("", "<p style='color:red' onclick='x()'>Inline</p><script>var a</script>"),
    "inaccessible": ("", '<main><h1>Title</h1><input type="text"></main>'),
    "dark": ('<link rel="stylesheet" href="/dark.css">', "<main><h1>Title</h1></main>"),
    "late": ('<link rel="stylesheet" href="/late.css">', '<svg width="3000" height="9"></svg>'),
    "wide": ("", '<svg width="3000" height="9"></svg>'),
    "good": ("", '<main><h1>Title</h1><a href="https://elsewhere.example/">Away</a></main>'),
}


def show(request: HttpRequest, name: str) -> HttpResponse:
    head, body = BODIES[name]
    response = HttpResponse(PAGE.format(head=head, body=body))
    response["Content-Security-Policy"] = "default-src 'self'; img-src *"
    return response


def loud(request: HttpRequest) -> HttpResponse:
    return HttpResponse("console.error('loud')", content_type="text/javascript")


def dark(request: HttpRequest) -> HttpResponse:
    rule = "@media (prefers-color-scheme: dark) { body { background: #000; color: #222 } }"
    return HttpResponse(rule, content_type="text/css")


def late(request: HttpRequest) -> HttpResponse:
    time.sleep(LATE)
    return HttpResponse("svg { max-width: 100% }", content_type="text/css")


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse("Not here", status=404)


handler404 = missing
urlpatterns = [
    path("loud.js", loud),
    path("dark.css", dark),
    path("late.css", late),
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


def test_axe_looks_at_the_colours_of_the_dark_scheme_too(own_pages: None, page: Page):
    page.goto("/dark/")
    assert violations(page) == ""
    assert "color-contrast" in violations_in_both_schemes(page)


def test_a_page_is_measured_with_its_style_sheets(own_pages: None, page: Page):
    page.goto("/late/", wait_until="commit")
    assert sticking_out(page) == ""
    page.goto("/wide/")
    assert "wide: svg" in sticking_out(page)


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


@dataclass
class Example:
    """What a short run asks of a test."""

    nodeid: str
    keeps_all: bool = False

    def get_closest_marker(self, name: str) -> str | None:
        return name if self.keeps_all and name == "every_example" else None


@pytest.mark.django_db
def test_what_was_planted_before_is_put_in_as_it_would_be_planted():
    seen = []
    for _time in range(2):
        with transaction.atomic():
            tree = plant_site_tree()
            seen.append((all_rows(), tree.registration.url, tree.home.get_children().count()))
            transaction.set_rollback(True)
    assert seen[0] == seen[1]


@pytest.mark.django_db
def test_where_something_was_planted_already_nothing_is_put_in_twice():
    plant_site_tree()
    parent = SitePage.objects.get(depth=1)
    with pytest.raises(ValidationError):  # the same address once more
        plant_site_tree()
    assert parent.get_children().filter(slug="start").count() == 1


def test_a_short_run_keeps_one_example_of_each_test_and_all_where_that_is_asked():
    few = [Example(f"test_few[{number}]") for number in range(5)]
    every = [Example(f"test_all[{number}]", keeps_all=True) for number in range(5)]
    config, items = Mock(), [*few, *every]

    leave_out_examples(config, items, most=1)

    assert sum(item in few for item in items) == 1
    assert [item for item in items if item in every] == every
    left_out = config.hook.pytest_deselected.call_args.kwargs["items"]
    assert len(left_out) == 4


def test_a_further_database_is_asked_only_what_depends_on_it():
    def test_with(fixture: str, *markers: str) -> Mock:
        return Mock(
            spec=pytest.Item,
            fixturenames=[fixture],
            get_closest_marker=lambda name: name if name in markers else None,
        )

    assert depends_on_database(test_with("db"))
    assert depends_on_database(test_with("live_server"))
    assert depends_on_database(test_with("client", "django_db"))
    assert not depends_on_database(test_with("tmp_path"))
    assert not depends_on_database(test_with("client", "django_db", "any_database"))


def test_two_runs_never_use_one_database(tmp_path: Path):
    take(tmp_path / "test.sqlite3")
    take(tmp_path / "test.sqlite3_gw0")  # of another process of the same run
    with pytest.raises(RuntimeError, match=r"Another run of the tests uses test\.sqlite3"):
        take(tmp_path / "test.sqlite3")


def test_no_browser_test_does_what_nobody_can_or_waits_for_a_fixed_time():
    """Forcing presses what is hidden or moves; a fixed wait is too short on some other machine."""
    found = [
        f"{path.name}:{node.lineno}: {ast.unparse(node.func)}"
        for path in sorted(TESTS.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (
            any(keyword.arg == "force" for keyword in node.keywords)
            or ast.unparse(node.func).endswith(".wait_for_timeout")
        )
    ]
    assert found == []


def looks_right_after_a_click(source: str) -> list[int]:
    """Return the lines that judge a page right after a click, which may still be the page before.

    `open_by` waits for the next page, and `expect` for what a script shows. After a link even what
    presses by itself is too soon: the next page may still move under its pointer.
    """
    bodies = [
        body
        for node in ast.walk(ast.parse(source))
        for name in ("body", "orelse", "finalbody")
        if isinstance(body := getattr(node, name, None), list)
    ]
    return [
        second.lineno
        for body in bodies
        for first, second in pairwise(body)
        if _is_click(first) and (_judges(second) or (_is_of_a_link(first) and _presses(second)))
    ]


def _is_click(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and ast.unparse(statement.value).endswith(
        (".click()", ".dblclick()")
    )


def _is_of_a_link(statement: ast.stmt) -> bool:
    return "get_by_role('link'" in ast.unparse(statement)


def _presses(statement: ast.stmt) -> bool:
    called = getattr(getattr(statement, "value", None), "func", None)
    name = getattr(called, "attr", getattr(called, "id", ""))
    return name in PRESSES


def _judges(statement: ast.stmt) -> bool:
    """Return whether a statement asserts, or calls a function of ours that may."""
    if isinstance(statement, ast.Assert):
        return True
    called = getattr(getattr(statement, "value", None), "func", None)
    return isinstance(called, ast.Name) and not called.id.startswith(WAITS_ITSELF)


#: How functions begin that press something themselves, when it is there, or wait.
WAITS_ITSELF = ("choose", "open_by", "go_on", "press_on", "type_into", "wait_until", "expect")


#: What presses or types at once where it finds its control.
PRESSES = ("click", "check", "fill", "select_option", "go_on", "open_by", "press_on", "type_into")


def test_no_browser_test_judges_the_page_before():
    found = [
        f"{path.name}:{line}"
        for path in sorted(TESTS.rglob("*.py"))
        for line in looks_right_after_a_click(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("assert page.url", [2]),
        ("assert_accessible(page)", [2]),
        ("expect(page).to_have_title('x')", []),
        ("choose(page, 'x')", []),
        ("page.get_by_label('x').fill('x')", []),
    ],
)
def test_what_is_judged_right_after_a_click_is_found(after: str, found: list[int]):
    assert looks_right_after_a_click(f"link.click()\n{after}") == found


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("go_on(page, 'Withdraw')", [2]),
        ("page.get_by_label('x').fill('x')", [2]),
        ("expect(page).to_have_title('x')", []),
    ],
)
def test_what_is_pressed_right_after_a_link_is_found(after: str, found: list[int]):
    source = f"page.get_by_role('link', name='x').click()\n{after}"
    assert looks_right_after_a_click(source) == found


def test_a_naive_datetime_fails_the_suite():
    field = Session._meta.get_field("expire_date")
    with pytest.raises(RuntimeWarning, match="naive datetime"):
        field.get_prep_value(datetime(2026, 11, 23, 9, 0))  # noqa: DTZ001 (that is the point)


# --- Tests that could pass without looking at anything -------------------------------------------

#: Their results are never empty here.
NEVER_EMPTY = {"some", "product", "range", "zip", "enumerate", "combinations", "permutations"}


def hollow_tests(source: str) -> list[str]:
    """Return the tests in a module that would pass over nothing.

    Those whose every assertion stands in a loop over what a call returns (write `some(…)` around
    it), and property tests that return early (`assume` tells Hypothesis to find another example).
    """
    functions = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    return [node.name for node in functions if _returns_early(node) or _only_in_loops(node)]


def _returns_early(test: ast.FunctionDef) -> bool:
    is_property = any("given" in ast.dump(decorator) for decorator in test.decorator_list)
    inner = {
        part
        for node in ast.walk(test)
        if isinstance(node, ast.FunctionDef | ast.Lambda) and node is not test
        for part in ast.walk(node)
    }
    return is_property and any(
        isinstance(node, ast.Return) and node not in inner for node in ast.walk(test)
    )


def _only_in_loops(test: ast.FunctionDef) -> bool:
    loops = [node for node in ast.walk(test) if isinstance(node, ast.For)]
    unsure = {part for loop in loops if _may_be_empty(loop.iter) for part in ast.walk(loop)}
    sure = {part for loop in loops if not _may_be_empty(loop.iter) for part in ast.walk(loop)}
    claims = [node for node in ast.walk(test) if isinstance(node, ast.Assert)]
    return bool(claims) and all(claim in unsure and claim not in sure for claim in claims)


def _may_be_empty(iterable: ast.expr) -> bool:
    if isinstance(iterable, ast.Call):
        name = getattr(iterable.func, "id", getattr(iterable.func, "attr", ""))
        is_of_literal = isinstance(getattr(iterable.func, "value", None), ast.Dict)
        return name not in NEVER_EMPTY and not is_of_literal
    return isinstance(iterable, ast.ListComp | ast.GeneratorExp | ast.SetComp | ast.DictComp)


def test_no_test_passes_over_nothing():
    found = [
        f"{path.relative_to(TESTS)}: {name}"
        for path in sorted(TESTS.rglob("test_*.py"))
        for name in hollow_tests(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "def test_a():\n    for row in Row.objects.all():\n        assert row.name",
        "def test_a():\n    for row in [each for each in rows if each.x]:\n        assert row",
        "@given(st.text())\ndef test_a(text):\n    if not text:\n        return\n    assert text",
    ],
)
def test_a_test_that_passes_over_nothing_is_found(source: str):
    assert hollow_tests(source) == ["test_a"]


@pytest.mark.parametrize(
    "source",
    [
        "def test_a():\n    for row in some(Row.objects.all()):\n        assert row.name",
        "def test_a():\n    for row in rows():\n        assert row\n    assert count == 2",
        "@given(st.text())\ndef test_a(text):\n    assume(text)\n    assert text",
    ],
)
def test_a_test_that_looks_at_something_is_left_alone(source: str):
    assert hollow_tests(source) == []
