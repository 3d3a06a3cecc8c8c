"""The gate before going live in another language than Dutch: nobody reads Dutch under /en/.

Dutch is the source and English its translation. Whatever way something goes live (a button, a
schedule, several pages at once, a copy, an alias that follows its original), it is saved with
`live` set, and so passes here. What is refused stays as it was; the error says which texts are
missing.

What counts is the text that would go live and not how far a translation is: a draft from before the
last sentence was translated still holds that sentence in Dutch.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import Any
from uuid import uuid5

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.text import Truncator, capfirst, slugify
from wagtail.fields import StreamField
from wagtail.models import Revision
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.bilingual.same_words import is_short, same_among

FIRST_WORDS = 6
#: What Wagtail puts behind a slug that is taken.
SLUG_NUMBER = re.compile(r"-\d+$")


@dataclass(frozen=True)
class UntranslatedText:
    """A text that is still Dutch: the field that it is in, its first words, and all if few."""

    field: str
    first_words: str
    name: str = ""


class UntranslatedError(Exception):
    """Something would go live in another language with texts that are still Dutch.

    Args:
        instance: what would go live.
        texts: those that are Dutch, in the order of the page; none if it is no translation at all.
    """

    def __init__(self, instance: Any, texts: Iterable[UntranslatedText] = ()) -> None:
        super().__init__(f"{instance._meta.label} {instance.pk}")
        self.instance = instance
        self.texts = tuple(texts)


def refuse_untranslated(instance: Any) -> None:
    """Let pass what readers of its language may see: Dutch, and what is translated wholly.

    Args:
        instance: a page or snippet with the texts that would go live.

    Raises:
        UntranslatedError: it is in another language, and has texts in Dutch or no Dutch source.
    """
    if not _is_translated(instance):
        return
    if getattr(instance, "alias_of_id", None) and _follows_its_own_language(instance):
        return  # its original passed
    translation = (
        Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale=_locale_of(instance)
        )
        .select_related("source")
        .first()
    )
    if translation is None:
        raise UntranslatedError(instance)
    if texts := _dutch_texts(instance, translation):
        raise UntranslatedError(instance, texts)


class TranslatedBeforeLive:
    """What a model with drafts and a translation is too; it comes before Wagtail's own bases."""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, unless Dutch would become readable in another language.

        A page that only repeats a Dutch one (an alias) is kept offline instead: it is saved when
        the Dutch page is published, and that must not fail.

        Raises:
            UntranslatedError: see `refuse_untranslated`.
        """
        instance: Any = self
        fields = kwargs.get("update_fields")
        if instance.live and (fields is None or not _shown_names(type(self)).isdisjoint(fields)):
            if _repeats_another_language(instance):
                instance.live = False
            else:
                refuse_untranslated(instance)
        super().save(*args, **kwargs)  # type: ignore[misc]  # of Django, as below of Wagtail

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish a revision or schedule it; what is scheduled is judged now.

        Raises:
            UntranslatedError: see `refuse_untranslated`.
        """
        refuse_untranslated(revision.as_object())
        return super().publish(revision, *args, **kwargs)  # type: ignore[misc]


def _locale_of(instance: Any) -> Any:
    return instance.locale if instance.locale_id else instance.get_default_locale()


def _is_translated(instance: Any) -> bool:
    return bool(_locale_of(instance).language_code != settings.LANGUAGE_CODE)


def _follows_its_own_language(instance: Any) -> bool:
    return bool(instance.alias_of.locale_id == instance.locale_id)


def _repeats_another_language(instance: Any) -> bool:
    return (
        bool(getattr(instance, "alias_of_id", None))
        and _is_translated(instance)
        and not _follows_its_own_language(instance)
    )


def _shown_names(model: Any) -> set[str]:
    return {"live", *(field.field_name for field in get_translatable_fields(model))}


def _number_blocks(instance: Any) -> None:
    """Give blocks that are new the number that saving gives them: a text is known by its place."""
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField):
            field.get_prep_value(getattr(instance, field.name))


def _dutch_texts(instance: Any, translation: Translation) -> list[UntranslatedText]:
    _number_blocks(instance)
    segments = [
        segment for segment in extract_segments(instance) if isinstance(segment, StringSegmentValue)
    ]
    in_context = {"locale": translation.target_locale_id, "has_error": False}
    done = {
        (path, _plain(path, data))
        for path, data in StringTranslation.objects.filter(
            context__object_id=instance.translation_key, **in_context
        ).values_list("context__path", "data")
    }
    others = [
        each for each in segments if (each.path, _plain(each.path, each.string.data)) not in done
    ]
    if not others:
        return []
    spellings = {text for each in others for text in _spellings(each)}
    dutch = set(
        String.objects.filter(
            locale=translation.source.locale_id,
            data_hash__in=[uuid5(String.UUID_NAMESPACE, text) for text in spellings],
        ).values_list("data", flat=True)
    )
    # Where the translator has a text still to do, what stands there is not a translation either.
    waiting = _paths_to_do(translation) if translation.enabled else set()
    same = same_among(
        {_plain(each.path, each.string.data) for each in others}, in_context["locale"]
    )
    return [
        _untranslated(instance, each, is_in_translator=each.path in waiting)
        for each in others
        if each.path in waiting
        or (
            not dutch.isdisjoint(_spellings(each))
            and _plain(each.path, each.string.data) not in same
        )
    ]


def _untranslated(
    instance: Any, segment: StringSegmentValue, *, is_in_translator: bool
) -> UntranslatedText:
    text = _plain(segment.path, segment.string.data)
    may_be_name = not is_in_translator and is_short(text) and segment.path != "slug"
    return UntranslatedText(
        _field_name(instance, segment.path),
        _first_words(segment.string.data),
        text if may_be_name else "",
    )


def _plain(path: str, data: str) -> str:
    """Return a text as it is alike in the translator and on the page, which write it differently.

    Wagtail makes a slug of what a translator wrote, and puts a number behind one that is taken.
    """
    text = " ".join(unescape(data).split())
    return SLUG_NUMBER.sub("", slugify(text)) if path == "slug" else text


def _spellings(segment: StringSegmentValue) -> set[str]:
    data = segment.string.data
    return {data, _plain("slug", data)} if segment.path == "slug" else {data}


def _paths_to_do(translation: Translation) -> set[str]:
    segments = StringSegment.objects.filter(source_id=translation.source_id)
    return set(
        segments.annotate_translation(translation.target_locale_id)
        .filter(translation=None)
        .values_list("context__path", flat=True)
    )


def _field_name(instance: Any, path: str) -> str:
    field = instance._meta.get_field(path.partition(".")[0])
    return capfirst(str(getattr(field, "verbose_name", field.name)))


def _first_words(data: str) -> str:
    return Truncator(" ".join(strip_tags(data).split())).words(FIRST_WORDS)
