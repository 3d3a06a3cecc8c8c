from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from perspectief.encryption import EncryptedField
from registration.models.registration import Registration
from registration.rules.mail_wording import body_problems, subject_problems
from registration.vocabulary.mails import MailCode


class MailWording(models.Model):
    """The subject and text of a mail; the coordinator may edit both, in both languages."""

    code = models.CharField(
        _("e-mail"), max_length=40, choices=MailCode, unique=True, editable=False
    )
    subject = models.CharField(_("subject"), max_length=150)
    body = models.TextField(_("text"))

    class Meta:
        verbose_name = _("e-mail wording")
        verbose_name_plural = _("e-mail wording")
        ordering = ["code"]
        default_permissions = ("change", "view")

    def __str__(self) -> str:
        return str(self.get_code_display())

    def clean(self) -> None:
        """Refuse wording that would go out incomplete or, in a neutral mail, say who we are.

        Raises:
            ValidationError: with the problems of each field.
        """
        super().clean()
        problems: dict[str, list[str]] = {}
        for language in settings.MODELTRANSLATION_LANGUAGES:
            subject, body = f"subject_{language}", f"body_{language}"
            problems[subject] = subject_problems(self.code, getattr(self, subject) or "")
            problems[body] = body_problems(self.code, getattr(self, body) or "")
        problems = {field: found for field, found in problems.items() if found}
        if problems:
            raise ValidationError(problems)


class OutboundMail(models.Model):
    """A mail that must go out, whatever happens to the mail server or the worker.

    This row is the truth: a worker claims it with a lease, sends, and wipes recipient and text.
    """

    code = models.CharField(_("e-mail"), max_length=40, choices=MailCode)
    registration = models.ForeignKey(
        Registration,
        on_delete=models.CASCADE,
        related_name="mails",
        null=True,
        blank=True,
        verbose_name=_("registration"),
    )
    recipient_hash = models.CharField(
        _("hash of the recipient"), max_length=64, blank=True, db_index=True
    )
    message = EncryptedField(
        _("message"), null=True, blank=True, help_text="recipient, sender, subject and text"
    )
    message_id = models.CharField(_("message id"), max_length=200, unique=True)
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    next_try_at = models.DateTimeField(_("next attempt at"), default=timezone.now)
    lease_until = models.DateTimeField(_("being sent until"), null=True, blank=True)
    delivery_tries = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.CharField(
        _("last error"), max_length=100, blank=True, help_text="class of the error, never its text"
    )
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    failed_at = models.DateTimeField(_("given up at"), null=True, blank=True)

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["next_try_at"],
                name="outbound_mail_waiting",
                condition=models.Q(sent_at=None, failed_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class RecipientLock(models.Model):
    """Keeps two requests from counting the mails to one recipient at the same time.

    Recipients share a few of these rows, so that a row says nothing about anybody.
    """

    bucket = models.CharField(_("part of the hash"), max_length=2, primary_key=True)

    class Meta:
        verbose_name = _("lock of recipients")
        verbose_name_plural = _("locks of recipients")
        default_permissions = ()

    def __str__(self) -> str:
        return self.bucket
