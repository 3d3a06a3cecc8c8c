from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from perspectief.encryption import EncryptedField
from registration.models.privacy import PrivacyStatement
from registration.vocabulary.answers import Answers
from registration.vocabulary.lifecycle import Lifecycle, Source


class Registration(models.Model):
    """One person's registration.

    Only what the queue, deadlines and retention need is readable in the database; every answer is
    encrypted. The reference code and contact data are kept as keyed hashes for look-ups.
    """

    state = models.CharField(
        _("status"), max_length=30, choices=Lifecycle, default=Lifecycle.RECEIVED
    )
    source = models.CharField(_("source"), max_length=20, choices=Source, default=Source.SELF)
    language = models.CharField(_("language of the form"), max_length=5)
    received_at = models.DateTimeField(_("received at"), default=timezone.now)
    state_changed_at = models.DateTimeField(_("status changed at"), default=timezone.now)
    client_agreed_at = models.DateTimeField(
        _("client confirmed the referral at"), null=True, blank=True
    )
    own_no_at = models.DateTimeField(_("the person said no at"), null=True, blank=True)
    flags = models.JSONField(_("flags"), default=list, blank=True)
    is_demo = models.BooleanField(_("demo"), default=False)
    submission_key = models.UUIDField(_("submission key"), unique=True)
    reference_hash = models.CharField(_("hash of the code"), max_length=64, unique=True)
    secret_words_hash = models.CharField(_("hash of the secret words"), max_length=128, blank=True)
    changed_by_person_at = models.DateTimeField(
        _("changed by the person at"), null=True, blank=True
    )
    phone_hash = models.CharField(
        _("hash of the phone number"), max_length=64, blank=True, db_index=True
    )
    email_hash = models.CharField(
        _("hash of the e-mail address"), max_length=64, blank=True, db_index=True
    )
    privacy_statement = models.ForeignKey(
        PrivacyStatement,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("privacy statement agreed to"),
    )
    answers = EncryptedField(_("answers"))
    desk_note = EncryptedField(_("desk note"), null=True, blank=True)
    desk_note_edited_at = models.DateTimeField(_("note edited at"), null=True, blank=True)
    desk_note_edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("note edited by"),
    )

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        default_permissions = ()
        permissions = [
            ("view_queue", "Can see the callbacks"),
            ("take_callbacks", "Can take callbacks and read the registrations they are about"),
            ("coordinate", "Can release other people's callbacks and decide where moments clash"),
            ("view_access_log", "Can see who viewed personal data"),
        ]
        indexes = [
            models.Index(fields=["state", "state_changed_at"], name="registration_retention"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def needs_own_yes(self) -> bool:
        """Return whether a professional referred this person, or somebody helps them.

        It reads the answers.
        """
        return self.source == Source.REFERRER or self.read_answers().is_told_by_other

    def awaits_own_yes(self) -> bool:
        """Return whether the desk has yet to hear from the person; it reads the answers."""
        return self.client_agreed_at is None and self.needs_own_yes()

    def read_answers(self) -> Answers:
        """Return the decrypted answers; callers that show them must write the access log."""
        return Answers.from_stored(self.answers)
