"""Translate what code wrote in both languages, so that editors find real translations.

The rows are those that wagtail-localize writes when an editor translates; they are written for a
whole page at once here, because one by one takes minutes where seconds do.
"""

import re
from collections.abc import Iterable
from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
)
from wagtail_localize.strings import StringValue

from home.bilingual.submitting import submit
from home.bilingual.texts import Text

#: What looks different in HTML; most texts have none of it, and making HTML of them takes long.
NOT_PLAIN = re.compile("[&<>\"'\n\r\t\xa0]")


class MissingTranslationError(Exception):
    """Something has Dutch without English; publishing it would show Dutch to English readers."""


def translate(
    instance: Any, texts: Iterable[Text], *, tool: str = "demo", publish: bool = True
) -> None:
    """Submit a page or snippet for translation, fill in the English and publish it.

    Args:
        instance: the Dutch page or snippet.
        texts: everything it says, in both languages.
        tool: what wrote the texts, for the history of each translated string.
        publish: False keeps it as a draft.

    Raises:
        MissingTranslationError: some Dutch string has no English one.
    """
    translation = record_translation(instance, texts, tool=tool)
    # Published from here and not by wagtail-localize, which would wait for the commit and then
    # write back what the page in memory knows, such as that it has no children.
    translation.save_target(publish=False)
    if publish:
        translation.get_target_instance().get_latest_revision().publish()


def record_translation(instance: Any, texts: Iterable[Text], *, tool: str = "demo") -> Translation:
    """Submit a page or snippet for translation, and fill in the English of each of its texts.

    Args:
        instance: the Dutch page or snippet.
        texts: everything it says, in both languages.
        tool: what wrote the texts, for the history of each translated string.

    Raises:
        MissingTranslationError: some Dutch string has no English one.
    """
    english = Locale.objects.get(language_code="en")
    english_of = _by_string(texts)
    source = submit(instance)
    translation, _created = Translation.objects.get_or_create(
        source=source, target_locale=english, defaults={"enabled": True}
    )
    # A sentence that is said twice in one text is one translation.
    places = {
        (segment.string_id, segment.context_id): segment.string.data
        for segment in StringSegment.objects.filter(source=source).select_related("string")
    }
    missing = [data for data in places.values() if not english_of.get(data)]
    if missing:
        raise MissingTranslationError(f"{instance}: {missing}")
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of_id=string,
            context_id=context,
            locale=english,
            data=english_of[data],
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            tool_name=tool,
        )
        for (string, context), data in places.items()
    )
    return translation


def _by_string(texts: Iterable[Text]) -> dict[str, str]:
    """English by Dutch, the way wagtail-localize stores both."""
    found = {}
    for text in texts:
        # Within rich text strings are HTML; elsewhere wagtail-localize makes HTML of them.
        found[text.nl] = text.en
        if NOT_PLAIN.search(text.nl + text.en):
            as_html = StringValue.from_plaintext
            found[as_html(text.nl).data] = as_html(text.en).data
    return found
