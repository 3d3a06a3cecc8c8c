"""Counters about nobody. Those of examples stand in a table of their own.

Real figures are read from `AnonymousCount`, which no example can be in: nothing has to be left out.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MonthlyCount(models.Model):
    """How often an answer was given in a month. No link to a person exists, so it may be kept."""

    month = models.DateField(_("month"))
    dimension = models.CharField(_("question"), max_length=30)
    code = models.CharField(_("answer"), max_length=40)
    count = models.PositiveIntegerField(_("number"), default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.dimension}={self.code}"


class AnonymousCount(MonthlyCount):
    """What was counted of registrations."""

    class Meta:
        verbose_name = _("anonymous count")
        verbose_name_plural = _("anonymous counts")
        default_permissions = ()
        permissions = [("view_figures", "Can see the figures of a year")]
        constraints = [
            models.UniqueConstraint(
                fields=["month", "dimension", "code"], name="one_count_per_month_and_answer"
            )
        ]


class ExampleCount(MonthlyCount):
    """What was counted of examples, or made up: it is in no real figure."""

    class Meta:
        verbose_name = _("count of examples")
        verbose_name_plural = _("counts of examples")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["month", "dimension", "code"], name="one_example_per_month_and_answer"
            )
        ]
