"""How dates are read in fields that are not ours, such as filters of Wagtail: the day first."""

from perspectief.formats.day_first import (  # noqa: F401
    DATE_INPUT_FORMATS,
    DATETIME_INPUT_FORMATS,
    FIRST_DAY_OF_WEEK,
)
