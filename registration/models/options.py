"""Answers to choose from: lookup rows, and edited labels for the codes that code acts on."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class LookupOption(models.Model):
    """An answer that people can choose; its code is what registrations store."""

    code = models.SlugField(
        _("code"),
        max_length=40,
        unique=True,
        help_text=_("Registrations store this code. It cannot be changed later."),
    )
    label = models.CharField(_("label"), max_length=150)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_active = models.BooleanField(
        _("offered"), default=True, help_text=_("Untick to stop offering it to new people.")
    )

    class Meta:
        abstract = True
        ordering = ["sort_order", "code"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        """Refuse a changed code: stored registrations would lose their meaning.

        Raises:
            ValidationError: the code differs from the stored one.
        """
        super().clean()
        if self.pk and not type(self)._default_manager.filter(pk=self.pk, code=self.code).exists():
            raise ValidationError({"code": _("The code cannot be changed.")})


class PersonalOption(LookupOption):
    """An answer that people give about themselves, and professionals about a client."""

    client_label = models.CharField(
        _("label for professionals"),
        max_length=150,
        blank=True,
        help_text=_(
            "The same answer, but about a client. If left empty, professionals see the label."
        ),
    )

    class Meta(LookupOption.Meta):
        abstract = True


class Role(PersonalOption):
    """A person's part in what happened."""

    class Meta(PersonalOption.Meta):
        verbose_name = _("role")
        verbose_name_plural = _("roles")


class EventKind(LookupOption):
    """The kind of event."""

    class Meta(LookupOption.Meta):
        verbose_name = _("kind of event")
        verbose_name_plural = _("kinds of event")


class TimeAgo(LookupOption):
    """How long ago the event was."""

    class Meta(LookupOption.Meta):
        verbose_name = _("how long ago")
        verbose_name_plural = _("how long ago")


class Region(LookupOption):
    """A part of the country in which the same mediators work."""

    class Meta(LookupOption.Meta):
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class Province(LookupOption):
    """Where a person lives, as far as we need to know."""

    region = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="provinces",
        verbose_name=_("region"),
        help_text=_("The mediators of this region come first when the desk allocates someone."),
    )

    class Meta(LookupOption.Meta):
        verbose_name = _("province")
        verbose_name_plural = _("provinces")


class Need(PersonalOption):
    """Something a person needs during the call."""

    class Meta(PersonalOption.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")


class HeardFrom(LookupOption):
    """How a person heard of us."""

    class Meta(LookupOption.Meta):
        verbose_name = _("how people heard about us")
        verbose_name_plural = _("how people heard about us")


class OrganisationKind(LookupOption):
    """The kind of organisation that a professional works for; the annual report counts them."""

    class Meta(LookupOption.Meta):
        verbose_name = _("kind of organisation")
        verbose_name_plural = _("kinds of organisation")


class OptionLabel(models.Model):
    """The coordinator's own label for a code that the site acts on; empty: the standard one."""

    group = models.CharField(_("question"), max_length=30, editable=False)
    code = models.CharField(_("code"), max_length=40, editable=False)
    label = models.CharField(_("label"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        ordering = ["group", "pk"]
        default_permissions = ("change", "view")
        constraints = [
            models.UniqueConstraint(fields=["group", "code"], name="one_label_per_code"),
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.code}"
