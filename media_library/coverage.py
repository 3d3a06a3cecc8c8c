"""What newspapers, radio and others made about restorative mediation."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

#: The foundation's field is younger; a smaller number is a typing error.
FIRST_YEAR, LAST_YEAR = 1980, 2099


class CoverageKind(models.TextChoices):
    """In what form something appeared; the codes are also used in addresses."""

    ARTICLE = "article", _("Article")
    NEWSPAPER = "newspaper", _("Newspaper")
    RADIO = "radio", _("Radio")
    TELEVISION = "television", _("Television")
    PODCAST = "podcast", _("Podcast")


class ItemLanguage(models.TextChoices):
    """The language that one reads or hears; the codes are ISO 639-1, and used in addresses."""

    DUTCH = "nl", _("Dutch")
    ENGLISH = "en", _("English")
    GERMAN = "de", _("German")
    FRENCH = "fr", _("French")
    SPANISH = "es", _("Spanish")
    POLISH = "pl", _("Polish")


class MediaCoverageQuerySet(models.QuerySet["MediaCoverage"]):
    """Items as readers find them."""

    def newest_first(self) -> "MediaCoverageQuerySet":
        """The newest items first; within a year those without a month come last."""
        return self.order_by(
            "-year", F("month").desc(nulls_last=True), F("day").desc(nulls_last=True), "-pk"
        )


class MediaCoverage(models.Model):
    """One item of press or media.

    How exact its date is differs: of some items we know the day, of others only the year.
    """

    outlet = models.CharField(
        _("outlet"), max_length=100, help_text=_("The paper, the programme or the podcast.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=CoverageKind.choices)
    language = models.CharField(
        _("language of the item"),
        max_length=2,
        choices=ItemLanguage.choices,
        default=ItemLanguage.DUTCH,
    )
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    month = models.PositiveSmallIntegerField(
        _("month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text=_("1 to 12. Leave empty if we only know the year."),
    )
    day = models.PositiveSmallIntegerField(
        _("day"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
        help_text=_("Leave empty if we do not know it."),
    )
    url = models.URLField(
        _("link"),
        max_length=500,
        blank=True,
        help_text=_(
            "Link to the item itself. Leave empty if it is not online, or if we do not know where "
            "it is."
        ),
    )
    title = models.CharField(
        _("title"),
        max_length=120,
        help_text=_("What it is about, in our own words and without drama."),
    )
    summary = models.TextField(_("summary"), max_length=400, help_text=_("One or two sentences."))
    people = models.CharField(
        _("people in it"),
        max_length=160,
        blank=True,
        help_text=_(
            "A role such as ‘a mediator’, or a name that is already public. Never the name of "
            "someone who came to us, even if the item names them."
        ),
    )

    objects = MediaCoverageQuerySet.as_manager()

    class Meta:
        verbose_name = _("media item")
        verbose_name_plural = _("media items")
        ordering = ["-year", "-pk"]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.title}"

    def clean(self) -> None:
        """Refuse a day that does not exist, and people named in one language only."""
        super().clean()
        if self.day and not self.month:
            raise ValidationError({"month": _("A day needs its month.")})
        if self.day and self.published_on is None:
            raise ValidationError({"day": _("This day does not exist.")})
        filled = [bool(getattr(self, f"people_{code}")) for code in ("nl", "en")]
        if any(filled) and not all(filled):
            name = f"people_{('nl', 'en')[filled.index(False)]}"
            raise ValidationError({name: _("Fill in both languages, or neither.")})

    @property
    def published_on(self) -> date | None:
        """The exact date, None where we do not know it."""
        if not (self.year and self.month and self.day):
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def date_text(self) -> str:
        """The date as far as we know it, in the active language: “3 maart 2024” or “2024”."""
        if self.published_on:
            return date_format(self.published_on, "j F Y")
        if self.month:
            return date_format(date(self.year, self.month, 1), "F Y")
        return str(self.year)

    @property
    def machine_date(self) -> str:
        """The same as HTML's `datetime` attribute has it: 2024-03-03, 2024-03 or 2024."""
        parts = (f"{self.year:04}", self.month, self.day)
        return "-".join(part if isinstance(part, str) else f"{part:02}" for part in parts if part)
