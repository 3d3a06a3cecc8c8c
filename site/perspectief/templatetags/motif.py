"""Template tags that draw the house motif as inline SVG; decoration only, hidden from readers.

Colours come from the style sheet (`.motif__left`, `.motif__right`, `.motif__meet`), so that the
dark scheme and forced colours need no second drawing. No ids, so any number fit on a page.
"""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from perspectief.motif import HalfDiscs, half_discs, number, progress_overlap, step_overlap

register = template.Library()

# place: (radius, overlap, drop)
_PLACES = {
    "logo": (80, 0.50, 0.28),
    "hero": (340, 0.46, 0.24),
    "content": (340, 0.62, 0.18),
    "thanks": (340, 0.74, 0.20),
}
_MARKER = half_discs(20, 0.3)
_MARKER_WIDTH = 84


@register.simple_tag
def motif(place: str) -> SafeString:
    """Draw the pair for `logo`, `hero`, `content` or `thanks`, or one half disc for `quiet`.

    Raises `KeyError` for a place that has no drawing.
    """
    if place == "quiet":
        return _svg(half_discs(340, 0.0), "quiet", only="right")
    radius, overlap, drop = _PLACES[place]
    return _svg(half_discs(radius, overlap, drop), place)


@register.simple_tag
def motif_step(position: int) -> SafeString:
    """Draw step `position` (from 1) of the way from registering to looking back."""
    return _svg(half_discs(80, step_overlap(position)), "step")


@register.simple_tag
def motif_progress(position: int, total: int, state: str) -> SafeString:
    """Draw form step `position` of `total`; `state` is `done`, `current` or `future`."""
    return _svg(half_discs(80, progress_overlap(position, total)), f"progress-{state}", margin=2)


@register.simple_tag
def motif_marker() -> SafeString:
    """Draw the marker of a question that opens: apart when closed, CSS moves them together."""
    middle = (_MARKER_WIDTH - _MARKER.width) / 2
    right = half_discs(20, 2 - _MARKER_WIDTH / 20)
    return format_html(
        '<svg class="motif motif--marker" viewBox="{}" aria-hidden="true" focusable="false">'
        '<path class="motif__left" d="{}"/><path class="motif__right" d="{}"/>'
        '<g transform="translate({} 0)"><path class="motif__meet" d="{}"/></g></svg>',
        right.view_box,
        right.left,
        right.right,
        number(middle),
        _MARKER.meet,
    )


def _svg(shape: HalfDiscs, place: str, only: str = "", margin: int = 0) -> SafeString:
    """Return `shape` as an SVG element; `margin` (user units) keeps outlines inside the box."""
    view_box = shape.view_box
    if only == "right":
        view_box = f"{number(shape.width / 2)} 0 {number(shape.width / 2)} {number(shape.height)}"
    elif margin:
        width, height = number(shape.width + 2 * margin), number(shape.height + 2 * margin)
        view_box = f"{-margin} {-margin} {width} {height}"
    paths = [("right", shape.right)] if only else [("left", shape.left), ("right", shape.right)]
    if shape.meet and not only:
        paths.append(("meet", shape.meet))
    body = SafeString("").join(
        format_html('<path class="motif__{}" d="{}"/>', name, path) for name, path in paths
    )
    return format_html(
        '<svg class="motif motif--{}" viewBox="{}" aria-hidden="true" focusable="false">{}</svg>',
        place,
        view_box,
        SafeString(body),
    )
