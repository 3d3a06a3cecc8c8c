"""What a campaign looks like: a drawing from the house motif, on a ground from the palette.

Each ground has its own colour of text in the style sheet, so that no choice can be unreadable.
"""

from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from perspectief.motif import half_discs, number


class Drawing(models.TextChoices):
    """What is drawn."""

    MEETING = "meeting", _("Two half discs that meet")
    APPROACH = "approach", _("Three pairs, each pair closer together")
    TABLE = "table", _("A table with a letter, seen from above")
    ROADS = "roads", _("Two roads that cross")


class Ground(models.TextChoices):
    """What it is drawn on."""

    DEEP = "deep", _("Dark purple")
    TEAL = "teal", _("Soft teal")
    APRICOT = "apricot", _("Soft apricot")
    SAND = "sand", _("Sand")


#: Radius, overlap and drop of the single pair, in user units and shares of the radius.
_MEETING = (340, 0.46, 0.24)
_APPROACH_RADIUS = 100
_APPROACH_OVERLAPS = (-0.3, 0.2, 0.6)
_APPROACH_GAP, _APPROACH_RISE = 40, 90


def draw(drawing: str) -> SafeString:
    """Return the SVG of the drawings that are made of half discs alone; decoration.

    Raises:
        KeyError: the drawing is a file or a template of its own.
    """
    return {Drawing.MEETING: _draw_meeting, Drawing.APPROACH: _draw_approach}[Drawing(drawing)]()


def _draw_meeting() -> SafeString:
    radius, overlap, drop = _MEETING
    pair = half_discs(radius, overlap, drop)
    return _svg(pair.width, pair.height, _paths(pair.left, pair.right, pair.meet))


def _draw_approach() -> SafeString:
    """Each pair stands to the right of and higher than the one before."""
    pairs = [half_discs(_APPROACH_RADIUS, overlap) for overlap in _APPROACH_OVERLAPS]
    groups, left = [], 0.0
    for place, pair in enumerate(pairs, start=1):
        top = (len(pairs) - place) * _APPROACH_RISE
        paths = _paths(pair.left, pair.right, pair.meet)
        groups.append((number(left), number(top), paths))
        left += pair.width + _APPROACH_GAP
    height = 2 * _APPROACH_RADIUS + (len(pairs) - 1) * _APPROACH_RISE
    body = format_html_join("", '<g transform="translate({} {})">{}</g>', groups)
    return _svg(left - _APPROACH_GAP, height, body)


def _paths(left: str, right: str, meet: str) -> str:
    shapes = [("left", left), ("right", right), ("meet", meet)]
    return format_html_join(
        "", '<path class="motif__{}" d="{}"/>', ((name, path) for name, path in shapes if path)
    )


def _svg(width: float, height: float, body: str) -> SafeString:
    # The flat edge of the right half disc lies on the edge of the page.
    return format_html(
        '<svg class="motif" viewBox="0 0 {} {}" preserveAspectRatio="xMaxYMid meet"'
        ' aria-hidden="true" focusable="false">{}</svg>',
        number(width),
        number(height),
        body,
    )
