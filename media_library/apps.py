from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaLibraryConfig(AppConfig):
    """Images, documents, videos and media coverage."""

    name = "media_library"
    verbose_name = _("Media library")

    def ready(self) -> None:
        """Have files of videos removed with them, and sizes of images made."""
        from media_library import new_images, unused_files

        unused_files.connect()
        new_images.connect()
