"""Who goes on with somebody after the desk, and with what."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from perspectief.email_address import deliverable
from perspectief.encryption import EncryptedField
from perspectief.invisible import isolated
from registration.models.options import Region
from registration.models.registration import Registration
from registration.vocabulary.hand_over import InformedBy


class Mediator(models.Model):
    """Somebody to whom the desk can allocate people; data of staff, kept by the coordinator."""

    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("work e-mail address"))
    languages = models.CharField(
        _("languages"),
        max_length=150,
        blank=True,
        help_text=_("Other than Dutch, such as: English, Polish."),
    )
    regions = models.ManyToManyField(
        Region, blank=True, related_name="mediators", verbose_name=_("regions")
    )
    is_active = models.BooleanField(
        _("takes new people"),
        default=True,
        help_text=_("Untick for someone who has left or is away. Earlier allocations stay."),
    )

    class Meta:
        verbose_name = _("mediator")
        verbose_name_plural = _("mediators")
        ordering = ["name", "pk"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return isolated(self.name)

    def clean(self) -> None:
        """Refuse an address that no mail can be sent to.

        Raises:
            ValidationError: of the address, and why.
        """
        super().clean()
        try:
            deliverable(self.email or "")
        except ValidationError as error:
            raise ValidationError({"email": error}) from None


class HandOver(models.Model):
    """That somebody was allocated; it goes when the registration goes.

    `with_story` says whether the mediator and the case system get the person's own words too.

    `exported_at` is empty while the case system lacks something of this. `first_exported_at` stays
    whatever changes: since then somebody there knows the person, and may call. If the registration
    ends otherwise after all, `end_told_at` says when they were told; a later change counts anew.
    """

    registration = models.OneToOneField(
        Registration,
        on_delete=models.CASCADE,
        related_name="hand_over",
        verbose_name=_("registration"),
    )
    mediator = models.ForeignKey(
        Mediator,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("mediator"),
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    with_story = models.BooleanField(_("with the person’s own words"), default=True)
    told = EncryptedField(_("what the person was told"), null=True, blank=True)
    note = EncryptedField(_("note for the mediator"), null=True, blank=True)
    exported_at = models.DateTimeField(
        _("exported for the case system at"), null=True, blank=True, db_index=True
    )
    first_exported_at = models.DateTimeField(
        _("first exported for the case system at"), null=True, blank=True
    )
    end_told_at = models.DateTimeField(_("case system told of the end at"), null=True, blank=True)

    class Meta:
        verbose_name = _("handover")
        verbose_name_plural = _("handovers")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(exported_at=None) | models.Q(first_exported_at__isnull=False),
                name="export_is_remembered",
            )
        ]

    def __str__(self) -> str:
        return f"#{self.registration_id}"


class Informed(models.Model):
    """Who outside the desk got to know of somebody: a mediator, or the case system.

    `way` says whether a mediator has the sheet, or is named in the file for the case system. Both
    are possible. `told_at` says when they were told that it is no longer theirs; a new sheet or
    file empties it. What a person had deleted leaves this behind until everybody was told: a
    number, and nothing else about them. Without a mediator it is about the case system, from which
    it has to be deleted too.
    """

    registration_number = models.PositiveBigIntegerField(_("registration number"))
    is_demo = models.BooleanField(_("demo"), default=False)
    mediator = models.ForeignKey(
        Mediator,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("mediator"),
    )
    way = models.CharField(
        _("how"), max_length=5, choices=InformedBy.choices, default=InformedBy.SHEET
    )
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    told_at = models.DateTimeField(_("told at"), null=True, blank=True)
    erased_at = models.DateTimeField(_("deleted at"), null=True, blank=True)

    class Meta:
        verbose_name = _("informed outside the desk")
        verbose_name_plural = _("informed outside the desk")
        default_permissions = ()
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration_number", "mediator", "way"], name="informed_mediator"
            ),
            models.UniqueConstraint(
                fields=["registration_number"],
                condition=models.Q(mediator=None),
                name="informed_case_system",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.registration_number}"
