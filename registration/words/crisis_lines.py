"""Which crisis lines are shown, and in what order."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from perspectief.kept_values import kept
from registration.models import CrisisLine
from registration.vocabulary.person import CrisisAudience

#: So many lines stand in an e-mail: the first ones, and no more than somebody reads there.
LINES_IN_MAIL = 2


@dataclass(frozen=True)
class ShownLine:
    """A line in the active language, with the number that becomes a link; "" if it has none."""

    text: str | Promise
    number: str


@dataclass(frozen=True)
class CrisisBox:
    """The lines for somebody, and those for who is elsewhere; none for whom is known to be."""

    lines: Sequence[ShownLine]
    elsewhere: Sequence[ShownLine]


#: What is shown if staff left no line at all.
LAST_RESORT = ShownLine(gettext_lazy("Are you in danger? Call 112."), "112")
LAST_RESORT_ABROAD = ShownLine(
    gettext_lazy("Are you in danger? Call the emergency number of the place where you are."), ""
)


@kept
def crisis_box(audience: str = CrisisAudience.EVERYONE) -> CrisisBox:
    """Return the lines to show, never none: those for this audience first.

    Whoever is outside the Netherlands gets only what works there. Everybody else gets that apart.

    Args:
        audience: a code of `CrisisAudience`; an unknown one counts as everyone.
    """
    rows = [row for row in CrisisLine.objects.filter(is_active=True) if row.text]
    abroad = [_shown(row) for row in rows if row.audience == CrisisAudience.ABROAD]
    abroad = abroad or [LAST_RESORT_ABROAD]
    if audience == CrisisAudience.ABROAD:
        return CrisisBox(abroad, [])
    home = [row for row in rows if row.audience != CrisisAudience.ABROAD]
    home.sort(key=lambda row: audience == CrisisAudience.EVERYONE or row.audience != audience)
    return CrisisBox([_shown(row) for row in home] or [LAST_RESORT], abroad)


def crisis_words(audience: str, language: str) -> str:
    """Return whom to call when it cannot wait, for an e-mail: a question and one line each.

    Args:
        audience: a code of `CrisisAudience`.
        language: `nl` or `en`.
    """
    with translation.override(language):
        box = crisis_box(audience)
        lines = [str(line.text) for line in box.lines[:LINES_IN_MAIL]]
        if box.elsewhere:
            lines.append(
                _(
                    "Are you not in the Netherlands? Call the emergency number of the place where "
                    "you are."
                )
            )
        return "\n".join([_("Do you need help now?"), *lines])


def _shown(row: CrisisLine) -> ShownLine:
    return ShownLine(row.text, row.number)
