"""Translate what code wrote in both languages, so that editors find real translations.

The rows are those that wagtail-localize writes when an editor translates; they are written for a
whole page at once here, because one by one takes minutes where seconds do.
"""

from collections.abc import Iterable
from typing import Any
from uuid import uuid5

from wagtail.models import Locale, Page
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue

from home.bilingual.texts import Text


class MissingTranslationError(Exception):
    """Something has Dutch without English; publishing it would show Dutch to English readers."""


def plant_english(page: Page) -> None:
    """Add the English page, as a draft and still in Dutch, so that others can link to it."""
    page.copy_for_translation(_english(), copy_parents=True)


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
    english = _english()
    english_of = _by_string(texts)
    _add_strings(english_of, instance.locale_id)
    source, _created = TranslationSource.get_or_create_from_instance(instance)
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
    # Published from here and not by wagtail-localize, which would wait for the commit and then
    # write back what the page in memory knows, such as that it has no children.
    translation.save_target(publish=False)
    if publish:
        translation.get_target_instance().get_latest_revision().publish()


def _english() -> Locale:
    return Locale.objects.get(language_code="en")


def _by_string(texts: Iterable[Text]) -> dict[str, str]:
    """English by Dutch, the way wagtail-localize stores both."""
    found = {}
    for text in texts:
        # Within rich text strings are HTML; elsewhere wagtail-localize makes HTML of them.
        found[text.nl] = text.en
        found[StringValue.from_plaintext(text.nl).data] = StringValue.from_plaintext(text.en).data
    return found


def _add_strings(data: Iterable[str], locale_id: int) -> None:
    """Add in one go the strings that wagtail-localize would look for, miss and add one by one."""
    String.objects.bulk_create(
        (
            String(locale_id=locale_id, data=each, data_hash=uuid5(String.UUID_NAMESPACE, each))
            for each in data
        ),
        ignore_conflicts=True,
    )
