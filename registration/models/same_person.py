"""What the desk decided about two registrations that may be of one person."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registration.models.registration import Registration


class SamePersonDecision(models.Model):
    """Whether two registrations are of the same person; goes with either of them."""

    earlier = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="+", verbose_name=_("earlier")
    )
    later = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="+", verbose_name=_("later")
    )
    is_same = models.BooleanField(_("the same person"))
    closed_later = models.BooleanField(_("the later one was closed as a duplicate"), default=False)
    decided_at = models.DateTimeField(_("decided at"), default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
    )

    class Meta:
        verbose_name = _("decision about the same person")
        verbose_name_plural = _("decisions about the same person")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="one_decision_per_pair"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"
