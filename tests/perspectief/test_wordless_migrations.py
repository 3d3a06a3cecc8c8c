"""A reworded label needs no migration; a changed column does."""

import pytest
from django.db import models
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.state import ModelState, ProjectState

from perspectief.wordless_migrations import WordlessAutodetector
from registration.models import Callback


def state_with(field: models.Field, **options: str) -> ProjectState:
    state = ProjectState()
    state.add_model(ModelState("home", "Note", [("text", field)], options=options))
    return state


def changes(before: ProjectState, after: ProjectState) -> dict:
    return WordlessAutodetector(
        before, after, NonInteractiveMigrationQuestioner()
    )._detect_changes()


BEFORE = models.CharField("words", max_length=10, help_text="Say it.", choices=[("a", "A")])


@pytest.mark.parametrize(
    "after",
    [
        models.CharField("other words", max_length=10, help_text="Say it.", choices=[("a", "A")]),
        models.CharField("words", max_length=10, help_text="Say it well.", choices=[("a", "A")]),
        models.CharField("words", max_length=10, choices=[("a", "Better"), ("b", "B")]),
    ],
)
def test_other_words_change_nothing(after: models.Field):
    assert changes(state_with(BEFORE), state_with(after, verbose_name="remark")) == {}


def test_a_longer_column_changes():
    longer = models.CharField("words", max_length=20)
    assert list(changes(state_with(BEFORE), state_with(longer))) == ["home"]


def test_the_models_keep_their_words():
    assert str(Callback._meta.get_field("due_at").verbose_name) != "due at"
    assert dict(Callback._meta.get_field("kind").choices)
