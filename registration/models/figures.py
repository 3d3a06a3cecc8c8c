from django.db import models
from django.utils.translation import gettext_lazy as _


class AnonymousCount(models.Model):
    """How often an answer was given in a month. No link to a person exists, so it may be kept."""

    month = models.DateField(_("month"))
    dimension = models.CharField(_("question"), max_length=30)
    code = models.CharField(_("answer"), max_length=40)
    count = models.PositiveIntegerField(_("number"), default=0)

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

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.dimension}={self.code}"
