"""The demo documents: pages of this site, printed by `make downloads` and kept as files."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db.models import QuerySet
from django.utils.text import slugify
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from home.bilingual.texts import Text
from home.demo_content import LOG_ACTION
from media_library.models import ContentDocument

FOLDER = Path(__file__).resolve().parent / "media" / "documents"
LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class DemoDocument:
    """A file in each language.

    `key` never changes: it is how a later run knows the document. `page_key` is that of the demo
    page that it is printed from.
    """

    key: str
    page_key: str
    title: Text

    def path(self, language: str) -> Path:
        """Where the file is kept."""
        return FOLDER / f"{self.key}-{language}.pdf"


def load_documents(documents: Iterable[DemoDocument]) -> None:
    """Store the files that were never stored; what editors did to others stays."""
    made_before = set(_entries().values_list("data__key", flat=True))
    for demo in documents:
        for language in LANGUAGES:
            key = f"{demo.key}-{language}"
            if key not in made_before:
                log(instance=_store(demo, language), action=LOG_ACTION, data={"key": key})


def document_pks(key: str) -> list[int]:
    """Primary keys of a demo document in each language; not those that somebody deleted."""
    keys = [f"{key}-{language}" for language in LANGUAGES]
    stored = dict(_entries().filter(data__key__in=keys).values_list("data__key", "object_id"))
    pks = [int(stored[key]) for key in keys if key in stored]
    there = set(ContentDocument.objects.filter(pk__in=pks).values_list("pk", flat=True))
    return [pk for pk in pks if pk in there]


def _entries() -> QuerySet[Any]:
    content_type = ContentType.objects.get_for_model(ContentDocument)
    return ModelLogEntry.objects.filter(action=LOG_ACTION, content_type=content_type)


def _store(demo: DemoDocument, language: str) -> ContentDocument:
    title = getattr(demo.title, language)
    document = ContentDocument(
        title=title,
        language=language,
        file=ContentFile(demo.path(language).read_bytes(), f"{slugify(title)}.pdf"),
    )
    document._set_document_file_metadata()
    document.save()  # not validated before, which takes as long again: the tests open every file
    return document
