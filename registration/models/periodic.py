from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodicJob(models.Model):
    """When a recurring job is due next; one worker wins each turn by a conditional update."""

    name = models.CharField(_("name"), max_length=50, unique=True)
    due_at = models.DateTimeField(_("due at"))
    finished_at = models.DateTimeField(_("last finished at"), null=True, blank=True)

    class Meta:
        verbose_name = _("recurring job")
        verbose_name_plural = _("recurring jobs")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
