"""Migrations without the words that staff read: a better label changes no column.

Django writes names, help texts and choices of fields into migrations, and wants a new migration
whenever one of them is reworded.
"""

from typing import Any

from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.state import ProjectState

WORDING_OPTIONS = ("verbose_name", "verbose_name_plural")


class WordlessAutodetector(MigrationAutodetector):
    """Compares models as Django does, but for the wording of fields and models."""

    def __init__(self, from_state: ProjectState, to_state: ProjectState, *args: Any) -> None:
        for state in (from_state, to_state):
            _take_words_out(state)
        super().__init__(from_state, to_state, *args)


def _take_words_out(state: ProjectState) -> None:
    for model in state.models.values():
        for option in WORDING_OPTIONS:
            model.options.pop(option, None)
        for field in model.fields.values():  # copies, so the models themselves keep their words
            field.help_text = ""
            field._verbose_name = None
            field.choices = None  # the database knows none
