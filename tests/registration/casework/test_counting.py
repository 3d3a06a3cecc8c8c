"""Each registration counts once, with its last outcome; a mistake counts in the end as none."""

from datetime import UTC, datetime

import pytest
import time_machine

from registration.annual_figures.totals import load_years
from registration.casework import ending
from registration.casework.reopening import reopen
from registration.casework.submission import Submission, submit_registration
from registration.models import AnonymousCount, Callback, ExampleCount
from registration.vocabulary.lifecycle import Lifecycle, Source
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    CoordinatorFactory,
    put_on_record,
)
from tests.registration.handover.factories import allocate_callback

DECEMBER = datetime(2025, 12, 30, 9, 0, tzinfo=UTC)
JANUARY = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return CoordinatorFactory()


def received_in_december():
    """Somebody who registers in December, whose callback is returned."""
    key = "00000000-0000-4000-8000-000000000001"
    with time_machine.travel(DECEMBER, tick=False):
        submit_registration(Submission(answers=AnswersFactory(), language="nl", key=key))
    return Callback.objects.get()


def counted(dimension: str) -> dict[str, int]:
    rows = AnonymousCount.objects.filter(dimension=dimension, count__gt=0)
    return dict(rows.values_list("code", "count"))


def test_a_mistake_that_is_found_in_the_next_year_leaves_the_year_it_came_in(kim):
    callback = received_in_december()
    with time_machine.travel(JANUARY, tick=False):
        ending.end(callback.pk, kim, Lifecycle.MISTAKE, "Dubbel")
    years = load_years([2025, 2026])
    for year in years.values():
        assert sum(year.all_received()) == 0
        assert sum(map(sum, year.received("kind").values())) == 0
    assert counted("outcome") == {}


def test_who_is_closed_again_counts_with_the_last_outcome_only(kim):
    callback = received_in_december()
    with time_machine.travel(DECEMBER, tick=False):
        allocate_callback(callback, kim)
    with time_machine.travel(JANUARY, tick=False):
        reopen(callback.pk, kim)
        put_on_record(callback, Lifecycle.CRIMINAL_CASE_FIRST)
        ending.end(callback.pk, kim, Lifecycle.CRIMINAL_CASE_FIRST)
    assert counted("outcome") == {Lifecycle.CRIMINAL_CASE_FIRST: 1}
    assert counted("allocated_kind") == counted("allocated_who") == {}


def test_a_mistake_that_was_none_counts_again(kim):
    callback = received_in_december()
    ending.end(callback.pk, kim, Lifecycle.MISTAKE, "Dubbel")
    reopen(callback.pk, kim)
    assert counted("outcome") == counted("mistake_kind") == {}
    allocate_callback(callback, kim)
    assert sum(load_years([2025])[2025].all_received()) == 1
    assert counted("allocated_kind_initiator") == {"traffic.victims": 1}


def test_questions_count_nowhere(kim):
    callback = CallbackFactory(registration__source=Source.QUESTION)
    put_on_record(callback, Lifecycle.ANSWERED)
    ending.end(callback.pk, kim, Lifecycle.ANSWERED)
    assert not AnonymousCount.objects.exists()


def test_an_example_counts_among_examples_and_in_no_real_figure(kim):
    callback = CallbackFactory(registration__is_demo=True, claimed_by=kim)
    put_on_record(callback, Lifecycle.OTHER_SERVICE)
    ending.end(callback.pk, kim, Lifecycle.OTHER_SERVICE)
    assert ExampleCount.objects.get(code=Lifecycle.OTHER_SERVICE).count == 1
    reopen(callback.pk, kim)
    assert ExampleCount.objects.get(code=Lifecycle.OTHER_SERVICE).count == 0
    assert not AnonymousCount.objects.exists()
