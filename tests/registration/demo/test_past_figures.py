"""The reports of a demo have something to show, which no real figure can contain."""

from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from registration.annual_figures.released import figures_to_release
from registration.annual_figures.totals import load_years, years_with_figures
from registration.casework.campaigns import campaign_totals
from registration.casework.unfinished import Unfinished, count_unfinished
from registration.demo.past_figures import load_past_figures
from registration.models import (
    AnonymousCount,
    Callback,
    ExampleCount,
    ExamplePromiseDay,
    OutboundMail,
    PromiseBreach,
    PromiseClockSettings,
    PromiseDay,
)
from registration.promise_clock.hit_rate import rates_of_year
from registration.promise_clock.public_figure import promise_kept_figure
from registration.vocabulary.callbacks import CallbackState
from tests.registration.desk.conftest import coordinator
from tests.registration.desk.screens import TUESDAY_MORNING
from tests.registration.factories import DeskMemberFactory, StaffFactory

__all__ = ["coordinator"]

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 9)
FIGURES, PROMISES = reverse("registration_figures"), reverse("promises:index")


@pytest.fixture
def past():
    load_past_figures(TODAY)


@pytest.fixture
def on_tuesday():
    with time_machine.travel(TUESDAY_MORNING, tick=False):
        yield


def test_two_finished_years_add_up_in_every_table(past):
    counts = load_years([2024, 2025], is_example=True)
    for year in counts.values():
        received = sum(year.all_received())
        assert received > 500
        for question in ("kind", "role", "form_language"):
            assert sum(map(sum, year.received(question).values())) == received
        ended = sum(map(sum, year.counted("outcome").values()))
        assert ended == received
    assert years_with_figures(is_example=True) == [2026, 2025, 2024]


def test_no_real_figure_contains_any_of_it(past):
    assert not AnonymousCount.objects.exists()
    assert not PromiseDay.objects.exists()
    assert years_with_figures() == []
    assert sum(load_years([2025])[2025].all_received()) == 0
    assert figures_to_release(2025).charts == ()
    assert rates_of_year(2025) == []
    assert set(campaign_totals(["straatfeest"]).values()) == {None}
    PromiseClockSettings.objects.update_or_create(defaults={"shows_public_figure": True})
    assert promise_kept_figure(TUESDAY_MORNING) is None


def test_a_second_time_adds_nothing(past):
    before = (ExampleCount.objects.count(), ExamplePromiseDay.objects.count())
    load_past_figures(TODAY)
    assert (ExampleCount.objects.count(), ExamplePromiseDay.objects.count()) == before


def test_a_reader_of_figures_reads_that_they_are_made_up(client, on_tuesday, coordinator, past):
    _may_see_figures(coordinator)
    words = client.get(FIGURES, {"year": "example-2025"}).content.decode()
    assert "Example figures." in words
    assert "2025 (example)" in words
    assert "What happened?" in words
    assert "Make a draft for the site" not in words
    file = client.get(reverse("registration_figures_csv"), {"year": "example-2025"})
    assert "figures-example-2025.csv" in file["Content-Disposition"]
    assert all("2025 (example)" in line for line in file.content.decode().splitlines()[1:])


def test_the_real_figures_stand_beside_them_and_unmixed(client, on_tuesday, coordinator, past):
    _may_see_figures(coordinator)
    AnonymousCount.objects.create(month=TODAY, dimension="source", code="self", count=7)
    response = client.get(FIGURES)
    assert (response.context["report"].year, response.context["report"].is_example) == (2026, False)
    assert "Example figures." not in response.content.decode()


def test_made_up_figures_cannot_be_put_on_the_site(client, on_tuesday, coordinator, past):
    _may_see_figures(coordinator)
    address = reverse("registration_figures_release")
    words = client.post(address, {"year": "example-2025"}, follow=True).content.decode()
    assert "There are no figures for that year." in words


def test_the_promises_of_a_demo_are_shown_as_examples(client, on_tuesday, coordinator, past):
    words = client.get(PROMISES, {"per": "quarter"}).content.decode()
    assert "Example figures." in words
    file = client.get(reverse("promises:csv"), {"of": "examples"})
    assert "example-promises-week.csv" in file["Content-Disposition"]
    real = client.get(PROMISES, {"of": "real"})
    assert "Example figures." not in real.content.decode()
    assert real.context["tables"][0][1][0].rate.promised == 0


def test_a_real_site_offers_no_examples(client, on_tuesday, coordinator):
    words = client.get(PROMISES, {"of": "examples"}).content.decode()
    assert "Example figures" not in words


def test_the_demo_has_closed_ones_handed_over_and_late_with_a_reason(on_tuesday):
    DeskMemberFactory(username="aanmeldpunt")
    call_command("load_demo_registrations", verbosity=0)
    before = Callback.objects.count()
    call_command("load_demo_registrations", verbosity=0)
    assert Callback.objects.count() == before
    assert Callback.objects.filter(state=CallbackState.DONE).count() == 7
    waiting = count_unfinished()
    assert waiting[Unfinished.NO_MEDIATOR].number == 1
    assert waiting[Unfinished.NOT_EXPORTED].number == 1
    assert PromiseBreach.objects.count() == 1
    assert not OutboundMail.objects.exists()
    assert not AnonymousCount.objects.exists()
    assert not PromiseDay.objects.exists()
    assert ExampleCount.objects.filter(month__gte=timezone.localdate().replace(day=1)).exists()


def _may_see_figures(user: StaffFactory) -> None:
    user.user_permissions.add(Permission.objects.get(codename="view_figures"))
