"""Images with the words for who cannot see them; without those words none is saved."""

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from media_library.drawings import without_scripts


class ContentImageFieldFile(WagtailImageFieldFile):
    """Every way into the library ends here, so this is where drawings are cleaned."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store `content`; of an SVG only what draws.

        Raises:
            ValidationError: the SVG cannot be read.
        """
        if name.lower().endswith(".svg"):
            content.seek(0)
            content = ContentFile(without_scripts(content.read()), name)
        super().save(name, content, save)


class ContentImageField(WagtailImageField):
    """The file of an image."""

    attr_class = ContentImageFieldFile


class ContentImage(AbstractImage):
    """An image of the site, with the text that says what it shows.

    The description exists in each language (translation.py) and is the alt text on every page that
    shows the image; it is edited here and nowhere else.
    """

    file = ContentImageField(
        verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("Tick this if people who cannot see the image miss nothing."),
    )

    admin_form_fields = (
        "title",
        "file",
        "description_nl",
        "description_en",
        "is_decorative",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        constraints = [
            models.CheckConstraint(
                name="image_described_or_decorative",
                condition=models.Q(is_decorative=True)
                | models.Q(
                    # NULL is neither empty nor not: without these two it would pass.
                    description_nl__isnull=False,
                    description_en__isnull=False,
                    description_nl__gt="",
                    description_en__gt="",
                ),
                violation_error_message=_("Describe the image in both languages."),
            )
        ]

    def clean(self) -> None:
        """Refuse an image that says nothing to who cannot see it."""
        super().clean()
        if self.is_decorative:
            return
        message = _("Say what the image shows, or tick ‘decorative’.")
        names = ("description_nl", "description_en")
        missing = [name for name in names if not (getattr(self, name) or "").strip()]
        if missing:
            raise ValidationError(dict.fromkeys(missing, message))

    @property
    def default_alt_text(self) -> str:
        """The alt text in the active language, "" for a decorative image."""
        return "" if self.is_decorative else self.description


class ContentRendition(AbstractRendition):
    """A resized copy of a ContentImage."""

    image: models.ForeignKey = models.ForeignKey(
        ContentImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"),
                name="unique_content_rendition",
            )
        ]
