"""Asks which year of figures is meant: a real one, or one of examples."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

EXAMPLE = "example-"


@dataclass(frozen=True)
class FigureYear:
    """A year that has figures; those of examples are made up, and never added to the real ones."""

    year: int
    is_example: bool = False

    @property
    def code(self) -> str:
        """How an address names it."""
        return f"{EXAMPLE}{self.year}" if self.is_example else str(self.year)

    @property
    def label(self) -> str:
        """What a reader reads."""
        return _("%(year)s (example)") % {"year": self.year} if self.is_example else str(self.year)

    @classmethod
    def from_code(cls, code: str) -> Self:
        """Return the year that an address names.

        Raises:
            ValueError: it names none.
        """
        return cls(int(code.removeprefix(EXAMPLE)), code.startswith(EXAMPLE))


class YearForm(forms.Form):
    """Which year."""

    year = forms.TypedChoiceField(label=gettext_lazy("Year"), coerce=FigureYear.from_code)

    def __init__(self, *args: Any, years: Sequence[FigureYear], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["year"]
        field.choices = [(year.code, year.label) for year in years]
