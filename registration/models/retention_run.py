from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class RetentionRun(models.Model):
    """What one run of retention removed and held back: numbers only, so it may be kept."""

    class StartedBy(models.TextChoices):
        """What set a run going."""

        JOB = "job", _("The worker, every hour")
        COMMAND = "command", _("A command run by hand")

    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)
    started_by = models.CharField(_("started by"), max_length=10, choices=StartedBy)
    counts = models.JSONField(_("deleted"), default=dict)
    total = models.PositiveIntegerField(_("deleted in all"), default=0)

    held_back = models.JSONField(_("held back"), default=dict)

    class Meta:
        verbose_name = _("retention run")
        verbose_name_plural = _("retention runs")
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
