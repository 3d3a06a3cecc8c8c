"""A whole year, counted as it happens and then erased, gives the figures of the annual report."""

from datetime import UTC, datetime, timedelta

import pytest

from registration.annual_figures.report import build_report
from registration.annual_figures.totals import load_years, percentage
from registration.background.retention import apply_retention
from registration.models import Callback, OutboundMail, Registration
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.report_groups import Initiator, KindGroup, crossed
from tests.registration.annual_figures import simulated_year as year
from tests.registration.factories import CoordinatorFactory

ONE_IN = 40  # so many of the people go through everything; the others are stored and counted
LONG_AFTER = datetime(2032, 1, 1, tzinfo=UTC)


@pytest.mark.django_db
def test_the_year_of_the_annual_report_survives_its_registrations() -> None:
    cases = year.cases_of_the_year()
    coordinator = CoordinatorFactory()
    for case in cases[::ONE_IN]:
        year.live(case, coordinator)
    year.store(case for number, case in enumerate(cases) if number % ONE_IN)
    assert Registration.objects.count() == year.RECEIVED + year.MISTAKES

    OutboundMail.objects.update(sent_at=LONG_AFTER)
    # While somebody has something to do for them, nothing removes them.
    apply_retention(LONG_AFTER)
    assert Registration.objects.count() == year.ALLOCATED
    year.hand_over_everybody(LONG_AFTER)
    apply_retention(LONG_AFTER + timedelta(days=31))

    assert not Registration.objects.exists()
    assert not Callback.objects.exists()
    counts = load_years([year.YEAR])[year.YEAR]
    year_of = {
        dimension: {code: sum(quarters) for code, quarters in counts.counted(dimension).items()}
        for dimension in counts.counts
    }
    # Received, without what was a mistake, whichever question one adds up.
    assert sum(counts.all_received()) == 1651
    for dimension in ("role", "kind", "form_language"):
        assert sum(map(sum, counts.received(dimension).values())) == 1651
    assert sum(year_of["heard"].values()) == 1651 + year.MISTAKES
    # How it ended.
    assert sum(year_of["outcome"].values()) == 1651
    assert year_of["outcome"][Lifecycle.ALLOCATED] == 1459
    assert year_of["outcome"][Lifecycle.CRIMINAL_CASE_FIRST] == 41
    assert year_of["outcome"][Lifecycle.DATA_NOT_OBTAINED] == 69
    # Who registered, of what went to a mediator.
    who = year_of["allocated_who"]
    assert (who[Source.SELF], who["victim_support"]) == (428, 391)
    assert (who["judicial_institution"], who["police"]) == (231, 141)
    # The percentages of the report.
    kinds, initiators = year_of["allocated_kind"], year_of["allocated_initiator"]
    assert [percentage(kinds[kind], 1459) for kind in KindGroup.values] == [40, 29, 19, 12]
    assert [percentage(initiators[who], 1459) for who in Initiator.values] == [56, 40, 4]
    for kind, who, share in (
        (KindGroup.SEXUAL, Initiator.VICTIMS, 73),
        (KindGroup.TRAFFIC, Initiator.VICTIMS, 58),
        (KindGroup.VIOLENCE, Initiator.OFFENDERS, 53),
    ):
        number = year_of["allocated_kind_initiator"][crossed(kind, who)]
        assert percentage(number, kinds[kind]) == share

    # What the coordinator sees is the same.
    tables = {table.code: table for table in build_report(year.YEAR).tables}
    assert sum(row.total.shown for row in tables["quarter"].rows) == 1651
    shares = {row.code: row.total.share for row in tables["allocated_kind"].rows}
    assert shares == {"violence": 40, "sexual": 29, "traffic": 19, "other": 12}
    in_row = {row.code: row.parts for row in tables["allocated_kind"].rows}
    assert in_row["sexual"][0].share == 73
    assert in_row["traffic"][0].share == 58
    assert in_row["violence"][1].share == 53
