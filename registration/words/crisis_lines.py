"""Which crisis lines are shown, and in what order."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from registration.models import CrisisLine
from registration.vocabulary.person import CrisisAudience


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
    rows = list(CrisisLine.objects.filter(is_active=True))
    rows.sort(key=lambda row: audience == CrisisAudience.EVERYONE or row.audience != audience)
    lines = [ShownLine(row.text, row.number) for row in rows if row.text]
    return lines or [ShownLine(str(LAST_RESORT), "112")]
