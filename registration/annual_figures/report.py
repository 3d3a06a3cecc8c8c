"""The tables of a year beside the year before, with small numbers hidden: for screen and CSV."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from registration.annual_figures.suppression import SafeRow, Shown, suppress
from registration.annual_figures.totals import (
    QUARTERS,
    UNANSWERED,
    YearCounts,
    load_years,
    percentage,
)
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.report_groups import Initiator, KindGroup, crossed
from registration.words.option_labels import LOOKUPS, choices

Labels = Mapping[str, str]
Rows = Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class Number:
    """One number as it may be shown, and its share where that says something."""

    shown: Shown
    share: int | None = None


@dataclass(frozen=True)
class ReportRow:
    """One answer: its parts, the whole year, and the year before."""

    code: str
    label: str
    parts: tuple[Number, ...]
    total: Number
    before: Number


@dataclass(frozen=True)
class ReportTable:
    """One question: what it is about, the heads of its parts, and its rows."""

    code: str
    title: str
    base: str
    answer: str
    columns: tuple[str, ...]
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True)
class Report:
    """The figures of a year; without tables where there were too few registrations."""

    year: int
    tables: tuple[ReportTable, ...]
    is_example: bool = False


@dataclass(frozen=True)
class _Question:
    code: str
    title: str
    base: str
    answer: str
    labels: Labels
    rows_of: Callable[[YearCounts], Rows]
    whole_of: Callable[[YearCounts], int]
    columns: tuple[str, ...] = ()
    part_shares: bool = False


def build_report(year: int, *, is_example: bool = False) -> Report:
    """Return the report of a year; the number of queries does not depend on what was counted.

    Args:
        year: that of the report.
        is_example: of the made-up figures of the demo, and not of the real ones.
    """
    years = load_years([year, year - 1], is_example=is_example)
    return replace(report_of(years[year], years[year - 1]), is_example=is_example)


def report_of(this: YearCounts, before: YearCounts) -> Report:
    """Return the report of a year beside the year before, in the active language."""
    year = this.year
    if not has_enough(this):
        return Report(year, ())
    tables = [_table(question, this, before) for question in _received_questions()]
    if _may_show_allocated(this):
        tables += [_table(question, this, before) for question in _allocated_questions()]
    return Report(year, tuple(table for table in tables if table.rows))


def has_enough(counts: YearCounts) -> bool:
    """Return whether so many registrations were received that their number may be shown."""
    return sum(counts.all_received()) >= settings.SMALLEST_SHOWN_FIGURE


def _table(question: _Question, this: YearCounts, before: YearCounts) -> ReportTable:
    smallest = settings.SMALLEST_SHOWN_FIGURE
    now_rows, before_rows = question.rows_of(this), question.rows_of(before)
    now_safe, before_safe = suppress(now_rows, smallest), suppress(before_rows, smallest)
    if not _may_compare(question, before):
        before_safe = {}
    whole, whole_before = question.whole_of(this), question.whole_of(before)
    nothing = SafeRow(0, (0,) * len(question.columns))
    rows = []
    for code in _in_order(question.labels, now_safe | before_safe):
        now, then = now_safe.get(code, nothing), before_safe.get(code, nothing)
        if now.total == 0 and then.total == 0:
            continue
        rows.append(
            ReportRow(
                code=code,
                label=question.labels.get(code, code),
                parts=_parts(question, now),
                total=_number(now.total, whole),
                before=_number(then.total, whole_before),
            )
        )
    return ReportTable(
        code=question.code,
        title=question.title,
        base=question.base,
        answer=question.answer,
        columns=question.columns,
        rows=tuple(rows),
    )


def _parts(question: _Question, row: SafeRow) -> tuple[Number, ...]:
    if not question.columns:
        return ()
    whole = row.total if question.part_shares and isinstance(row.total, int) else 0
    return tuple(_number(part, whole) for part in row.parts)


def _number(shown: Shown, whole: int) -> Number:
    is_share = whole and isinstance(shown, int)
    return Number(shown, percentage(shown, whole) if is_share else None)  # type: ignore[arg-type]


def _may_show_allocated(year: YearCounts) -> bool:
    outcomes = suppress(year.counted("outcome"), settings.SMALLEST_SHOWN_FIGURE)
    allocated = outcomes.get(Lifecycle.ALLOCATED.value)
    return allocated is not None and isinstance(allocated.total, int) and allocated.total > 0


def _may_compare(question: _Question, before: YearCounts) -> bool:
    if question.code.startswith("allocated"):
        return _may_show_allocated(before)
    return has_enough(before)


def _received_questions() -> Iterable[_Question]:
    received = _("Of all registrations received.")
    quarters = tuple(_("Quarter %(number)s") % {"number": n + 1} for n in range(QUARTERS))

    def question(
        code: str, title: str, answer: str, labels: Labels, rows_of: Callable[[YearCounts], Rows]
    ) -> _Question:
        return _Question(
            code, title, received, answer, labels, rows_of, _all_received, columns=quarters
        )

    unanswered = {UNANSWERED: _("Not asked or not answered")}
    return [
        _Question(
            "quarter",
            _("Registrations per quarter"),
            received,
            _("Quarter"),
            {f"q{number + 1}": quarters[number] for number in range(QUARTERS)},
            _quarter_rows,
            _all_received,
        ),
        question(
            "who",
            _("Who makes the registrations?"),
            _("Who"),
            _who_labels(),
            lambda counts: counts.who_registered(),
        ),
        question(
            "kind",
            _("What happened?"),
            _("Kind of event"),
            _lookup_labels("kind") | unanswered,
            lambda counts: counts.received_parts("kind"),
        ),
        question(
            "role",
            _("In which role?"),
            _("Role"),
            _lookup_labels("role") | unanswered,
            lambda counts: counts.received_parts("role"),
        ),
        question(
            "form_language",
            _("In which language?"),
            _("Language of the form"),
            dict(settings.LANGUAGES),
            lambda counts: counts.received("form_language"),
        ),
        _Question(
            "heard",
            _("How did people hear about us?"),
            _(
                "Of everyone who answered this. Registrations that turned out to be a mistake are "
                "included."
            ),
            pgettext("figures", "Heard about us through"),
            _lookup_labels("heard"),
            lambda counts: counts.counted("heard"),
            lambda counts: _sum_of(counts.counted("heard")),
            columns=quarters,
        ),
        _Question(
            "campaign",
            _("Through which campaign?"),
            _(
                "Of everyone who came through a campaign. Registrations that turned out to be a "
                "mistake are included."
            ),
            _("Campaign code"),
            {},
            lambda counts: counts.counted("campaign"),
            lambda counts: _sum_of(counts.counted("campaign")),
            columns=quarters,
        ),
        _Question(
            "outcome",
            _("How did it end?"),
            _("Of all registrations that were closed in this year."),
            _("Outcome"),
            dict(choices("state")),
            lambda counts: counts.counted("outcome"),
            lambda counts: _sum_of(counts.counted("outcome")),
            columns=quarters,
        ),
    ]


def _allocated_questions() -> Iterable[_Question]:
    allocated = _("Of the registrations that went to a mediator in this year.")
    initiators = {code: str(label) for code, label in Initiator.choices}
    return [
        _Question(
            "allocated_who",
            _("Who made the registrations that went to a mediator?"),
            allocated,
            _("Who"),
            _who_labels(),
            lambda counts: _year_only(counts.counted("allocated_who")),
            _all_allocated,
        ),
        _Question(
            "allocated_initiator",
            _("Who takes the first step?"),
            allocated,
            _("First step taken by"),
            initiators,
            lambda counts: _year_only(counts.counted("allocated_initiator")),
            _all_allocated,
        ),
        _Question(
            "allocated_kind",
            _("What happened, and who takes the first step?"),
            f"{allocated} {_('The percentages of who takes the initiative are of their row.')}",
            _("Kind of event"),
            {code: str(label) for code, label in KindGroup.choices},
            _kinds_by_initiator,
            _all_allocated,
            columns=tuple(initiators.values()),
            part_shares=True,
        ),
    ]


def _quarter_rows(counts: YearCounts) -> Rows:
    return {f"q{number}": (count,) for number, count in enumerate(counts.all_received(), 1)}


def _kinds_by_initiator(counts: YearCounts) -> Rows:
    counted = _year_only(counts.counted("allocated_kind_initiator"))
    return {
        kind: tuple(sum(counted.get(crossed(kind, who), ())) for who in Initiator.values)
        for kind in KindGroup.values
    }


def _year_only(rows: Rows) -> Rows:
    return {code: (sum(quarters),) for code, quarters in rows.items()}


def _all_received(counts: YearCounts) -> int:
    return sum(counts.all_received())


def _all_allocated(counts: YearCounts) -> int:
    return _sum_of(counts.counted("allocated_kind"))


def _sum_of(rows: Rows) -> int:
    return sum(map(sum, rows.values()))


def _who_labels() -> Labels:
    sources = {code: str(label) for code, label in Source.choices}
    return {
        Source.SELF.value: sources[Source.SELF],
        **_lookup_labels("organisation_kind"),
        Source.PAPER.value: sources[Source.PAPER],
        Source.REFERRER.value: sources[Source.REFERRER],
    }


def _lookup_labels(group: str) -> dict[str, str]:
    rows = LOOKUPS[group]._default_manager.all()  # also what is no longer offered
    return {row.code: row.label for row in rows}


def _in_order(labels: Labels, rows: Mapping[str, SafeRow]) -> list[str]:
    known = [code for code in labels if code in rows]
    return known + sorted(rows.keys() - labels.keys())
