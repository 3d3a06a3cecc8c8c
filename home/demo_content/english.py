"""Translate what the demo made, the way an editor does, so that editors find real translations."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object
from wagtail_localize.strings import StringValue

from home.demo_content.texts import Text


class MissingTranslationError(Exception):
    """The demo has Dutch without English; publishing it would show Dutch to English readers."""


def translate(instance: Any, texts: Iterable[Text]) -> None:
    """Submit a page or snippet for translation, fill in the English and publish it.

    Args:
        instance: the Dutch page or snippet.
        texts: everything it says, in both languages.

    Raises:
        MissingTranslationError: some Dutch string has no English one.
    """
    english_of = {}
    for text in texts:
        # Within rich text strings are HTML; elsewhere wagtail-localize makes HTML of them.
        english_of[text.nl] = text.en
        english_of[StringValue.from_plaintext(text.nl).data] = StringValue.from_plaintext(
            text.en
        ).data
    english = Locale.objects.get(language_code="en")
    translate_object(instance, [english])
    translation = Translation.objects.get(
        source__object_id=instance.translation_key, target_locale=english
    )
    # The source's own export: the translation's also looks for obsolete strings, which is slow.
    po = translation.source.export_po()
    for entry in po:
        entry.msgstr = english_of.get(entry.msgid, "")
    missing = [entry.msgid for entry in po if not entry.msgstr]
    if missing:
        raise MissingTranslationError(f"{instance}: {missing}")
    translation.import_po(po, translation_type="manual", tool_name="demo")
    total, done = translation.get_progress()
    if total != done:
        raise MissingTranslationError(f"{instance}: {total - done} strings")
    if isinstance(instance, Page):
        # Published from here and not by wagtail-localize, which would wait for the commit and then
        # write back what the page in memory knows, such as that it has no children.
        translation.save_target(publish=False)
        translation.get_target_instance().get_latest_revision().publish()
    else:
        translation.save_target(publish=True)
