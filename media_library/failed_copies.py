"""Copies of images that could not be made: not tried again at once, and reported once."""

import hashlib
import logging
from typing import Any

from django.core.cache import cache

logger = logging.getLogger(__name__)

#: Trying takes time that each visitor of the page would wait; a full disk is mended within this.
SECONDS_BEFORE_NEXT_TRY = 60 * 60


def failed_lately(image: Any, spec: str) -> bool:
    """Whether this copy of `image` could not be made a short while ago."""
    return cache.get(_key(image, spec)) is not None


def report(image: Any, spec: str, error: Exception) -> None:
    """Remember that a copy failed; the log gets one line for the file, with no name in it."""
    cache.set(_key(image, spec), True, SECONDS_BEFORE_NEXT_TRY)
    if cache.add(_key(image), True, timeout=None):
        logger.error(
            "No copy (%s) of image %s could be made: %s", spec, image.pk, type(error).__name__
        )


def _key(image: Any, *parts: str) -> str:
    """A replaced file has another name, and so is tried and reported anew."""
    name = "|".join([image.file.name, *parts])
    return f"failed-copy-{image.pk}-{hashlib.sha256(name.encode()).hexdigest()[:32]}"
