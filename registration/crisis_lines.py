"""Which crisis lines are shown, in what order, and those that every installation starts with."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from registration.codes import CrisisAudience


@dataclass(frozen=True)
class InitialLine:
    """A line as it is before staff edit it."""

    name: str
    number: str
    dutch: str
    english: str
    audience: CrisisAudience = CrisisAudience.EVERYONE


INITIAL_LINES = (
    InitialLine("112", "112", "Ben je in gevaar? Bel 112.", "Are you in danger? Call 112."),
    InitialLine(
        "113 Zelfmoordpreventie",
        "0800-0113",
        "Denk je aan zelfdoding? Bel gratis 113 of 0800-0113, of chat op 113.nl.",
        "Are you thinking about suicide? Call 113 or 0800-0113 (free), or chat at 113.nl.",
    ),
    InitialLine(
        "Veilig Thuis",
        "0800-2000",
        "Ben je thuis niet veilig? Bel gratis Veilig Thuis: 0800-2000, dag en nacht.",
        "Are you unsafe at home? Call Veilig Thuis: 0800-2000 (free, day and night).",
    ),
    InitialLine(
        "Centrum Seksueel Geweld",
        "0800-0188",
        "Heb je kort geleden seksueel geweld meegemaakt? Bel Centrum Seksueel Geweld: 0800-0188.",
        "Have you experienced sexual violence recently? Call Centrum Seksueel Geweld: 0800-0188.",
    ),
    InitialLine(
        "Slachtofferhulp Nederland",
        "0900-0101",
        "Wil je praten over wat je is overkomen? Bel Slachtofferhulp Nederland: 0900-0101.",
        "Do you want to talk about what happened to you? Call Victim Support Netherlands: "
        "0900-0101.",
    ),
    InitialLine(
        "Kindertelefoon",
        "0800-0432",
        "Ben je jonger dan 18? Bel gratis de Kindertelefoon: 0800-0432.",
        "Are you under 18? Call the Kindertelefoon (children’s helpline): 0800-0432 (free).",
        CrisisAudience.YOUNG,
    ),
)


@dataclass(frozen=True)
class ShownLine:
    """A line in the active language, with the number that becomes a link."""

    text: str
    number: str


#: What is shown if staff left no line at all.
LAST_RESORT = _("Are you in danger? Call 112.")


def crisis_lines(audience: str = CrisisAudience.EVERYONE) -> Sequence[ShownLine]:
    """Return the lines to show, never none: those for this audience first.

    Args:
        audience: a code of `CrisisAudience`; an unknown one counts as everyone.
    """
    model = apps.get_model("registration", "CrisisLine")
    rows = list(model._default_manager.filter(is_active=True))
    rows.sort(key=lambda row: audience == CrisisAudience.EVERYONE or row.audience != audience)
    lines = [ShownLine(row.text, row.number) for row in rows if row.text]
    return lines or [ShownLine(str(LAST_RESORT), "112")]
