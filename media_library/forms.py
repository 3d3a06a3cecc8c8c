"""The forms in which editors add and change images."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm


class ImageForm(BaseImageForm):
    """Asks for a description in each language; the model refuses an image without."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Not every form has them: Wagtail makes one for moving images between collections.
        for name, label in (
            ("description_nl", _("Description in Dutch")),
            ("description_en", _("Description in English")),
        ):
            if name in self.fields:
                self.fields[name].label = label
                self.fields[name].help_text = _(
                    "What the image shows, in one sentence, for visitors who cannot see it."
                )
