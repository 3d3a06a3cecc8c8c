from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.moments import Weekday

# A closed day that was forgotten is still added; what came in before it has been promised.
LONG_AGO = timedelta(days=31)
FAR_AHEAD = timedelta(days=3 * 366)


class OpeningHours(models.Model):
    """When the desk is open on a day of the week; a day without a row is a closed day.

    Open promises follow a change only in `promise_clock.recalculation.calendar_change`.
    """

    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday, unique=True)
    opens_at = models.TimeField(_("opens at"))
    closes_at = models.TimeField(_("closes at"))
    shown_to_visitors = True

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["weekday"]

    def __str__(self) -> str:
        return str(self.get_weekday_display())

    def clean(self) -> None:
        """Refuse hours that end before they begin.

        Raises:
            ValidationError: closing is not later than opening.
        """
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("Closing time comes after opening time.")})


class ClosedDay(models.Model):
    """An extra day on which the desk is closed, beside the public holidays.

    Open promises follow a change only in `promise_clock.recalculation.calendar_change`.
    """

    date = models.DateField(_("date"), unique=True)
    reason = models.CharField(_("reason"), max_length=100)
    shown_to_visitors = True

    class Meta:
        verbose_name = _("closed day")
        verbose_name_plural = _("closed days")
        ordering = ["date"]

    def __str__(self) -> str:
        return f"{self.date}"

    def clean(self) -> None:
        """Refuse a day that is so far away that its year must be wrong, unless it is stored so.

        Raises:
            ValidationError: the day was too long ago, or is too far ahead.
        """
        super().clean()
        if not self.date or ClosedDay.objects.filter(pk=self.pk, date=self.date):
            return
        today = timezone.now().astimezone(DESK_TIME_ZONE).date()
        if self.date < today - LONG_AGO:
            words = _("This day was more than a month ago, and changes nothing. Is the year right?")
        elif self.date > today + FAR_AHEAD:
            words = _("This day is more than three years ahead. Is the year right?")
        else:
            return
        raise ValidationError({"date": words})
