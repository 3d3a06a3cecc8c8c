"""Figures as rows that editors change in one place; pages only refer to them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

LANGUAGES = ("nl", "en")


class Unit(models.TextChoices):
    """What a value counts."""

    NUMBER = "number", _("Number")
    PERCENT = "percent", _("Percentage")


class Precision(models.TextChoices):
    """How exactly the source gives a value."""

    EXACT = "exact", _("Exactly")
    ABOUT = "about", _("About")
    AT_LEAST = "at_least", _("At least")
    AT_MOST = "at_most", _("At most")
    MORE_THAN = "more_than", _("More than")
    GROWTH = "growth", _("Growth (+)")


def refuse_half_translations(row: models.Model, fields: list[str]) -> None:
    """Refuse a text that only one language has.

    Raises:
        ValidationError: one of the optional `fields` is filled in in one language only.
    """
    errors: dict[str, Any] = {}
    for field in fields:
        texts = {code: getattr(row, f"{field}_{code}") for code in LANGUAGES}
        if any(texts.values()) and not all(texts.values()):
            errors |= {
                f"{field}_{code}": _("Write this in both languages.")
                for code, text in texts.items()
                if not text
            }
    if errors:
        raise ValidationError(errors)


class FigureSet(models.Model):
    """Figures that belong together, shown as one chart."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=120)
    base = models.CharField(
        _("what the figures are a share of"),
        max_length=240,
        blank=True,
        help_text=_("Such as ‘of the registrations that went to a mediator’."),
    )
    has_bars = models.BooleanField(
        _("draw bars"),
        default=True,
        help_text=_("Only for figures that can be compared with each other."),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        verbose_name = _("set of figures")
        verbose_name_plural = _("sets of figures")
        ordering = ["sort_order", "code"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse half translations and a changed code."""
        super().clean()
        refuse_half_translations(self, ["base"])
        if self.pk and not FigureSet.objects.filter(pk=self.pk, code=self.code).exists():
            raise ValidationError({"code": _("The code cannot be changed.")})


class Figure(models.Model):
    """One number of one year. Figures of two years with the same code are compared."""

    figure_set = models.ForeignKey(
        FigureSet,
        verbose_name=_("set of figures"),
        on_delete=models.PROTECT,
        related_name="figures",
    )
    code = models.SlugField(
        _("code"),
        max_length=40,
        help_text=_("The same for each year, so that years can be compared."),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.DecimalField(_("value"), max_digits=9, decimal_places=1)
    unit = models.CharField(_("unit"), max_length=10, choices=Unit.choices, default=Unit.NUMBER)
    precision = models.CharField(
        _("precision"), max_length=10, choices=Precision.choices, default=Precision.EXACT
    )
    label = models.CharField(_("label"), max_length=150)
    note = models.CharField(
        _("explanation"), max_length=200, blank=True, help_text=_("A few words of explanation.")
    )
    base = models.CharField(
        _("what the figure is a share of"),
        max_length=240,
        blank=True,
        help_text=_("Only where it differs from that of the set."),
    )
    source = models.CharField(_("source"), max_length=120)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["figure_set__sort_order", "figure_set__code", "-year", "sort_order", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["figure_set", "code", "year"], name="one_figure_per_set_code_and_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.year})"

    @property
    def reference(self) -> str:
        """How texts name this figure."""
        return f"{self.figure_set.code}.{self.code}.{self.year}"

    @property
    def reference_in_text(self) -> str:
        """What an editor types to show this figure within a sentence."""
        return f"[[{self.reference}]]"

    def clean(self) -> None:
        """Refuse half translations, a percentage of nothing, and a changed identity.

        Raises:
            ValidationError: see above; texts refer to set, code and year, so these stay.
        """
        super().clean()
        refuse_half_translations(self, ["note", "base"])
        if not self.figure_set_id:
            return
        if self.unit == Unit.PERCENT and not (self.base or self.figure_set.base):
            raise ValidationError(
                {f"base_{code}": _("Say what it is a percentage of.") for code in LANGUAGES}
            )
        identity: dict[str, Any] = {
            "figure_set_id": self.figure_set_id,
            "code": self.code,
            "year": self.year,
        }
        if self.pk and not Figure.objects.filter(pk=self.pk, **identity).exists():
            raise ValidationError(_("Set, code and year cannot be changed; add a new figure."))
