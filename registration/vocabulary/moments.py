"""Days and parts of a day on which the desk calls."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DayPart(models.TextChoices):
    """Parts of a day on which the desk calls."""

    MORNING = "morning", _("morning (9am to 12 noon)")
    AFTERNOON = "afternoon", _("afternoon (12 noon to 5pm)")


ANY_TIME = "any_time"


class Weekday(models.IntegerChoices):
    """Days of the week, numbered as `date.weekday()` does."""

    MONDAY = 0, pgettext_lazy("weekday", "Monday")
    TUESDAY = 1, pgettext_lazy("weekday", "Tuesday")
    WEDNESDAY = 2, pgettext_lazy("weekday", "Wednesday")
    THURSDAY = 3, pgettext_lazy("weekday", "Thursday")
    FRIDAY = 4, pgettext_lazy("weekday", "Friday")
    SATURDAY = 5, pgettext_lazy("weekday", "Saturday")
    SUNDAY = 6, pgettext_lazy("weekday", "Sunday")

    @property
    def code(self) -> str:
        """The word in stored moments, such as `monday`."""
        return self.name.lower()
