"""A day as somebody types it in a form of the site."""

from typing import Any

from perspectief.date_fields import typed_day
from perspectief.typed_dates import YearMeant
from registration.forms.fields import ExactText


class TypedDayField(ExactText):
    """A day in words or figures; its value is `YYYY-MM-DD`."""

    def __init__(self, *, year_meant: YearMeant, **kwargs: Any) -> None:
        self.year_meant = year_meant
        super().__init__(limit=40, **kwargs)

    def clean(self, value: Any) -> str:
        """Return the day that was meant.

        Raises:
            ValidationError: this is no day.
        """
        text = super().clean(value)
        return typed_day(text, year_meant=self.year_meant).isoformat() if text else ""
