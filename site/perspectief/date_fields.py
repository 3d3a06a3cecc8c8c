"""Form fields for days, times and moments, which read what `typed_dates` reads and refuse the rest.

Every form has these and none of Django's: its own read `5/12/26` in English as the twelfth of May.
`connect` gives them to all forms that Wagtail makes of models.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, TypeVar

import django_filters
from babel.dates import format_date
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_filters.fields import DateRangeField
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

from perspectief.typed_dates import (
    NoSuchDay,
    NotClear,
    TimeMissing,
    YearMeant,
    YearMissing,
    example_day,
    read_day,
    read_moment,
    read_time,
)

#: Days before and after these have a day beside them too, in every time zone.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)

T = TypeVar("T")


class DayField(forms.DateField):
    """A day; `year_meant` says of which year if none is typed."""

    def __init__(self, *, year_meant: YearMeant = YearMeant.UNKNOWN, **kwargs: Any) -> None:
        self.year_meant = year_meant
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """Return the day that was meant.

        Raises:
            ValidationError: this is no day, or its year is missing.
        """
        if isinstance(value, str) and value.strip():
            value = typed_day(value, year_meant=self.year_meant)
        return super().to_python(None if isinstance(value, str) else value)


class TimeOfDayField(forms.TimeField):
    """A time of the day."""

    def to_python(self, value: Any) -> time | None:
        """Return the time that was meant.

        Raises:
            ValidationError: this is no time.
        """
        if isinstance(value, str) and value.strip():
            value = _read(read_time, value)
        return super().to_python(None if isinstance(value, str) else value)


class MomentField(forms.DateTimeField):
    """A day with a time, in the active time zone; without a year the next such day is meant."""

    def to_python(self, value: Any) -> datetime | None:
        """Return the moment that was meant, aware.

        Raises:
            ValidationError: this is no moment, or its time is missing, or the clock skips it.
        """
        if isinstance(value, str) and value.strip():
            value = _in_range(
                _read(
                    lambda text: read_moment(
                        text, today=timezone.localdate(), year_meant=YearMeant.AHEAD
                    ),
                    value,
                )
            )
        try:
            return super().to_python(None if isinstance(value, str) else value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            raise ValidationError(
                _(
                    "The clock changes in that night, so this time comes twice or not at all. "
                    "Choose another time."
                ),
                code=error.code,
            ) from None


def typed_day(text: str, *, year_meant: YearMeant = YearMeant.UNKNOWN) -> date:
    """Return the day that was typed, read from today on.

    Args:
        text: what was typed.
        year_meant: which year is meant if none is typed.

    Raises:
        ValidationError: this is no day, or its year is missing.
    """
    today = timezone.localdate()
    return _in_range(_read(lambda each: read_day(each, today=today, year_meant=year_meant), text))


def day_as_typed(day: date) -> str:
    """Return a day as it may be typed in the active language, such as "5 december 2026"."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    return format_date(day, "d MMMM yyyy", locale=translation.to_locale(language))


def example_of_a_day() -> str:
    """Return a day that is still to come, as it may be typed in the active language."""
    return day_as_typed(example_day(timezone.localdate()))


def _in_range(day: T) -> T:
    of_day = day.date() if isinstance(day, datetime) else day
    if isinstance(of_day, date) and FIRST_DAY <= of_day <= LAST_DAY:
        return day
    raise ValidationError(_not_clear_words(), code="invalid")


def _read(read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except TimeMissing:
        raise ValidationError(
            _("Add a time, such as %(example)s") % {"example": f"{example_of_a_day()} 9:00"},
            code="time_missing",
        ) from None
    except YearMissing:
        raise ValidationError(
            _("Add the year, such as %(example)s") % {"example": example_of_a_day()},
            code="year_missing",
        ) from None
    except NoSuchDay:
        raise ValidationError(
            _("This day does not exist. Check the day and the month."), code="no_such_day"
        ) from None
    except NotClear:
        words = _time_not_clear_words() if read is read_time else _not_clear_words()
        raise ValidationError(words, code="invalid") from None


def _not_clear_words() -> str:
    day = example_day(timezone.localdate())
    return _("We cannot read this as a date. Enter it like this: %(words)s or %(figures)s.") % {
        "words": day_as_typed(day),
        "figures": f"{day:%d-%m-%Y}",
    }


def _time_not_clear_words() -> str:
    return _("We cannot read this as a time. Enter it like this: 14:30.")


class DayRangeField(DateRangeField):
    """From one day until the end of another, as lists of Wagtail are filtered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What is looked up lies behind: a day without its year is the last one.
        self.fields = tuple(DayField(required=False, year_meant=YearMeant.BACK) for _end in (1, 2))


class PastDayField(DayField):
    """A day to filter by; without a year, the last such day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(year_meant=YearMeant.BACK, **kwargs)


def connect() -> None:
    """Give these fields to every form and filter that Wagtail makes; once, when the site starts."""
    django_filters.DateFromToRangeFilter.field_class = DayRangeField
    django_filters.DateFilter.field_class = PastDayField
    for of_model, field, widget in (
        (models.DateField, DayField, AdminDateInput),
        (models.TimeField, TimeOfDayField, AdminTimeInput),
        (models.DateTimeField, MomentField, AdminDateTimeInput),
    ):
        register_form_field_override(of_model, override={"form_class": field, "widget": widget})
