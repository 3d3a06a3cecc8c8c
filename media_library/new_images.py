"""Every image that is saved gets its sizes in the background."""

from typing import Any

from django.db.models.signals import post_save

from media_library.models import ContentImage
from media_library.tasks import make_picture_sizes


def prepare(sender: type[ContentImage], instance: ContentImage, **kwargs: Any) -> None:
    """Ask for the sizes of `instance`; also after a change, which may have moved its focus."""
    if kwargs["raw"] or kwargs["update_fields"]:  # a fixture; or Wagtail notes a size or hash
        return
    make_picture_sizes.enqueue(instance.pk)


def connect() -> None:
    """Do so from now on."""
    post_save.connect(prepare, ContentImage, dispatch_uid="picture_sizes")
