"""What `make check` tries of a change."""

from tests.support.changed import ROOT, TESTS, nearest_tests


def test_a_module_is_tried_by_its_own_tests_first_and_then_by_whoever_imports_it():
    found = nearest_tests([ROOT / "registration" / "rules" / "deadlines.py"])
    assert found[0] == TESTS / "registration" / "rules" / "test_deadlines.py"
    assert TESTS / "registration" / "casework" / "test_desk_calendar.py" in found


def test_a_test_tries_itself_and_a_browser_test_waits_for_the_whole_run():
    own = TESTS / "registration" / "rules" / "test_deadlines.py"
    assert nearest_tests([own, TESTS / "e2e" / "test_frame.py"]) == [own]


def test_a_text_file_has_no_tests():
    assert nearest_tests([ROOT / "README.md"]) == []
