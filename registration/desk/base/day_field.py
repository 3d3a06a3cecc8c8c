"""A day as somebody of the desk enters it, or as it stands in an address."""

from typing import Any

from django import forms

from perspectief.date_fields import DayField


class DeskDayField(DayField):
    """A day, with the calendar of the browser."""

    def __init__(self, label: Any, *, required: bool = False, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(label=label, required=required, widget=widget, **kwargs)
