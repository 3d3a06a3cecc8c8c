"""What a visitor wants to know of a file before downloading it: kind, size, language."""

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from media_library.models import ContentDocument

KILO = 1000
MEGA = KILO * KILO
#: No line may break between a number and its unit.
SPACE = "\N{NO-BREAK SPACE}"

IN_LANGUAGE = {
    "nl": gettext_lazy("in Dutch"),
    "en": gettext_lazy("in English"),
    "de": gettext_lazy("in German"),
    "fr": gettext_lazy("in French"),
    "es": gettext_lazy("in Spanish"),
    "pl": gettext_lazy("in Polish"),
}


def size_in_words(size: int | None) -> str:
    """A size as people say it, in the active language: 120 kB, 1,2 MB.

    Args:
        size: in bytes; nothing is said about a file of unknown size.
    """
    if size is None:
        return ""
    if size < MEGA:
        return f"{max(1, round(size / KILO))}{SPACE}kB"
    return f"{number_format(size / MEGA, decimal_pos=1)}{SPACE}MB"


def kind_and_size(document: ContentDocument) -> str:
    """Such as "PDF, 120 kB"."""
    return ", ".join(filter(None, [document.file_extension.upper(), _size_of(document)]))


def facts_of(document: ContentDocument) -> str:
    """The same, after the language of the file where that is not the active one."""
    facts = kind_and_size(document)
    return f"{in_language(document)}, {facts}" if is_foreign(document) else facts


def is_foreign(document: ContentDocument) -> bool:
    """Whether the file is in another language than the page."""
    return document.language != get_language()


def in_language(document: ContentDocument) -> str:
    """Such as "in English"."""
    return str(IN_LANGUAGE[document.language])


def accessibility_of(document: ContentDocument) -> str:
    """What somebody with a screen reader wants to know; "" for what we cannot tell."""
    return _("Works with screen readers.") if document.is_tagged else ""


def _size_of(document: ContentDocument) -> str:
    return size_in_words(document.get_file_size())
