"""Phone numbers in a sentence as links: whoever needs one now must not have to copy it."""

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# 112 and 113, 0800-0113 and its like, 030-2340045 and +31 30 234 00 45; but not "113.nl".
_NUMBER = re.compile(
    r"(?<![\w.-])(?:\+31(?: \d+)+|0\d{3}-\d{4}|0\d{2}-\d{7}|11[23])(?!\w|-\d|\.\w)",
)


def _link(match: re.Match[str]) -> str:
    shown = match[0]
    dialled = re.sub(r"[^\d+]", "", shown)
    return format_html('<a class="no-wrap" href="tel:{}">{}</a>', dialled, shown)


@register.filter
def phone_links(text: object) -> SafeString:
    """Return `text`, escaped, with every phone number in it as a `tel:` link."""
    return mark_safe(_NUMBER.sub(_link, conditional_escape(str(text))))  # noqa: S308 - escaped
