"""Which tables of the report are for the readers of the site, and in which words.

Left out are the campaigns, whose codes say nothing to a reader, and all numbers per quarter but the
totals. Words of the form are in the first person and words of the desk are short; what readers
need said differently is said here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.report_groups import Initiator, KindGroup

Words = str | Promise

#: Of everything that was received; no table of the report, which has it as the whole of its shares.
RECEIVED = "received"

_OF_RECEIVED = _("of all registrations received in that year")
_OF_ALLOCATED = _("of the registrations that went to a mediator in that year")

_WHO: Mapping[str, Words] = {
    Source.SELF.value: pgettext_lazy("who registers", "People themselves"),
    Source.PAPER.value: pgettext_lazy("who registers", "On paper or by phone"),
    Source.REFERRER.value: pgettext_lazy("who registers", "Another professional"),
}
_ROLES: Mapping[str, Words] = {
    "victim": _("Victims"),
    "bereaved": _("Bereaved relatives"),
    "offender": _("Offenders"),
    "suspect": _("Suspects"),
    "accident_causer": _("People who caused an accident"),
    "witness": _("Witnesses"),
    "relative": _("People close to someone involved"),
    "other": pgettext_lazy("role", "Others, or not sure"),
    "not_say": _("Would rather not say"),
}
_OUTCOMES: Mapping[str, Words] = {
    Lifecycle.ALLOCATED.value: _("Went to a mediator"),
    Lifecycle.DATA_NOT_OBTAINED.value: _("We did not get the data that we needed"),
    Lifecycle.WITHDRAWN.value: pgettext_lazy("figures", "Decided not to go on"),
    Lifecycle.UNREACHABLE.value: pgettext_lazy("figures", "We could not reach them"),
}
_KIND_GROUPS: Mapping[str, Words] = {
    KindGroup.VIOLENCE.value: _("After violence"),
    KindGroup.SEXUAL.value: _("After sexual violence"),
    KindGroup.TRAFFIC.value: _("After a traffic accident"),
    KindGroup.OTHER.value: _("After theft, online crime, threats or something else"),
}
#: Short, for beside a kind of event; the page says who is counted with whom.
INITIATORS: Mapping[str, Words] = {
    Initiator.VICTIMS.value: pgettext_lazy("beside a kind of event", "victims"),
    Initiator.OFFENDERS.value: pgettext_lazy("beside a kind of event", "offenders"),
    Initiator.OTHERS.value: pgettext_lazy("beside a kind of event", "others"),
}


@dataclass(frozen=True)
class PublicChart:
    """A chart for readers, and the table of the report that it is taken from.

    `labels` replace those of the report. With `by_initiator` each row gives one figure for each of
    those who take the initiative, and has no year before: the report has none.
    """

    code: str
    table: str
    title: Words
    base: Words
    is_percentage: bool = False
    labels: Mapping[str, Words] = field(default_factory=dict)
    by_initiator: bool = False


PUBLIC_CHARTS = (
    PublicChart("quarter", "quarter", _("Registrations per quarter"), _OF_RECEIVED),
    PublicChart("who-registers", "who", _("Who registered"), _OF_RECEIVED, labels=_WHO),
    PublicChart("what-happened", "kind", _("What had happened"), _OF_RECEIVED, is_percentage=True),
    PublicChart("role", "role", _("Role"), _OF_RECEIVED, is_percentage=True, labels=_ROLES),
    PublicChart(
        "language",
        "form_language",
        _("Language of the form"),
        _OF_RECEIVED,
        is_percentage=True,
        labels={"nl": _("Dutch"), "en": _("English")},
    ),
    PublicChart(
        "heard",
        "heard",
        _("How people heard about us"),
        _("of everyone who answered this in that year"),
        is_percentage=True,
    ),
    PublicChart(
        "outcome",
        "outcome",
        pgettext_lazy("figures", "What happened next"),
        _("of all registrations that were closed in that year"),
        labels=_OUTCOMES,
    ),
    PublicChart(
        "who-reached-a-mediator",
        "allocated_who",
        _("Who made the registrations that went to a mediator"),
        _OF_ALLOCATED,
        labels=_WHO,
    ),
    PublicChart(
        "initiator",
        "allocated_initiator",
        _("Who took the first step"),
        _OF_ALLOCATED,
        is_percentage=True,
    ),
    PublicChart(
        "initiator-by-kind",
        "allocated_kind",
        _("Who took the first step, for each kind of event"),
        _("of the registrations about the same kind of event that went to a mediator in that year"),
        is_percentage=True,
        labels=_KIND_GROUPS,
        by_initiator=True,
    ),
)
