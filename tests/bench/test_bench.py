"""The benchmark's own arithmetic, and that all it measures still works on both databases."""

import threading
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from registration.models import Registration
from tests.bench.__main__ import measure
from tests.bench.figures import lines, percentile, timed
from tests.bench.first_visit import first_visit
from tests.bench.journey import JourneyBroken, register
from tests.bench.visitors import CountingVisitor, HiddenInputs
from tests.support.migrated_database import another_migrated
from tests.support.site_tree import SiteTree


def test_percentile():
    assert percentile(range(1, 101), 0.95) == 95
    assert percentile([7], 0.95) == 7
    assert percentile([3, 1, 2], 0.5) == 2


def test_timed_does_everything_once_and_not_more_at_once_than_asked():
    seen, running, most = [], 0, 0
    lock = threading.Lock()

    def task(number: int) -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        seen.append(number)
        with lock:
            running -= 1

    timing = timed(task, 20, 2)
    assert sorted(seen) == list(range(20))
    assert most <= 2
    assert timing.count == 20
    assert timing.per_second > 0


def test_a_fault_is_not_counted_as_speed():
    def fail(number: int) -> None:
        raise RuntimeError("no answer")

    with pytest.raises(RuntimeError, match="no answer"):
        timed(fail, 2, 2)


def test_one_line_for_each_figure():
    shown = lines("sqlite", {"home": {"count": 4, "per_second": 1.5}, "mails": {"count": 2}})
    assert [line.split() for line in shown] == [
        ["sqlite", "home", "count", "4,", "per_second", "1.5"],
        ["sqlite", "mails", "count", "2"],
    ]


def test_hidden_inputs_are_those_of_the_form_that_is_sent():
    html = (
        '<form action="/search/"><input type="hidden" name="a" value="1"></form>'
        '<form method="post"><input type="hidden" name="token" value="t"><input name="b"></form>'
    )
    assert HiddenInputs(html).values == {"token": "t"}


def test_its_short_form_measures_everything(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    with another_migrated(tmp_path) as url:
        figures = measure(connection.vendor, url, "--short")

    assert set(figures) == {
        *("home_cached", "home_not_cached", "registration", "queries", "registration_requests"),
        *("round_trips_to_cache", "processor", "first_visit", "steps_of_the_form", "sending"),
        *("mails", "queue_of_6", "queue_of_12", "queue_of_6_open"),
    }
    assert all(
        value > 0
        for name, figure in figures.items()
        for value in figure.values()
        if name != "queries"
    )
    shown = capfd.readouterr()
    assert shown.out.splitlines() == lines(connection.vendor, figures)
    assert shown.err == "", "nothing else is said between the figures"


def test_the_journey_registers_somebody(site_tree: SiteTree):
    visitor = CountingVisitor(Client())
    assert register(visitor, 1) == 18
    assert visitor.queries > 0
    assert Registration.objects.count() == 1


def test_a_registration_asks_the_database_little(site_tree: SiteTree):
    register(CountingVisitor(Client()), 1)  # labels, texts and pages are kept from now on
    visitor = CountingVisitor(Client())
    requests = register(visitor, 2)

    assert visitor.queries <= 6 * requests
    assert max(visitor.to_show) <= 8


def test_a_broken_journey_is_noticed(site_tree: SiteTree):
    site_tree.registration.delete()
    with pytest.raises(JourneyBroken, match="got 404, expected 200"):
        register(CountingVisitor(Client()), 1)


def test_a_first_visit_is_small(site_tree: SiteTree):
    measured = first_visit()

    assert measured["first_visit_bytes"] <= 75_000
    assert measured["next_page_bytes"] <= 12_000
    assert measured["files"] <= 8
