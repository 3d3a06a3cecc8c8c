import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from perspectief.encryption import EncryptedField
from registration.vocabulary.journeys import JourneyCode


class Draft(models.Model):
    """Answers that have not been sent yet.

    The visitor's session holds a random token for each form; here is only its keyed hash. After
    sending, the answers are gone and `receipt` keeps what the thank-you page shows until
    `expires_at`.

    Who wants to go on later gets a link or a code that opens the draft once, from any device, until
    `saved_until`; of these too there is only the keyed hash.

    Once the thank-you page is shown, its session goes on with another key. `shown_at` says when
    that was, and `shown_to` is a keyed hash of the key until then.
    """

    journey = models.CharField(
        _("form"), max_length=20, choices=JourneyCode, default=JourneyCode.REGISTRATION
    )
    token_hash = models.CharField(_("hash of the token"), max_length=64, unique=True)
    submission_key = models.UUIDField(_("submission key"), default=uuid.uuid4, unique=True)
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    expires_at = models.DateTimeField(_("kept until"), db_index=True)
    saved_hash = models.CharField(
        _("hash of the link or code to continue with"),
        max_length=64,
        unique=True,
        null=True,
        blank=True,
    )
    saved_until = models.DateTimeField(_("saved until"), null=True, blank=True)
    answers = EncryptedField(_("answers by step"), default=dict)
    receipt = EncryptedField(_("receipt"), null=True, blank=True)
    shown_at = models.DateTimeField(_("receipt first shown at"), null=True, blank=True)
    shown_to = models.CharField(
        _("hash of the session key until then"), max_length=64, blank=True, db_index=True
    )

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk}"

    def given(self, name: str) -> str:
        """Return what was typed or chosen for a question of whichever step, "" for nothing yet."""
        return self.all_given().get(name, "")

    def all_given(self) -> dict[str, str]:
        """Return what was typed or chosen for each question that has something."""
        found: dict[str, str] = {}
        for entry in self.answers.values():
            values = entry.get("values", {}) if isinstance(entry, dict) else {}
            for name, given in values.items():
                if given:
                    found.setdefault(name, str(given[-1]))
        return found
