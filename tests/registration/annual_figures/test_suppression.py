"""Small numbers are hidden, and so are those from which they could be computed."""

from registration.annual_figures.suppression import Hidden, suppress

FEW, DERIVABLE = Hidden.FEW, Hidden.DERIVABLE


def totals(rows: dict[str, tuple[int, ...]]) -> dict[str, object]:
    return {code: row.total for code, row in suppress(rows, 5).items()}


def test_numbers_that_are_large_enough_are_shown_and_so_is_zero() -> None:
    assert totals({"a": (5,), "b": (0,), "c": (80,)}) == {"a": 5, "b": 0, "c": 80}


def test_a_single_small_number_takes_the_next_smallest_with_it() -> None:
    assert totals({"a": (4,), "b": (9,), "c": (80,)}) == {"a": FEW, "b": DERIVABLE, "c": 80}


def test_two_small_numbers_that_make_a_large_one_are_enough() -> None:
    assert totals({"a": (4,), "b": (3,), "c": (80,)}) == {"a": FEW, "b": FEW, "c": 80}


def test_two_single_people_take_a_third_number_with_them() -> None:
    assert totals({"a": (1,), "b": (1,), "c": (80,), "d": (9,)}) == {
        "a": FEW,
        "b": FEW,
        "c": 80,
        "d": DERIVABLE,
    }


def test_a_small_part_hides_the_parts_of_two_rows_but_not_their_totals() -> None:
    rows = suppress({"a": (2, 20), "b": (10, 20), "c": (30, 30)}, 5)
    assert [row.total for row in rows.values()] == [22, 30, 60]
    assert rows["a"].parts == rows["b"].parts == (DERIVABLE, DERIVABLE)
    assert rows["c"].parts == (30, 30)


def test_a_part_in_which_little_happened_at_all_is_shown_nowhere() -> None:
    rows = suppress({"a": (0, 20), "b": (2, 20), "c": (0, 30)}, 5)
    assert all(part is DERIVABLE for row in rows.values() for part in row.parts)
