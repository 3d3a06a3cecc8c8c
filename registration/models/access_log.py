from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registration.vocabulary.access import AccessAction


class AppendOnlyError(Exception):
    """Somebody tried to change or delete an entry of the access log."""


class AccessLogQuerySet(models.QuerySet["AccessLogEntry"]):
    """Entries that can be read and added, but neither changed nor deleted."""

    def update(self, **kwargs) -> int:
        """Refuse.

        Raises:
            AppendOnlyError: always.
        """
        raise AppendOnlyError

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse.

        Raises:
            AppendOnlyError: always.
        """
        raise AppendOnlyError

    def purge_before(self, moment: datetime) -> int:
        """Delete the entries from before `moment` (aware), as retention asks; return how many."""
        return self.filter(at__lt=moment)._raw_delete(self.db)


class AccessLogEntry(models.Model):
    """Who looked at whose data, and when: only ever added to; retention removes old entries."""

    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("user"),
    )
    username = models.CharField(_("user name"), max_length=150)
    registration_number = models.BigIntegerField(_("registration"), db_index=True)
    action = models.CharField(_("action"), max_length=20, choices=AccessAction)
    # Which answers were corrected: names of questions, never what was answered.
    fields = models.JSONField(_("questions"), default=list, blank=True)

    objects = AccessLogQuerySet.as_manager()

    class Meta:
        verbose_name = _("access log entry")
        verbose_name_plural = _("access log")
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk}"

    def save(self, *args, **kwargs) -> None:
        """Add the entry.

        Raises:
            AppendOnlyError: the entry exists already.
        """
        if self.pk:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Refuse.

        Raises:
            AppendOnlyError: always.
        """
        raise AppendOnlyError
