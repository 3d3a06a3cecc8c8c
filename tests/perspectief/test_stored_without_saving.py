"""What is stored without `save()` passes by the cleaning of typed text, so none of it is typed."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

ROOT = Path(settings.BASE_DIR)
PACKAGES = ("home", "media_library", "registration", "site/perspectief")
IN_BULK = {"bulk_create", "bulk_update", "abulk_create", "abulk_update"}

#: Where the text comes from that is stored so. What somebody typed belongs in none of these.
NOT_TYPED = {
    "home/bilingual/english.py": "files of the demo, in which a test finds invisible characters",
    "home/bilingual/submitting.py": "texts of a page or snippet, which was saved before",
    "media_library/cleaning.py": "a hash, and the name of a file that we wrote",
    "registration/background/periodic.py": "names of jobs",
    "registration/background/stuck_tasks.py": "states of tasks",
    "registration/casework/access_log.py": "user names, which were saved before",
    "registration/casework/informed.py": "numbers and moments",
    "registration/demo/past_figures.py": "codes and numbers",
    "registration/installation/first_rows.py": "our own first wording",
    "registration/journey/drafts.py": "a hash",
    "registration/journey/saved_drafts.py": "hashes",
    "registration/mail/delivery.py": "the name of a class",
    "registration/mail/enqueueing.py": "mails, written from what was saved before",
    "registration/mail/shares.py": "hashes",
    "registration/promise_clock/recalculation.py": "moments",
    "site/perspectief/erasure_ledger.py": "hashes",
    "site/perspectief/first_rows.py": "our own telephone numbers",
    "site/perspectief/key_rotation.py": "what was encrypted before",
    "site/perspectief/staff/session_store.py": "keys of sessions",
}


def text_columns():
    """Return the names of columns that hold more than one of a few codes."""
    return {
        field.name
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField) and not field.choices
    }


def passes_by(call, texts):
    """Return whether a call stores text, or may do so, without saving a row."""
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    if call.func.attr in IN_BULK:
        return True
    # `update()` with a dictionary as its argument is that of a dictionary.
    given = {keyword.arg for keyword in call.keywords}
    stores = call.func.attr == "update" and not call.args
    return stores and bool(given & texts or None in given)


def test_nothing_that_is_typed_is_stored_without_being_cleaned():
    texts = text_columns()
    found = {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if passes_by(node, texts)
    }
    said = set(NOT_TYPED)
    assert (found - said, said - found) == (set(), set())


@pytest.mark.parametrize(
    ("code", "stores_text"),
    [
        ("rows.update(title=typed)", True),
        ("rows.update(**typed)", True),
        ("rows.bulk_create(typed)", True),
        ("rows.update(due_at=moment)", False),
        ("context.update(more)", False),
    ],
)
def test_a_new_way_past_the_door_is_seen(code, stores_text):
    call = ast.parse(code).body[0].value
    assert passes_by(call, text_columns()) is stores_text
