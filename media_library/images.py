"""Images with the words for who cannot see them; without those words none is saved."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import models
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    SourceImageIOError,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from media_library import failed_copies
from media_library.image_files import PlainFilter, check_kind, cleaned_image, size_of_image


class ContentImageFieldFile(WagtailImageFieldFile):
    """Every way into the library ends here, so this is where files are cleaned."""

    instance: "ContentImage"

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store what one sees of `content`, and nothing else.

        Raises:
            ValidationError: it cannot be shown; forms say so before they come here.
        """
        check_kind(name)
        content.seek(0)
        cleaned = cleaned_image(name, content.read())
        self.instance.is_cleaned = True
        super().save(name, ContentFile(cleaned, name), save)

    def get_image_dimensions(self) -> tuple[float, float]:
        """Width and height in pixels; 0 and 0 of a file that cannot be read.

        Django asks whenever it loads an image without a size, so an error would break every list.
        """
        try:
            if self._committed:
                with self.storage.open(self.name) as stored:
                    return size_of_image(self.name, stored.read())
            self.file.seek(0)
            content = self.file.read()
            self.file.seek(0)  # for whoever stores it
            return size_of_image(self.name, content)
        except (ValidationError, OSError):
            return 0, 0


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
    #: Whether file and copies hold nothing but what one sees; `clean_uploads` sees to the others.
    is_cleaned = models.BooleanField(default=False, editable=False)

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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new file first, so that size and hash are those of what is stored.

        Raises:
            ValidationError: the file cannot be shown.
        """
        if self.file and not self.file._committed:
            self.file.save(self.file.name, self.file.file, save=False)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

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

    def get_rendition(self, filter: Filter | str) -> "ContentRendition":
        """Return the copy that `filter` asks for, or one without a file where it cannot be made.

        Wagtail's screens and our pages show a list of images in one go, so one odd file may not
        keep the others from being seen.
        """
        try:
            return super().get_rendition(filter)
        except OSError as error:  # also SourceImageIOError, which is reported where it is raised
            spec = filter if isinstance(filter, str) else filter.spec
            if not isinstance(error, SourceImageIOError):
                failed_copies.report(self, spec, error)
            return ContentRendition(
                image=self,
                filter_spec=spec,
                width=ContentRendition.PLACEHOLDER_SIZE[0],
                height=ContentRendition.PLACEHOLDER_SIZE[1],
            )

    def get_renditions(self, *filters: Filter | str) -> dict[str, "ContentRendition"]:
        """Return several copies, one by one: several at once would need much memory."""
        found = [self.get_rendition(filter) for filter in filters]
        return {rendition.filter_spec: rendition for rendition in found}

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """Make the file of a copy, of which nothing is left but what one sees.

        Raises:
            SourceImageIOError: it cannot be made.
        """
        if failed_copies.failed_lately(self, filter.spec):
            raise SourceImageIOError
        try:
            return super().generate_rendition_file(PlainFilter(filter.spec), source=source)
        # What an odd file makes the libraries stumble over is anybody's guess.
        except Exception as error:
            failed_copies.report(self, filter.spec, error)
            raise SourceImageIOError from error


class ContentRendition(AbstractRendition):
    """A resized copy of a ContentImage."""

    #: Of the drawing that screens show where there is no copy, in pixels.
    PLACEHOLDER_SIZE = (320, 180)

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

    @property
    def is_there(self) -> bool:
        """Whether the copy could be made."""
        return bool(self.file)

    @property
    def url(self) -> str:
        """Address of the copy, or of a drawing that says that there is none."""
        return self.file.url if self.is_there else static("media_library/no-picture.svg")
