"""Answers of a form that the coordinator words: the permitted ones, in their order."""

from collections.abc import Collection
from typing import cast

from django import forms

from registration.words import option_labels


def offer(form: forms.Form, name: str, group: str, codes: Collection[str]) -> None:
    """Let a field offer the permitted options of a group.

    Args:
        form: that has the field.
        name: of the field.
        group: of the options, such as "attempt".
        codes: of those that are permitted.
    """
    field = cast(forms.ChoiceField, form.fields[name])
    field.choices = [choice for choice in option_labels.choices(group) if choice[0] in codes]
