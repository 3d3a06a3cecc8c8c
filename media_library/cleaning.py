"""Uploads from before files were cleaned, and their copies: the same places, without the traces.

A file is replaced under its own name, in one step, so whatever happens meanwhile each address
answers with a whole file. What is done is marked, so this may stop anywhere and run again.
"""

import os
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha1
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from PIL import Image, UnidentifiedImageError
from wagtail.images.models import SourceImageIOError
from wagtail.users.models import UserProfile

from media_library.avatars import NAME, avatar_of
from media_library.document_files import is_tagged_pdf
from media_library.document_process import without_traces as without_traces_in_document
from media_library.document_refusals import RefusedDocumentError
from media_library.drawings import with_changed_pictures
from media_library.embedded_pictures import without_notes
from media_library.image_files import cleaned_image, is_drawing, size_of_image
from media_library.models import ContentDocument, ContentImage, ContentRendition, Video
from media_library.video_traces import UnreadableVideoError
from media_library.video_traces import without_traces as without_traces_in_video

#: A copy is written before its row; one without a row that is older belongs to nothing.
BEFORE_A_COPY_IS_ORPHANED = timedelta(hours=1)
COPIES_FOLDER = "images"


@dataclass
class Report:
    """What was done; `unreadable` names what somebody has to look at, such as "image 7"."""

    images: int = 0
    copies: int = 0
    documents: int = 0
    videos: int = 0
    avatars: int = 0
    orphans: int = 0
    unreadable: list[str] = field(default_factory=list)


def clean_stored_files() -> Report:
    """Clean what is not marked as clean, and remove copies that belong to no image."""
    report = Report()
    for image in ContentImage.objects.filter(is_cleaned=False).order_by("pk"):
        _clean_image(image, report)
    for document in ContentDocument.objects.filter(is_cleaned=False).order_by("pk"):
        _clean_document(document, report)
    for video in Video.objects.filter(is_cleaned=False).exclude(file="").order_by("pk"):
        _clean_video(video, report)
    for profile in UserProfile.objects.exclude(avatar="").order_by("pk"):
        _clean_avatar(profile, report)
    _remove_orphans(report)
    return report


def _clean_image(image: ContentImage, report: Report) -> None:
    try:
        cleaned = cleaned_image(image.file.name, _read(image.file))
    except (ValidationError, OSError):
        report.unreadable.append(f"image {image.pk}")
        for copy in image.renditions.all():
            report.copies += _clean_copy(copy)
        return
    _replace(image.file, cleaned)
    width, height = size_of_image(image.file.name, cleaned)
    image.width, image.height = int(width), int(height)
    for copy in image.renditions.all():
        report.copies += _make_copy_again(image, copy)
    _mark(image, cleaned, width=image.width, height=image.height)
    report.images += 1


def _make_copy_again(image: ContentImage, copy: ContentRendition) -> bool:
    try:
        made = image.generate_rendition_file(copy.filter)
    except SourceImageIOError:
        return _clean_copy(copy)
    with made:
        made.seek(0)
        content = made.read()
    _replace(copy.file, content)
    width, height = size_of_image(copy.file.name, content)
    ContentRendition.objects.filter(pk=copy.pk).update(width=int(width), height=int(height))
    return True


def _clean_copy(copy: ContentRendition) -> bool:
    """Clean a copy that cannot be made again; whether there was something to clean.

    Only into JPEG and PNG went anything but pixels, also where these are in a drawing.
    """
    try:
        content = _read(copy.file)
    except OSError:
        return False
    is_svg = is_drawing(str(copy.file.name))
    cleaned = with_changed_pictures(content, without_notes) if is_svg else without_notes(content)
    if cleaned == content:
        return False
    _replace(copy.file, cleaned)
    return True


def _clean_document(document: ContentDocument, report: Report) -> None:
    name = document.file.name
    try:
        cleaned = without_traces_in_document(name, _read(document.file))
        is_tagged = name.endswith(".pdf") and is_tagged_pdf(BytesIO(cleaned))
    except (RefusedDocumentError, OSError):
        report.unreadable.append(f"document {document.pk}")
        return
    _replace(document.file, cleaned)
    _mark(document, cleaned, is_tagged=is_tagged)
    report.documents += 1


def _clean_video(video: Video, report: Report) -> None:
    try:
        cleaned = without_traces_in_video(_read(video.file))
    except (UnreadableVideoError, OSError):
        report.unreadable.append(f"video {video.pk}")
        return
    _replace(video.file, cleaned)
    Video.objects.filter(pk=video.pk).update(is_cleaned=True)
    report.videos += 1


def _clean_avatar(profile: UserProfile, report: Report) -> None:
    old = profile.avatar.name
    try:
        content = _read(profile.avatar)
        if _is_avatar_of_ours(old, content):
            return
        cleaned = avatar_of(content)
    except (ValidationError, OSError):
        report.unreadable.append(f"profile picture {profile.pk}")
        return
    profile.avatar.save(NAME, ContentFile(cleaned), save=False)
    profile.save(update_fields=["avatar"])
    default_storage.delete(old)
    report.avatars += 1


def _is_avatar_of_ours(name: str, content: bytes) -> bool:
    try:
        notes = Image.open(BytesIO(content)).info.keys() & {"exif", "xmp", "icc_profile"}
    except (UnidentifiedImageError, Image.DecompressionBombError):
        return False
    return name.endswith(NAME) and not notes


def _remove_orphans(report: Report) -> None:
    if not default_storage.exists(COPIES_FOLDER):
        return
    known = set(ContentRendition.objects.values_list("file", flat=True))
    newest = timezone.now() - BEFORE_A_COPY_IS_ORPHANED
    for name in default_storage.listdir(COPIES_FOLDER)[1]:
        path = f"{COPIES_FOLDER}/{name}"
        if path not in known and default_storage.get_modified_time(path) < newest:
            default_storage.delete(path)
            report.orphans += 1


def _mark(stored: ContentImage | ContentDocument, content: bytes, **changes: Any) -> None:
    """Say that a row is clean; not by `save`, which would store the file again."""
    type(stored)._default_manager.filter(pk=stored.pk).update(
        is_cleaned=True,
        file_size=len(content),
        file_hash=sha1(content, usedforsecurity=False).hexdigest(),  # as Wagtail has it
        **changes,
    )


def _read(file: FieldFile) -> bytes:
    with file.storage.open(str(file.name)) as stored:
        return stored.read()


def _replace(file: FieldFile, content: bytes) -> None:
    """Put `content` in the place of a stored file, so that nobody ever finds half of it."""
    if hasattr(file.storage, "replace"):  # a bucket
        file.storage.replace(str(file.name), content)
        return
    path = Path(file.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as written:
        written.write(content)
    os.chmod(written.name, settings.FILE_UPLOAD_PERMISSIONS)  # else the web server cannot read it
    os.replace(written.name, path)
