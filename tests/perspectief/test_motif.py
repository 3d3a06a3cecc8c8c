"""The geometry of the motif, and the tags that draw it."""

import re
from math import hypot

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from perspectief.motif import (
    PROGRESS_END,
    PROGRESS_START,
    STEP_OVERLAPS,
    half_discs,
    number,
    progress_overlap,
    step_overlap,
)

NUMBER = r"-?\d+(?:\.\d+)?"


def corners_of_lens(path: str) -> list[tuple[float, float]]:
    """Return the start point and the end point of the first arc."""
    start = re.match(rf"M({NUMBER}) ({NUMBER})", path)
    end = re.search(rf"0 0 1 ({NUMBER}) ({NUMBER})A", path)
    assert start
    assert end
    return [(float(a), float(b)) for a, b in (start.groups(), end.groups())]


def render(source: str) -> str:
    return Template("{% load motif %}" + source).render(Context())


@pytest.mark.parametrize(
    ("radius", "overlap", "drop", "width", "height"),
    [(80, 0.5, 0.28, 120, 182.4), (340, 0.46, 0.24, 523.6, 761.6), (80, 0, 0, 160, 160)],
)
def test_the_box_just_holds_both_shapes(radius, overlap, drop, width, height):
    shape = half_discs(radius, overlap, drop)

    assert shape.width == pytest.approx(width)
    assert shape.height == pytest.approx(height)
    assert shape.view_box == f"0 0 {width:g} {height:g}"


def test_the_left_one_sits_lower_and_bulges_to_the_right():
    shape = half_discs(80, 0.5, 0.28)

    assert shape.left == "M0 22.4A80 80 0 0 1 0 182.4Z"
    assert shape.right == "M120 0A80 80 0 0 0 120 160Z"


@given(
    radius=st.floats(10, 500),
    overlap=st.floats(0.05, 0.95),
    drop=st.floats(0, 0.28),
)
def test_the_meeting_place_ends_where_both_circles_cross(radius, overlap, drop):
    shape = half_discs(radius, overlap, drop)
    centres = [(0.0, radius * (1 + drop)), (shape.width, radius)]

    if shape.meet:
        for x, y in corners_of_lens(shape.meet):
            for centre_x, centre_y in centres:
                assert hypot(x - centre_x, y - centre_y) == pytest.approx(radius, abs=0.02)
    else:
        assert hypot(shape.width, radius * drop) >= 2 * radius


@pytest.mark.parametrize("overlap", [0, -0.05, -0.9])
def test_shapes_that_touch_or_stand_apart_have_no_meeting_place(overlap):
    assert half_discs(80, overlap).meet == ""


@pytest.mark.parametrize(("radius", "overlap", "drop"), [(0, 0, 0), (-1, 0, 0), (80, 0, -0.1)])
def test_what_cannot_be_drawn_is_refused(radius, overlap, drop):
    with pytest.raises(ValueError, match="positive radius"):
        half_discs(radius, overlap, drop)


@pytest.mark.parametrize("overlap", [1, 1.4])
def test_a_full_overlap_is_refused(overlap):
    with pytest.raises(ValueError, match="reconciliation"):
        half_discs(80, overlap)


def test_on_the_way_to_contact_they_meet_at_the_fifth_step_and_not_before():
    overlaps = [step_overlap(position) for position in range(1, 7)]

    assert overlaps == list(STEP_OVERLAPS)
    assert [overlap > 0 for overlap in overlaps] == [False] * 4 + [True] * 2
    assert step_overlap(9) == STEP_OVERLAPS[-1]


def test_steps_are_counted_from_one():
    with pytest.raises(ValueError, match="from 1"):
        step_overlap(0)


def test_over_the_form_they_come_closer_and_never_meet():
    overlaps = [progress_overlap(position, 4) for position in range(1, 5)]

    assert overlaps[0] == PROGRESS_START
    assert overlaps[-1] == pytest.approx(PROGRESS_END)
    assert overlaps == sorted(overlaps)
    assert all(half_discs(80, overlap).meet == "" for overlap in overlaps)


@pytest.mark.parametrize(("position", "total"), [(0, 4), (5, 4), (1, 0)])
def test_a_step_outside_the_form_is_refused(position, total):
    with pytest.raises(ValueError, match="outside the form"):
        progress_overlap(position, total)


def test_a_form_of_one_step_is_nearly_there():
    assert progress_overlap(1, 1) == PROGRESS_END


@pytest.mark.parametrize(
    ("value", "text"), [(120.0, "120"), (22.401, "22.4"), (0, "0"), (1.25, "1.25")]
)
def test_numbers_are_short_and_have_no_comma(value, text):
    assert number(value) == text


@pytest.mark.parametrize("place", ["logo", "hero", "content", "thanks"])
def test_each_place_shows_two_shapes_and_where_they_meet(place):
    svg = render(f'{{% motif "{place}" %}}')

    assert re.findall(r"motif__(\w+)", svg) == ["left", "right", "meet"]
    assert 'aria-hidden="true"' in svg
    assert " id=" not in svg


def test_plain_lists_get_one_quiet_shape():
    assert re.findall(r"motif__(\w+)", render('{% motif "quiet" %}')) == ["right"]


def test_an_unknown_place_is_an_error():
    with pytest.raises(KeyError):
        render('{% motif "nowhere" %}')


@pytest.mark.parametrize("state", ["done", "current", "future"])
def test_the_glyph_of_a_form_step_tells_its_state(state):
    svg = render(f'{{% motif_progress 2 4 "{state}" %}}')

    assert f"motif--progress-{state}" in svg
    assert "motif__meet" not in svg


def test_only_the_step_of_contact_shows_the_meeting_colour():
    drawn = ["motif__meet" in render(f"{{% motif_step {position} %}}") for position in range(1, 7)]

    assert drawn == [False] * 4 + [True] * 2


def test_the_marker_of_a_question_holds_both_its_states():
    svg = render("{% motif_marker %}")

    assert 'viewBox="0 0 84 40"' in svg
    assert re.findall(r"motif__(\w+)", svg) == ["left", "right", "meet"]
