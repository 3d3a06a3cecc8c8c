"""The tables of the project package itself."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from perspectief.contact_details import ContactDetails

__all__ = ["ContactDetails", "ErasedKey", "LimitCount", "Restoration"]


class LimitCount(models.Model):
    """How often something was done since a period began. `limits` is the only one to write it.

    The key is a keyed hash: nobody can read from the table who tried what, or from where.
    """

    key = models.CharField(_("keyed hash"), max_length=64, primary_key=True)
    count = models.PositiveIntegerField(_("count"))
    ends_at = models.DateTimeField(_("counts until"), db_index=True)

    class Meta:
        verbose_name = _("count of a limit")
        verbose_name_plural = _("counts of limits")
        default_permissions = ()

    def __str__(self) -> str:
        return self.key


class ErasedKey(models.Model):
    """That something was deleted for good. `erasure_ledger` is the only one to write it.

    The hash is of a random number that is gone too, so it says nothing about anybody.
    """

    kind = models.CharField(_("kind"), max_length=20)
    key_hash = models.CharField(_("keyed hash"), max_length=64)
    erased_at = models.DateTimeField(_("deleted at"), db_index=True)

    class Meta:
        verbose_name = _("deletion to repeat on a backup")
        verbose_name_plural = _("deletions to repeat on a backup")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["kind", "key_hash"], name="erased_key_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Restoration(models.Model):
    """That the site was put back from a backup; until somebody has looked, it sends no mail."""

    backup_made_at = models.DateTimeField(_("backup made at"))
    restored_at = models.DateTimeField(_("put back at"), default=timezone.now)
    erasures_repeated_at = models.DateTimeField(_("deletions repeated at"), null=True, blank=True)
    mail_resumed_at = models.DateTimeField(_("mail resumed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("restoration")
        verbose_name_plural = _("restorations")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.restored_at:%Y-%m-%d %H:%M}"
