"""The forms in which editors add and change images."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from media_library.image_files import check_image, check_kind, odd_image


class ImageFileField(WagtailImageField):
    """Refuses a file that could not be shown, before anything else reads it."""

    def to_python(self, data: Any) -> Any:
        """Return the file.

        Raises:
            ValidationError: says what is wrong, and what to do about it.
        """
        if data in self.empty_values:
            return None
        check_kind(data.name)
        self.check_image_file_size(data)
        data.seek(0)
        check_image(data.name, data.read(), self.max_image_pixels)
        data.seek(0)
        try:
            return super().to_python(data)
        except ValidationError as error:  # Wagtail reads less than we do, and says less
            raise odd_image() from error

    def check_image_pixel_size(self, f: Any) -> None:
        """Do nothing: Wagtail reads all pixels to count them, and `check_image` did so before."""


class ImageForm(BaseImageForm):
    """Asks for a description in each language; the model refuses an image without."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Not every form has them: Wagtail makes one for moving images between collections.
        if "file" in self.fields:
            self.fields["file"] = _checked(self.fields["file"])
        for name, label in (
            ("description_nl", _("Description in Dutch")),
            ("description_en", _("Description in English")),
        ):
            if name in self.fields:
                self.fields[name].label = label
                self.fields[name].help_text = _(
                    "What the image shows, in one sentence, for visitors who cannot see it."
                )

    def _post_clean(self) -> None:
        """Keep showing the stored file on a form that is refused, not copies of the new one."""
        super()._post_clean()
        if self.errors and self.instance.pk and "file" in self.changed_data:
            self.instance.file = self.original_file


def _checked(field: WagtailImageField) -> ImageFileField:
    """The field that Wagtail makes by itself for the file of an image, with our checks."""
    return ImageFileField(
        label=field.label, required=field.required, initial=field.initial, widget=field.widget
    )
