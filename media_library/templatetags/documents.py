"""Template filters for files to download."""

from django import template
from django.utils.safestring import SafeString

from media_library import file_facts, rich_text

register = template.Library()

register.filter("size_in_words", file_facts.size_in_words)
register.filter("kind_and_size", file_facts.kind_and_size)
register.filter("file_facts", file_facts.facts_of)
register.filter("in_language", file_facts.in_language)
register.filter("file_accessibility", file_facts.accessibility_of)


@register.filter
def with_file_facts(html: str) -> SafeString:
    """See `media_library.rich_text`."""
    return rich_text.with_file_facts(html)
