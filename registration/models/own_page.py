from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registration.models.registration import Registration


class OwnPageVisit(models.Model):
    """Somebody is at their own page: they gave the code and the secret words.

    The visitor's session holds a random token; here is only its keyed hash. A visit outlasts its
    registration until it ends by itself, so that the visitor can be told why the page is closed.
    """

    token_hash = models.CharField(_("hash of the token"), max_length=64, unique=True)
    registration = models.ForeignKey(
        Registration,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("registration"),
    )
    expires_at = models.DateTimeField(_("kept until"), db_index=True)

    class Meta:
        verbose_name = _("visit to your own page")
        verbose_name_plural = _("visits to your own page")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk}"


class Erasure(models.Model):
    """That all data of somebody was deleted at their request. It does not say whose."""

    number = models.CharField(_("proof number"), max_length=20, unique=True)
    erased_at = models.DateTimeField(_("deleted at"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("deletion")
        verbose_name_plural = _("deletions")
        default_permissions = ()
        ordering = ["-erased_at", "-pk"]

    def __str__(self) -> str:
        return self.number
