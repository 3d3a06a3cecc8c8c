"""A claim is written in `casework.claims` and a state in `casework.states`, and nowhere else."""

import ast
from datetime import UTC, datetime

import pytest

from registration.casework import claims, states
from registration.rules.transitions import OF_REGISTRATION, TransitionError
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.factories import CallbackFactory, RegistrationFactory, StaffFactory
from tests.support.package_order import modules

COLUMNS = {"claimed_by", "claimed_at", "claimed_until", "state", "state_changed_at", "finished_at"}
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
OWNERS = {"registration.casework.claims", "registration.casework.states"}
#: A recurring job has a moment of that name too, and nothing to do with anybody.
OTHERS = {"registration.background.periodic": {"finished_at"}}


def assigned_columns(source: str) -> set[str]:
    """Return the columns that a module writes: as an attribute, by `setattr`, or in an UPDATE."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            flat = [
                each
                for target in targets
                for each in (target.elts if isinstance(target, ast.Tuple) else [target])
            ]
            found |= {each.attr for each in flat if isinstance(each, ast.Attribute)} & COLUMNS
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", "")
            if name == "update":
                found |= {keyword.arg for keyword in node.keywords if keyword.arg} & COLUMNS
    return found


def test_no_other_module_writes_a_claim_or_a_state():
    found = {
        module: columns
        for module, path in modules().items()
        if module.startswith("registration.") and module not in OWNERS
        if (
            columns := assigned_columns(path.read_text(encoding="utf-8"))
            - OTHERS.get(module, set())
        )
    }
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "callback.state = CallbackState.DONE",
        "callback.claimed_by = callback.claimed_at = None",
        "callback.claimed_by, other = user, 1",
        "Callback.objects.filter(pk=1).update(claimed_until=now)",
    ],
)
def test_a_module_that_writes_one_is_found(source: str):
    assert assigned_columns(source)


def test_every_state_has_its_moves():
    assert set(OF_REGISTRATION) == set(Lifecycle)
    reachable = set().union(*OF_REGISTRATION.values()) | {Lifecycle.RECEIVED}
    assert reachable == set(Lifecycle)


@pytest.mark.parametrize("before", Lifecycle)
@pytest.mark.parametrize("after", Lifecycle)
@pytest.mark.django_db
def test_a_move_outside_the_table_is_refused_and_stores_nothing(
    before: Lifecycle, after: Lifecycle
):
    registration = RegistrationFactory(state=before)
    if after in OF_REGISTRATION[before]:
        states.move(registration, after, NOW)
        registration.refresh_from_db()
        assert (registration.state, registration.state_changed_at) == (after, NOW)
        return
    with pytest.raises(TransitionError):
        states.move(registration, after, NOW)
    registration.refresh_from_db()
    assert registration.state == before


@pytest.mark.django_db
def test_what_ended_does_not_end_again():
    callback = CallbackFactory(done=True)
    with pytest.raises(TransitionError):
        states.end(callback, CallbackState.CANCELLED, NOW)
    states.open_again(callback)
    with pytest.raises(TransitionError):
        states.open_again(callback)


@pytest.mark.django_db
def test_whoever_holds_a_callback_lets_it_go_whole():
    callback = CallbackFactory()
    claims.hold(callback, StaffFactory(), NOW)
    claims.clear_claim(callback)
    assert (callback.claimed_by, callback.claimed_at, callback.claimed_until) == (None, None, None)
