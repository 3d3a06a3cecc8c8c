from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from perspectief.encryption import EncryptedField
from registration.models.privacy import PrivacyStatement


class Reminder(models.Model):
    """One e-mail that somebody asked for, on a day of their choice; gone once it is written.

    Nobody looks at these rows: no screen shows them, not even to the desk.
    """

    objects: ClassVar[models.Manager["Reminder"]]

    recipient = EncryptedField(
        _("recipient"), help_text="the address, and whether the mail may say who we are"
    )
    code_hash = models.CharField(_("hash of the code"), max_length=64, unique=True)
    language = models.CharField(_("language"), max_length=5)
    due_at = models.DateTimeField(_("due at"), db_index=True)
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    privacy_statement = models.ForeignKey(
        PrivacyStatement,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("privacy statement"),
    )

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk}"
