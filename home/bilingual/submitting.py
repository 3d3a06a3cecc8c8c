"""Submit content for translation: the rows that wagtail-localize writes, a kind at a time.

wagtail-localize looks for each text, its place and its segment, and adds them one by one; of a site
that takes minutes where seconds do.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID, uuid5

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.fields import StreamField
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments


def submit(instance: Any) -> TranslationSource:
    """Return the source of a page or snippet; a new one holds what that says now.

    Args:
        instance: the Dutch page, in its specific type, or snippet, as it is in the database.
    """
    translatable, _created = TranslatableObject.objects.get_or_create_from_instance(instance)
    source, is_new = TranslationSource.objects.get_or_create(
        object=translatable,
        locale=instance.locale,
        defaults={
            "specific_content_type": ContentType.objects.get_for_model(type(instance)),
            "object_repr": str(instance)[:200],
            "content_json": _content_of(instance),
            "schema_version": get_schema_version(instance._meta.app_label),
            "last_updated_at": timezone.now(),
        },
    )
    if is_new:
        _add_segments(source, instance)
    return source


def _content_of(instance: Any) -> str:
    if isinstance(instance, ClusterableModel):
        return str(instance.to_json())
    return _in_json(get_serializable_data_for_fields(instance))


def _add_segments(source: TranslationSource, instance: Any) -> None:
    segments = extract_segments(instance)
    contexts = _contexts(source, instance, [segment.path for segment in segments])

    def place(segment: Any) -> dict[str, Any]:
        return {"source": source, "context": contexts[segment.path], "order": segment.order}

    texts = [each for each in segments if isinstance(each, StringSegmentValue)]
    strings = _strings(source.locale_id, [each.string.data for each in texts])
    StringSegment.objects.bulk_create(
        StringSegment(**place(each), string=strings[each.string.data], attrs=_in_json(each.attrs))
        for each in texts
    )
    frames = [each for each in segments if isinstance(each, TemplateSegmentValue)]
    templates = _templates(frames)
    TemplateSegment.objects.bulk_create(
        TemplateSegment(**place(each), template=templates[_template_id(each)]) for each in frames
    )
    OverridableSegment.objects.bulk_create(
        OverridableSegment(**place(each), data_json=_in_json(each.data))
        for each in segments
        if isinstance(each, OverridableSegmentValue)
    )
    RelatedObjectSegment.objects.bulk_create(
        RelatedObjectSegment(**place(each), object=_related(each))
        for each in segments
        if isinstance(each, RelatedObjectSegmentValue)
    )


def _contexts(
    source: TranslationSource, instance: Any, paths: Iterable[str]
) -> dict[str, TranslationContext]:
    """The places of texts by their path; a place outlives the source that it was made for."""
    of_object = TranslationContext.objects.filter(object_id=source.object_id)
    names = dict(_names_of_blocks(instance))
    TranslationContext.objects.bulk_create(
        (
            TranslationContext(
                object_id=source.object_id,
                path=path,
                path_id=TranslationContext._get_path_id(path),
                field_path=".".join(names.get(part, part) for part in path.split(".")),
            )
            for path in dict.fromkeys(paths)
        ),
        ignore_conflicts=True,
    )
    return {context.path: context for context in of_object}


def _names_of_blocks(instance: Any) -> Iterator[tuple[str, str]]:
    """Id and name of every block: a path goes by ids where the path of a field goes by names."""
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _names_in(getattr(instance, field.name).get_prep_value())


def _names_in(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        if "id" in value and "type" in value:
            yield value["id"], value["type"]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _names_in(inner)


def _strings(locale_id: int, texts: Iterable[str]) -> dict[str, String]:
    hashes = {uuid5(String.UUID_NAMESPACE, text): text for text in texts}
    String.objects.bulk_create(
        (
            String(locale_id=locale_id, data=text, data_hash=data_hash)
            for data_hash, text in hashes.items()
        ),
        ignore_conflicts=True,
    )
    found = String.objects.filter(locale_id=locale_id, data_hash__in=hashes)
    return {string.data: string for string in found}


def _templates(segments: Iterable[TemplateSegmentValue]) -> dict[UUID, Template]:
    by_id = {_template_id(segment): segment for segment in segments}
    Template.objects.bulk_create(
        (
            Template(
                uuid=uuid,
                template=segment.template,
                template_format=segment.format,
                string_count=segment.string_count,
            )
            for uuid, segment in by_id.items()
        ),
        ignore_conflicts=True,
    )
    return {template.uuid: template for template in Template.objects.filter(uuid__in=by_id)}


def _template_id(segment: TemplateSegmentValue) -> UUID:
    return uuid5(uuid5(Template.BASE_UUID_NAMESPACE, segment.format), segment.template)


def _related(segment: RelatedObjectSegmentValue) -> TranslatableObject:
    related, _created = TranslatableObject.objects.get_or_create(
        content_type=segment.content_type, translation_key=segment.translation_key
    )
    return related


def _in_json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)
