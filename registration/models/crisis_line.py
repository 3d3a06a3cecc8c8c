"""Whom people can call when it cannot wait."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from perspectief.exact_text import ExactCharField
from perspectief.invisible import isolated
from registration.rules.abroad import numbers_of_home
from registration.vocabulary.person import CrisisAudience


class CrisisLine(models.Model):
    """One line of the box with emergency numbers; pages and forms all show the same ones."""

    name = models.CharField(_("who people call"), max_length=80, unique=True)
    number = ExactCharField(
        _("phone number"),
        max_length=30,
        blank=True,
        help_text=_(
            "As it is written in the text; there it becomes a link that calls. For people outside "
            "the Netherlands: with + and the country code, or empty if the text says how to find "
            "a number."
        ),
    )
    text = models.CharField(
        _("text"),
        max_length=200,
        help_text=_("One sentence or two, with the number in it: ‘Are you in danger? Call 112.’"),
    )
    audience = models.CharField(
        _("who it is for"),
        max_length=10,
        choices=CrisisAudience,
        default=CrisisAudience.EVERYONE,
        help_text=_(
            "The people a line is for see it first. People outside the Netherlands see only what "
            "is for them."
        ),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_active = models.BooleanField(_("shown"), default=True)

    class Meta:
        verbose_name = _("crisis line")
        verbose_name_plural = _("crisis lines")
        ordering = ["sort_order", "pk"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return isolated(self.name)

    def clean(self) -> None:
        """Refuse a line with which nobody could call.

        Raises:
            ValidationError: a text lacks the number, there is none, or one for people abroad does
                not work there; with the fields.
        """
        super().clean()
        is_for_abroad = self.audience == CrisisAudience.ABROAD
        if not self.number and not is_for_abroad:
            raise ValidationError({"number": _("Enter the number that people can call")})
        problems = {}
        for field in (f"text_{code}" for code in settings.MODELTRANSLATION_LANGUAGES):
            text = getattr(self, field) or ""
            if self.number not in text:
                problems[field] = _("The phone number %(number)s is not in this text.") % {
                    "number": self.number
                }
            elif is_for_abroad and (dead := numbers_of_home(text)):
                problems[field] = _("From another country nobody can call %(numbers)s.") % {
                    "numbers": ", ".join(dead)
                }
        if problems:
            raise ValidationError(problems)
