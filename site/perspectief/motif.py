"""Geometry of the house motif: two half discs that come towards each other, and where they meet.

Pure arithmetic in user units of an SVG; `templatetags/motif.py` turns it into markup and CSS gives
it its colours. The overlap is measured in radii: 0 is touching, below 0 is apart. An overlap of 1,
in which each shape reaches the other's flat edge, would promise reconciliation and is refused.
"""

from dataclasses import dataclass
from math import hypot, sqrt

# Six steps from registration to looking back: the two meet at contact (the fifth), not before.
STEP_OVERLAPS = (-0.9, -0.62, -0.34, -0.06, 0.34, 0.56)
# Registering is not yet contact: over the form the shapes come closer and never meet.
PROGRESS_START, PROGRESS_END = -0.9, -0.05


@dataclass(frozen=True)
class HalfDiscs:
    """Three SVG paths in a box of `width` by `height`; `meet` is empty without an overlap."""

    width: float
    height: float
    left: str
    right: str
    meet: str

    @property
    def view_box(self) -> str:
        """Return the value of the `viewBox` attribute that just holds the shapes."""
        return f"0 0 {number(self.width)} {number(self.height)}"


def number(value: float) -> str:
    """Return `value` with at most two decimals and a full stop, whatever the active language."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def half_discs(radius: float, overlap: float, drop: float = 0.0) -> HalfDiscs:
    """Return two equal half discs, flat sides outward.

    `radius` is in user units; `overlap` and `drop` are shares of it, `drop` being how much lower
    the left one sits. Raises `ValueError` for what cannot be drawn and for a full overlap.
    """
    if radius <= 0 or drop < 0:
        raise ValueError("a half disc needs a positive radius and no negative drop")
    if overlap >= 1:
        raise ValueError("a full overlap would promise reconciliation")
    width = (2 - overlap) * radius
    fall = drop * radius
    left_y, right_y = radius + fall, radius
    r, w = number(radius), number(width)
    arc = f"A{r} {r} 0 0"
    return HalfDiscs(
        width=width,
        height=2 * radius + fall,
        left=f"M0 {number(left_y - radius)}{arc} 1 0 {number(left_y + radius)}Z",
        right=f"M{w} {number(right_y - radius)}{arc} 0 {w} {number(right_y + radius)}Z",
        meet=_lens(radius, width, left_y, right_y),
    )


def _lens(radius: float, width: float, left_y: float, right_y: float) -> str:
    """Return the path of what both discs cover, or nothing where they stand apart."""
    distance = hypot(width, right_y - left_y)
    if distance >= 2 * radius:
        return ""
    reach = sqrt(radius**2 - distance**2 / 4)
    across, down = width / distance, (right_y - left_y) / distance
    middle_x, middle_y = width / 2, (left_y + right_y) / 2
    top = f"{number(middle_x + down * reach)} {number(middle_y - across * reach)}"
    bottom = f"{number(middle_x - down * reach)} {number(middle_y + across * reach)}"
    arc = f"A{number(radius)} {number(radius)} 0 0 1"
    return f"M{top}{arc} {bottom}{arc} {top}Z"


def step_overlap(position: int) -> float:
    """Return the overlap of step `position` (from 1) of a way that leads to contact."""
    if position < 1:
        raise ValueError("steps are counted from 1")
    return STEP_OVERLAPS[min(position, len(STEP_OVERLAPS)) - 1]


def progress_overlap(position: int, total: int) -> float:
    """Return the overlap of form step `position` (from 1) of `total`; always below 0."""
    if not 1 <= position <= total:
        raise ValueError("the step lies outside the form")
    if total == 1:
        return PROGRESS_END
    share = (position - 1) / (total - 1)
    return PROGRESS_START + share * (PROGRESS_END - PROGRESS_START)
