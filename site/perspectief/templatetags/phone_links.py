"""Phone numbers in a sentence as links: whoever needs one now must not have to copy it."""

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# 112 and 113, 0800-0113 and its like, 088-1234567 and +31 88 123 45 67; but not "113.nl".
_NUMBER = re.compile(
    r"(?<![\w.-])(?:\+31(?: \d+)+|0\d{3}-\d{4}|0\d{2}-\d{7}|11[23])(?!\w|-\d|\.\w)",
)


def _link(match: re.Match[str]) -> str:
    shown = match[0]
    dialled = re.sub(r"[^\d+]", "", shown)
    return format_html('<a class="no-wrap" href="tel:{}">{}</a>', dialled, shown)


@register.filter
def phone_links(text: object, number: str = "") -> SafeString:
    """Return `text`, escaped, with every phone number in it as a `tel:` link.

    Args:
        text: plain text.
        number: one that is in the text and gets a link however it is written.
    """
    escaped = str(conditional_escape(str(text)))
    linked = _NUMBER.sub(_link, escaped)
    own = str(conditional_escape(number))
    if own and own in escaped and f">{own}</a>" not in linked:
        linked = _pattern_with(own).sub(_link, escaped)
    return mark_safe(linked)  # noqa: S308 - escaped


def _pattern_with(own: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-]){re.escape(own)}(?!\w)|{_NUMBER.pattern}")
