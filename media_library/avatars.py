"""Profile pictures of staff: small, and of nothing but a face.

Who has the address of one may fetch it, so neither the name of the file nor the place where it was
taken comes along.
"""

from io import BytesIO
from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel, BaseSettingsPanel

from media_library.picture_files import open_picture, plain_pixels

SIDE = 400  # pixels; screens show 70 at most
NAME = "portrait.webp"  # storage puts a random number before it


def avatar_of(content: bytes) -> bytes:
    """Return the picture as a small WebP.

    Raises:
        ValidationError: it is too large, damaged or no picture.
    """
    pixels = plain_pixels(open_picture(content))
    pixels.thumbnail((SIDE, SIDE))
    written = BytesIO()
    pixels.save(written, "WEBP")
    return written.getvalue()


class AvatarForm(AvatarPreferencesForm):
    """Wagtail's, which keeps a small picture as it came and stumbles over a damaged one."""

    avatar = forms.FileField(required=False)  # the page has a label of its own

    def clean_avatar(self) -> Any:
        """Return the new picture, the one that there was, or False for none.

        Raises:
            ValidationError: says what is wrong with it.
        """
        file = self.cleaned_data.get("avatar")
        if not isinstance(file, UploadedFile):  # none, the one that there was, or "take it away"
            return file
        file.seek(0)  # the page makes its forms twice
        return ContentFile(avatar_of(file.read()), NAME)


class AvatarPanel(AvatarSettingsPanel):
    """The part of the account page about it, which says what is wrong with a file."""

    form_class = AvatarForm
    template_name = "media_library/avatar_panel.html"


class AccountViewWithAvatar(AccountView):
    """Wagtail's page about one's own account."""

    def get_panels(self) -> list[BaseSettingsPanel]:
        """Return the parts of the page."""
        return [
            AvatarPanel(panel.request, panel.user, panel.profile)
            if isinstance(panel, AvatarSettingsPanel)
            else panel
            for panel in super().get_panels()
        ]
