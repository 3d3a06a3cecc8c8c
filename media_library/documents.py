"""Files to download, which say what they are before somebody does."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.search import index

from media_library.document_files import is_tagged_pdf
from media_library.document_process import without_traces
from media_library.document_refusals import RefusedDocumentError

#: Folder of uploads that may not be fetched but through the view that knows who may.
FOLDER = "documents"
LONGEST_NAME = 60

#: Languages of files, each in its own words.
DOCUMENT_LANGUAGES = [
    ("nl", "Nederlands"),
    ("en", "English"),
    ("de", "Deutsch"),
    ("fr", "Français"),
    ("es", "Español"),
    ("pl", "Polski"),
]


def document_path(instance: "ContentDocument", filename: str) -> str:
    """A path without spaces, capitals and accents, for the file that is called `filename`."""
    path = PurePath(filename)
    stem = slugify(path.stem)[:LONGEST_NAME].strip("-") or "document"
    return f"{FOLDER}/{stem}{path.suffix.lower()}"


class ContentDocumentFieldFile(models.fields.files.FieldFile):
    """Every way into the library ends here, so this is where files are read."""

    instance: "ContentDocument"

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store what one reads in `content`, and whether screen readers find their way in it.

        Raises:
            RefusedDocumentError: nobody can open it, or it cannot be cleaned; forms say so before
                they come here.
        """
        content.seek(0)
        cleaned = ContentFile(without_traces(name, content.read()), name)
        self.instance.is_tagged = _is_pdf(name) and is_tagged_pdf(cleaned)
        self.instance.is_cleaned = True
        cleaned.seek(0)
        super().save(name, cleaned, save)


class ContentDocumentField(models.FileField):
    """The file of a document."""

    attr_class = ContentDocumentFieldFile


class ContentDocument(AbstractDocument):
    """A file that visitors can download, in one language; so is its title."""

    file = ContentDocumentField(_("file"), upload_to=document_path)
    language = models.CharField(
        _("language"),
        max_length=5,
        choices=DOCUMENT_LANGUAGES,
        help_text=_("What the file itself is written in."),
    )
    # Below `file`: storing that fills these in.
    is_tagged = models.BooleanField(default=False, editable=False)
    is_cleaned = models.BooleanField(default=False, editable=False)

    admin_form_fields = ("title", "file", "language", "collection", "tags")
    search_fields = [*AbstractDocument.search_fields, index.FilterField("language")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new file first, so that size and hash are those of what is stored."""
        if self.file and not self.file._committed:
            self.file.save(self.file.name, self.file.file, save=False)
            self._set_document_file_metadata()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse kinds of files that are not allowed, and a file that nobody can open."""
        if not self.file:  # uploaded and checked in an earlier step
            return
        super().clean()
        if self.file._committed:
            return
        self.file.seek(0)
        content = self.file.read()
        self.file.seek(0)
        try:
            without_traces(self.file.name, content)
        except RefusedDocumentError as refusal:
            message = ValidationError(refusal.advice, params=refusal.params)
            raise ValidationError({"file": message}) from refusal


def _is_pdf(name: str) -> bool:
    return PurePath(name).suffix.lower() == ".pdf"
