"""A day as somebody of the desk types it, or as it stands in an address."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

DATE_FORMATS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
#: Days before and after these have a day beside them too, in every time zone.
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2999, 12, 31)
NOT_A_DAY = _("Enter a date, such as 26-11-2026.")


class DayField(forms.DateField):
    """A day, in the way that browsers and people write it."""

    def __init__(self, label: Any, *, required: bool = False) -> None:
        super().__init__(
            label=label,
            required=required,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=DATE_FORMATS,
            validators=[
                MinValueValidator(FIRST_DAY, message=NOT_A_DAY),
                MaxValueValidator(LAST_DAY, message=NOT_A_DAY),
            ],
            error_messages={"invalid": NOT_A_DAY},
        )
