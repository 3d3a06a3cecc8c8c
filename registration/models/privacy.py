from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from registration.rules.placeholders import HOW_TO_REACH_US, placeholder_problems


class PrivacyStatement(models.Model):
    """One version of the privacy statement; people agree to a version, so its text must stay."""

    version = models.PositiveSmallIntegerField(_("version"), unique=True)
    body = RichTextField(_("text"), features=["h2", "h3", "bold", "ol", "ul", "link"])
    body_nl: str  # modeltranslation makes a column for each language
    body_en: str
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    approved_on = models.DateField(
        _("approved by the data protection officer on"),
        null=True,
        blank=True,
        help_text=_("Without this date, the form stays closed on the real site."),
    )

    class Meta:
        verbose_name = _("privacy statement")
        verbose_name_plural = _("privacy statements")
        ordering = ["-version"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return f"{self.version}"

    def clean(self) -> None:
        """Refuse to change the text of an approved version, and names that we cannot fill in.

        Raises:
            ValidationError: the version was approved and a new one is needed, or see above.
        """
        super().clean()
        problems = {
            name: placeholder_problems(getattr(self, name) or "", HOW_TO_REACH_US)
            for name in ("body_nl", "body_en")
        }
        if any(problems.values()):
            raise ValidationError({name: found for name, found in problems.items() if found})
        stored = PrivacyStatement.objects.filter(pk=self.pk, approved_on__isnull=False).first()
        if stored and (stored.body_nl, stored.body_en) != (self.body_nl, self.body_en):
            raise ValidationError(_("This version has been approved. Make a new version instead."))
