"""The coordinator releases the figures of a year that is over: only what everybody may know."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group
from django.dispatch import Signal
from django.test import Client
from django.utils import translation

from perspectief.staff import groups
from registration.annual_figures import release
from registration.annual_figures.release import FiguresDraft, is_over
from registration.annual_figures.released import ReleasedFigures, figures_to_release
from registration.annual_figures.report import build_report
from tests.registration.annual_figures.counted_year import FULL_YEAR, counted
from tests.registration.factories import StaffFactory

SCREEN = "/admin/figures/"
BUTTON = "/admin/figures/draft/"
NEXT_YEAR = datetime(2027, 1, 4, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_day_in_the_next_year(time_machine):
    time_machine.move_to(NEXT_YEAR, tick=False)


@pytest.fixture(params=["nl", "en"])
def coordinator(request, client):
    user = StaffFactory(admin_language=request.param)
    user.groups.add(Group.objects.get(name=groups.COORDINATOR))
    client.force_login(user)
    return user


@pytest.fixture
def receiver(monkeypatch):
    """Somebody who listens, in place of the site: knows what was received, and answers."""

    class Receiver:
        received: list[ReleasedFigures] = []
        answer: FiguresDraft | None = FiguresDraft("Cijfers over 2026", "Over ons", "/edit/", False)

        def __call__(self, figures, user, **kwargs):
            self.received.append(figures)
            return self.answer

    receiver = Receiver()
    receiver.received = []
    signal = Signal()
    signal.connect(receiver, weak=False)
    monkeypatch.setattr(release, "figures_released", signal)
    return receiver


def click(client, year=2026):
    return client.post(BUTTON, {"year": year}, follow=True).content.decode()


def in_language(user, nl: str, en: str) -> str:
    return {"nl": nl, "en": en}[user.wagtail_userprofile.preferred_language]


# --- Who, and when ----------------------------------------------------------------------------


def test_the_coordinator_finds_one_button_and_reads_what_it_did(client, coordinator, receiver):
    counted(2026, **FULL_YEAR)
    page = client.get(SCREEN).content.decode()
    assert in_language(coordinator, "Maak een concept voor de site", "Make a draft for the") in page

    words = click(client)

    assert [figures.year for figures in receiver.received] == [2026]
    assert (
        in_language(coordinator, "Bezoekers zien er niets van", "Visitors will not see it") in words
    )
    assert "Cijfers over 2026" in words
    assert 'href="/edit/"' in words


def test_a_draft_that_is_there_already_is_named(client, coordinator, receiver):
    counted(2026, **FULL_YEAR)
    receiver.answer = FiguresDraft("Ons jaar", "Over ons", "", was_there=True)

    words = click(client)

    assert in_language(coordinator, "is er al", "already exists") in words
    assert "Ons jaar" in words
    assert "buttons" not in words


def test_if_nobody_does_anything_with_it_the_coordinator_reads_that(client, coordinator, receiver):
    counted(2026, **FULL_YEAR)
    receiver.answer = None

    assert in_language(coordinator, "Er is geen concept gemaakt", "No draft was made") in click(
        client
    )


def test_a_year_that_runs_has_no_button_but_says_from_when(
    client, coordinator, receiver, time_machine
):
    time_machine.move_to(datetime(2026, 11, 2, 9, tzinfo=UTC), tick=False)
    counted(2026, **FULL_YEAR)
    page = client.get(SCREEN).content.decode()
    assert BUTTON not in page
    assert in_language(coordinator, "Vanaf 1 januari 2027", "from 1 January 2027") in page

    words = click(client)

    assert receiver.received == []
    assert in_language(coordinator, "Er is geen concept gemaakt", "No draft was made") in words


def test_a_year_ends_at_midnight_in_the_netherlands():
    assert not is_over(2026, datetime(2026, 12, 31, 22, 59, tzinfo=UTC))
    assert is_over(2026, datetime(2026, 12, 31, 23, 0, tzinfo=UTC))


@pytest.mark.parametrize("year", ["2025", "1066", "", "x", "2026; --"])
def test_a_year_without_figures_is_not_released(client, coordinator, receiver, year):
    counted(2026, **FULL_YEAR)

    words = click(client, year)

    assert receiver.received == []
    assert in_language(coordinator, "Van dat jaar zijn er geen", "There are no figures") in words


def test_a_year_with_too_few_registrations_is_not_released(client, coordinator, receiver):
    counted(2026, source={"self": 4})
    assert BUTTON not in client.get(SCREEN).content.decode()

    click(client)

    assert receiver.received == []


def test_who_may_only_read_figures_sees_no_button_and_cannot_send_it(client, receiver):
    counted(2026, **FULL_YEAR)
    client.force_login(StaffFactory(permissions=("registration.view_figures",)))
    page = client.get(SCREEN)
    assert page.status_code == 200
    assert BUTTON not in page.content.decode()

    assert client.post(BUTTON, {"year": 2026})["Location"] == "/admin/"

    assert receiver.received == []


def test_a_request_from_elsewhere_is_refused(receiver, coordinator):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(coordinator)
    counted(2026, **FULL_YEAR)

    assert strict.post(BUTTON, {"year": 2026}).status_code == 403
    assert receiver.received == []


def test_a_fault_of_the_receiver_is_seen(client, coordinator, monkeypatch):
    def fails(**kwargs):
        raise RuntimeError("no place")

    signal = Signal()
    signal.connect(fails, weak=False)
    monkeypatch.setattr(release, "figures_released", signal)
    counted(2026, **FULL_YEAR)

    with pytest.raises(RuntimeError, match="no place"):
        client.post(BUTTON, {"year": 2026})


# --- What is given away -----------------------------------------------------------------------


def values_of(figures: ReleasedFigures, chart: str) -> dict[str, tuple[int, int | None]]:
    found = next((each for each in figures.charts if each.code == chart), None)
    return {row.code: (row.value, row.year_before) for row in found.rows} if found else {}


def test_the_numbers_are_those_of_the_report_beside_the_year_before():
    counted(2025, source={"self": 50}, kind={"violence": 40, "traffic": 10})
    counted(2026, **FULL_YEAR)

    figures = figures_to_release(2026)

    assert values_of(figures, "received") == {"received": (100, 50)}
    assert values_of(figures, "who-registers") == {
        "self": (60, 50),
        "police": (30, None),
        "victim_support": (10, None),
    }
    assert values_of(figures, "what-happened") == {
        "violence": (50, 80),
        "sexual": (30, None),
        "traffic": (20, 20),
    }
    assert values_of(figures, "initiator-by-kind") == {
        "violence-victims": (60, None),
        "violence-offenders": (40, None),
        "traffic-victims": (60, None),
        "traffic-offenders": (40, None),
    }
    assert not {"campaign", "allocated_kind"} & {chart.code for chart in figures.charts}


def test_everything_is_said_in_both_languages():
    counted(2026, **FULL_YEAR)

    for chart in figures_to_release(2026).charts:
        words = [chart.title, *(row.label for row in chart.rows)]
        assert all(each.nl and each.en for each in words), chart
        assert any(each.nl != each.en for each in words), chart
        assert bool(chart.base.nl) == bool(chart.base.en) == (chart.code != "received")


def test_a_small_number_is_left_out_with_the_one_that_would_tell_it_in_both_years():
    roles = {"role": {"victim": 30, "offender": 28, "witness": 2}}
    counted(2025, source={"self": 60}, role={"victim": 51, "offender": 3, "witness": 6})
    counted(2026, source={"self": 60}, **roles)

    figures = figures_to_release(2026)

    assert values_of(figures, "role") == {"victim": (50, 85)}
    assert figures.smallest == 5


def test_a_number_that_is_hidden_in_the_year_before_is_left_out_of_that_year_only():
    counted(2025, source={"self": 60}, role={"victim": 51, "offender": 3, "witness": 6})
    counted(2026, source={"self": 60}, role={"victim": 30, "offender": 20, "witness": 10})

    assert values_of(figures_to_release(2026), "role") == {
        "victim": (50, 85),
        "offender": (33, None),
        "witness": (17, None),
    }


def test_a_year_before_with_too_few_registrations_is_not_compared_with():
    counted(2025, source={"self": 4}, role={"victim": 4})
    counted(2026, **FULL_YEAR)

    charts = figures_to_release(2026).charts

    assert {row.year_before for chart in charts for row in chart.rows} == {None}


def test_whatever_the_report_hides_is_in_no_chart():
    counted(2026, source={"self": 100}, outcome={"allocated": 50, "withdrawn": 30})
    counted(2026, role={"victim": 97, "witness": 3}, form_language={"nl": 96, "en": 4})
    counted(
        2026,
        allocated_kind={"violence": 46, "traffic": 4},
        allocated_initiator={"victims": 47, "offenders": 3},
        allocated_kind_initiator={
            "violence.victims": 44,
            "violence.offenders": 2,
            "traffic.victims": 3,
            "traffic.offenders": 1,
        },
    )
    with translation.override("en"):
        hidden = {
            (table.code, row.code)
            for table in build_report(2026).tables
            for row in table.rows
            if not isinstance(row.total.shown, int)
        }
    assert ("role", "witness") in hidden

    figures = figures_to_release(2026)

    assert not values_of(figures, "role")
    assert not values_of(figures, "language")
    assert not values_of(figures, "initiator")
    assert not values_of(figures, "initiator-by-kind")
    assert {chart.code for chart in figures.charts} >= {"received", "outcome"}


def test_a_longer_list_of_answers_takes_no_more_queries(django_assert_max_num_queries):
    counted(2025, **FULL_YEAR)
    counted(2026, **FULL_YEAR)

    with django_assert_max_num_queries(20):
        figures_to_release(2026)
