"""The choice of a colleague."""

from typing import Any

from django import forms

from perspectief.staff.names import name_of


class ColleagueField(forms.ModelChoiceField):
    """A colleague, shown by name."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the name of a colleague."""
        return name_of(obj)
