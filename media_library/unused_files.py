"""Files of videos go with them: what somebody takes off the site is off it."""

from functools import partial
from typing import Any

from django.db import models, transaction

from media_library.models import Video

FILE_FIELDS = ("file", "captions_nl", "captions_en")


def remove_replaced_files(sender: type[Video], instance: Video, **kwargs: Any) -> None:
    """Remove the files that `instance` no longer names, once the change is certain."""
    stored = Video.objects.filter(pk=instance.pk).first()
    if stored is not None:
        for name in FILE_FIELDS:
            if getattr(stored, name) != getattr(instance, name):
                _remove_after_commit(stored, name)


def remove_all_files(sender: type[Video], instance: Video, **kwargs: Any) -> None:
    """Remove the files of a video that was deleted, once that is certain."""
    for name in FILE_FIELDS:
        _remove_after_commit(instance, name)


def _remove_after_commit(video: Video, name: str) -> None:
    file = getattr(video, name)
    if file:
        transaction.on_commit(partial(file.storage.delete, file.name))


def connect() -> None:
    """Do so from now on."""
    models.signals.pre_save.connect(remove_replaced_files, Video, dispatch_uid="replaced_files")
    models.signals.post_delete.connect(remove_all_files, Video, dispatch_uid="all_files")
